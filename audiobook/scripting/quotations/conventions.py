"""Which quotation marks a book uses for speech.

Knows counts over a whole book; refuses to cut anything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.scripting.quotations.quotation_marks import Direction, MarkFamily

_SPEECH_END = {
    MarkFamily.DOUBLE: re.compile(r'[,.!?…—–-][_*]{0,3}\s?["”“](?=\s|\Z|[—–-])'),
    MarkFamily.SINGLE: re.compile(r"[,.!?…—–-][_*]{0,3}\s?['’‘](?=\s|\Z|[—–-])"),
    MarkFamily.GUILLEMETS: re.compile(r"[,.!?…—–-]?[_*]{0,3}\s?[«»](?=\s|\Z|[,.—–-])"),
}
_SPEECH_START = {
    MarkFamily.DOUBLE: re.compile(r'\s*[_*]{0,3}["“„”]'),
    MarkFamily.SINGLE: re.compile(r"\s*[_*]{0,3}['‘‚]"),
    MarkFamily.GUILLEMETS: re.compile(r"\s*[_*]{0,3}[«»]"),
}
DASH_START = re.compile(r"\s*[_*]{0,3}(?:--|[—–―])\s*[_*]{0,3}(?=[\w¿¡…'’\"“«.])")
_LOW_MARKS = re.compile("[„‚]")
_OPENING_LEFT = re.compile(r"(?:^|(?<=[\s(]))«\s?(?=\w)", re.MULTILINE)
_OPENING_RIGHT = re.compile(r"(?:^|(?<=[\s(]))»(?=\w)", re.MULTILINE)
_FEWEST_DASHES = 2
_FEWEST_OF_A_PART = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """How a book marks speech.

    Attributes:
        family: the marks around speech.
        nominal: what a directional mark does where its neighbours leave it open.
        has_dashes: a dash at a paragraph's start begins speech.
    """

    family: MarkFamily
    nominal: dict[str, Direction]
    has_dashes: bool


def detect_convention(paragraphs: Sequence[str]) -> Convention:
    """Detect how the speech of these paragraphs is marked; double marks where nothing tells."""
    weights = {family: _weight(paragraphs, family) for family in MarkFamily}
    family = max(MarkFamily, key=lambda family: weights[family])
    dashes = sum(DASH_START.match(paragraph) is not None for paragraph in paragraphs)
    starts = sum(_SPEECH_START[family].match(paragraph) is not None for paragraph in paragraphs)
    return Convention(
        family=family,
        nominal=_nominal_directions(paragraphs),
        has_dashes=dashes >= _FEWEST_DASHES and (dashes > starts or family is MarkFamily.GUILLEMETS),
    )


def convention_of_part(paragraphs: Sequence[str], book: Convention) -> Convention:
    """Detect how a part of a book marks speech; the book's own way unless the part has another of its own throughout.

    Chapters by several hands, or collected over years, need not agree.
    """
    if _weight(paragraphs, book.family) > 0:
        return book
    has_own = any(_weight(paragraphs, family) >= _FEWEST_OF_A_PART for family in MarkFamily)
    return detect_convention(paragraphs) if has_own else book


def _weight(paragraphs: Sequence[str], family: MarkFamily) -> int:
    starts = sum(_SPEECH_START[family].match(paragraph) is not None for paragraph in paragraphs)
    return starts + sum(len(_SPEECH_END[family].findall(paragraph)) for paragraph in paragraphs)


def _nominal_directions(paragraphs: Sequence[str]) -> dict[str, Direction]:
    nominal = {"“": Direction.OPENS, "”": Direction.CLOSES, "„": Direction.OPENS, "‟": Direction.OPENS}
    if any(_LOW_MARKS.search(paragraph) for paragraph in paragraphs):
        nominal["“"] = Direction.CLOSES
    left = sum(len(_OPENING_LEFT.findall(paragraph)) for paragraph in paragraphs)
    right = sum(len(_OPENING_RIGHT.findall(paragraph)) for paragraph in paragraphs)
    opens, closes = ("»", "«") if right > left else ("«", "»")
    return nominal | {opens: Direction.OPENS, closes: Direction.CLOSES}
