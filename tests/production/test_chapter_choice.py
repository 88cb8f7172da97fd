"""Chapters named on the command line."""

import pytest

from audiobook.errors import UsageError
from audiobook.production.chapter_choice import choose_chapters, parse_chapters


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("2", {2}),
        ("3-5,8", {3, 4, 5, 8}),
        (" 1 , 2 - 3 ", {1, 2, 3}),
        ("7-", {7, 8, 9}),
        ("9,1,1", {1, 9}),
        ("2–3", {2, 3}),
    ],
)
def test_numbers_and_stretches_are_read(text: str, chosen: set[int]) -> None:
    assert choose_chapters(parse_chapters(text), range(1, 10)) == chosen


@pytest.mark.parametrize("text", ["", "x", "1,,2", "-3", "3-2", "1.5", "1-2-3", "²"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="--chapters") as caught:
        parse_chapters(text)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["12", "0", "3-12", "12-"])
def test_a_chapter_that_the_book_has_not_is_named_with_those_it_has(text: str) -> None:
    with pytest.raises(UsageError, match=r"chapter (12|0) of 4: the book has 4 chapters"):
        choose_chapters(parse_chapters(text), range(1, 5))


def test_no_choice_means_every_chapter() -> None:
    assert choose_chapters(None, (1, 2)) == {1, 2}
