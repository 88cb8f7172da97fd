import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.labelled_script import read_first_line, write_first_line


@given(st.from_regex(r"[^\W_]+(-[^\W_]+)*", fullmatch=True))
def test_line_that_is_written_names_its_book(book: str) -> None:
    first = read_first_line(write_first_line(book) + "\r\ntitle: The Ferry\r\n")
    assert first is not None
    assert (first.is_readable, first.book) == (True, book)


def test_byte_order_mark_is_no_part_of_the_line() -> None:
    first = read_first_line("\ufeffaudiobook-script 1 ferry \n")
    assert first is not None
    assert (first.text, first.book) == ("audiobook-script 1 ferry", "ferry")


@pytest.mark.parametrize(
    ("text", "is_readable"),
    [
        ("audiobook-script 2 ferry\n", False),
        ("audiobook-script\n", False),
        ("audiobook-script: how I wrote it\n", False),
        ("audiobook-script 1\n", True),
        ("audiobook-script 1 the ferry\n", True),
        ("\n\naudiobook-script 1 ferry\n", True),
    ],
)
def test_damaged_line_names_no_book(text: str, is_readable: bool) -> None:
    first = read_first_line(text)
    assert first is not None
    assert (first.is_readable, first.book) == (is_readable, None)


@pytest.mark.parametrize("text", ["", "Once upon a time.", "my audiobook-script 1 ferry", "audiobook-scripts 1 ferry"])
def test_any_other_text_is_no_labelled_script(text: str) -> None:
    assert read_first_line(text) is None
