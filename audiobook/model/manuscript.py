"""A manuscript as its reader found it: decoded sources, chapters and blocks. Wording is never touched."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One decoded file.

    Attributes:
        name: relative to the book's folder with forward slashes, or the file's own name.
        text: decoded text without its byte order mark; newlines as they stand in the file.
        encoding: what the bytes were decoded as, for example "utf-8" or "windows-1252".
    """

    name: str
    text: str
    encoding: str
    format: SourceFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, note or scene break: `source.text[start:end]`, without surrounding white space.

    Attributes:
        source: the name of its `SourceText`.
        start: first code point.
        end: one past the last code point.
        reason: why a note is not spoken; None on every other kind.
    """

    kind: BlockKind
    source: str
    start: int
    end: int
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter and its blocks in reading order.

    Attributes:
        number: counted through the book from 1.
        title: as shown to a listener, for example "Chapter IV: The Ferry"; "Chapter N" if it has no heading.
    """

    number: int
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A whole book as read.

    The blocks of all chapters are ordered and disjoint within each source, and outside them is only white space.

    Attributes:
        book: the book's slug; names its cast file and its folder below the build folder.
        title: found in the text or made from the file's name.
        author: found in the text, else None.
        language: BCP 47 tag, for example "en".
    """

    book: str
    title: str
    author: str | None
    language: str
    sources: tuple[SourceText, ...]
    chapters: tuple[Chapter, ...]
