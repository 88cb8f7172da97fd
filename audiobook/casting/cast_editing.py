"""Changes to a cast file's text: what is new is added, what a command names is changed, all else stays byte for byte.

Knows the form of the cast file. Refuses to touch a disk and to decide who gets which voice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain

from audiobook.casting import toml_edits
from audiobook.casting.cast_reading import parse_cast
from audiobook.casting.identity_table import PROGRAM_TABLE, put_identity
from audiobook.casting.mastering_reading import MASTERING_TABLES
from audiobook.casting.role_values import DELIVERY, PRONUNCIATIONS, tables_of, values_of
from audiobook.casting.toml_edits import NewTable
from audiobook.casting.toml_places import TomlPath
from audiobook.casting.toml_values import TomlValue
from audiobook.model.cast import BookDetails, Role
from audiobook.model.identity import BookIdentity
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import NARRATOR, UNKNOWN, Correction, Gender

_SECTIONS = (
    "book",
    "narrator",
    "characters",
    "pronunciations",
    "corrections",
    "delivery",
    "deliveries",
    *MASTERING_TABLES,
    PROGRAM_TABLE,
)

_WELCOME = """\
# The cast of this book. Change whatever you like, then run `audiobook make` again:
# only lines that now sound different are spoken again. `audiobook voices` lists the voices.
# An entry may adjust its voice: pitch = -10 (a tenth lower), rate = 10 (a tenth faster), volume = -3 (dB, quieter).
# What you write here stays as you wrote it; the program only adds what is new.
"""


_NO_DETAILS = BookDetails()
_MORE_BOOK_KEYS = (
    "also possible here: author, subtitle, year, series, series_part, language, description, genre, publisher, cover,"
    " explicit; m4b = true, single_mp3 = true"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """What a run has found that the cast file may lack.

    Attributes:
        notes: a comment for each new entry, by the role's name.
    """

    book: BookDetails
    narrator: Role | None
    roles: tuple[Role, ...]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """What a command changes of a role; None leaves a value as it is, 0 is written as 0."""

    profile: str | None = None
    pitch_percent: float | None = None
    rate_percent: float | None = None
    volume_db: float | None = None
    gender: Gender | None = None
    aliases: tuple[str, ...] | None = None


def add_new(text: str, additions: Additions, *, file: str) -> str:
    """Add what the file lacks; nothing that stands in it changes."""
    cast = parse_cast(text, file=file)
    text = _add_book(text or _WELCOME, additions.book)
    text = _complete_narrator(text, cast.narrator, additions)
    known = {name: role for role in cast.roles for name in (role.name, *role.aliases)}
    reserved = {*known, NARRATOR, UNKNOWN, *(role.name for role in additions.roles)}
    new: dict[str, tuple[NewTable, ...]] = {}
    for role in additions.roles:
        own = replace(role, aliases=tuple(alias for alias in role.aliases if alias not in reserved))
        reserved.update(own.aliases)
        present = known.get(role.name)
        if present is not None:
            text = _complete_role(text, present, own)
        else:
            new.setdefault(role.name, _new_role(own, additions.notes))
    return toml_edits.add_tables(text, tuple(chain.from_iterable(new.values())), order=_SECTIONS)


def change_role(text: str, role: Role, change: RoleChange) -> str:
    """Write the values a command names into a role's entry; the entry is made if it is missing."""
    values: dict[str, TomlValue | None] = {
        "voice": change.profile,
        "aliases": change.aliases,
        "gender": change.gender.value if change.gender is not None else None,
        "pitch": change.pitch_percent,
        "rate": change.rate_percent,
        "volume": change.volume_db,
    }
    return _set_values(text or _WELCOME, role_path(role.name), values)


def put_correction(text: str, correction: Correction, *, file: str) -> str:
    """Add a correction, or renew the one that stands there for the same line."""
    cast = parse_cast(text, file=file)
    values = {field.name: getattr(correction, field.name) for field in fields(Correction)}
    values["kind"] = correction.kind.value if correction.kind is not None else None
    same = [index for index, earlier in enumerate(cast.corrections) if _anchor(earlier) == _anchor(correction)]
    index = same[-1] if same else len(cast.corrections)
    values["speakers"] = correction.speakers or None
    if same and cast.corrections[index].speakers and correction.speaker is not None:
        values["speakers"] = correction.speakers or (correction.speaker,)  # or the others would stay
    return _set_values(text or _WELCOME, ("corrections", index), values)


def remove_correction(text: str, correction: Correction, *, file: str) -> str:
    """Take out what is said of a line; comments that stand in it, but for the note under its header, go to the end."""
    written = parse_cast(text, file=file).corrections
    for index in reversed(range(len(written))):
        if written[index] == correction:
            text, comments = toml_edits.remove_table(text, ("corrections", index))
            text += "".join(f"{comment}\n" for comment in comments)
    return text


def put_pronunciation(text: str, entry: Pronunciation) -> str:
    """Write how a word of the book is said; of an entry that is a table only what is new."""
    ours = ("pronunciations", entry.word)
    if any(toml_edits.has(text, (*ours, key)) for key in ("ipa", "respelling")):
        return _set_values(text, ours, {"ipa": entry.ipa, "respelling": entry.respelling})
    return _set_values(text or _WELCOME, ours[:1], {entry.word: entry.shown})


def renew_identity(text: str, identity: BookIdentity, *, file: str) -> str:
    """Write down what podcast apps know the book and its chapters by, as far as the file does not say so already."""
    known = parse_cast(text, file=file).identity
    return put_identity(text or _WELCOME, identity, known, order=_SECTIONS)


