"""Draws the text out of a page: what is shown, block by block, and what each block is.

Knows how elements nest and which characters run together to one word. What elements mean is told by `semantics`,
`styles` and `story_archives`.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from audiobook.reading.documents.block_text import Emphasis
from audiobook.reading.documents.extracted import ExtractedMember, Role
from audiobook.reading.documents.member_writer import MemberWriter
from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.documents.reasons import (
    DRAWING,
    FOOTNOTE,
    GLOSS,
    HIDDEN_FROM_LISTENERS,
    NOTE_MARK,
    PAGE_NUMBER,
    PICTURE,
)
from audiobook.reading.documents.walking import walk
from audiobook.reading.html.elements import BLOCKS, EMPHASIS, HEADINGS, NEVER_SHOWN, SCREEN_PARTS
from audiobook.reading.html.footnotes import is_footnote_body
from audiobook.reading.html.semantics import (
    is_bare_mark,
    is_drop_cap,
    is_note_link,
    is_ornament,
    is_page_number,
    is_quotation,
    is_stanza,
    is_verse,
    note_reason,
)
from audiobook.reading.html.story_archives import StoryArchive, recognise_archive
from audiobook.reading.html.styles import StyleSheet
from audiobook.reading.html.survey import Survey, count_words
from audiobook.reading.html.tables import is_cell, is_row

_ITALIC_CLASS = re.compile(r"(?:^|[-_ ])(?:italics?|ital|emphasis|em|it|i)(?:$|[-_ ])", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)")
_LETTER = re.compile(r"[\"“‘'«„¡¿]?\s*[^\W\d_]")
_WORDS_OF_ONE_LETTER = frozenset("aioyàéèyo")
_ROLES = {
    "li": Role.LIST_ITEM,
    "dd": Role.LIST_ITEM,
    "dt": Role.LIST_ITEM,
    "td": Role.TABLE_CELL,
    "th": Role.TABLE_CELL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What holds for words at a place in the tree."""

    role: Role = Role.PARAGRAPH
    level: int | None = None
    reason: str | None = None
    emphasis: Emphasis = Emphasis.NONE


def extract_page(
    root: Element,
    found: Survey,
    *,
    name: str,
    sheet: StyleSheet,
    note_ids: Collection[str] = (),
    note: str | None = None,
) -> ExtractedMember:
    """Draw out a page.

    Args:
        root: of the page.
        found: what looking through it showed.
        name: of the member.
        sheet: its style sheets.
        note_ids: places in it that footnotes' marks lead to.
        note: why nothing in it is spoken, if its book says so; None if it is for its parts to say.
    """
    extractor = _Extractor(root, found, MemberWriter(name), sheet=sheet, note_ids=frozenset(note_ids))
    extractor.begin(note)
    walk(next(root.iter("body"), root), extractor)
    return extractor.writer.finish()


