"""A manuscript as its reader found it: decoded sources, chapters and blocks. Wording is never touched."""

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a source is, before anybody asks who speaks in it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    SCENE_BREAK = "scene_break"


class SourceFormat(StrEnum):
    """How a source is written, as far as later stages must know."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    LABELLED = "labelled"
    """A script printed by `audiobook script --format text` and perhaps edited: it already says who speaks."""
    EXTRACTED = "extracted"
    """Drawn out of a file with markup (HTML, EPUB, DOCX): prose with marks of emphasis, a blank line between blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Visible characters of a document that are left out of its text, such as a footnote's mark within a sentence.

    Attributes:
        offset: where in the text they stood.
        text: the characters, white space folded.
        reason: why they are left out, in a person's words.
    """

    offset: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One decoded file, or one text drawn out of a file with markup.

    Attributes:
        name: relative to the book's folder with forward slashes, or the file's own name; of a file inside an archive
            "book.epub/OEBPS/ch1.xhtml".
        text: decoded text without its byte order mark; newlines as they stand in the file. Of a document, the text
            drawn out.
        encoding: what the bytes were decoded as, for example "utf-8" or "windows-1252".
        omissions: what is seen in a document and not in its text.
        restored: reasons for which more would be missing if a person did not want it spoken.
    """

    name: str
    text: str
    encoding: str
    format: SourceFormat
    omissions: tuple[Omission, ...] = ()
    restored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, note or scene break: `source.text[start:end]`, without surrounding white space.

    Attributes:
        source: the name of its `SourceText`.
        start: first code point.
        end: one past the last code point.
        reason: why a note is not spoken; None on every other kind.
        keeps_lines: its lines end where the author ends them, as in a poem; elsewhere a line's end is a blank.
    """

    kind: BlockKind
    source: str
    start: int
    end: int
    reason: str | None = None
    keeps_lines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter and its blocks in reading order.

    Attributes:
        number: counted through the book from 1.
        title: as shown to a listener, for example "Chapter IV: The Ferry"; "Chapter N" if it has no heading.
        unwritten_title: what of the title stands in the table of contents and nowhere in the text; None if all of it
            stands there.
    """

    number: int
    title: str
    blocks: tuple[Block, ...]
    unwritten_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverImage:
    """A picture as it lies in a document.

    Attributes:
        media_type: for example "image/jpeg".
    """

    data: bytes = field(repr=False)
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a document says about its book besides title, author and language; None where it says nothing.

    Attributes:
        series_part: the book's place in its series as written, for example "2" or "1.5".
        date: of publication as written, for example "2021-03-04".
        description: plain text.
    """

    series: str | None = None
    series_part: str | None = None
    publisher: str | None = None
    date: str | None = None
    identifier: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A whole book as read.

    The blocks of all chapters are ordered and disjoint within each source, and outside them is only white space.

    Attributes:
        book: the book's slug; names its cast file and its folder below the build folder.
        title: found in the text or made from the file's name.
        author: found in the text, else None.
        language: BCP 47 tag, for example "en".
        publication: what the files say of it besides.
        warnings: what a person should know of the files, a sentence each.
    """

    book: str
    title: str
    author: str | None
    language: str
    sources: tuple[SourceText, ...]
    chapters: tuple[Chapter, ...]
    publication: Publication = field(default_factory=Publication)
    warnings: tuple[str, ...] = ()
