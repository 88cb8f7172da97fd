from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audiobook.casting.cast_file import read_cast, remember_identity
from audiobook.casting.cast_reading import parse_cast
from audiobook.errors import CastError
from audiobook.model.identity import BookIdentity, ChapterIdentity

CHAPTER = ChapterIdentity(
    id="c1a2b3c4",
    first_published=datetime(2026, 11, 25, 2, 3, tzinfo=UTC),
    number=1,
    title='The "Ferry"',
    words=(1, 0x10000, 0xFFFFFF),
)
IDENTITY = BookIdentity(id="urn:uuid:1", podcast_guid="guid", chapters=(CHAPTER, replace(CHAPTER, id="c9", number=2)))
TOP = '# mine\n[book]\nid = "urn:uuid:1" # given once\n\n[narrator]\nvoice = "ada"\n'
TABLE = """
[program]
# This table is the program's: by it podcast apps know your chapters again. Please leave it as it is.
podcast_guid = "guid"

[program.chapters]
c1a2b3c4 = {published = "2026-11-25T02:03:00Z", number = 1, title = 'The "Ferry"', words = "AAABAQAA////"}
c9 = {published = "2026-11-25T02:03:00Z", number = 2, title = 'The "Ferry"', words = "AAABAQAA////"}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lex.toml"
    path.write_text(TOP, encoding="utf-8")
    return path


def test_it_goes_to_the_end_with_a_comment_that_says_whose_it_is(path: Path) -> None:
    remember_identity(path, IDENTITY)
    assert path.read_text(encoding="utf-8") == TOP + TABLE
    assert read_cast(path).identity == IDENTITY


def test_what_the_file_says_already_is_not_written_again(path: Path) -> None:
    remember_identity(path, IDENTITY)
    before = path.stat().st_ino
    remember_identity(path, IDENTITY)
    assert path.stat().st_ino == before


def test_only_the_line_of_a_changed_chapter_changes(path: Path) -> None:
    remember_identity(path, IDENTITY)
    retitled = replace(CHAPTER, title="The Boat")
    remember_identity(path, replace(IDENTITY, chapters=(retitled, IDENTITY.chapters[1])))
    text = path.read_text(encoding="utf-8")
    assert text == TOP + TABLE.replace("'The \"Ferry\"'", '"The Boat"', 1)


@pytest.mark.parametrize(
    "written",
    [
        "\n[program]\nx = 1 # from elsewhere\n",
        "\n[program]\npodcast_guid = 'guid'\n[program.chapters]\n# none yet\n",
        "\n[program.chapters]\nc9 = {published = '2026-11-25T02:03:00Z', words = ''} # was\n",
    ],
)
def test_what_else_stands_in_the_table_is_kept(path: Path, written: str) -> None:
    path.write_text(TOP + written, encoding="utf-8")
    remember_identity(path, IDENTITY)
    assert read_cast(path).identity == IDENTITY
    comments = [line.partition("#")[2] for line in (TOP + written).splitlines() if "#" in line]
    assert all(comment in path.read_text(encoding="utf-8") for comment in comments)


def test_windows_newlines_are_kept(path: Path) -> None:
    path.write_bytes(TOP.replace("\n", "\r\n").encode())
    remember_identity(path, IDENTITY)
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert read_cast(path).identity == IDENTITY


def test_chapters_are_read_in_the_order_of_their_numbers_and_those_that_left_come_last() -> None:
    entries = "".join(f'{id_} = {{published = "2026-01-01T00:00:00Z", number = {number}}}\n' for id_, number in NUMBERS)
    identity = parse_cast(f"[program.chapters]\n{entries}", file="lex.toml").identity
    assert [chapter.id for chapter in identity.chapters] == ["a", "b", "gone"]


NUMBERS = (("gone", 0), ("b", 2), ("a", 1))


def test_a_time_of_any_zone_is_understood() -> None:
    text = '[program.chapters]\nc = {published = "2026-11-25T04:03:00+02:00"}\n'
    (chapter,) = parse_cast(text, file="lex.toml").identity.chapters
    assert chapter.first_published == CHAPTER.first_published


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('{published = "yesterday"}', "published"),
        ("{number = 1}", "published"),
        ('{published = "2026-11-25T02:03:00"}', "with its zone"),
        ("{published = 2026-11-25T02:03:00Z}", "published must be text"),
        ('{published = "2026-11-25T02:03:00Z", number = -1}', "number"),
        ('{published = "2026-11-25T02:03:00Z", number = "1"}', "number"),
        ('{published = "2026-11-25T02:03:00Z", words = "AA"}', "words"),
        ('{published = "2026-11-25T02:03:00Z", words = "?"}', "words"),
        ('{published = "0001-01-01T00:00:00+14:00"}', "published"),
        ('{published = "0001-01-01T00:00:00Z"}', "a time of the years 1900 to 8999"),
        ("7", "must be a table"),
    ],
)
def test_an_entry_that_is_wrong_is_named_with_its_line(entry: str, told: str) -> None:
    with pytest.raises(CastError, match=rf"lex\.toml:2: .*{told}") as caught:
        parse_cast(f"[program.chapters]\nc1 = {entry}\n", file="lex.toml")
    assert caught.value.hint
