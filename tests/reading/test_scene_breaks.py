"""Lines that separate scenes, and lines that only look like it."""

import pytest

from audiobook.reading.scene_breaks import is_scene_break
from tests.reading.manuscripts import kinds_of

_BREAKS = (
    "* * *", "***", "---", "~~~", "#", "*", "—", "_____", "=====", "~*~", "-*-*-", "* ~ * ~ *", "•", "❦", "……",
    ". . . . .", "o0o", "oOo", "~oOo~", "xxx", "XoXoX", "x x x", "-x-", "*X*", "~o~", "line break", "LINE BREAK",
    "|||", ">>>>>>", "> * * *", "<><><>",
    "--- Line Break ---", "Scene break", "[scene break]", "*linebreak*", "<hr>", "<hr />", "\\* \\* \\*",
)  # fmt: skip
_NOT_BREAKS = (
    "I", "X", "XX", "xi", "0", "00", "...", "…", ". . .", "“...”", "?", "!", "?!", "“—”", '"***"', ":)", "ox", "box",
    "100", ">", "> >", ">>", "|---|---|", "| :-- | --: |", "--- | ---", "| | |",
    "Break", "line", "A line break.", "", "   ",
)  # fmt: skip


@pytest.mark.parametrize("line", _BREAKS)
def test_separator_is_a_scene_break(line: str) -> None:
    assert is_scene_break(line)
    assert kinds_of(f"Maud waited.\n\n{line}\n\nIt rained.\n")[1][0] == "scene_break"


@pytest.mark.parametrize("line", _NOT_BREAKS)
def test_words_numbers_and_spoken_marks_are_no_scene_break(line: str) -> None:
    assert not is_scene_break(line)


def test_numeral_of_ornament_letters_is_a_chapter_when_it_is_its_turn() -> None:
    tens = ("", "X", "XX")
    units = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    numerals = [ten + unit for ten in tens for unit in units]
    text = "\n\n".join(f"{numeral}\n\nMaud waited." for numeral in numerals)
    assert [words for kind, words in kinds_of(text) if kind == "heading"] == numerals


def test_neighbouring_rows_of_marks_are_one_break() -> None:
    assert [kind for kind, _ in kinds_of("Maud waited.\n\n* *\n\n * *\n\n* *\n\nIt rained.\n")] == [
        "paragraph",
        "scene_break",
        "paragraph",
    ]
