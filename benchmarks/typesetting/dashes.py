"""Dash dialogue, as Spanish novels set it: a dash begins a paragraph of speech, and dashes fence off what breaks it.

    "Hello," said John. "Go!"  ->  —Hello —said John—. Go!

Knows what such a paragraph looks like; refuses to know who speaks. Speech that begins inside a paragraph of narration
has no dash in this convention: it keeps double marks. So does a speech that runs over several paragraphs.
"""

from collections.abc import Iterator, Mapping

from judge.gold import GoldNovel

from typesetting.conventions import Convention
from typesetting.marks import Role, find_roles, paragraphs
from typesetting.retypeset import exchange

_MARKS = Convention(name="dashes", speech=("“", "”"), nested=("‘", "’"), apostrophe="’")
_DASH = "—"
_OLD_DASHES = ("--", "—", "–")
_PAUSES = ".,;:"


def set_with_dashes(novel: GoldNovel) -> GoldNovel:
    """Set every paragraph that begins with speech in dashes and all others in curly doubles."""
    roles = find_roles(novel.text, novel.spans)
    marks = {index: _MARKS.mark(role) for index, role in roles.items()}
    characters = {index: mark for index, mark in marks.items() if mark is not None}
    for start, end in dash_paragraphs(novel.text, roles):
        characters |= dict(_set_paragraph(novel.text, roles, start, end))
    return exchange(novel, characters)


def dash_paragraphs(text: str, roles: Mapping[int, Role]) -> Iterator[tuple[int, int]]:
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


def _speech_marks(roles: Mapping[int, Role], start: int, end: int) -> list[int]:
    return [index for index in range(start, end) if roles.get(index) in (Role.OPEN, Role.CLOSE)]


def _set_paragraph(text: str, roles: Mapping[int, Role], start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield what stands in the place of which character."""
    marks = _speech_marks(roles, start, end)
    yield marks[0], "" if text.startswith(_OLD_DASHES, marks[0] + 1) else _DASH
    for closing, opening in zip(marks[1::2], [*marks[2::2], end], strict=True):
        if text[closing + 1 : opening].strip():
            yield from _leave_speech(text, closing)
            if opening < end:
                yield from _resume_speech(text, opening)
        else:
            yield closing, ""
            if opening < end:
                yield opening, ""


def _leave_speech(text: str, closing: int) -> Iterator[tuple[int, str]]:
    """Open the dash before a tag; a comma gives way to it."""
    if text[closing - 1] == ",":
        yield closing - 1, ""
    yield closing, f" {_DASH}"
    index = closing + 1
    while text[index].isspace():
        yield index, ""
        index += 1


def _resume_speech(text: str, opening: int) -> Iterator[tuple[int, str]]:
    """Close the dash after a tag, before its full stop or comma."""
    index = opening - 1
    while text[index].isspace():
        index -= 1
    yield index, _DASH + text[index] if text[index] in _PAUSES else text[index] + _DASH
    yield opening, "" if index < opening - 1 else " "
