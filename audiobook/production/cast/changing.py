"""Showing and changing a book's cast: each command reads it whole, then shows it or writes one change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from audiobook.casting.adjustments import combine, describe_excess
from audiobook.casting.cast_file import (
    RoleChange,
    find_role,
    merge_roles,
    read_cast,
    rename_role,
    set_role,
    split_role,
)
from audiobook.casting.findings import describe_findings, describe_unknown_voices
from audiobook.casting.proposals import CastProposal, explain_cast
from audiobook.casting.typed_toml import close_names
from audiobook.casting.voices import suggest_voice
from audiobook.errors import CastError, UsageError
from audiobook.model.cast import Adjustment, Cast, CastVoice, VoiceProfile
from audiobook.model.script import NARRATOR, UNKNOWN, Script
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.cast.book_voices import load_book_profiles
from audiobook.production.cast.preparation import (
    DEFAULT_ENGINE,
    describe_engines,
    describe_inability,
    overlay_roles,
    write_proposal,
)
from audiobook.production.engine_setup import look_at_engine
from audiobook.production.progress import Progress
from audiobook.production.script.loading import load_script
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCast:
    """A book's cast beside its script.

    Attributes:
        cast: as the file has it, with a proposed voice for whoever lacks one.
        written: as the file has it.
        proposal: voices for those who lack one.
        profiles: all voices there are, by name.
        findings: what a person may want to know, a sentence each.
    """

    book: Book
    script: Script
    cast: Cast
    written: Cast
    proposal: CastProposal
    profiles: Mapping[str, VoiceProfile]
    findings: tuple[str, ...]


def open_cast(source: Path, workspace: Workspace, *, name: str | None, progress: Progress) -> OpenedCast:
    """Read a book's cast and script; nothing is written.

    Raises:
        UsageError: the cast file belongs to another source.
        ManuscriptError: the source cannot be read.
        CastError: the cast file or a profile is wrong.
    """
    book = open_book(source, workspace, name=name)
    require_own_cast(book, named=name is not None)
    written = read_cast(book.cast_path)
    script = load_script(book, written, progress=progress)
    profiles = load_book_profiles(workspace, script, written)
    proposal = explain_cast(script, written, profiles, engine=DEFAULT_ENGINE)
    return OpenedCast(
        book=book,
        script=script,
        cast=overlay_roles(written, *proposal.as_roles()),
        written=written,
        proposal=proposal,
        profiles=profiles,
        findings=(
            *describe_unknown_voices(written, profiles, cast_path=book.cast_path),
            *describe_findings(script, written, cast_path=book.cast_path),
        ),
    )


def change_cast(opened: OpenedCast, action: str, names: tuple[str, ...], change: RoleChange) -> str:
    """Change the cast file as a command says, after giving everybody a voice as `make` would.

    Args:
        action: "set", "merge", "split" or "rename".
        names: the characters it is about: one for "set", else two.
        change: what "set" changes.

    Returns:
        What was done, as a sentence.

    Raises:
        UsageError: nobody of that name is in the cast or the text, or the voice would be changed too far.
        CastError: the voice is unknown, or the file is wrong.
        OutputError: the file cannot be written.
    """
    path = opened.book.cast_path
    names = tuple(" ".join(name.split()) for name in names)
    if change != RoleChange():
        _require_bearable(opened, names[0], change)
    if action in ("merge", "split"):
        _require_in_book(opened, names)
    write_proposal(opened.book, opened.script, opened.written, opened.proposal)
    done = _ACTIONS[action](path, names, change)
    return f"{done}{_missing_engine(opened.profiles.get(change.profile or ''))}"


def _missing_engine(profile: VoiceProfile | None) -> str:
    """Say what a voice that was just chosen still needs before it can speak; nothing for most."""
    if profile is None or profile.engine == DEFAULT_ENGINE:
        return ""
    state = look_at_engine(profile.engine)
    return "" if state.is_ready else f"; before it can speak, {state.name} needs: {state.needs or state.state}"


def _set(path: Path, names: tuple[str, ...], change: RoleChange) -> str:
    set_role(path, names[0], change)
    role = find_role(read_cast(path), names[0], path)
    manner = role.adjustment
    values = (
        ("pitch", manner.pitch_percent, "%"),
        ("rate", manner.rate_percent, "%"),
        ("volume", manner.volume_db, "dB"),
    )
    shown = "".join(f", {name} {value:+g} {unit}" for name, value, unit in values if value)
    return f'{path}: "{role.name}" has the voice {role.profile}{shown}'


def _merge(path: Path, names: tuple[str, ...], _: RoleChange) -> str:
    merge_roles(path, names[1], into=names[0])
    return f'{path}: "{names[1]}" is "{names[0]}"'


def _split(path: Path, names: tuple[str, ...], _: RoleChange) -> str:
    split_role(path, names[0], off=names[1])
    return f'{path}: "{names[1]}" is somebody else than "{names[0]}"; audiobook make gives them a voice'


def _rename(path: Path, names: tuple[str, ...], _: RoleChange) -> str:
    rename_role(path, names[0], to=names[1])
    return f'{path}: "{names[0]}" is called "{names[1]}" now'


_ACTIONS: Mapping[str, Callable[[Path, tuple[str, ...], RoleChange], str]] = MappingProxyType(
    {"set": _set, "merge": _merge, "split": _split, "rename": _rename}
)


def _require_bearable(opened: OpenedCast, name: str, change: RoleChange) -> None:
    """Refuse a voice that does not exist, and a manner that the voice's own takes out of bounds."""
    role = find_role(opened.cast, name, opened.book.cast_path)
    profile = opened.profiles.get(change.profile or role.profile or "")
    if profile is None and change.profile is not None:
        hint = suggest_voice(change.profile, opened.profiles)
        raise CastError(f'voice "{change.profile}" is unknown', hint=hint)
    if profile is None:
        return
    voice = CastVoice(profile=profile, adjustment=combine(profile.adjustment, _changed(role.adjustment, change)))
    excess = describe_excess(voice.adjustment) or _beyond_its_engine(role.name, voice)
    if excess is not None:
        message = f'"{role.name}" with voice "{profile.name}", whose own values count too: {excess}'
        raise UsageError(message, hint=f"--pitch 0 --rate 0 takes {profile.name} as it is; or choose another --voice")


