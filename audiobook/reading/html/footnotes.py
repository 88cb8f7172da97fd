"""Which blocks of a page are the texts of footnotes: those that footnotes' marks lead to."""

from collections.abc import Iterator

from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.html.elements import HEADINGS

_LONGEST_CHARS = 6000
_HOLDERS = frozenset({"aside", "dd", "div", "dl", "dt", "li", "p", "section", "td", "tr"})


def is_footnote_body(element: Element, note_ids: frozenset[str]) -> bool:
    """Say whether a block is a footnote: a mark leads to it or to what stands at its very beginning."""
    if not note_ids or element.tag not in _HOLDERS or note_ids.isdisjoint(_leading_ids(element)):
        return False
    holds_heading = next(element.iter(*HEADINGS), None) is not None
    return not holds_heading and len(text_of(element)) <= _LONGEST_CHARS


def _leading_ids(element: Element) -> Iterator[str]:
    """Yield the names of the places before an element's first visible character."""
    for each in element.iter():
        yield from (value for value in (each.get("id"), each.get("name")) if value)
        if (each.text or "").strip() or (each is not element and (each.tail or "").strip()):
            return
