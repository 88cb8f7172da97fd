"""Lines that separate scenes: marks only, ornaments of x and o, "line break".

The rule is that of the wild, not of a standard: a line of marks only; or only x, o and 0 with three letters or more,
fewer if wrapped in marks. Pauses somebody might speak (an ellipsis, a question mark, a quoted mark) are none, nor are
marks that only lay out what stands around them: the empty line of a block quotation, the rule of a table.
"""

import re

_LONGEST = 200
_NAMED = re.compile(
    r"[\W_]*(?:(?:line|scene|page|section)[\s_-]*(?:break|change|divider)|<hr\s*/?>|horizontal rule)[\W_]*",
    re.IGNORECASE,
)
_ORNAMENT_LETTERS = frozenset("xXoO0")
_OTHER_LETTER = re.compile(r"[^\W_xXoO0]")
_QUOTATION_MARKS = frozenset("\"“”„«»‹›‘’'`")
_SPOKEN_MARKS = frozenset(".…?!,;‽¿¡")
_EMPTY_QUOTED_LINE = re.compile(r"(?:>\s*){1,3}")
"""Deeper quotations are not written; a longer row of these marks is an ornament."""
_TABLE_RULE = re.compile(r"\|(?:[ \t]*:?[-=]*:?[ \t]*\|)+|:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+")
_STROKES = re.compile(r"\|+")


def is_scene_break(line: str) -> bool:
    """Say whether a line (or several lines of marks) separates two scenes."""
    if len(line) > _LONGEST:
        return False
    if _OTHER_LETTER.search(line):  # nearly every line of a book; it is no ornament, whatever else stands in it
        return _NAMED.fullmatch(line) is not None
    if layout_mark_reason(line):
        return False
    compact = [character for character in line if not character.isspace()]
    letters = [character for character in compact if character.isalnum()]
    if letters:
        return _is_ornament(compact, letters)
    return _is_row_of_marks(compact)


def layout_mark_reason(line: str) -> str | None:
    """Say what a line of marks lays out if it is part of a block quotation or a table; None if it is no such line.

    A table's row may be empty cells or the rule below its header; strokes right beside each other are an ornament.
    """
    if len(line) > _LONGEST:
        return None
    if _EMPTY_QUOTED_LINE.fullmatch(line):
        return "an empty line of a block quotation"
    if _TABLE_RULE.fullmatch(line) and not _STROKES.fullmatch(line):
        return "a table's row without words"
    return None


def _is_ornament(compact: list[str], letters: list[str]) -> bool:
    is_number = len(letters) > 1 and set(letters) == {"0"}
    if is_number or not set(letters) <= _ORNAMENT_LETTERS:
        return False
    marks = [character for character in compact if not character.isalnum()]
    if any(mark in _QUOTATION_MARKS or mark in _SPOKEN_MARKS for mark in marks):
        return False
    wrapped = not compact[0].isalnum() and not compact[-1].isalnum()
    return len(letters) >= 3 or wrapped


def _is_row_of_marks(compact: list[str]) -> bool:
    marks = [character for character in compact if character.isprintable()]
    if not marks or any(mark in _QUOTATION_MARKS for mark in marks):
        return False
    if set(marks) <= _SPOKEN_MARKS:
        dots = marks.count(".") + 3 * marks.count("…")
        return set(marks) <= {".", "…"} and dots >= 5
    return len(marks) >= 3 or not set(marks) & set("():;")
