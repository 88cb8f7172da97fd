"""What reading one file gives, whatever its format, and a stage that all formats share."""

from dataclasses import dataclass, field, replace

from audiobook.model.manuscript import Block, BlockKind, Publication
from audiobook.reading.outline import ChapterDraft
from audiobook.reading.pieces import Piece, as_note
from audiobook.reading.scene_breaks import is_scene_break, layout_mark_reason
from audiobook.reading.title_page import BookFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """One file, read.

    Attributes:
        heading_title: the book's title if it stands as a heading above the chapters.
        blocks: those of each chapter, where they stand in their sources.
        publication: what the file says of its book besides.
    """

    facts: BookFacts
    heading_title: str | None
    chapters: tuple[ChapterDraft, ...]
    blocks: tuple[tuple[Block, ...], ...]
    publication: Publication = field(default_factory=Publication)


def mark_wordless(piece: Piece) -> Piece:
    """Name scene breaks, and keep marks of layout and what has no visible character from being spoken.

    Headings come first: XXX may be a chapter's number.
    """
    if piece.kind is not BlockKind.PARAGRAPH:
        return piece
    if is_scene_break(piece.text):
        return replace(piece, kind=BlockKind.SCENE_BREAK)
    if layout := layout_mark_reason(piece.text):
        return as_note(piece, layout)
    if len(piece.text) < 100 and not any(character.isprintable() and character != " " for character in piece.text):
        return as_note(piece, "only invisible characters")
    return piece
