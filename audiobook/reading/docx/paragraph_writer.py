"""Writes paragraphs as blocks: which of them go together, and where a scene break stands between them.

Knows paragraphs by their forms. Refuses to know elements.
"""

from audiobook.reading.documents.block_text import Emphasis
from audiobook.reading.documents.extracted import ExtractedMember, Role
from audiobook.reading.documents.member_writer import MemberWriter
from audiobook.reading.docx.paragraph_form import ParagraphForm
from audiobook.reading.docx.scene_gaps import SceneGaps
from audiobook.reading.docx.styles import RunForm

_BY_LINES = frozenset({Role.VERSE, Role.PREFORMATTED})
"""Each line is a paragraph of its own; together they are one block."""
_FEW_CHARS = 20
_NO_FORM = ParagraphForm(role=Role.PARAGRAPH, run=RunForm())


class ParagraphWriter:
    """Takes the words of one paragraph after another."""

    def __init__(self, name: str, *, scene_gap: int | None) -> None:
        """Begin a member.

        Args:
            name: of the member.
            scene_gap: this many empty paragraphs or more part two scenes; None if they mean nothing.
        """
        self._writer = MemberWriter(name)
        self._gaps = SceneGaps(scene_gap)
        self._form = _NO_FORM
        self._label = ""
        self._last_words = ""
        self._is_filled = False
        self._has_ornament = False
        self._has_picture = False
        self._goes_on_in: Role | None = None
        self._line_waits = False

    @property
    def form(self) -> ParagraphForm:
        """The paragraph that is being written."""
        return self._form

    @property
    def last_words(self) -> str:
        """The last characters of the paragraph, up to a few words."""
        return self._last_words if self._is_filled else ""

    def begin(self, form: ParagraphForm, *, label: str) -> None:
        """Begin a paragraph.

        Args:
            form: what it is.
            label: the number that the word processor writes before it; empty if none.
        """
        if form.role is not self._goes_on_in:
            self._close()
        self._form, self._label, self._goes_on_in = form, label, None
        self._is_filled = self._has_ornament = self._has_picture = False
        if form.breaks_before:
            self.end_page()

    def write(self, words: str, emphasis: Emphasis = Emphasis.NONE, *, reason: str | None = None) -> None:
        """Add words.

        Args:
            words: the author's.
            emphasis: how they are set off.
            reason: why a paragraph that begins with them is not spoken; None if its form decides.
        """
        if words.strip():
            self._open(reason or self._form.reason)
            self._is_filled, self._last_words = True, words[-_FEW_CHARS:]
        if self._is_filled:
            self._writer.write(words, emphasis)

    def end_line(self) -> None:
        """End a line within the paragraph."""
        if self._is_filled:
            self._writer.end_line()

    def omit(self, words: str, *, reason: str) -> None:
        """Leave out visible characters."""
        self._writer.omit(words, reason=self._form.reason or reason)

    def anchor(self, name: str) -> None:
        """Name the place reached."""
        self._writer.anchor(name)

    def picture(self) -> None:
        """Take a picture: a paragraph that holds one is not empty."""
        self._has_picture = True

    def ornament(self) -> None:
        """Take a picture or symbol that parts scenes where it stands alone in its paragraph."""
        self._has_ornament = True

    def end_page(self) -> None:
        """Take a page end that the author asked for."""
        if self._form.role is not Role.HEADING:
            self._close()
        self._gaps.end_page(last_words=self._last_words)

    def rule(self) -> None:
        """Take a line across the page."""
        self._close()
        self._gaps.rule()

    def end(self) -> None:
        """End the paragraph."""
        form, self._form = self._form, _NO_FORM
        if self._is_filled and (form.is_drop_cap or form.runs_on or form.role in _BY_LINES):
            self._goes_on_in, self._line_waits = form.role, form.role in _BY_LINES
        else:
            self._close()
        if form.draws_rule or (self._has_ornament and not self._is_filled):
            self._gaps.rule()
        elif not self._is_filled and not self._has_picture:
            self._gaps.blank()
        if form.ends_section:
            self._gaps.end_page(last_words=self._last_words)

    def finish(self) -> ExtractedMember:
        """Give the member."""
        return self._writer.finish()

    def _open(self, reason: str | None) -> None:
        """Open a block for the paragraph's first words, or go on in one that its form joins to."""
        if self._line_waits:
            self._writer.end_line()
            self._line_waits = False
        if self._writer.is_open:
            return
        role = Role.NOTE if reason is not None else self._form.role
        if self._gaps.parts_scenes_before(role):
            self._writer.scene_break()
        self._writer.open_block(role, level=self._form.level if role is Role.HEADING else None, reason=reason)
        self._write_label()

    def _write_label(self) -> None:
        """Write the paragraph's number; one with a word ("Chapter 3") stands on a line of its own above the words."""
        label, self._label = self._label, ""
        if not label:
            return
        self._writer.write(label)
        if any(character.isalpha() for character in label) and self._form.role is Role.HEADING and " " in label:
            self._writer.end_line()
        else:
            self._writer.write(" ")

    def _close(self) -> None:
        self._writer.close_block()
        self._line_waits = False
