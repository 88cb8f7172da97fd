"""From a script to the voices that speak it: what the cast file says, and proposals for whoever it lacks.

`make` completes the cast file here before it speaks; a command that changes the cast does the same before its change.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import overload

from audiobook.casting.cast_file import add_to_cast, read_cast
from audiobook.casting.notes import note_characters
from audiobook.casting.proposals import CastProposal, explain_cast, propose_cast
from audiobook.casting.voices import find_bearer, resolve_voices
from audiobook.engines.protocol import DescribesVoices, EngineAbilities, LoadsModels
from audiobook.engines.registry import open_engine
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, BookDetails, Cast, CastVoice, Role, VoiceProfile
from audiobook.model.script import Script
from audiobook.production.books import Book, source_as_stored
from audiobook.production.cast.book_voices import load_book_profiles
from audiobook.production.cast.own_profiles import require_possible_profile

DEFAULT_ENGINE = "pyttsx3"

DRAFT_ENGINES = frozenset({"tone"})
"""Engines nobody wants to listen to: they may stand in for a run, but never get into a cast file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFacts:
    """What the planner must know of an engine without speaking with it.

    Attributes:
        voice_fingerprints: of those voices in use that the engine's own fingerprint does not cover.
        memory_mib: taken by each process that speaks with it in the voices in use; 0 if that is next to nothing.
    """

    fingerprint: str
    abilities: EngineAbilities
    voice_fingerprints: Mapping[str, str]
    memory_mib: int = 0


def complete_cast(book: Book, script: Script, cast: Cast, *, engine: str) -> Cast:
    """Write a voice for everybody who lacks one into the cast file, and return the cast as it now stands.

    Args:
        engine: whose voices are chosen; the default engine's instead of a draft engine's.

    Raises:
        CastError: the cast file or a profile is wrong.
        OutputError: the cast file cannot be written.
    """
    profiles = load_book_profiles(book.workspace, script, cast)
    proposal = explain_cast(script, cast, profiles, engine=choosing_engine(engine))
    return write_proposal(book, script, cast, proposal)


def choosing_engine(engine: str) -> str:
    """Whose voices are chosen in a run that speaks with this engine: the default one's in place of a draft's."""
    return DEFAULT_ENGINE if engine in DRAFT_ENGINES else engine


def propose_whole_cast(book: Book, script: Script, cast: Cast, *, engine: str) -> Cast:
    """Give the cast as `complete_cast` would leave it; nothing is written.

    Raises:
        CastError: a profile is wrong.
    """
    profiles = load_book_profiles(book.workspace, script, cast)
    proposal = explain_cast(script, cast, profiles, engine=choosing_engine(engine))
    return overlay_roles(cast, *proposal.as_roles())


def write_proposal(book: Book, script: Script, cast: Cast, proposal: CastProposal) -> Cast:
    """Write proposed voices into the cast file, and return the cast as it now stands.

    Raises:
        CastError: the cast file has become wrong meanwhile.
        OutputError: it cannot be written.
    """
    narrator, roles = proposal.as_roles()
    if narrator is None and not roles and cast.book.id and cast.book.source:
        return cast
    add_to_cast(
        book.cast_path,
        book=BookDetails(id=uuid.uuid4().urn, source=source_as_stored(book), title=script.title, author=script.author),
        narrator=narrator,
        roles=roles,
        notes=note_characters(script),
    )
    return read_cast(book.cast_path)


def find_voices(book: Book, script: Script, cast: Cast, *, engine: str | None) -> Mapping[str, CastVoice]:
    """Find the voice of every speaker.

    Args:
        engine: if given, it speaks the whole book: whoever has a voice of another engine gets a stand-in for this
            run, and the cast file stays as it is.

    Raises:
        CastError: a voice is unknown or missing, or asks for more than its engine can do.
    """
    profiles = load_book_profiles(book.workspace, script, cast)
    if engine is not None:
        cast = _with_stand_ins(script, cast, profiles, engine)
    return resolve_voices(script, cast, profiles, cast_path=book.cast_path)


def fingerprints_of_voices(engines: Mapping[str, EngineFacts]) -> dict[tuple[str, str], str]:
    """Gather what shapes single voices, by engine's name and voice, as the planner takes it."""
    return {
        (name, voice): fingerprint
        for name, facts in engines.items()
        for voice, fingerprint in facts.voice_fingerprints.items()
    }


