"""Draws the text out of a document's body: what is shown, run by run, and what each paragraph is.

Knows how paragraphs, runs, tables, notes and boxes nest. Tracked insertions are text, tracked deletions are not.
What styles, numbers, fields and symbols mean is told by the modules of these names.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Mapping
from types import MappingProxyType

from audiobook.errors import ManuscriptError
from audiobook.reading.documents.extracted import Role
from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.documents.reasons import CONTENTS, FOOTNOTE, GLOSS, NOTE_MARK, PICTURE
from audiobook.reading.documents.walking import walk
from audiobook.reading.docx.drawings import is_fallback, read_drawing
from audiobook.reading.docx.fields import FieldStack, field_reason
from audiobook.reading.docx.names import MATH, W, attribute, child, children, flag, value
from audiobook.reading.docx.notes import Notes
from audiobook.reading.docx.numbering import Numbering
from audiobook.reading.docx.paragraph_form import Surroundings, read_paragraph_form
from audiobook.reading.docx.paragraph_writer import ParagraphWriter
from audiobook.reading.docx.runs import emphasis_of, is_underlined, read_run
from audiobook.reading.docx.styles import RunForm, StyleTable
from audiobook.reading.docx.survey import Survey
from audiobook.reading.docx.symbols import is_symbol_font, read_symbol

_DELETED = "deleted, in a tracked change"
_HIDDEN = "hidden text"
_COMMENT = "a comment in the margin"
_PLACEHOLDER = "a placeholder of the form"
_SYMBOL = "a symbol that stands for no word"
_GALLERIES: Mapping[str, str] = MappingProxyType(
    {"table of contents": CONTENTS, "cover pages": "title page", "bibliographies": "a bibliography"}
)
_PASSED_OVER = frozenset(
    W + name for name in ("rPr", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rubyPr", "softHyphen")
)
_TYPED: Mapping[str, str] = MappingProxyType({W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-"})
_MANUAL_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡])[\])]?")
_BEFORE_MARK = re.compile(r"(?:[^\W\d_]{4,}|[.,;:!?…\"”’)\]])$")


class BodyExtractor:
    """Visits a document's elements; `paragraphs` takes what they say."""

    def __init__(
        self, *, root: Element, name: str, styles: StyleTable, numbering: Numbering, notes: Notes, found: Survey
    ) -> None:
        """Begin a document.

        Args:
            root: of the part that holds the text.
            name: of the member and, in messages, of the file.
        """
        self.paragraphs = ParagraphWriter(name, scene_gap=found.scene_gap)
        self.languages: Counter[str] = Counter()
        self._name = name
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._found = found
        self._fields = FieldStack(root)
        self._run = RunForm()
        self._underlined = False
        self._links = 0
        self._glosses: list[str] = []
        self._reasons: list[str | None] = [None]
        self._roles = [Role.PARAGRAPH]
        self._waiting: deque[tuple[Element, str | None]] = deque()
        self._is_catching_up = False
        self._beginnings = self._what_begins()
        self._ends = self._what_ends()

    def _what_begins(self) -> Mapping[str, Callable[[Element], bool]]:
        return {
            W + "p": self._begin_paragraph,
            W + "r": self._begin_run,
            W + "t": self._words,
            MATH + "t": self._words,
            W + "sym": self._symbol,
            W + "br": self._break,
            W + "cr": self._break,
            W + "del": self._deletion,
            W + "moveFrom": self._deletion,
            W + "delText": self._deletion,
            W + "footnoteReference": self._footnote,
            W + "endnoteReference": self._endnote,
            W + "commentReference": self._comment,
            W + "drawing": self._drawing,
            W + "pict": self._drawing,
            W + "object": self._drawing,
            W + "rt": self._gloss,
            W + "bookmarkStart": self._bookmark,
            W + "fldChar": self._field_mark,
            W + "instrText": self._instruction,
            W + "fldSimple": self._begin_simple_field,
            W + "sdt": self._begin_control,
            W + "hyperlink": self._begin_link,
            W + "tbl": self._begin_table,
            W + "altChunk": self._other_document,
        }

    def _what_ends(self) -> Mapping[str, Callable[[Element], None]]:
        return {
            W + "p": self._end_paragraph,
            W + "r": self._end_run,
            W + "fldSimple": self._end_reason,
            W + "sdt": self._end_reason,
            W + "ruby": self._end_ruby,
            W + "hyperlink": self._end_link,
            W + "tbl": self._end_table,
        }

    def extract(self, element: Element, *, reason: str | None = None) -> None:
        """Draw out an element.

        Args:
            element: a body, or another part.
            reason: why nothing in it is spoken; None if it is for its parts to say.

        Raises:
            ManuscriptError: it holds a document of another format.
        """
        self._reasons.append(reason)
        walk(element, self)
        self._reasons.pop()

    def enter(self, element: Element) -> bool:
        """Begin an element; False leaves out everything in it."""
        if element.tag in _PASSED_OVER or is_fallback(element):
            return False
        typed = _TYPED.get(element.tag)
        if typed is not None:
            self._write(typed)
            return False
        begin = self._beginnings.get(element.tag)
        return True if begin is None else begin(element)

    def text(self, words: str) -> None:
        """Ignore characters between elements: words stand in `w:t` alone."""

    def leave(self, element: Element) -> None:
        """End an element."""
        end = self._ends.get(element.tag)
        if end is not None:
            end(element)

    def _begin_paragraph(self, element: Element) -> bool:
        around = Surroundings(role=self._roles[-1], reason=self._reason(), has_title=self._found.has_title)
        form = read_paragraph_form(element, self._styles, around)
        label = self._numbering.label(form.place) if form.place is not None else ""
        self.paragraphs.begin(form, label=label)
        self._run = form.run
        return True

    def _end_paragraph(self, _element: Element) -> None:
        self.paragraphs.end()
        if not self._is_catching_up:
            self._catch_up()

    def _catch_up(self) -> None:
        """Read the notes and boxes that the paragraph before led to."""
        self._is_catching_up = True
        while self._waiting:
            element, reason = self._waiting.popleft()
            self.extract(element, reason=reason)
        self._is_catching_up = False

    def _begin_run(self, element: Element) -> bool:
        self._run = read_run(element, self._styles, self.paragraphs.form.run)
        self._underlined = not self._links and is_underlined(element)
        return True

    def _end_run(self, _element: Element) -> None:
        self._run, self._underlined = self.paragraphs.form.run, False

    def _words(self, element: Element) -> bool:
        self._write(element.text or "")
        return False

    def _write(self, words: str) -> None:
        if self._fields.in_instruction:
            return
        reason = self._fields.reason
        if reason is not None and reason.startswith("a page"):
            self.paragraphs.omit(words, reason=reason)
        elif self._run.hidden:
            self.paragraphs.omit(words, reason=_HIDDEN)
        elif self._run.raised and self._is_mark(words):
            self.paragraphs.omit(words, reason=NOTE_MARK)
        elif is_symbol_font(self._run.font):
            for character in words:
                self._write_symbol(ord(character), self._run.font)
        else:
            if self._run.language:
                self.languages[self._run.language] += len(words)
            emphasis = emphasis_of(self._run, underlined=self._underlined)
            self.paragraphs.write(words, emphasis, reason=reason or self._reason())

    def _is_mark(self, words: str) -> bool:
        """Say whether raised characters are a footnote's mark: behind a word or a sentence, not a unit."""
        before = self.paragraphs.last_words
        return _MANUAL_MARK.fullmatch(words.strip()) is not None and _BEFORE_MARK.search(before) is not None

    def _write_symbol(self, code: int, font: str | None) -> None:
        shown = read_symbol(code, font)
        if shown is not None:
            self.paragraphs.write(shown, emphasis_of(self._run, underlined=False), reason=self._reason())
        elif code > ord(" "):
            self.paragraphs.ornament()
            if self.paragraphs.last_words:
                self.paragraphs.omit(f"{font or 'symbol'} {code & 0xFF}", reason=_SYMBOL)

    def _symbol(self, element: Element) -> bool:
        code = attribute(element, "char") or ""
        if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) and not self._fields.in_instruction:
            self._write_symbol(int(code, 16), (attribute(element, "font") or "").lower())
        return False

    def _break(self, element: Element) -> bool:
        kind = attribute(element, "type")
        if kind == "page":
            self.paragraphs.end_page()
        elif kind != "column":
            self.paragraphs.end_line()
        return False

    def _deletion(self, element: Element) -> bool:
        deleted = "".join(each.text or "" for each in element.iter(W + "delText", W + "t"))
        self.paragraphs.omit(deleted, reason=_DELETED)
        return False

    def _footnote(self, element: Element) -> bool:
        return self._note(element, "footnote")

    def _endnote(self, element: Element) -> bool:
        return self._note(element, "endnote")

    def _note(self, element: Element, kind: str) -> bool:
        """Leave out a note's mark and read its text after the paragraph; a mark of the author's own is a run itself."""
        if flag_of(element, "customMarkFollows"):
            self._run = RunForm(raised=True)
        else:
            self.paragraphs.omit(self._notes.next_mark(kind), reason=NOTE_MARK)
        self._wait_for(self._notes.take(kind, element), reason=FOOTNOTE)
        return False

    def _comment(self, element: Element) -> bool:
        comment = self._notes.take("comment", element)
        if comment is not None:
            self.paragraphs.omit(" ".join(text_of(each) for each in comment), reason=_COMMENT)
        return False

    def _drawing(self, element: Element) -> bool:
        drawing = read_drawing(element)
        self.paragraphs.picture()
        if drawing.is_rule:
            self.paragraphs.rule()
        if drawing.picture and self._found.pictures[drawing.picture] > 1:
            self.paragraphs.ornament()
        else:
            self.paragraphs.omit(drawing.description, reason=PICTURE)
        for box in drawing.boxes:
            self._wait_for(box, reason=self._reason())
        return False

    def _wait_for(self, element: Element | None, *, reason: str | None) -> None:
        if element is not None:
            self._waiting.append((element, reason))

    def _gloss(self, element: Element) -> bool:
        """Keep a gloss until the word that it is about is written: in the file it stands before it."""
        self._glosses.append("".join(each.text or "" for each in element.iter(W + "t")))
        return False

    def _end_ruby(self, _element: Element) -> None:
        self.paragraphs.omit(" ".join(self._glosses), reason=GLOSS)
        self._glosses.clear()

    def _bookmark(self, element: Element) -> bool:
        self.paragraphs.anchor((attribute(element, "name") or "")[:200])
        return False

    def _field_mark(self, element: Element) -> bool:
        self._fields.mark(element)
        return False

    def _instruction(self, element: Element) -> bool:
        self._fields.instruct(element.text or "")
        return False

    def _begin_simple_field(self, element: Element) -> bool:
        self._reasons.append(field_reason(attribute(element, "instr") or ""))
        return True

    def _begin_control(self, element: Element) -> bool:
        """Begin a content control: contents and covers that the word processor makes are such, and empty forms."""
        properties = child(element, "sdtPr")
        if flag(properties, "showingPlcHdr"):
            self.paragraphs.omit(text_of(element), reason=_PLACEHOLDER)
            return False
        gallery = value(child(properties, "docPartObj"), "docPartGallery") or ""
        self._reasons.append(_GALLERIES.get(gallery.lower()))
        return True

    def _end_reason(self, _element: Element) -> None:
        self._reasons.pop()

    def _begin_link(self, _element: Element) -> bool:
        self._links += 1
        return True

    def _end_link(self, _element: Element) -> None:
        self._links -= 1

    def _begin_table(self, element: Element) -> bool:
        """Begin a table; one with a single column is a box around a letter or a message."""
        columns = sum(1 for each in children(child(element, "tblGrid")) if each.tag == W + "gridCol")
        self._roles.append(Role.QUOTATION if columns == 1 else Role.TABLE_CELL)
        return True

    def _end_table(self, _element: Element) -> None:
        self._roles.pop()

    def _other_document(self, _element: Element) -> bool:
        raise ManuscriptError(
            f"{self._name}: a document of another format is embedded in it, whose text would be lost",
            hint="open it in a word processor and save it as .docx again",
        )

    def _reason(self) -> str | None:
        """Say why nothing here is spoken."""
        return next((reason for reason in reversed(self._reasons) if reason is not None), None)


def flag_of(element: Element, name: str) -> bool:
    """Read an attribute that is on or off."""
    return (attribute(element, name) or "0").lower() in {"1", "true", "on"}
