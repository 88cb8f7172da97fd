"""What a paragraph is in its document, by its style, its own properties and where it stands."""

from dataclasses import dataclass

from audiobook.reading.documents.extracted import Role
from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.names import attribute, child, flag, value
from audiobook.reading.docx.styles import (
    ListPlace,
    RunForm,
    StyleTable,
    has_rule,
    outline_purpose,
    read_list_place,
)

_TITLE_PAGE = "title page"
_DROPPED = frozenset({"drop", "margin"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a paragraph stands.

    Attributes:
        role: of ordinary paragraphs there.
        reason: why nothing there is spoken; None if it is.
        has_title: the document has a title above its chapters.
    """

    role: Role = Role.PARAGRAPH
    reason: str | None = None
    has_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphForm:
    """What a paragraph is.

    Attributes:
        run: how its words look unless they say otherwise.
        place: its list, where it is numbered or has a bullet.
        style_id: of its style.
        is_drop_cap: a large first letter, in a frame of its own before its paragraph.
        runs_on: the end of the paragraph is deleted, so the next one goes on with it.
        draws_rule: a line above or below it; without words, it is a rule.
        breaks_before: it begins a new page.
        ends_section: a section of the document ends with it.
    """

    role: Role
    run: RunForm
    level: int | None = None
    reason: str | None = None
    place: ListPlace | None = None
    style_id: str | None = None
    is_drop_cap: bool = False
    runs_on: bool = False
    draws_rule: bool = False
    breaks_before: bool = False
    ends_section: bool = False


def read_paragraph_form(paragraph: Element, styles: StyleTable, around: Surroundings) -> ParagraphForm:
    """Tell what a paragraph is."""
    properties = child(paragraph, "pPr")
    style_id = value(properties, "pStyle")
    style = styles.style(style_id)
    purpose = outline_purpose(properties) or style.purpose
    place = read_list_place(properties) or style.place
    role = purpose.role if purpose is not None else Role.PARAGRAPH
    level, reason = (purpose.level, purpose.reason) if purpose is not None else (None, None)
    if around.reason is not None:
        role, level, reason = Role.NOTE, None, around.reason
    elif role is Role.HEADING and purpose is not None and purpose.is_subtitle and around.has_title:
        role, level, reason = Role.NOTE, None, _TITLE_PAGE
    elif role is Role.HEADING and level is not None:
        level = max(1, level + around.has_title)
    elif role is Role.PARAGRAPH:
        role = Role.LIST_ITEM if place and around.role is Role.PARAGRAPH and place.list_id != "0" else around.role
    return ParagraphForm(
        role=role,
        run=style.run,
        level=level,
        reason=reason,
        place=place,
        style_id=style_id,
        is_drop_cap=attribute(child(properties, "framePr"), "dropCap") in _DROPPED,
        runs_on=child(child(properties, "rPr"), "del") is not None,
        draws_rule=has_rule(properties) or style.has_rule,
        breaks_before=flag(properties, "pageBreakBefore") or False,
        ends_section=value(child(properties, "sectPr"), "type") not in {"continuous", "nextColumn"}
        and child(properties, "sectPr") is not None,
    )
