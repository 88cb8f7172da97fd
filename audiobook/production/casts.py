"""Showing and changing a book's cast."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from audiobook.casting.cast_file import (
    RoleChange,
    find_role,
    merge_roles,
    read_cast,
    rename_role,
    set_role,
    split_role,
)
from audiobook.casting.findings import describe_findings
from audiobook.casting.profiles import load_profiles
from audiobook.casting.proposals import explain_cast
from audiobook.casting.typed_toml import close_names
from audiobook.errors import CastError
from audiobook.model.cast import Cast
from audiobook.model.script import NARRATOR, Script
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.cast_preparation import DEFAULT_ENGINE, complete_cast, with_proposals
from audiobook.production.progress import Progress
from audiobook.production.scripts import load_script
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCast:
    """A book's cast beside its script.

    Attributes:
        cast: as the file has it, with a proposed voice for whoever lacks one.
        written: as the file has it.
        reasons: why a proposed voice was chosen, by the role's name.
        findings: what a person may want to know, a sentence each.
    """

    book: Book
    script: Script
    cast: Cast
    written: Cast
    reasons: Mapping[str, str]
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
    proposal = explain_cast(script, written, load_profiles(workspace.profiles_folder), engine=DEFAULT_ENGINE)
    reasons = {each.role.name: each.reason for each in proposal.roles}
    if proposal.narrator is not None:
        reasons[NARRATOR] = proposal.narrator.reason
    return OpenedCast(
        book=book,
        script=script,
        cast=with_proposals(book, script, written),
        written=written,
        reasons=reasons,
        findings=describe_findings(script, written, cast_path=book.cast_path),
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
        UsageError: nobody of that name is in the cast.
        CastError: the voice is unknown, or the file is wrong.
        OutputError: the file cannot be written.
    """
    path = opened.book.cast_path
    if change.profile is not None:
        _require_voice(change.profile, opened.book)
    complete_cast(opened.book, opened.script, opened.written, engine=DEFAULT_ENGINE)
    return _ACTIONS[action](path, names, change)


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


def _require_voice(name: str, book: Book) -> None:
    profiles = load_profiles(book.workspace.profiles_folder)
    if name in profiles:
        return
    close = close_names(name, profiles)
    guess = f"did you mean {' or '.join(close)}? " if close else ""
    raise CastError(f'voice "{name}" is unknown', hint=f"{guess}all voices: audiobook voices")
