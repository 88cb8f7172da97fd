"""The numbers that a word processor writes before headings and items of lists ("Chapter 3", "iv.", "b)")."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.names import W, attribute, children, flag, number, value
from audiobook.reading.docx.styles import ListPlace

_PLACEHOLDER = re.compile(r"%([1-9])")
_UNIT_WORDS = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen "
    "Eighteen Nineteen"
)
_UNITS = _UNIT_WORDS.split()
_TENS = ["-", "-", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_SMALL_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_LETTERS = 4
_UNNUMBERED = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one depth of a list is numbered; `pattern` holds "%1" for the number of the outermost depth."""

    pattern: str
    format: str
    start: int
    digits_only: bool


class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    def __init__(self, root: Element | None) -> None:
        self._definitions: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * 9)
        self._begun: set[tuple[str, int]] = set()
        for element in children(root):
            if element.tag == W + "abstractNum":
                self._define(element)
            elif element.tag == W + "num":
                self._use(element)

    def label(self, place: ListPlace) -> str:
        """Count a paragraph and give its number as shown; empty if its list shows none."""
        definition = self._definitions.get(place.list_id)
        level = self._levels.get((definition, place.level)) if definition is not None else None
        if definition is None or level is None:
            return ""
        counts = self._counts[definition]
        counts[place.level] = self._next(place, counts[place.level], level)
        counts[place.level + 1 :] = [None] * (8 - place.level)
        if level.format in _UNNUMBERED:
            return ""
        return _PLACEHOLDER.sub(lambda match: self._shown(definition, int(match[1]) - 1, level), level.pattern).strip()

    def _next(self, place: ListPlace, count: int | None, level: _Level) -> int:
        key = (place.list_id, place.level)
        restarts = key in self._starts and key not in self._begun
        self._begun.add(key)
        if restarts:
            return self._starts[key]
        return level.start if count is None else count + 1

    def _shown(self, definition: str, index: int, shown_in: _Level) -> str:
        level = self._levels.get((definition, index))
        if level is None:
            return ""
        count = self._counts[definition][index]
        return _written(level.start if count is None else count, "decimal" if shown_in.digits_only else level.format)

    def _define(self, element: Element) -> None:
        definition = attribute(element, "abstractNumId") or ""
        for each in element:
            depth = number(attribute(each, "ilvl"))
            if each.tag == W + "lvl" and depth is not None:
                start = number(value(each, "start"))
                self._levels[definition, depth] = _Level(
                    pattern=(value(each, "lvlText") or "")[:100],
                    format=value(each, "numFmt") or "decimal",
                    start=1 if start is None else start,
                    digits_only=flag(each, "isLgl") or False,
                )

    def _use(self, element: Element) -> None:
        list_id = attribute(element, "numId") or ""
        self._definitions[list_id] = value(element, "abstractNumId") or ""
        for each in element:
            depth, start = number(attribute(each, "ilvl")), number(value(each, "startOverride"))
            if each.tag == W + "lvlOverride" and depth is not None and start is not None:
                self._starts[list_id, depth] = start


def _written(count: int, form: str) -> str:
    return _FORMS.get(form, str)(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    letters = ""
    for worth, sign in (*_ROMAN, *_SMALL_ROMAN):
        letters += sign * (count // worth)
        count %= worth
    return letters


def _letter(count: int) -> str:
    """Write as Word does: z is followed by aa, zz by aaa."""
    if not 0 < count <= 26 * _MOST_LETTERS:
        return str(count)
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _words(count: int) -> str:
    if count < len(_UNITS):
        return _UNITS[count]
    if count >= 100:
        return str(count)
    tens, units = divmod(count, 10)
    return f"{_TENS[tens]}-{_UNITS[units].lower()}" if units else _TENS[tens]


_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "upperRoman": _roman,
        "lowerRoman": lambda count: _roman(count).lower(),
        "upperLetter": _letter,
        "lowerLetter": lambda count: _letter(count).lower(),
        "cardinalText": _words,
        "decimalZero": lambda count: f"{count:02d}",
    }
)
