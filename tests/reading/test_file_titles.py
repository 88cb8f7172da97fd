"""File names that tell a chapter's title, and those that only order or encode."""

import pytest

from audiobook.reading.file_titles import title_from_chapter_file


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("prologue", "Prologue"),
        ("00_prologue", "Prologue"),
        ("02 - the ferry", "The Ferry"),
        ("TheFerry", "The Ferry"),
        ("chapter_03", "Chapter 3"),
        ("ch03", "Chapter 3"),
        ("03 chapter ii", "Chapter II"),
        ("letter-4", "Letter 4"),
        ("part_ii", "Part II"),
        ("lost_ferry_05_the-storm", "The Storm"),
        ("interlude 2", "Interlude 2"),
        ("паром", "Паром"),
    ],
)
def test_name_of_words_is_a_title(stem: str, title: str) -> None:
    assert title_from_chapter_file(stem, book_title="Lost Ferry") == title


@pytest.mark.parametrize(
    "stem",
    [
        "1", "007", "000_16ff64271809f903", "16ff64271809f903", "550e8400-e29b-41d4-a716-446655440000", "2024-05-01",
        "lost_ferry_05", "Lost Ferry", "untitled", "new document 3", "final_v2", "x", "qwrt", "_", "ferry1987x",
    ],
)  # fmt: skip
def test_name_that_is_an_index_a_code_or_the_books_tells_nothing(stem: str) -> None:
    assert title_from_chapter_file(stem, book_title="Lost Ferry") is None
