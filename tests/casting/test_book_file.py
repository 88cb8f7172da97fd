from pathlib import Path

import pytest

from audiobook.casting.book_file import read_book_file
from audiobook.errors import CastError
from audiobook.model.cast import BookDetails


def read(folder: Path, text: str) -> BookDetails:
    (folder / "book.toml").write_text(text, encoding="utf-8")
    return read_book_file(folder / "book.toml")


def test_missing_file_says_nothing(tmp_path: Path) -> None:
    assert read_book_file(tmp_path / "book.toml") == BookDetails()


def test_everything_that_describes_a_book_is_read(tmp_path: Path) -> None:
    text = """\
title = "The “Ferry” 🐉"
subtitle = "A tale"
author = "Ann Author"
year = 1994
series = "River Tales"
series_part = 2
language = "en-GB"
description = '''
Two
lines'''
genre = "Fantasy"
publisher = "Nobody"
cover = "front.png"
"""
    assert read(tmp_path, text) == BookDetails(
        title="The “Ferry” 🐉",
        subtitle="A tale",
        author="Ann Author",
        year="1994",
        series="River Tales",
        series_part="2",
        language="en-GB",
        description="Two\nlines",
        genre="Fantasy",
        publisher="Nobody",
        cover="front.png",
    )


def test_a_language_by_its_name_is_its_tag_and_a_blank_one_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, 'language = "English"').language == "en"
    assert read(tmp_path, 'language = " "').language is None


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('\ntitel = "x"', r'book\.toml:2: "titel" means nothing in book\.toml', 'did you mean "title"?'),
        ("author = 3", r"book\.toml:1: author must be text in quotation marks, not 3", 'write: author = "3"'),
        ('\nlanguage = "klingon"', r'book\.toml:2: language = "klingon" is no language', "en-GB"),
        ("year = true", r"book\.toml:1: year must be text", 'write: year = "true"'),
        ("[series]\nname = 'x'", r"book\.toml:1: series must be text in quotation marks, not a table", ""),
        ('id = "urn:uuid:1"', r'book\.toml:1: "id" means nothing', ""),
        ("title = ", r"book\.toml:1: not valid TOML", ""),
    ],
)
def test_mistake_is_named_with_its_line(text: str, message: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(CastError, match=message) as caught:
        read(tmp_path, text)
    assert hint in (caught.value.hint or "")
