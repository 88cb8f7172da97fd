"""What the reading stages pass to each other: a stretch of one source and what is known of it so far."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from audiobook.model.manuscript import BlockKind


class HeadingKind(StrEnum):
    """What a heading says it is."""

    DIVISION = "division"
    """A part, book or volume: what holds chapters."""
    CHAPTER = "chapter"
    NAMED = "named"
    """Prologue, epilogue, interlude and the like."""
    NUMERAL = "numeral"
    """A number alone, or a number and a title; it counts only as one of a sequence."""
    NAMELESS = "nameless"
    """A heading by its markup, or because the contents list it; its words say nothing about its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a heading line says.

    Attributes:
        label: the kind and number for a listener, such as "Chapter IV"; empty if it is NAMELESS.
        number: None if it has none, or none that can be counted ("the last").
        title: the words besides the label, None if there are none.
        level: of its markup, 1 for the highest; None if it has no markup.
    """

    kind: HeadingKind
    label: str = ""
    number: int | None = None
    title: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, heading, note or scene break in the making: `text` is exactly `source[start:end]`.

    Attributes:
        gap_before: blank lines between it and the piece before.
        line_count: lines it stands on.
        reason: why it is not spoken, once it is a note.
        heading: set while it may be, and once it is, a heading.
        keeps_lines: its lines end where the author ends them.
    """

    start: int
    end: int
    text: str
    gap_before: int
    line_count: int
    kind: BlockKind = BlockKind.PARAGRAPH
    reason: str | None = None
    heading: Heading | None = None
    keeps_lines: bool = False

    @property
    def is_prose(self) -> bool:
        """True while it is an ordinary paragraph."""
        return self.kind is BlockKind.PARAGRAPH and self.heading is None


def as_note(piece: Piece, reason: str) -> Piece:
    """Turn a piece into a note, for a reason that a person understands."""
    return replace(piece, kind=BlockKind.NOTE, reason=reason, heading=None)


def as_paragraph(piece: Piece) -> Piece:
    """Take back that a piece may be a heading."""
    return replace(piece, kind=BlockKind.PARAGRAPH, reason=None, heading=None)


def cut_piece(piece: Piece, *positions: int) -> tuple[Piece, ...]:
    """Cut a piece at positions within its text, given in order; a part without words is dropped.

    The parts are plain paragraphs without surrounding white space, and the first keeps the gap before.
    """
    parts: list[Piece] = []
    for offset, end in pairwise((0, *positions, len(piece.text))):
        raw = piece.text[offset:end]
        content = raw.strip()
        if content:
            start = piece.start + offset + len(raw) - len(raw.lstrip())
            parts.append(
                Piece(
                    start=start,
                    end=start + len(content),
                    text=content,
                    gap_before=0 if parts else piece.gap_before,
                    line_count=len(content.splitlines()),
                    keeps_lines=piece.keeps_lines,
                )
            )
    return tuple(parts)