def describe_engines(voices: Mapping[str, CastVoice]) -> Mapping[str, EngineFacts]:
    """Ask every engine in use what shapes its sound and what it can do.

    Raises:
        EngineError: an engine is missing or does not work.
        CastError: a person's own profile asks for what its engine has not.
    """
    facts = {}
    for name in sorted({voice.profile.engine for voice in voices.values()}):
        profiles = {voice.profile.name: voice.profile for voice in voices.values() if voice.profile.engine == name}
        used = {profile.voice for profile in profiles.values()}
        engine = open_engine(name)
        try:
            for profile in profiles.values():
                require_possible_profile(profile, engine)
            facts[name] = EngineFacts(
                fingerprint=engine.fingerprint(),
                abilities=engine.abilities,
                voice_fingerprints={voice: engine.voice_fingerprint(voice) for voice in sorted(used)}
                if isinstance(engine, DescribesVoices)
                else {},
                memory_mib=engine.memory_mib(used) if isinstance(engine, LoadsModels) else 0,
            )
        finally:
            engine.close()
    return facts


def require_able_engines(
    book: Book, cast: Cast, voices: Mapping[str, CastVoice], engines: Mapping[str, EngineFacts]
) -> None:
    """Make sure that every voice asks only for what its engine can do.

    Raises:
        CastError: names the entry, the value and the range.
    """
    for speaker, voice in voices.items():
        inability = describe_inability(speaker, voice, engines[voice.profile.engine])
        if inability is not None:
            what, message = inability
            role = find_bearer(cast, speaker)
            line = f":{role.line}" if role is not None and role.line is not None else ""
            raise CastError(
                f"{book.cast_path}{line}: {message}",
                hint=f'voice "{voice.profile.name}" may bring a {what} of its own: audiobook voices --json',
            )


def describe_inability(speaker: str, voice: CastVoice, engine: EngineFacts) -> tuple[str, str] | None:
    """Say what of a voice its engine cannot do: "pitch" or "rate", and the whole in words; None if it can do all."""
    wanted = (
        ("pitch", voice.adjustment.pitch_percent, engine.abilities.pitch_percent),
        ("rate", voice.adjustment.rate_percent, engine.abilities.rate_percent),
    )
    for what, percent, (least, greatest) in wanted:
        if not least <= percent <= greatest:
            range_ = f"the engine {voice.profile.engine} can do {least:g} to {greatest:g} %"
            return what, f'{what} of "{speaker}" comes to {percent:g} %, but {range_}'
    return None


def _with_stand_ins(script: Script, cast: Cast, profiles: Mapping[str, VoiceProfile], engine: str) -> Cast:
    """Take away the voices of other engines and let the rest be proposed anew."""

    def keep(role: Role) -> Role:
        profile = profiles.get(role.profile or "")
        is_of_other = profile is not None and profile.engine != engine
        return replace(role, profile=None) if is_of_other else role

    narrator = None if cast.narrator is None else keep(cast.narrator)
    stripped = replace(cast, narrator=narrator, roles=tuple(keep(role) for role in cast.roles))
    return overlay_roles(stripped, *propose_cast(script, stripped, profiles, engine=engine))


def overlay_roles(cast: Cast, narrator: Role | None, roles: tuple[Role, ...]) -> Cast:
    """Put proposed voices into a cast, keeping everything else its entries say."""
    proposed = {role.name: role for role in roles}
    known = {role.name for role in cast.roles}
    filled = tuple(_filled(role, proposed.get(role.name)) for role in cast.roles)
    added = tuple(role for role in roles if role.name not in known)
    return replace(cast, narrator=_filled(cast.narrator, narrator), roles=filled + added)


@overload
def _filled(role: Role, proposed: Role | None) -> Role: ...
@overload
def _filled(role: Role | None, proposed: Role | None) -> Role | None: ...
def _filled(role: Role | None, proposed: Role | None) -> Role | None:
    """Give a role the voice that was proposed for it, and the proposed change of manner if it has none of its own."""
    if role is None or proposed is None:
        return role or proposed
    manner = proposed.adjustment if role.adjustment == Adjustment() else role.adjustment
    return replace(role, profile=proposed.profile, adjustment=manner)