def merge(text: str, role: Role, *, into: Role) -> str:
    """Make two characters one: the first one's names become aliases of the second, whose own values win.

    The note under the first one's header, where the program writes its evidence, goes with the entry; every other
    comment is kept.
    """
    values = toml_edits.values_at(text, role_path(role.name))
    target = role_path(into.name)
    own = toml_edits.values_at(text, target)
    text, comments = toml_edits.remove_table(text, role_path(role.name))
    names = tuple(name for name in (role.name, *role.aliases) if name not in (into.name, *into.aliases))
    text = toml_edits.append_to_list(text, target, "aliases", names)
    text = _set_values(text, target, _inherited(role, into, own, values))
    for part in (DELIVERY, PRONUNCIATIONS):
        text = _inherit_table(text, (*target, part), values.get(part, {}))
    return toml_edits.add_comments(text, target, comments)


def _inherited(
    role: Role, into: Role, own: Mapping[str, TomlValue], values: Mapping[str, TomlValue]
) -> Mapping[str, TomlValue]:
    """What a merged character's entry says that the other's does not; its manner belongs to its voice."""
    is_same_voice = into.profile is None or into.profile == role.profile
    keys = ("voice", "gender", *(("pitch", "rate", "volume") if is_same_voice else ()))
    return {key: values[key] for key in keys if key in values and key not in own}


def _inherit_table(text: str, target: TomlPath, values: TomlValue) -> str:
    """Add what a merged character's table says to the other's, whose own values stay."""
    if not isinstance(values, Mapping) or not values:
        return text
    own = toml_edits.values_at(text, target)
    return _set_values(text, target, {key: value for key, value in values.items() if key not in own})


def split(text: str, role: Role, name: str) -> str:
    """Make one name of a character somebody else, without a voice so far."""
    text = toml_edits.remove_from_list(text, role_path(role.name), "aliases", name)
    values: dict[str, TomlValue] = {} if role.gender is None else {"gender": role.gender.value}
    return _add_table(text, role_path(name), values, comment=f"split from {role.name}")


def rename(text: str, role: Role, name: str) -> str:
    """Give a character another main name; the old one becomes an alias."""
    path = role_path(role.name)
    text = toml_edits.remove_from_list(text, path, "aliases", name)
    text = toml_edits.append_to_list(text, path, "aliases", (role.name,))
    return toml_edits.rename_table(text, path, name)


def role_path(name: str) -> TomlPath:
    """Where a role stands in the file."""
    return (NARRATOR,) if name == NARRATOR else ("characters", name)


def _add_book(text: str, book: BookDetails) -> str:
    """Write `[book]` once; later only what the program cannot do without."""
    path = ("book",)
    if not toml_edits.has(text, path):
        found = {field.name: getattr(book, field.name) for field in fields(BookDetails)}
        values = {key: value for key, value in found.items() if value != getattr(_NO_DETAILS, key)}
        return _add_table(text, path, values, comment=_MORE_BOOK_KEYS) if values else text
    for key, value in (("id", book.id), ("source", book.source)):
        if value is not None and not toml_edits.has(text, (*path, key)):
            text = toml_edits.set_value(text, path, key, value)
    return text


def _complete_narrator(text: str, present: Role | None, additions: Additions) -> str:
    narrator = additions.narrator
    if narrator is None:
        return text
    if present is not None:
        return _complete_role(text, present, narrator)
    return toml_edits.add_tables(text, _new_role(narrator, additions.notes), order=_SECTIONS)


def _new_role(role: Role, notes: Mapping[str, str]) -> tuple[NewTable, ...]:
    path = role_path(role.name)
    values = {key: value for key, value in values_of(role).items() if value is not None}
    below = (NewTable(path=(*path, name), values=table) for name, table in tables_of(role).items())
    return (NewTable(path=path, values=values, comment=notes.get(role.name, "")), *below)


def _complete_role(text: str, present: Role, found: Role) -> str:
    """Write what an entry lacks; how its voice is adjusted belongs to the voice, so it comes only with one."""
    path = role_path(present.name)
    kept = ("pitch", "rate", "volume") if present.profile is not None else ()
    values = {key: value for key, value in values_of(found).items() if key not in kept}
    lacking = {key: value for key, value in values.items() if not toml_edits.has(text, (*path, key))}
    text = _set_values(text, path, lacking)
    for name, table in tables_of(found).items():
        text = _inherit_table(text, (*path, name), table)
    return text


def _set_values(text: str, path: TomlPath, values: Mapping[str, TomlValue | None]) -> str:
    """Set the values that are not None; the table is made if it is missing."""
    given = {key: value for key, value in values.items() if value is not None}
    if not toml_edits.has(text, path):
        return _add_table(text, path, given, comment="")
    for key, value in given.items():
        text = toml_edits.set_value(text, path, key, value)
    return text


def _add_table(text: str, path: TomlPath, values: Mapping[str, TomlValue], *, comment: str) -> str:
    return toml_edits.add_tables(text, (NewTable(path=path, values=values, comment=comment),), order=_SECTIONS)


def _anchor(correction: Correction) -> tuple[object, ...]:
    """What makes two corrections ones of the same line: its words, and where it stands as far as they say."""
    place = (correction.chapter, correction.occurrence, correction.source)
    if correction.occurrence is not None:
        return (correction.text, *place)
    return (correction.text, *place, correction.before, correction.after)
