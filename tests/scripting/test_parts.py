"""Parts of a book that are spoken, or left out, because a person says so."""

from pathlib import Path

import pytest

from audiobook.casting.cast_file import read_cast
from audiobook.errors import CastError
from audiobook.model.manuscript import BlockKind, Manuscript
from audiobook.model.reading_wish import ReadingWish
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.parts import LEFT_OUT, name_of_reason, switch_parts

STORY = """\
The Ferry Book

by Ann Author

For my mother, who never read it.

Chapter 1

Wren lit the lamp.

Author's Note: Thanks, all!

Chapter 2

Odile slept on.

Author's Note: Thanks, all!
"""


@pytest.fixture
def manuscript(tmp_path: Path) -> Manuscript:
    (tmp_path / "ferry.txt").write_text(STORY, encoding="utf-8")
    return read_manuscript(tmp_path / "ferry.txt", book="ferry")


def wish(text: str, *, spoken: bool = True, chapter: int | None = None, occurrence: int | None = None) -> ReadingWish:
    return ReadingWish(text=text, spoken=spoken, place="voices/ferry.toml:3", chapter=chapter, occurrence=occurrence)


def notes(manuscript: Manuscript) -> list[tuple[int, str]]:
    text = manuscript.sources[0].text
    return [
        (chapter.number, text[block.start : block.end])
        for chapter in manuscript.chapters
        for block in chapter.blocks
        if block.kind is BlockKind.NOTE
    ]


def test_a_reason_switches_on_every_part_that_is_skipped_for_it(manuscript: Manuscript) -> None:
    for text in ("title page", "The Title Page", "a title page"):
        switched, stray = switch_parts(manuscript, [wish(text)])
        assert not stray
        assert next(words for _, words in notes(switched)).startswith("For my mother")
    switched, _ = switch_parts(manuscript, [wish("author’s note")])
    assert len(notes(manuscript)) - len(notes(switched)) == 2


def test_first_words_switch_on_one_part_whatever_its_white_space(manuscript: Manuscript) -> None:
    switched, stray = switch_parts(manuscript, [wish("for  my\nmother")])
    assert not stray
    assert len(notes(switched)) == len(notes(manuscript)) - 1
    _, stray = switch_parts(manuscript, [wish("For my moth")])
    assert stray


def test_hints_choose_among_parts_that_begin_alike(manuscript: Manuscript) -> None:
    switched, _ = switch_parts(manuscript, [wish("Author's Note: Thanks", chapter=2, occurrence=1)])
    assert [chapter for chapter, words in notes(switched) if "Thanks" in words] == [1]
    switched, _ = switch_parts(manuscript, [wish("author's note", chapter=1)])
    assert [chapter for chapter, words in notes(switched) if "Thanks" in words] == [2]


def test_what_is_spoken_can_be_left_out_and_a_heading_too(manuscript: Manuscript) -> None:
    switched, stray = switch_parts(manuscript, [wish("Wren lit", spoken=False), wish("Chapter 2", spoken=False)])
    assert not stray
    assert (1, "Wren lit the lamp.") in notes(switched)
    assert (2, "Chapter 2") in notes(switched)
    assert {block.reason for block in switched.chapters[1].blocks if block.kind is BlockKind.NOTE} >= {LEFT_OUT}


def test_an_entry_that_means_nothing_is_a_finding_with_the_reasons_there_are(manuscript: Manuscript) -> None:
    same, stray = switch_parts(manuscript, [wish("dedicaton"), wish("No such words", spoken=False)])
    assert same == manuscript
    assert stray[0].startswith('voices/ferry.toml:3: "dedicaton" in speak means no part of this book')
    assert "dedication" in stray[0].partition(";")[2]
    assert "skip" in stray[1]


def test_a_reason_is_named_without_article_and_detail() -> None:
    assert name_of_reason('a reply to a reviewer ("Sue" is nobody in the story)') == "reply to a reviewer"
    assert name_of_reason("the table of contents") == "table of contents"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("speak = 3", "speak must be a list of texts"),
        ("speak = [3]", "speak must be a list of texts"),
        ('speak = [""]', "an empty text"),
        ("skip = [{ chapter = 1 }]", "needs the words"),
        ('skip = [{ text = "a", chapters = 1 }]', '"chapters" means nothing'),
        ('spoken = ["a"]', '"spoken" means nothing'),
    ],
)
def test_a_wrong_entry_names_file_and_line(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "ferry.toml"
    path.write_text(f"[reading]\n{line}\n", encoding="utf-8")
    with pytest.raises(CastError, match=r"ferry\.toml:2: ") as caught:
        read_cast(path)
    assert complaint in caught.value.message
