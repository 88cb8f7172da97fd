"""Title pages, bylines, dedications and Project Gutenberg's frame."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind
from tests.reading.manuscripts import notes_in, of_kind, read_text, shown, titles

_P = "Maud walked down to the pier and looked for the ferry. It was late, and the gulls were asleep."


@pytest.mark.parametrize(
    "page",
    [
        "THE LOST SHIP\n\nBy Ada Moss",
        "The Lost Ship\n\nby\n\nAda Moss\n\n(1814)",
        "THE LOST SHIP\n\n     by\n\nADA MOSS",
        "The Lost Ship\n\nA Novel by Ada Moss\n\nTranslated by B. Noone\n\nFor my mother",
        "The Lost Ship\nby Ada Moss",
        "Title: The Lost Ship\n\nAuthor: Ada Moss",
    ],
)
def test_title_page_is_notes_and_names_book_and_author(tmp_path: Path, page: str) -> None:
    manuscript = read_text(tmp_path, f"{page}\n\n\nCHAPTER I\n\n{_P}\n")
    assert (manuscript.title, manuscript.author) == ("The Lost Ship", "Ada Moss")
    assert titles(manuscript) == ["Chapter I"]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P]


@pytest.mark.parametrize("name", ["Åsa Öhlund", "Émile de Çelik", "村上 春樹"])
def test_author_may_begin_with_any_letter(tmp_path: Path, name: str) -> None:
    manuscript = read_text(tmp_path, f"The Lost Ship\nby {name}\n\nA/N: Hi everybody!\n\nChapter One\n\n{_P}\n")
    assert (manuscript.title, manuscript.author) == ("The Lost Ship", name)


_HEADER = (
    "Rating: T\nFandom: Original Work\n"
    "Summary: Maud looks for a ferry, and finds one that should not be there, on a night that went on for a week."
)


@pytest.mark.parametrize("page", ["The Lost Ship\n\nby starfall_quill", "The Lost Ship\nby starfall_quill"])
@pytest.mark.parametrize("note", ["", "A/N: Thanks to my beta! This one got away from me.\n\n"])
@pytest.mark.parametrize("heading", ["", "Chapter 1: The Pier\n\n"])
def test_pen_name_and_fields_of_a_fan_fiction_are_its_title_page(
    tmp_path: Path, page: str, note: str, heading: str
) -> None:
    manuscript = read_text(tmp_path, f"{page}\n\n{_HEADER}\n\n{note}{heading}{_P}\n\n{_P}\n")
    assert (manuscript.title, manuscript.author) == ("The Lost Ship", "starfall_quill")
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P, _P]


def test_title_page_of_a_story_without_headings_ends_at_the_byline(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"THE LOST SHIP\n\nby Ada Moss\n\n{_P}\n\n{_P}\n")
    assert (manuscript.title, manuscript.author) == ("The Lost Ship", "Ada Moss")
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P, _P]


def test_title_alone_above_a_story_is_a_heading(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"The Lost Ferry\n\n{_P}\n")
    assert manuscript.title == "The Lost Ferry"
    assert shown(manuscript)[0] == ("heading", "The Lost Ferry")


def test_first_words_of_a_story_are_no_title(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"Rain.\n\n{_P}\n")
    assert shown(manuscript)[0] == ("paragraph", "Rain.")
    assert manuscript.title == "The Lost Ferry"


def test_opening_scene_before_the_first_heading_is_narration(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"{_P}\n\nCHAPTER I\n\n{_P}\n")
    assert of_kind(manuscript, BlockKind.NOTE) == []


def test_title_page_of_a_later_volume_is_notes(tmp_path: Path) -> None:
    inner = "THE LOST FERRY:\n\nA Novel.\n\nVOL. II.\n\nLondon:\nPrinted for B. Noone.\n1813."
    text = f"CHAPTER I.\n\n{_P}\n\nEND OF VOL. I.\n\n\n{inner}\n\n\nCHAPTER I.\n\n{_P}\n"
    manuscript = read_text(tmp_path, text)
    assert titles(manuscript) == ["Chapter I", "Vol. II, Chapter I"]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P, "END OF VOL. I.", _P]


def test_gutenbergs_frame_is_notes_and_its_header_names_the_book(tmp_path: Path) -> None:
    text = (
        "The Project Gutenberg EBook of The Lost Ship\n\nTitle: The Lost Ship\n\nAuthor: Ada Moss\n\n"
        "Language: French\n\n"
        "*** START OF THIS PROJECT GUTENBERG EBOOK THE LOST SHIP ***\n\nProduced by B. Noone\n\n"
        f"CHAPTER I\n\n{_P}\n\nEnd of the Project Gutenberg EBook of The Lost Ship\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK THE LOST SHIP ***\n\nCHAPTER 1. Licence\n\nDo as you like.\n"
    )
    manuscript = read_text(tmp_path, text)
    assert (manuscript.title, manuscript.author, manuscript.language) == ("The Lost Ship", "Ada Moss", "fr")
    assert titles(manuscript) == ["Chapter I"]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P]


def test_story_that_begins_with_short_lines_is_not_swallowed() -> None:
    assert notes_in(f"Rain.\n\nMore rain.\n\nIt rained on Maud.\n\n{_P}\n") == []


def test_downloaded_story_has_its_header_contents_and_end_mark_as_notes(tmp_path: Path) -> None:
    header = (
        "The Lost Ship\n\nby gullfan\n\n\nGenre: Drama\nStatus: Complete\nSummary: Maud waits.\n\nTABLE OF CONTENTS\n\n"
    )
    text = f"{header}1. Chapter 1\n2. Chapter 2\n\n\n\tChapter 1\n\n{_P}\n\n\tChapter 2\n\n{_P}\n\nEnd file.\n"
    manuscript = read_text(tmp_path, text)
    assert (manuscript.title, manuscript.author) == ("The Lost Ship", "gullfan")
    assert titles(manuscript) == ["Chapter 1", "Chapter 2"]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P, _P]
