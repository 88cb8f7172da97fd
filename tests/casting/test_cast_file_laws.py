"""Laws of the cast file: what is written is read again, and no command loses a comment."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiobook.casting import cast_file
from audiobook.casting.cast_file import RoleChange, read_cast
from audiobook.model.cast import Adjustment, BookDetails, Cast, Role
from audiobook.model.identity import BookIdentity, ChapterIdentity
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.model.script import NARRATOR, UNKNOWN, Correction, Gender, SegmentKind
from tests.casting.toml_texts import names

_lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_shown = _lines.filter(lambda text: bool(text.strip()))
_optional = st.one_of(st.none(), _lines)
_percent = st.floats(-50, 100).map(lambda value: value + 0.0)
_people = names.filter(lambda name: name not in (NARRATOR, UNKNOWN))
_adjustments = st.builds(
    Adjustment, pitch_percent=_percent, rate_percent=_percent, volume_db=st.floats(-24, 12).map(lambda v: v + 0.0)
)
_saying = st.lists(_shown, min_size=1, max_size=3, unique=True).map(tuple)
_corrections = st.builds(
    lambda said_by, **fields: Correction(speaker=said_by[0], speakers=said_by if len(said_by) > 1 else (), **fields),
    _saying,
    text=_shown,
    kind=st.one_of(st.none(), st.sampled_from(SegmentKind)),
    chapter=st.one_of(st.none(), st.integers(1, 99)),
    occurrence=st.one_of(st.none(), st.integers(1, 99)),
    source=_optional,
    before=_optional,
    after=_optional,
)
_switches = ("m4b", "single_mp3")
_flags = ("explicit", "speak_notes")
_bound_details = ("id", "language", "second_opinion", "quotation_marks", *_flags, *_switches)
_free_details = [field.name for field in fields(BookDetails) if field.name not in _bound_details]
_books = st.builds(
    BookDetails,
    id=st.none() | _shown,
    language=st.sampled_from([None, "en", "en-GB", "grc", "zh-Hant-TW"]),
    second_opinion=st.none() | _shown,
    quotation_marks=st.sampled_from(QuotationMarks),
    **dict.fromkeys(_free_details, _optional),
    **dict.fromkeys(_switches, st.none() | st.booleans()),
    **dict.fromkeys(_flags, st.booleans()),
)


_moments = st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, tz=UTC))
_chapters = st.builds(
    ChapterIdentity,
    id=_people,
    first_published=_moments,
    number=st.just(0),
    title=_lines,
    words=st.lists(st.integers(0, 2**24 - 1), max_size=64).map(tuple),
)


@st.composite
def identities(draw: st.DrawFn, book_id: str | None) -> BookIdentity:
    """What podcast apps know a book by, or that of a book never made."""
    if draw(st.booleans()):
        return BookIdentity(id=book_id)
    chapters = draw(st.lists(_chapters, max_size=4, unique_by=lambda each: each.id))
    present = draw(st.integers(0, len(chapters)))
    numbered = [replace(each, number=number) for number, each in enumerate(chapters[:present], start=1)]
    return BookIdentity(id=book_id, podcast_guid=draw(_shown), chapters=(*numbered, *chapters[present:]))


@st.composite
def casts(draw: st.DrawFn) -> Cast:
    """Any cast that a file can say."""
    all_names = draw(st.lists(_people, unique=True, max_size=6))
    roles: list[Role] = []
    while all_names:
        count = draw(st.integers(1, len(all_names)))
        name, *aliases = all_names[:count]
        all_names = all_names[count:]
        roles.append(_role(draw, name, tuple(aliases)))
    narrator = _role(draw, NARRATOR, ()) if draw(st.booleans()) else None
    words = draw(st.dictionaries(_shown, _lines.filter(lambda said: "/" not in said), max_size=2))
    anchors = draw(st.lists(_corrections, max_size=3, unique_by=lambda each: each.text))
    book = draw(_books)
    return Cast(
        book=book,
        narrator=narrator,
        roles=tuple(roles),
        pronunciations=tuple(Pronunciation(word=word, respelling=said) for word, said in words.items()),
        corrections=tuple(anchors),
        identity=draw(identities(book.id)),
    )


def _role(draw: st.DrawFn, name: str, aliases: tuple[str, ...]) -> Role:
    gender = draw(st.one_of(st.none(), st.sampled_from(Gender)))
    return Role(name=name, profile=draw(_shown), adjustment=draw(_adjustments), aliases=aliases, gender=gender)


def write(path: Path, cast: Cast) -> None:
    cast_file.add_to_cast(path, book=cast.book, narrator=cast.narrator, roles=cast.roles)
    if cast.pronunciations and not read_cast(path).pronunciations:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        written = tomlkit.dumps({"pronunciations": {entry.word: entry.respelling for entry in cast.pronunciations}})
        path.write_text(f"{before}\n{written}", encoding="utf-8", newline="")
    for correction in cast.corrections:
        cast_file.add_correction(path, correction)
    if cast.identity.podcast_guid is not None:
        cast_file.remember_identity(path, cast.identity)


def without_lines(cast: Cast) -> Cast:
    narrator = None if cast.narrator is None else replace(cast.narrator, line=None)
    return replace(cast, narrator=narrator, roles=tuple(replace(role, line=None) for role in cast.roles))


_law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@_law
@given(casts())
def test_cast_to_toml_to_cast_is_identity(tmp_path_factory: pytest.TempPathFactory, cast: Cast) -> None:
    path = tmp_path_factory.mktemp("law") / "cast.toml"
    write(path, cast)
    assert without_lines(read_cast(path)) == cast


@_law
@given(casts())
def test_adding_twice_changes_nothing(tmp_path_factory: pytest.TempPathFactory, cast: Cast) -> None:
    path = tmp_path_factory.mktemp("law") / "cast.toml"
    write(path, cast)
    once = path.read_bytes() if path.exists() else b""
    write(path, cast)
    assert (path.read_bytes() if path.exists() else b"") == once


@_law
@given(casts(), st.data())
def test_adding_to_a_file_full_of_comments_keeps_every_line_in_its_order(
    tmp_path_factory: pytest.TempPathFactory, cast: Cast, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("law") / "cast.toml"
    half = data.draw(st.integers(0, len(cast.roles)))
    write(path, replace(cast, roles=cast.roles[:half], corrections=()))
    if not path.exists():
        return
    before = _with_comments(path.read_text(encoding="utf-8"))
    path.write_text(before, encoding="utf-8", newline="")
    write(path, cast)
    assert without_lines(read_cast(path)) == cast
    remaining = iter(path.read_bytes().decode().split("\n"))
    assert all(line in remaining for line in before.split("\n") if line)


def _with_comments(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{line}  # mine {n}\n# also mine {n}" if line else line for n, line in enumerate(lines))


@_law
@given(casts(), st.sampled_from(["set", "merge", "split", "rename", "correct"]), st.data())
def test_no_command_loses_a_comment(
    tmp_path_factory: pytest.TempPathFactory, cast: Cast, command: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("law") / "cast.toml"
    write(path, cast)
    if not cast.roles:
        return
    before = _with_comments(path.read_text(encoding="utf-8"))
    path.write_text(before, encoding="utf-8", newline="")
    role, other = data.draw(st.sampled_from(cast.roles)), data.draw(st.sampled_from(cast.roles))
    if command == "set":
        cast_file.set_role(path, role.name, RoleChange(profile="new", pitch_percent=3, aliases=role.aliases))
    elif command == "merge" and role != other:
        cast_file.merge_roles(path, role.name, into=other.name)
    elif command == "split" and role.aliases:
        cast_file.split_role(path, role.name, off=role.aliases[0])
    elif command == "rename":
        cast_file.rename_role(path, role.name, to=data.draw(st.sampled_from([*role.aliases, "Nobody Else"])))
    elif command == "correct":
        cast_file.add_correction(path, Correction(text="said", speaker=role.name))
    read_cast(path)
    after = path.read_text(encoding="utf-8")
    assert all(f"mine {n}\n" in after for n, line in enumerate(before.split("\n")) if f"# also mine {n}\n" in before)
