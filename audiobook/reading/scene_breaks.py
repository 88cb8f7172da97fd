"""Lines that separate scenes: marks only, ornaments of x and o, "line break".

The rule is that of the wild, not of a standard: a line of marks only; or only x, o and 0 with three letters or more,
fewer if wrapped in marks. Pauses somebody might speak (an ellipsis, a question mark, a quoted mark) are none.
"""

import re

_LONGEST = 200
_NAMED = re.compile(
    r"[\W_]*(?:(?:line|scene|page|section)[\s_-]*(?:break|change|divider)|<hr\s*/?>|horizontal rule)[\W_]*",
    re.IGNORECASE,
)
_ORNAMENT_LETTERS = frozenset("xXoO0")
_QUOTATION_MARKS = frozenset("\"“”„«»‹›‘’'`")
_SPOKEN_MARKS = frozenset(".…?!,;‽¿¡")


def is_scene_break(line: str) -> bool:
    """Say whether a line (or several lines of marks) separates two scenes."""
    if len(line) > _LONGEST:
        return False
    if _NAMED.fullmatch(line):
        return True
    compact = [character for character in line if not character.isspace()]
    letters = [character for character in compact if character.isalnum()]
    if letters:
        return _is_ornament(compact, letters)
    return _is_row_of_marks(compact)


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
