"""Dash dialogue: a dash begins a paragraph of speech, and what breaks the speech is set off in one of three ways.

    "Hello," said John. "Go!"  ->  —Hello —said John—. Go!        fenced, as in Spanish novels
                                   — Hello, — said John. — Go!    spaced, as in Polish and Russian novels
                                   —Hello, said John. Go!         bare, as in French novels and in Joyce's

Knows what such a paragraph looks like; refuses to know who speaks. Speech that begins inside a paragraph of narration
has no dash in this convention: it keeps double marks. So does a speech that runs over several paragraphs.
"""

from collections.abc import Callable, Iterator, Mapping

from judge.gold import GoldNovel

from typesetting.conventions import Convention
from typesetting.marks import Role, find_roles, paragraphs
from typesetting.retypeset import exchange

_MARKS = Convention(name="dashes", speech=("“", "”"), nested=("‘", "’"), apostrophe="’")
_DASH = "—"
_OLD_DASHES = ("--", "—", "–")
_PAUSES = ".,;:"


Roles = Mapping[int, Role]
Placed = Iterator[tuple[int, str]]
"""What stands in the place of which character."""


def set_fenced(novel: GoldNovel) -> GoldNovel:
    """Set paragraphs that begin with speech in dashes that fence off their tags, all others in curly doubles."""
    return _set_with_dashes(novel, _fence_paragraph)


def set_spaced(novel: GoldNovel) -> GoldNovel:
    """Set them with a dash between blanks on both sides of a tag."""
    return _set_with_dashes(novel, _space_paragraph)


def set_bare(novel: GoldNovel) -> GoldNovel:
    """Set them with a dash at the start and nothing around a tag."""
    return _set_with_dashes(novel, _bare_paragraph)


def _set_with_dashes(novel: GoldNovel, set_paragraph: Callable[[str, list[int], int], Placed]) -> GoldNovel:
    roles = find_roles(novel.text, novel.spans)
    marks = {index: _MARKS.mark(role) for index, role in roles.items()}
    characters = {index: mark for index, mark in marks.items() if mark is not None}
    for start, end in dash_paragraphs(novel.text, roles):
        characters |= dict(set_paragraph(novel.text, _speech_marks(roles, start, end), end))
    return exchange(novel, characters)


def dash_paragraphs(text: str, roles: Roles) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs that begin with speech, each quotation of which ends in it."""
    was_open = False
    for start, end in paragraphs(text):
        marks = _speech_marks(roles, start, end)
        is_open = bool(marks) and roles[marks[-1]] is Role.OPEN
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        takes_turns = all(
            roles[index] is (Role.CLOSE if number % 2 else Role.OPEN) for number, index in enumerate(marks)
        )
        if marks and marks[0] == first and takes_turns and not is_open and not was_open:
            yield start, end
        was_open = is_open


def _speech_marks(roles: Roles, start: int, end: int) -> list[int]:
    return [index for index in range(start, end) if roles.get(index) in (Role.OPEN, Role.CLOSE)]


def _fence_paragraph(text: str, marks: list[int], end: int) -> Placed:
    yield marks[0], _first_dash(text, marks[0], _DASH)
    for closing, opening in zip(marks[1::2], [*marks[2::2], end], strict=True):
        if text[closing + 1 : opening].strip():
            yield from _leave_speech(text, closing)
            if opening < end:
                yield from _resume_speech(text, opening)
        else:
            yield closing, ""
            if opening < end:
                yield opening, ""


def _space_paragraph(text: str, marks: list[int], end: int) -> Placed:
    yield marks[0], _first_dash(text, marks[0], f"{_DASH} ")
    for closing, opening in zip(marks[1::2], [*marks[2::2], end], strict=True):
        is_broken = bool(text[closing + 1 : opening].strip())
        yield closing, f" {_DASH}" if is_broken else ""
        if opening < end:
            yield opening, f"{_DASH} " if is_broken else ""


def _bare_paragraph(text: str, marks: list[int], end: int) -> Placed:
    yield marks[0], _first_dash(text, marks[0], _DASH)
    yield from ((mark, "") for mark in marks[1:] if mark < end)


def _first_dash(text: str, opening: int, dash: str) -> str:
    """Give the paragraph's dash, or nothing if the speech begins with one of its own."""
    return "" if text.startswith(_OLD_DASHES, opening + 1) else dash


def _leave_speech(text: str, closing: int) -> Placed:
    """Open the dash before a tag; a comma gives way to it."""
    if text[closing - 1] == ",":
        yield closing - 1, ""
    yield closing, f" {_DASH}"
    index = closing + 1
    while text[index].isspace():
        yield index, ""
        index += 1


def _resume_speech(text: str, opening: int) -> Placed:
    """Close the dash after a tag, before its full stop or comma."""
    index = opening - 1
    while text[index].isspace():
        index -= 1
    yield index, _DASH + text[index] if text[index] in _PAUSES else text[index] + _DASH
    yield opening, "" if index < opening - 1 else " "
