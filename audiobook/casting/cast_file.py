"""The cast file on disk: read it, add to it, change what a command names.

Knows files and names. Refuses to know how TOML is edited (`cast_editing`) and who gets which voice (`proposals`).
Each change reads the file again, so that what a person saved a moment ago is kept, and is read back before it is
written, so that no change can leave a file that the next run cannot read.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from audiobook.casting import cast_editing
from audiobook.casting.cast_editing import Additions, RoleChange
from audiobook.casting.cast_reading import parse_cast
from audiobook.casting.typed_toml import close_names, read_text
from audiobook.errors import CastError, UsageError
from audiobook.model.cast import BookDetails, Cast, Role
from audiobook.model.identity import BookIdentity
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import NARRATOR, UNKNOWN, Correction
from audiobook.workspace.files import write_atomically

__all__ = [
    "RoleChange",
    "add_correction",
    "add_to_cast",
    "drop_correction",
    "find_role",
    "keep_pronunciation",
    "merge_roles",
    "read_cast",
    "remember_identity",
    "rename_role",
    "set_role",
    "split_role",
]

_ATTEMPTS = 5
"""How often a change is tried again because somebody saved the file meanwhile."""


def read_cast(path: Path) -> Cast:
    """Read a cast file; a missing one is an empty cast.

    Raises:
        CastError: it cannot be read or anything in it is wrong; names file, line and value.
    """
    return parse_cast(read_text(path) or "", file=str(path))


def add_to_cast(
    path: Path,
    *,
    book: BookDetails,
    narrator: Role | None,
    roles: tuple[Role, ...],
    notes: Mapping[str, str] | None = None,
) -> None:
    """Add what is new and leave what is there; the first time, write a file that explains itself.

    A character in the file gets only what its entry lacks: a voice, a gender, aliases if it lists none. An alias that
    somebody else in the file has is left with them.

    Args:
        path: the cast file; it and its folder are made if missing.
        book: written whole the first time; later only `id` and `source`, and only if missing.
        narrator: None if there is one.
        roles: new characters, and characters in the file that lack a voice.
        notes: a comment to put into a new entry, by the role's name.

    Raises:
        CastError: the file is wrong as it stands; it is left alone.
        OutputError: it cannot be written.
    """
    additions = Additions(book=book, narrator=narrator, roles=roles, notes=notes or {})
    _edit(path, lambda text: cast_editing.add_new(text, additions, file=str(path)))


def set_role(path: Path, name: str, change: RoleChange) -> None:
    """Change a role's voice or manner.

    Args:
        path: the cast file.
        name: a character's name or alias, "narrator" or "unknown"; capitals do not matter.
        change: what is None stays.

    Raises:
        UsageError: nobody of this name is in the cast.
        CastError: the file would be wrong, for example because a value is out of range; it is left alone.
    """

    def edit(text: str) -> str:
        cast = parse_cast(text, file=str(path))
        return cast_editing.change_role(text, find_role(cast, name, path), change)

    _edit(path, edit)


def keep_pronunciation(path: Path, entry: Pronunciation) -> None:
    """Write how a word is said in this book, in place of what the file said of it.

    Raises:
        CastError: the file would be wrong; it is left alone.
        OutputError: it cannot be written.
    """
    _edit(path, lambda text: cast_editing.put_pronunciation(text, entry))


def merge_roles(path: Path, name: str, *, into: str) -> None:
    """Make two characters one: `name` and its aliases become aliases of `into`, whose own voice stays.

    Raises:
        UsageError: `into` is not in the cast, or they are one already. `name` need not be in it.
    """

    def edit(text: str) -> str:
        _refuse_unless_character(name)
        cast = parse_cast(text, file=str(path))
        target = _character(cast, into, path)
        role = _match(cast, name)
        if role is None:
            aliases = (*target.aliases, name)
            return cast_editing.change_role(text, target, RoleChange(aliases=aliases))
        _refuse_unless_character(role.name)
        if role.name == target.name:
            raise UsageError(f'{path}: "{name}" and "{into}" are one character already', hint="nothing is left to do")
        return cast_editing.merge(text, role, into=target)

    _edit(path, edit)


def split_role(path: Path, name: str, *, off: str) -> None:
    """Make an alias somebody else: `off` leaves the character `name` and becomes one of its own.

    Args:
        path: the cast file.
        name: whose alias it is.
        off: the alias; one that only the text knows is taken too, unless it looks like a slip of the pen.

    Raises:
        UsageError: `name` is not in the cast, or `off` is somebody's main name or somebody else's alias.
    """

    def edit(text: str) -> str:
        cast = parse_cast(text, file=str(path))
        role = _character(cast, name, path)
        return cast_editing.split(text, role, _find_alias(cast, role, off, path))

    _edit(path, edit)


def rename_role(path: Path, name: str, *, to: str) -> None:
    """Give a character another main name; the old name stays as an alias, so that the text's lines still find it.

    Raises:
        UsageError: `name` is not in the cast, or `to` is somebody else's.
    """

    def edit(text: str) -> str:
        cast = parse_cast(text, file=str(path))
        role = _character(cast, name, path)
        _refuse_unless_character(to)
        owner = next((other for other in cast.roles if to in (other.name, *other.aliases)), role)
        if owner.name != role.name:
            message = f'{path}:{owner.line}: "{to}" is "{owner.name}" already'
            raise UsageError(message, hint="choose another name, or merge the two: audiobook cast SOURCE merge")
        return text if role.name == to else cast_editing.rename(text, role, to)

    _edit(path, edit)


def add_correction(path: Path, correction: Correction) -> None:
    """Write down what a person said about a line, in place of what they said about the same line before."""
    _edit(path, lambda text: cast_editing.put_correction(text, correction, file=str(path)))


def drop_correction(path: Path, correction: Correction) -> None:
    """Take back what a person said about a line.

    Raises:
        CastError: the file is wrong; it is left alone.
        OutputError: it cannot be written.
    """
    _edit(path, lambda text: cast_editing.remove_correction(text, correction, file=str(path)))


def remember_identity(path: Path, identity: BookIdentity) -> None:
    """Write down what podcast apps know the book and its chapters by; nothing is written if the file says so already.

    Raises:
        CastError: the file is wrong as it stands; it is left alone.
        OutputError: it cannot be written.
    """
    _edit(path, lambda text: cast_editing.renew_identity(text, identity, file=str(path)))


def find_role(cast: Cast, name: str, path: Path) -> Role:
    """Find who is meant by a name, an alias, "narrator" or "unknown"; capitals decide only where they must.

    Raises:
        UsageError: nobody; the hint lists names that look like it.
    """
    if name == NARRATOR:
        return cast.narrator or Role(name=NARRATOR)
    role = _match(cast, name)
    if role is not None:
        return role
    if name == UNKNOWN:
        return Role(name=UNKNOWN)
    names = [known for role in cast.roles for known in (role.name, *role.aliases)]
    close = close_names(name, names)
    listed = ", ".join(f'"{known}"' for known in close or [role.name for role in cast.roles[:8]])
    hint = f"did you mean {listed}?" if close else f"the cast has: {listed or 'nobody yet; run audiobook make first'}"
    raise UsageError(f'{path}: nobody in the cast is called "{name}"', hint=hint)


def _match(cast: Cast, name: str) -> Role | None:
    exact = [role for role in cast.roles if name in (role.name, *role.aliases)]
    if exact:
        return exact[0]
    folded = name.casefold()
    alike = [role for role in cast.roles if folded in {known.casefold() for known in (role.name, *role.aliases)}]
    return alike[0] if len(alike) == 1 else None


def _character(cast: Cast, name: str, path: Path) -> Role:
    role = find_role(cast, name, path)
    _refuse_unless_character(role.name)
    return role


def _refuse_unless_character(name: str) -> None:
    if name in (NARRATOR, UNKNOWN) or not name.strip():
        raise UsageError(f'"{name}" is not a character that can be merged, split or renamed', hint="name a character")


def _find_alias(cast: Cast, role: Role, alias: str, path: Path) -> str:
    """The alias as the file spells it; refuses what is not this role's to give away."""
    _refuse_unless_character(alias)
    alike = [known for known in role.aliases if known.casefold() == alias.casefold()]
    if alike:
        return alias if alias in alike else alike[0]
    is_taken = any(alias in (other.name, *other.aliases) for other in cast.roles)
    if not is_taken and not close_names(alias, role.aliases):
        return alias
    where = str(path) if role.line is None else f"{path}:{role.line}"
    known = f"its aliases are: {', '.join(role.aliases)}" if role.aliases else f'"{role.name}" has no aliases'
    raise UsageError(f'{where}: "{alias}" is not an alias of "{role.name}"', hint=known)


def _edit(path: Path, change: Callable[[str], str]) -> None:
    """Change the file's text and write it whole, unless nothing changed."""
    for _ in range(_ATTEMPTS):
        before = read_text(path)
        after = change(before or "")
        if after == (before or ""):
            return
        parse_cast(after, file=str(path))
        data = _encode(after, path)
        if read_text(path) == before:
            write_atomically(path.resolve() if path.is_symlink() else path, data, durable=True)
            return
    raise CastError(f"{path}: another program keeps changing this file", hint="close it there, then run this again")


def _encode(text: str, path: Path) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        shown = ascii(text[error.start : error.end])
        message = f"{path}:{line}: a name contains {shown}, which no text file can hold"
        raise CastError(message, hint="mend this character in the manuscript") from error