def _beyond_its_engine(speaker: str, voice: CastVoice) -> str | None:
    """Say what a voice's engine cannot do of it; None if it can do all, or is not ready to be asked."""
    if not look_at_engine(voice.profile.engine).is_ready:
        return None
    found = describe_inability(speaker, voice, describe_engines({speaker: voice})[voice.profile.engine])
    return None if found is None else found[1]


def _require_in_book(opened: OpenedCast, names: tuple[str, ...]) -> None:
    """Refuse to merge or split off a name that stands neither in the cast nor in the text: a slip of the pen."""
    find_role(opened.cast, names[0], opened.book.cast_path)
    name = names[1].casefold()
    known = {other for role in opened.cast.roles for other in (role.name, *role.aliases)}
    known |= {other for character in opened.script.characters for other in character.aliases}
    if name in {NARRATOR, UNKNOWN, *(other.casefold() for other in known)}:
        return
    if any(name in " ".join(segment.text.split()).casefold() for segment in opened.script.segments):
        return
    close = close_names(names[1], known)
    by_hand = f'write it into the aliases of "{names[0]}" in {opened.book.cast_path} if it is to come'
    hint = f"did you mean {' or '.join(close)}?" if close else by_hand
    raise UsageError(f'"{names[1]}" stands neither in the cast nor in the text', hint=hint)


def _changed(adjustment: Adjustment, change: RoleChange) -> Adjustment:
    values = {key: getattr(change, key) for key in ("pitch_percent", "rate_percent", "volume_db")}
    return replace(adjustment, **{key: value for key, value in values.items() if value is not None})
