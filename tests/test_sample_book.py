"""The sample book, read and scripted as a whole, against who says what as a careful reader has it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind, Manuscript
from audiobook.model.script import NARRATOR, Character, Gender, Script, Segment, SegmentKind
from audiobook.reading.book_folder import find_books
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script

PROJECT = Path(__file__).parents[1]
BOOK = PROJECT / "seeds" / "the-bear-at-quarter-to-eight"
GOLD = Path(__file__).parent / "data" / "the-bear-at-quarter-to-eight.tsv"
TOGETHER = " + "


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLine:
    chapter: int
    kind: str
    speakers: tuple[str, ...]
    opening: str


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    return read_manuscript(BOOK, book=BOOK.name)


@pytest.fixture(scope="module")
def script(manuscript: Manuscript) -> Script:
    return write_script(manuscript)


def read_gold() -> tuple[GoldLine, ...]:
    rows = [row.split("\t") for row in GOLD.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    return tuple(
        GoldLine(chapter=int(chapter), kind=kind, speakers=tuple(speakers.split(TOGETHER)), opening=opening)
        for chapter, kind, speakers, opening in rows
    )


def is_said_or_thought(segment: Segment) -> bool:
    return segment.kind in {SegmentKind.DIALOGUE, SegmentKind.THOUGHT}


def find_character(script: Script, name: str) -> Character | None:
    def bare(text: str) -> str:
        return text.casefold().removeprefix("the ")

    found = [who for who in script.characters if bare(name) in {bare(known) for known in (who.name, *who.aliases)}]
    return found[0] if len(found) == 1 else None


def named_as_in_script(script: Script, name: str) -> str:
    """Translate a name of the gold into the main name that the script gave to that character."""
    found = find_character(script, name)
    return found.name if found is not None else f"nobody or several called {name}"


def as_row(chapter: int, kind: str, speakers: tuple[str, ...], opening: str) -> str:
    return f"{chapter} {kind} {TOGETHER.join(speakers)}: {opening}"


def test_every_line_has_the_speaker_a_reader_hears(script: Script) -> None:
    gold = read_gold()
    expected = [
        as_row(line.chapter, line.kind, tuple(named_as_in_script(script, name) for name in line.speakers), line.opening)
        for line in gold
    ]
    lines = [segment for segment in script.segments if is_said_or_thought(segment)]
    lengths = [len(line.opening) for line in gold] + [44] * len(lines)
    found = [
        as_row(line.chapter, line.kind.value, line.speakers, line.text[:length])
        for line, length in zip(lines, lengths, strict=False)
    ]
    assert found == expected


def test_postman_and_radio_voice_are_one_character(script: Script) -> None:
    assert named_as_in_script(script, "Ludo") == named_as_in_script(script, "Lamplighter")


def test_everybody_who_speaks_is_somebody_else(script: Script) -> None:
    names = {name for line in read_gold() for name in line.speakers}
    assert sorted(who.name for who in script.characters) == sorted(named_as_in_script(script, name) for name in names)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Tilda", Gender.FEMALE),
        ("Zillah", Gender.FEMALE),
        ("Nessa", Gender.FEMALE),
        ("Bram", Gender.MALE),
        ("Pym", Gender.MALE),
        ("Ludo", Gender.MALE),
    ],
)
def test_text_tells_the_gender(script: Script, name: str, gender: Gender) -> None:
    found = find_character(script, name)
    assert found is not None
    assert found.gender is gender


def test_four_chapters_have_their_titles(script: Script) -> None:
    assert [chapter.title for chapter in script.chapters] == [
        "Chapter One: A Duchess in the Bath",
        "Chapter Two: The Dentist Who Couldn't Possibly Say",
        "Chapter Three: The Sorting Office",
        "Chapter Four: Everybody",
    ]


def test_book_is_named_after_its_folder(script: Script) -> None:
    assert script.title.casefold() == "the bear at quarter to eight"


def test_scene_breaks_are_found(manuscript: Manuscript) -> None:
    kinds = [[block.kind for block in chapter.blocks] for chapter in manuscript.chapters]
    assert [chapter.count(BlockKind.SCENE_BREAK) for chapter in kinds] == [1, 1, 0, 1]


def test_authors_note_is_kept_and_not_spoken(script: Script) -> None:
    note = script.segments[-1]
    assert note.text.startswith("Author's Note: The audiobook leaves this part out")
    assert (note.kind, note.spoken, note.speaker) == (SegmentKind.NOTE, False, None)


def test_scare_quotes_stay_with_the_narrator(script: Script) -> None:
    for words in ('"little token"', '"modesty"'):
        around = [segment for segment in script.segments if words in segment.text]
        assert [(segment.kind, segment.speaker) for segment in around] == [(SegmentKind.NARRATION, NARRATOR)]


def test_labels_of_radio_play_and_tape_are_not_spoken(script: Script) -> None:
    labels = [segment.text for segment in script.segments if segment.kind is SegmentKind.NOTE][:-1]
    assert [label.rstrip(": ") for label in labels] == [
        *("Duchess", "Bear", "Duchess", "Bear"),
        *("Zillah", "Pym", "Bram", "Nessa", "Bram", "Zillah", "Tilda"),
    ]
    assert not any(segment.spoken for segment in script.segments if segment.kind is SegmentKind.NOTE)


def test_readme_of_the_seeds_is_not_a_book() -> None:
    assert find_books(PROJECT / "seeds") == (BOOK,)
