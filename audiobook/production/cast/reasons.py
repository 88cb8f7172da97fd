"""Why everybody in a cast is called, taken and voiced as they are: worked out as if the cast file named nobody.

What the program wrote into the file is no reason for itself, so the book is read and cast once more without it.
Computes only; nothing is written, not even the script cache.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from audiobook.casting.proposals import CastProposal, Proposal, explain_cast
from audiobook.model.cast import Cast, Role
from audiobook.model.script import NARRATOR, UNKNOWN, Character, Gender, Script
from audiobook.production.books import Book
from audiobook.production.cast.changing import OpenedCast
from audiobook.production.cast.preparation import DEFAULT_ENGINE
from audiobook.production.progress import Progress
from audiobook.production.script.split_chapters import recall_splitting
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReasons:
    """Why a role is as it is.

    Attributes:
        evidence: where its names and gender come from, a sentence each.
        voice: why the program chooses its voice, a sentence; None if it chooses none.
        differences: what the cast file says otherwise, a sentence each.
    """

    evidence: tuple[str, ...] = ()
    voice: str | None = None
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Untouched:
    """What the program finds by itself."""

    characters: tuple[Character, ...]
    proposals: Mapping[str, Proposal]

    def character_of(self, role: Role) -> Character | None:
        """The character that a role of the file is, by main name, else by any name."""
        by_name = next((one for one in self.characters if one.name == role.name), None)
        by_alias = next((one for one in self.characters if role.name in one.aliases), None)
        return by_name or by_alias or next((one for one in self.characters if one.name in role.aliases), None)


def explain_roles(opened: OpenedCast, *, progress: Progress) -> Mapping[str, RoleReasons]:
    """Give the reasons for every role, by name.

    Raises:
        ManuscriptError: the source cannot be read.
        CastError: no voice profile uses the default engine.
    """
    untouched = _without_file(opened, progress)
    narrator = (opened.cast.narrator,) if opened.cast.narrator else ()
    fresh = opened.proposal.reasons()
    return {role.name: _explain(role, untouched, fresh.get(role.name)) for role in (*narrator, *opened.cast.roles)}


def _without_file(opened: OpenedCast, progress: Progress) -> _Untouched:
    bare = replace(opened.written, narrator=None, roles=())
    if bare == opened.written:
        return _as_untouched(opened.script, opened.proposal)
    script = _write_script(opened.book, bare, progress)
    return _as_untouched(script, explain_cast(script, bare, opened.profiles, engine=DEFAULT_ENGINE))


def _write_script(book: Book, cast: Cast, progress: Progress) -> Script:
    progress.start(f"Reading {book.source}", total=None)
    try:
        manuscript = read_manuscript(book.source, book=book.slug)
        return write_script(
            manuscript,
            corrections=cast.corrections,
            speak_notes=cast.book.speak_notes,
            splitting=recall_splitting(book, cast),
        )
    finally:
        progress.finish()


def _as_untouched(script: Script, proposal: CastProposal) -> _Untouched:
    proposals = (*((proposal.narrator,) if proposal.narrator else ()), *proposal.roles)
    return _Untouched(characters=script.characters, proposals={each.role.name: each for each in proposals})


def _explain(role: Role, untouched: _Untouched, fresh_reason: str | None) -> RoleReasons:
    """Explain one role; one whose voice is not written yet has the reason it was proposed for."""
    character = None if role.name == NARRATOR else untouched.character_of(role)
    name = role.name if character is None else character.name
    proposal = untouched.proposals.get(name)
    reason = _carried(role) or fresh_reason or (None if proposal is None else proposal.reason)
    if character is not None:
        differences = [*_other_names(role, character), *_other_gender(role, character)]
    else:
        differences = [] if role.name in (NARRATOR, UNKNOWN) else ["only the cast file names them"]
    if fresh_reason is None and proposal is not None and _carried(role) is None:
        differences += _other_voice(role, proposal.role)
    return RoleReasons(
        evidence=() if character is None else character.evidence, voice=reason, differences=tuple(differences)
    )


def _carried(role: Role) -> str | None:
    """Where a voice was carried on from, if the role still has it."""
    origin = role.carried
    if origin is None or origin.profile != role.profile:
        return None
    return f'"{role.profile}": carried on from "{origin.name}" in {origin.source}'


def _other_names(role: Role, character: Character) -> Iterator[str]:
    if role.name != character.name:
        yield f'you changed it: the text\'s main name is "{character.name}"'
    added = [name for name in role.aliases if name not in (character.name, *character.aliases)]
    if added:
        yield f"you changed it: only the cast file gives the name {', '.join(added)}"


def _other_gender(role: Role, character: Character) -> Iterator[str]:
    if role.gender is not None and role.gender is not character.gender:
        told = "does not tell" if character.gender is Gender.UNKNOWN else f"says {character.gender}"
        yield f"you changed it: {role.gender} in the cast file; the text {told}"


def _other_voice(role: Role, proposed: Role) -> Iterator[str]:
    """Only a change of manner is surely a person's; the voice may also have been chosen for an earlier text."""
    written, found = _sound(role), _sound(proposed)
    if role.profile == proposed.profile and written != found:
        yield f"you changed it: {written} in the cast file, {found} proposed"
    elif written != found:
        yield f"changed by you, or chosen for an earlier text: {written} in the cast file, {found} proposed"


def _sound(role: Role) -> str:
    """A voice and its manner in the words of the cast file."""
    manner = role.adjustment
    values = (("pitch", manner.pitch_percent), ("rate", manner.rate_percent), ("volume", manner.volume_db))
    return ", ".join((f'"{role.profile}"', *(f"{name} {value:+g}" for name, value in values if value)))
