"""What is written in the story and read out by the narrator: letters, notes and signs become lines of their own.

Knows narration only: whatever a person in the story reads aloud is speech already. Refuses to know how it sounds.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from audiobook.model.script import SegmentKind
from audiobook.scripting.drafts import Draft
from audiobook.scripting.vocabulary.writing_words import SAYS_A_WRITING, WRITING_SPEAKS

_QUOTED = (
    '"[^"]+"|\u201c[^\u201d]+\u201d|\u201e[^\u201c\u201d]+[\u201c\u201d]|\u00ab[^\u00bb]+\u00bb|\u00bb[^\u00ab]+\u00ab'
    r"|\u2018[^\u2018]+?\u2019(?!\w)|'(?!\s)[^']*(?:'\w[^']*)*'(?!\w)"
)
_WRITTEN = rf"[*_]*(?:{_QUOTED})[*_]*[.,;:!?\u2026]*"
_WRITING = re.compile(
    rf"{WRITING_SPEAKS}(?P<after>{_WRITTEN})(?=\s*\Z|\s+[\"'\u201c\u2018*_]*[^\W\d_a-z])"
    rf"|(?P<before>{_WRITTEN})(?={SAYS_A_WRITING})"
)
"""A quotation that ends its sentence: one in the middle of it (`the label said "Poison" in red`) is a word of it."""


def set_writings_apart(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Make a line of every writing that narration quotes; together the lines are what they were."""
    return tuple(line for draft in drafts for line in _lines_of(draft))


def _lines_of(draft: Draft) -> Iterator[Draft]:
    if draft.kind is not SegmentKind.NARRATION:
        yield draft
        return
    position = 0
    for match in _WRITING.finditer(draft.text):
        start, end = match.span("after" if match["after"] else "before")
        yield from _part(draft, position, start)
        yield replace(
            draft, start=draft.start + start, end=draft.start + end, text=draft.text[start:end], is_writing=True
        )
        position = end
    yield from _part(draft, position, len(draft.text))


def _part(draft: Draft, start: int, end: int) -> Iterator[Draft]:
    """The rest of a line, if there is anything in it."""
    piece = draft.text[start:end]
    words = piece.strip()
    if words == draft.text:
        yield draft
    elif words:
        first = draft.start + start + len(piece) - len(piece.lstrip())
        yield replace(draft, start=first, end=first + len(words), text=words)
