"""Paragraphs in every way that text files set them."""

import pytest

from audiobook.model.manuscript import SourceFormat
from tests.reading.manuscripts import kinds_of

_WRAPPED = (
    "Maud walked down to the pier and looked for the ferry, which was late\n"
    "again, and the gulls on the roof of the shed were asleep, and nobody\n"
    "came."
)
_FOLDED = " ".join(_WRAPPED.split())


def _paragraphs(text: str, *, source_format: SourceFormat = SourceFormat.PLAIN) -> list[str]:
    return [words for kind, words in kinds_of(text, source_format=source_format) if kind == "paragraph"]


def test_hard_wrapped_lines_up_to_a_blank_line_are_one_paragraph() -> None:
    assert _paragraphs(f"{_WRAPPED}\n\n{_WRAPPED}\n") == [_FOLDED, _FOLDED]


def test_one_line_a_paragraph_with_blank_lines_between() -> None:
    assert _paragraphs("Maud waited.\n\n“No,” she said.\n\nIt rained.\n") == [
        "Maud waited.",
        "“No,” she said.",
        "It rained.",
    ]


def test_one_line_a_paragraph_without_any_blank_line() -> None:
    assert _paragraphs("Maud waited.\n“No,” she said.\nIt rained.\n") == [
        "Maud waited.",
        "“No,” she said.",
        "It rained.",
    ]


def test_long_lines_are_paragraphs_each_even_without_blank_lines() -> None:
    line = "Maud waited for the ferry, and it did not come, and it did not come, " * 4
    assert len(_paragraphs(f"{line}\n{line}\n{line}\n")) == 3


def test_indented_first_line_begins_a_paragraph() -> None:
    indented = "\n".join(f"    {_WRAPPED}" for _ in range(3))
    assert _paragraphs(indented) == [_FOLDED] * 3


def test_indented_letter_within_wrapped_prose_stays_one_paragraph() -> None:
    letter = "\n".join(f"     {line}" for line in _WRAPPED.splitlines())
    assert _paragraphs(f"{_WRAPPED}\n\n{letter}\n\n{_WRAPPED}\n") == [_FOLDED] * 3


def test_wrapped_text_with_neither_blank_lines_nor_indents_splits_after_short_last_lines() -> None:
    assert _paragraphs("\n".join([_WRAPPED] * 6)) == [_FOLDED] * 6


def test_line_of_marks_splits_a_paragraph_that_it_touches() -> None:
    assert kinds_of("Maud waited.\n***\nIt rained.\n") == [
        ("paragraph", "Maud waited."),
        ("scene_break", "***"),
        ("paragraph", "It rained."),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n", "\u2028"])
def test_newlines_of_every_kind_end_lines(newline: str) -> None:
    assert _paragraphs(newline.join(("Maud waited.", "", "It rained."))) == ["Maud waited.", "It rained."]


def test_markdown_joins_lines_up_to_a_blank_line() -> None:
    text = "Maud waited.\nIt rained.\n\nIt stopped.\n"
    assert _paragraphs(text, source_format=SourceFormat.MARKDOWN) == ["Maud waited. It rained.", "It stopped."]


def test_line_of_invisible_characters_is_not_spoken() -> None:
    assert kinds_of("Maud waited.\n\n\u200b\n\nIt rained.\n")[1][0] == "note"