class _Extractor:
    def __init__(
        self, root: Element, found: Survey, writer: MemberWriter, *, sheet: StyleSheet, note_ids: frozenset[str]
    ) -> None:
        self.writer = writer
        self._root = root
        self._found = found
        self._sheet = sheet
        self._note_ids = note_ids
        self._archive: StoryArchive = recognise_archive(root)
        self._contexts = [_Context()]
        self._drop_cap = ""
        self._has_gap = False
        self._picture: str | None = None

    @cached_property
    def _words_of_page(self) -> Counter[str]:
        return count_words(self._root)

    def begin(self, note: str | None) -> None:
        if note is not None:
            self._contexts = [_Context(role=Role.NOTE, reason=note)]

    def enter(self, element: Element) -> bool:
        if element.tag in NEVER_SHOWN:
            self._leave_out_drawing(element)
            return False
        style = self._sheet.style(element.tag, element.attrib)
        if style.hidden or element.get("hidden") is not None:
            return False
        self._name_place(element)
        if element.tag == "br":
            self.writer.end_line()
            return False
        if element.tag == "hr":
            self._rule()
            return False
        if element.tag == "img":
            self._image(element)
            return False
        if self._omits(element):
            return False
        self._contexts.append(self._context_in(element))
        return True

    def text(self, words: str) -> None:
        context = self._contexts[-1]
        if self._drop_cap:
            if not words.strip():
                self._has_gap = True
                return
            words = self._after_drop_cap(words)
        if words.strip():
            self._open(context)
        self.writer.write(words, context.emphasis)

    def leave(self, element: Element) -> None:
        context = self._contexts.pop()
        if self._is_block(element):
            self._end_of_block(element, context)
        elif self._begins_with_drop_cap(element):
            self._drop_cap = text_of(element)[-1]
            self._has_gap = False

    def _open(self, context: _Context) -> None:
        self._picture = None
        if not self.writer.is_open:
            self.writer.open_block(context.role, level=context.level, reason=context.reason)

    def _name_place(self, element: Element) -> None:
        if self._is_block(element) and not self._is_line(element):
            self.writer.close_block()
            self._drop_cap = ""
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                self.writer.anchor(name)

    def _is_block(self, element: Element) -> bool:
        return element.tag in BLOCKS

    def _is_line(self, element: Element) -> bool:
        """Say whether a block is one line of a stanza that is open around it, or lies in a row of a table."""
        if self._contexts[-1].role is Role.TABLE_ROW:
            return True
        if self._contexts[-1].role is not Role.VERSE or element.tag not in {"p", "div"} or is_stanza(element):
            return False
        return next(element.iter("br"), None) is None and sum(1 for _ in islice(element.iter("p", "div"), 2)) == 1

    def _end_of_block(self, element: Element, context: _Context) -> None:
        if self._contexts[-1].role is Role.VERSE and context.role is Role.VERSE and self._is_line(element):
            self.writer.end_line()
            return
        if self._contexts[-1].role is Role.TABLE_ROW:
            if is_cell(element) and not self.writer.last_words.endswith("\n"):
                self.writer.end_line()
            return
        picture = self._picture
        if picture and context.role is Role.HEADING and not self.writer.is_open:
            self._open(context)
            self.writer.write(picture)
        blank = element.tag == "p" and not self.writer.is_open and not text_of(element) and self._picture is None
        if blank and self._found.blanks_part_scenes and context.role is not Role.NOTE and not list(element):
            self.writer.scene_break()
        self.writer.close_block()
        self._drop_cap = ""
        if context.role is Role.HEADING:
            self._picture = None

    def _rule(self) -> None:
        if self._contexts[-1].role is Role.NOTE:
            self.writer.close_block()
        else:
            self.writer.scene_break()

    def _omits(self, element: Element) -> bool:
        """Leave out an element inside a block whose words are seen but not said."""
        reason = self._reason_to_omit(element)
        if reason is not None:
            self.writer.omit(text_of(element), reason=reason)
        return reason is not None

    def _reason_to_omit(self, element: Element) -> str | None:
        if element.tag in {"rt", "rtc"}:
            return GLOSS
        if element.get("aria-hidden") == "true" and not self._is_block(element):
            return HIDDEN_FROM_LISTENERS
        if is_page_number(element):
            return PAGE_NUMBER
        if self._contexts[-1].role is Role.NOTE:
            return None
        follows_words = self.writer.is_open
        marks = is_note_link(element, follows_words=follows_words) or self._is_raised_link(
            element, follows_words=follows_words
        )
        if marks or (follows_words and is_bare_mark(element, before=self.writer.last_words)):
            return NOTE_MARK
        return None

    def _is_raised_link(self, element: Element, *, follows_words: bool) -> bool:
        inner = next(element.iter("a"), None) if element.tag in {"sup", "span"} else None
        if inner is None or text_of(inner) != text_of(element):
            return False
        return is_note_link(inner, follows_words=follows_words)

    def _context_in(self, element: Element) -> _Context:
        around = self._contexts[-1]
        if around.role is Role.NOTE and not self._archive.is_heading(element):
            return around
        if self._archive.is_heading(element):
            return _Context(role=Role.HEADING, level=HEADINGS[element.tag])
        reason = self._note_reason(element)
        if reason is not None:
            self.writer.close_block()
            return _Context(role=Role.NOTE, reason=reason)
        level = HEADINGS.get(element.tag)
        if level is not None:
            return _Context(role=Role.HEADING, level=level)
        context = replace(around, emphasis=self._emphasis_in(element, around.emphasis))
        if not self._is_block(element):
            return context
        return replace(context, role=self._role_in(element, around.role))

    def _note_reason(self, element: Element) -> str | None:
        reason = self._archive.note_reason(element) or SCREEN_PARTS.get(element.tag) or note_reason(element)
        if reason is None and self._is_block(element) and is_footnote_body(element, self._note_ids):
            return FOOTNOTE
        return reason

    def _role_in(self, element: Element, around: Role) -> Role:
        if element.tag == "pre":
            return Role.PREFORMATTED
        if around in {Role.VERSE, Role.PREFORMATTED, Role.TABLE_ROW}:
            return around
        if is_row(element):
            return Role.TABLE_ROW
        if is_verse(element):
            return Role.VERSE
        if is_quotation(element):
            return Role.QUOTATION
        if element.tag == "p" and around in {Role.LIST_ITEM, Role.TABLE_CELL}:
            return around
        return _ROLES.get(element.tag, around if around is Role.QUOTATION else Role.PARAGRAPH)

    def _emphasis_in(self, element: Element, around: Emphasis) -> Emphasis:
        style = self._sheet.style(element.tag, element.attrib)
        emphasis = around | EMPHASIS.get(element.tag, Emphasis.NONE)
        if style.italic is None and not self._is_block(element) and _ITALIC_CLASS.search(element.get("class") or ""):
            emphasis |= Emphasis.ITALIC
        for said, what in ((style.italic, Emphasis.ITALIC), (style.bold, Emphasis.BOLD)):
            if said is not None:
                emphasis = emphasis | what if said else emphasis & ~what
        return emphasis

    def _image(self, element: Element) -> None:
        alt = " ".join((element.get("alt") or "").split())
        context = self._contexts[-1]
        if (
            _LETTER.fullmatch(alt)
            and (is_drop_cap(element) or not self.writer.is_open)
            and context.role is Role.PARAGRAPH
        ):
            self._open(context)
            self.writer.write(alt)
            self._drop_cap, self._has_gap = alt[-1], False
        elif context.role is Role.HEADING:
            self._picture = alt
        elif not self.writer.is_open and self._parts_scenes(element) and context.role is not Role.NOTE:
            self.writer.scene_break()
            self._picture = ""
        else:
            self._picture = alt
            self.writer.omit(alt, reason=context.reason or PICTURE)

    def _parts_scenes(self, element: Element) -> bool:
        often = self._found.pictures[element.get("src") or ""] > 1
        return is_ornament(element) or (often and not (element.get("alt") or "").strip())

    def _leave_out_drawing(self, element: Element) -> None:
        if element.tag == "svg":
            words = " ".join(text_of(part) for part in element.iter("text"))
            self.writer.omit(words, reason=self._contexts[-1].reason or DRAWING)

    def _begins_with_drop_cap(self, element: Element) -> bool:
        words = text_of(element)
        if not _LETTER.fullmatch(words) or self.writer.opening.strip() != words:
            return False
        style = self._sheet.style(element.tag, element.attrib)
        return is_drop_cap(element) or bool(style.floats) or element.tag in {"span", "big", "font", "b"}

    def _after_drop_cap(self, words: str) -> str:
        """Join a large first letter with the rest of its word if white space in the file parts them ("O NCE upon")."""
        letter, self._drop_cap = self._drop_cap, ""
        parted = self._has_gap or words[:1].isspace()
        match = _FIRST_WORD.match(words)
        if not parted or not match:
            return words
        return words.lstrip() if self._is_one_word(letter, match[1]) else f" {words.lstrip()}"

    def _is_one_word(self, letter: str, rest: str) -> bool:
        """Ask the rest of the page: "once" is a word elsewhere in it and "nce" is not."""
        words = self._words_of_page
        joined, alone = words[(letter + rest).casefold()], words[rest.casefold()]
        if joined or alone > 1:
            return joined >= alone
        return letter.casefold() not in _WORDS_OF_ONE_LETTER
