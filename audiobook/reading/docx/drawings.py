"""Pictures and drawings: the texts in their boxes, their descriptions, and lines that are drawn as shapes."""

from dataclasses import dataclass

from audiobook.reading.documents.parsing import Element, local_name
from audiobook.reading.docx.names import COMPATIBILITY, OFFICE_DRAWING, R, W

_DESCRIBED = frozenset({"docPr", "shape", "imagedata"})
_ALTERNATIVES = frozenset({COMPATIBILITY + "Choice", COMPATIBILITY + "Fallback"})
_MOST_DESCRIPTION_CHARS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a drawing holds.

    Attributes:
        boxes: their contents, each with paragraphs.
        description: for those who do not see it; empty if there is none.
        picture: the id of its picture's relation; empty if it has none.
        is_rule: a horizontal line.
    """

    boxes: tuple[Element, ...]
    description: str
    picture: str
    is_rule: bool


def read_drawing(element: Element) -> Drawing:
    """Look through a `w:drawing`, `w:pict` or `w:object`; boxes inside boxes are theirs to read."""
    boxes: list[Element] = []
    description, picture, is_rule = "", "", False
    waiting = [element]
    while waiting:
        each = waiting.pop()
        name = local_name(each)
        if each.tag == W + "txbxContent":
            boxes.append(each)
            continue
        if name in _DESCRIBED and not description:
            description = each.get("descr") or each.get("alt") or ""
        if name == "blip" and not picture:
            picture = each.get(R + "embed") or ""
        is_rule = is_rule or each.get(OFFICE_DRAWING + "hr") in {"t", "true"}
        waiting += reversed([inner for inner in each if not is_fallback(inner)])
    return Drawing(
        boxes=tuple(boxes),
        description=" ".join(description[:_MOST_DESCRIPTION_CHARS].split()),
        picture=picture,
        is_rule=is_rule,
    )


def is_fallback(element: Element) -> bool:
    """Say whether an element repeats, for old programs, what stands in a choice before it."""
    if element.tag not in _ALTERNATIVES:
        return False
    above = element.getparent()
    return above is not None and next(iter(above)) is not element
