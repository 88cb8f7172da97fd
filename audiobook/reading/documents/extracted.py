"""What a reader draws out of a file with markup: text, the part that each stretch of it plays, facts and contents.

The text is prose in the program's own minimal Markdown: a blank line between blocks, `*italics*`, `**bold**`, and a
backslash before a mark that the author means as such. Offsets, corrections and proofs point into it, so the same file
must always give the same text. Refuses to know how a format writes any of this.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from audiobook.model.manuscript import CoverImage, Omission


class Role(StrEnum):
    """The part that a block plays in its document, as its markup says."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERSE = "verse"
    """Lines that end where the author ends them: a poem, a song. Every line end is a newline in the text."""
    QUOTATION = "quotation"
    """A block quotation, a letter, an epigraph."""
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    TABLE_ROW = "table row"
    """Each cell is a line."""
    PREFORMATTED = "preformatted"
    """Lines as typed: a chat log, a text message, a listing."""
    NOTE = "note"
    """Not spoken, for the reason given."""
    SCENE_BREAK = "scene break"
    """A rule or an ornament. One without characters of its own stands in the text as `* * *`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedBlock:
    """One block: `text[start:end]` of its member, without surrounding white space and never empty.

    Attributes:
        start: first code point.
        end: one past the last code point.
        level: of a heading, 1 for the highest; None on every other role.
        reason: why a note is not spoken, in a person's words; None on every other role.
    """

    start: int
    end: int
    role: Role
    level: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedMember:
    """One text of a document: the whole of an HTML or DOCX file, one content file of an EPUB.

    Attributes:
        name: the file's own name, or for a file inside an archive "book.epub/OEBPS/ch1.xhtml".
        blocks: ordered and disjoint; outside them is only white space.
        anchors: offset of each named place (an `id`, a bookmark) in the text.
        restored: why characters were left out that now stand in the text, because somebody wants to hear them.
    """

    name: str
    text: str
    blocks: tuple[ExtractedBlock, ...]
    anchors: Mapping[str, int] = field(default_factory=dict)
    omissions: tuple[Omission, ...] = ()
    restored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What a document says about its book; None or empty where it says nothing.

    Attributes:
        language: BCP 47 tag, for example "en-GB".
        series_index: the book's place in its series as written, for example "2" or "1.5".
        date: of publication as written, for example "2021-03-04".
        identifier: the first one, for example "urn:isbn:9780000000000".
        description: plain text.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    series: str | None = None
    series_index: str | None = None
    publisher: str | None = None
    date: str | None = None
    identifier: str | None = None
    description: str | None = None
    cover: CoverImage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """One line of the table of contents.

    Attributes:
        level: 1 for the highest: a part above the chapters it holds, or a chapter of a book without parts.
        member: the name of the `ExtractedMember` in which it begins.
        offset: where in that member's text.
    """

    title: str
    level: int
    member: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedDocument:
    """A whole file, drawn out.

    Attributes:
        members: in reading order; their names differ.
        outline: the table of contents as the file has it, in its own order, entries that lead nowhere left out; empty
            if there is none (headings then decide where chapters begin).
        warnings: what a person should know of the file, a sentence each.
    """

    members: tuple[ExtractedMember, ...]
    facts: DocumentFacts = DocumentFacts()
    outline: tuple[OutlineEntry, ...] = ()
    warnings: tuple[str, ...] = ()
