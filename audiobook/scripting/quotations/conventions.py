"""Which quotation marks a book uses for speech.

Knows counts over a whole book; refuses to cut anything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiobook.model.quotation_marks import QuotationMarks
from audiobook.scripting.quotations.dash_style import DashStyle, detect_dash_style, find_dashed
from audiobook.scripting.quotations.quotation_marks import (
    CORNER_MARKS,
    DOUBLE_MARKS,
    GUILLEMET_MARKS,
    SINGLE_MARKS,
    Direction,
    MarkFamily,
)

_SPEECH_END = {
    MarkFamily.DOUBLE: re.compile(r'[,.!?…—–-][_*]{0,3}\s?["”“](?=\s|\Z|[—–-])'),
    MarkFamily.SINGLE: re.compile(r"[,.!?…—–-][_*]{0,3}\s?['’‘]{1,2}(?=\s|\Z|[—–-])"),
    MarkFamily.GUILLEMETS: re.compile(r"[,.!?…—–-]?[_*]{0,3}\s?[«»](?=\s|\Z|[,.—–-])"),
    MarkFamily.CORNER: re.compile("[」』]"),
}
_SPEECH_START = {
    MarkFamily.DOUBLE: re.compile(r'\s*[_*]{0,3}["“„”]'),
    MarkFamily.SINGLE: re.compile(r"\s*[_*]{0,3}['‘‚`]"),
    MarkFamily.GUILLEMETS: re.compile(r"\s*[_*]{0,3}[«»]"),
    MarkFamily.CORNER: re.compile(r"\s*[「『]"),
}
_ALL_OF = {
    MarkFamily.DOUBLE: DOUBLE_MARKS,
    MarkFamily.SINGLE: SINGLE_MARKS,
    MarkFamily.GUILLEMETS: GUILLEMET_MARKS,
    MarkFamily.CORNER: CORNER_MARKS,
}
_LOW_MARKS = re.compile("[„‚]")
_OPENING_LEFT = re.compile(r"(?:^|(?<=[\s(]))«\s?(?=\w)", re.MULTILINE)
_OPENING_RIGHT = re.compile(r"(?:^|(?<=[\s(]))»(?=\w)", re.MULTILINE)
_FEWEST_OF_A_PART = 10
_LEAST_SHARE_OF_DASHES = 0.02
"""A novel told without speech may begin a paragraph or two with a dash."""

_LEFT = {"«": Direction.OPENS, "»": Direction.CLOSES}
_RIGHT = {"»": Direction.OPENS, "«": Direction.CLOSES}
_ASKED: dict[QuotationMarks, tuple[MarkFamily, dict[str, Direction]]] = {
    QuotationMarks.DOUBLE: (MarkFamily.DOUBLE, {"“": Direction.OPENS}),
    QuotationMarks.SINGLE: (MarkFamily.SINGLE, {}),
    QuotationMarks.GUILLEMETS: (MarkFamily.GUILLEMETS, _LEFT),
    QuotationMarks.REVERSED_GUILLEMETS: (MarkFamily.GUILLEMETS, _RIGHT),
    QuotationMarks.LOW_HIGH: (MarkFamily.DOUBLE, {"“": Direction.CLOSES}),
    QuotationMarks.CORNER: (MarkFamily.CORNER, {}),
}
_MARKS_OF = {
    MarkFamily.DOUBLE: QuotationMarks.DOUBLE,
    MarkFamily.SINGLE: QuotationMarks.SINGLE,
    MarkFamily.CORNER: QuotationMarks.CORNER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """How a book marks speech.

    Attributes:
        family: the marks around speech.
        nominal: what a directional mark does where its neighbours leave it open.
        dashes: how speech that a dash begins goes on; None if no dash begins speech.
        is_asked: a person said so; no part of the book decides otherwise.
    """

    family: MarkFamily
    nominal: dict[str, Direction]
    dashes: DashStyle | None
    is_asked: bool = False

    @property
    def marks(self) -> QuotationMarks:
        """The convention in the words of the cast file."""
        match self.family:
            case MarkFamily.GUILLEMETS:
                is_reversed = self.nominal["»"] is Direction.OPENS
                return QuotationMarks.REVERSED_GUILLEMETS if is_reversed else QuotationMarks.GUILLEMETS
            case _ if self.dashes is not None:
                return QuotationMarks.DASH
            case MarkFamily.DOUBLE if self.nominal["“"] is Direction.CLOSES:
                return QuotationMarks.LOW_HIGH
            case _:
                return _MARKS_OF[self.family]


def settle_convention(paragraphs: Sequence[str], asked: QuotationMarks) -> Convention:
    """Settle how the speech of a book is marked: as a person says, otherwise as it looks."""
    detected = detect_convention(paragraphs)
    if asked is QuotationMarks.AUTO:
        return detected
    if asked is QuotationMarks.DASH:
        style = detected.dashes or detect_dash_style(find_dashed(paragraphs)) or DashStyle.BARE
        inside = MarkFamily.DOUBLE if detected.family is MarkFamily.GUILLEMETS else detected.family
        return replace(detected, family=inside, dashes=style, is_asked=True)
    family, asked_directions = _ASKED[asked]
    return Convention(
        family=family,
        nominal=detected.nominal | asked_directions,
        dashes=detect_dash_style(find_dashed(paragraphs)) if family is MarkFamily.GUILLEMETS else None,
        is_asked=True,
    )


def detect_convention(paragraphs: Sequence[str]) -> Convention:
    """Detect how the speech of these paragraphs is marked; double marks where nothing tells."""
    weights = {family: _weight(paragraphs, family) for family in MarkFamily}
    family = max(MarkFamily, key=lambda family: weights[family])
    dashed = find_dashed(paragraphs)
    starts = sum(_SPEECH_START[family].match(paragraph) is not None for paragraph in paragraphs)
    prevails = len(dashed) > starts and len(dashed) >= _LEAST_SHARE_OF_DASHES * len(paragraphs)
    return Convention(
        family=family,
        nominal=_nominal_directions(paragraphs),
        dashes=detect_dash_style(dashed) if prevails or family is MarkFamily.GUILLEMETS else None,
    )


def convention_of_part(paragraphs: Sequence[str], book: Convention) -> Convention:
    """Detect how a part of a book marks speech; the book's own way unless the part has another of its own throughout.

    Chapters by several hands, or collected over years, need not agree.
    """
    if book.is_asked:
        return book
    has_books_marks = any(_marks_speech(paragraph, book.family) for paragraph in paragraphs)
    has_dashes = book.dashes is None and len(find_dashed(paragraphs)) >= _FEWEST_OF_A_PART
    if has_dashes or (not has_books_marks and _has_others(paragraphs)):
        own = detect_convention(paragraphs)
        return own if not has_books_marks or own.dashes is not None else book
    return book


def _has_others(paragraphs: Sequence[str]) -> bool:
    return any(_weight(paragraphs, family) >= _FEWEST_OF_A_PART for family in MarkFamily)


def _weight(paragraphs: Sequence[str], family: MarkFamily) -> int:
    return sum(_marks_speech(paragraph, family) for paragraph in paragraphs)


def _marks_speech(paragraph: str, family: MarkFamily) -> int:
    """Count how often marks of a family stand where speech starts or ends."""
    if not any(mark in paragraph for mark in _ALL_OF[family]):
        return 0
    starts = _SPEECH_START[family].match(paragraph) is not None
    return starts + len(_SPEECH_END[family].findall(paragraph))


def _nominal_directions(paragraphs: Sequence[str]) -> dict[str, Direction]:
    nominal = {"“": Direction.OPENS, "”": Direction.CLOSES, "„": Direction.OPENS, "‟": Direction.OPENS}
    nominal |= {"「": Direction.OPENS, "『": Direction.OPENS, "」": Direction.CLOSES, "』": Direction.CLOSES}
    if any(_LOW_MARKS.search(paragraph) for paragraph in paragraphs):
        nominal["“"] = Direction.CLOSES
    left = sum(len(_OPENING_LEFT.findall(paragraph)) for paragraph in paragraphs if "«" in paragraph)
    right = sum(len(_OPENING_RIGHT.findall(paragraph)) for paragraph in paragraphs if "»" in paragraph)
    return nominal | (_RIGHT if right > left else _LEFT)
