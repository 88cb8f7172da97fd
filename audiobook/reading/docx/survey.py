"""A first look at a document, for what its paragraphs cannot know of each other."""

from collections import Counter
from dataclasses import dataclass

from audiobook.reading.documents.extracted import Role
from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.names import DRAWING, R, W, child, value
from audiobook.reading.docx.styles import StyleTable

_RARE = 8
"""One wider gap in so many paragraphs or fewer is a space between scenes; more of them space out every paragraph."""
_VISIBLE = (W + "t", W + "sym", W + "drawing", W + "pict", W + "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was seen.

    Attributes:
        scene_gap: this many empty paragraphs or more part two scenes; None if empty paragraphs mean nothing.
        has_title: one paragraph in the style of a book's title; chapters then stand one level below it.
        pictures: how often each picture comes, by the id of its relation.
    """

    scene_gap: int | None
    has_title: bool
    pictures: Counter[str]


def survey(root: Element, styles: StyleTable) -> Survey:
    """Look through a document's text."""
    gaps: Counter[int] = Counter()
    gap, titles, filled = 0, 0, False
    for paragraph in root.iter(W + "p"):
        if not _is_filled(paragraph):
            gap += 1
            continue
        gaps[gap] += filled
        gap, filled = 0, True
        titles += _is_title(paragraph, styles)
    pictures = Counter(blip.get(R + "embed") or "" for blip in root.iter(DRAWING + "blip"))
    return Survey(scene_gap=_scene_gap(gaps), has_title=titles == 1, pictures=pictures)


def _scene_gap(gaps: Counter[int]) -> int | None:
    """Find the gap that is rarer than, and wider than, the usual one between paragraphs."""
    total = gaps.total()
    usual = gaps.most_common(1)[0][0] if total else 0
    wider = sum(times for gap, times in gaps.items() if gap > usual)
    return usual + 1 if 0 < wider * _RARE <= total else None


def _is_filled(paragraph: Element) -> bool:
    return any(each.tag != W + "t" or (each.text or "").strip() for each in paragraph.iter(*_VISIBLE))


def _is_title(paragraph: Element, styles: StyleTable) -> bool:
    purpose = styles.style(value(child(paragraph, "pPr"), "pStyle")).purpose
    return purpose is not None and purpose.role is Role.HEADING and purpose.level == 0
