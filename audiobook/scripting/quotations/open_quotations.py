"""Quotations over a run of paragraphs: which are left open, and whether the next paragraph goes on with them.

Knows marks at paragraph borders; refuses to know what a quotation is for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiobook.scripting.quotations.conventions import Convention
from audiobook.scripting.quotations.dash_dialogue import find_dash_speech, goes_on_after_dash
from audiobook.scripting.quotations.quotation_marks import Direction, Mark
from audiobook.scripting.quotations.quotation_scanner import (
    Quotation,
    Reading,
    end_before_tag,
    pair_marks,
    pair_marks_nesting,
)
from audiobook.scripting.quotations.single_marks import find_family_marks

_VERSE_PARAGRAPHS = 12
"""Paragraphs without a mark (verse, a list) that may stand between an open quotation and its closing mark."""

_SHORT_SPEECH_WORDS = 12
"""A finished sentence shorter than this and left open is a forgotten mark, not a speech over several paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedParagraph:
    """A paragraph, its outermost quotations in the marks of the book's speech, and how it hangs together.

    Attributes:
        continues: the first quotation goes on from the paragraph before.
    """

    text: str
    quotations: tuple[Quotation, ...]
    convention: Convention
    continues: bool = False
    has_dash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _MarkedParagraph:
    text: str
    marks: list[Mark]

    @property
    def starts_open(self) -> bool:
        """An opening mark stands at the very start."""
        if not self.marks or self.marks[0].direction is Direction.CLOSES:
            return False
        return not self.text[: self.marks[0].index].strip(" \t\r\n_*([.…")

    @property
    def starts_closing(self) -> bool:
        """The first mark closes what was opened before this paragraph."""
        return bool(self.marks) and self.marks[0].direction is Direction.CLOSES


def quote_paragraphs(texts: Sequence[str], convention: Convention) -> list[QuotedParagraph]:
    """Find the outermost quotations of consecutive paragraphs."""
    marked = [
        _MarkedParagraph(text=text, marks=find_family_marks(text, convention.family, convention.nominal))
        for text in texts
    ]
    quoted: list[QuotedParagraph] = []
    open_for = 0
    for index, paragraph in enumerate(marked):
        goes_on = bool(quoted) and quoted[-1].has_dash and goes_on_after_dash(paragraph.text)
        if convention.dashes and (speech := find_dash_speech(paragraph.text, convention.dashes, goes_on=goes_on)):
            quoted.append(
                QuotedParagraph(
                    text=paragraph.text, quotations=speech, convention=convention, continues=goes_on, has_dash=True
                )
            )
            open_for = 0
            continue
        continues = open_for > 0
        reading, open_for = _read(marked, index, continues=continues, open_for=open_for)
        quoted.append(
            QuotedParagraph(
                text=paragraph.text, quotations=reading.quotations, convention=convention, continues=continues
            )
        )
    return quoted


def _read(marked: list[_MarkedParagraph], index: int, *, continues: bool, open_for: int) -> tuple[Reading, int]:
    """Read a paragraph; also say for how many further paragraphs its last quotation surely stays open."""
    paragraph = marked[index]
    is_open = continues and not paragraph.starts_open
    if is_open and not paragraph.marks:
        whole = Quotation(start=0, end=len(paragraph.text), is_opened=False, is_closed=False)
        return Reading(quotations=(whole,), depth=1), open_for - 1
    reading = pair_marks(paragraph.text, paragraph.marks, is_open=is_open)
    nested = pair_marks_nesting(paragraph.text, paragraph.marks, is_open=is_open)
    if not nested.depth:
        return reading, 0
    stays_open = _stays_open_for(marked, index)
    is_closed_later = stays_open > 0 and marked[index + stays_open].starts_closing
    if is_closed_later or (stays_open and _is_long_enough(paragraph.text, nested.quotations[-1])):
        has_tag = any(
            not quotation.is_closed and quotation.end < len(paragraph.text) for quotation in reading.quotations
        )
        return (reading if has_tag and reading.depth else nested), stays_open
    return _closed_by_force(paragraph.text, reading), 0


def _stays_open_for(marked: list[_MarkedParagraph], index: int) -> int:
    """Count the paragraphs over which a quotation left open goes on; 0 if it does not."""
    if index + 1 < len(marked) and marked[index + 1].starts_open:
        return 1
    for further in range(1, _VERSE_PARAGRAPHS + 1):
        if index + further >= len(marked):
            return 0
        if marked[index + further].marks:
            return further if marked[index + further].starts_closing else 0
    return 0


def _is_long_enough(text: str, quotation: Quotation) -> bool:
    """Tell a speech that goes on in the next paragraph from a line whose closing mark was forgotten."""
    words = text[quotation.start : quotation.end].split()
    return len(words) >= _SHORT_SPEECH_WORDS or words[-1][-1:] not in tuple(".!?")


def _closed_by_force(text: str, reading: Reading) -> Reading:
    if not reading.depth:
        return reading
    last = reading.quotations[-1]
    last = replace(last, end=end_before_tag(text, last.start, len(text)))
    return Reading(quotations=(*reading.quotations[:-1], last), depth=0)
