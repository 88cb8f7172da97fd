"""The styles of a document: what they say of their paragraphs and words, with what they are based on."""

from dataclasses import dataclass, fields

from audiobook.reading.documents.extracted import Role
from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.names import W, attribute, child, flag, number, value
from audiobook.reading.docx.style_names import StylePurpose, purpose_of_style

_LONGEST_CHAIN = 50
_RAISED_HALF_POINTS = 4
_BODY_TEXT = 9
"""`w:outlineLvl` of what is no heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunForm:
    """How words look; None where nothing is said.

    Attributes:
        font: in small letters.
    """

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None
    language: str | None = None

    def over(self, below: "RunForm") -> "RunForm":
        """Give this form, and where it says nothing the one below it."""
        chosen = {
            each.name: getattr(below if getattr(self, each.name) is None else self, each.name) for each in fields(self)
        }
        return RunForm(**chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """Which list a paragraph is in, and how deep; level counts from 0."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style with all that it is based on.

    Attributes:
        purpose: what its paragraphs are; None if they are ordinary.
        has_rule: a line is drawn above or below its paragraphs.
    """

    run: RunForm = RunForm()
    purpose: StylePurpose | None = None
    place: ListPlace | None = None
    has_rule: bool = False


_PLAIN = Style()


class StyleTable:
    """The styles of a document, by their ids."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else list(root.iter(W + "style"))
        self._elements = {attribute(each, "styleId") or "": each for each in elements}
        self._known: dict[str, Style] = {}
        self._default = next(
            (
                attribute(each, "styleId") or ""
                for each in elements
                if attribute(each, "type") == "paragraph" and attribute(each, "default") in {"1", "true", "on"}
            ),
            "",
        )

    def style(self, style_id: str | None) -> Style:
        """Give a style, or what paragraphs without one have."""
        key = self._default if style_id is None else style_id
        if key not in self._known:
            self._known[key] = self._resolve(key)
        return self._known[key]

    def _resolve(self, style_id: str) -> Style:
        found = _PLAIN if style_id in self._elements else _unlisted(style_id)
        seen: set[str] = set()
        current: str | None = style_id
        while current in self._elements and current not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(current)
            found = _over(found, _own_style(self._elements[current], current))
            current = value(self._elements[current], "basedOn")
        return found


def read_run_form(properties: Element | None) -> RunForm:
    """Read what run properties (`w:rPr`) say."""
    if properties is None:
        return RunForm()
    fonts = child(properties, "rFonts")
    font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    return RunForm(
        italic=flag(properties, "i"),
        bold=flag(properties, "b"),
        hidden=flag(properties, "vanish"),
        raised=_is_raised(properties),
        font=font.lower() if font else None,
        language=value(properties, "lang"),
    )


def _is_raised(properties: Element) -> bool | None:
    align, height = value(properties, "vertAlign"), number(value(properties, "position"))
    if align is None and height is None:
        return None
    return align == "superscript" or (height or 0) >= _RAISED_HALF_POINTS


def read_list_place(properties: Element | None) -> ListPlace | None:
    """Read which list paragraph properties (`w:pPr`) name; list "0" takes a paragraph out of its style's list."""
    place = child(properties, "numPr")
    list_id = value(place, "numId")
    return None if list_id is None else ListPlace(list_id=list_id, level=min(number(value(place, "ilvl")) or 0, 8))


def outline_purpose(properties: Element | None) -> StylePurpose | None:
    """Read the outline level of paragraph properties: a heading's, or none."""
    level = number(value(properties, "outlineLvl"))
    if level is None:
        return None
    return (
        StylePurpose(role=Role.PARAGRAPH) if level >= _BODY_TEXT else StylePurpose(role=Role.HEADING, level=level + 1)
    )


def has_rule(properties: Element | None) -> bool:
    """Say whether a line is drawn above or below, but no box around."""
    borders = child(properties, "pBdr")
    sides = {side for side in ("top", "bottom", "left", "right") if _is_drawn(borders, side)}
    return bool(sides) and not sides & {"left", "right"}


def _is_drawn(borders: Element | None, side: str) -> bool:
    return (value(borders, side) or "none") not in {"none", "nil"}


def _own_style(element: Element, style_id: str) -> Style:
    properties = child(element, "pPr")
    is_paragraph = attribute(element, "type") in {"paragraph", None}
    named = purpose_of_style(value(element, "name") or style_id) if is_paragraph else None
    return Style(
        run=read_run_form(child(element, "rPr")),
        purpose=named or outline_purpose(properties),
        place=read_list_place(properties),
        has_rule=has_rule(properties),
    )


def _unlisted(style_id: str) -> Style:
    """Read a style that the document uses but does not define: its id is all there is."""
    return Style(purpose=purpose_of_style(style_id))


def _over(upper: Style, below: Style) -> Style:
    return Style(
        run=upper.run.over(below.run),
        purpose=upper.purpose or below.purpose,
        place=upper.place or below.place,
        has_rule=upper.has_rule or below.has_rule,
    )
