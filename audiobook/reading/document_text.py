"""A document's members laid end to end, so that the stages that know one text work on all of them at once."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.model.manuscript import Block, BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.documents.extracted import ExtractedBlock, ExtractedDocument, ExtractedMember, Role
from audiobook.reading.headings import recognise_heading
from audiobook.reading.pieces import Heading, HeadingKind, Piece

_GAP = "\n\n"
_KINDS = {Role.HEADING: BlockKind.HEADING, Role.NOTE: BlockKind.NOTE, Role.SCENE_BREAK: BlockKind.SCENE_BREAK}
_WIDEST_TYPED_LINE = 60
"""Preformatted lines no longer than this are messages or the like; longer ones are prose that a program wrapped."""


@dataclass(frozen=True, kw_only=True)
class DocumentText:
    """All members of a document as one text.

    Attributes:
        text: the members' texts with a blank line between.
        starts: where each member's text begins in it;
        start_of: the same by the member's name.
    """

    document: ExtractedDocument
    text: str
    starts: tuple[int, ...]
    start_of: Mapping[str, int]

    def pieces(self) -> tuple[Piece, ...]:
        """Give every block as a piece of the whole text."""
        return tuple(
            _piece(member, block, base=base)
            for member, base in zip(self.document.members, self.starts, strict=True)
            for block in member.blocks
        )

    def position(self, member: str, offset: int) -> int | None:
        """Find a place of a member in the whole text; None if there is no such member."""
        base = self.start_of.get(member)
        return None if base is None else base + offset

    def member_index(self, position: int) -> int:
        """Say which member a place of the whole text lies in."""
        return bisect_right(self.starts, position) - 1

    def block(self, piece: Piece) -> Block:
        """Give a piece as a block of its member."""
        index = self.member_index(piece.start)
        base = self.starts[index]
        return Block(
            kind=piece.kind,
            source=self.document.members[index].name,
            start=piece.start - base,
            end=piece.end - base,
            reason=piece.reason if piece.kind is BlockKind.NOTE else None,
            keeps_lines=piece.keeps_lines,
        )


def lay_out(document: ExtractedDocument) -> DocumentText:
    """Lay a document's members end to end."""
    starts: list[int] = []
    length = 0
    for member in document.members:
        starts.append(length)
        length += len(member.text) + len(_GAP)
    text = _GAP.join(member.text for member in document.members)
    start_of = {member.name: start for member, start in zip(document.members, starts, strict=True)}
    return DocumentText(document=document, text=text, starts=tuple(starts), start_of=start_of)


def marked_heading(words: str, *, level: int | None) -> Heading:
    """Read the words of what is a heading by its markup; a number's title may stand on the next line."""
    lines = [line for line in words.splitlines() if line.strip()]
    first = recognise_heading(lines[0]) if lines else None
    if first is not None and first.title is None and len(lines) > 1:
        heading = Heading(
            kind=first.kind, label=first.label, number=first.number, title=tidy_title(" ".join(lines[1:]))
        )
    else:
        joined = " ".join(words.split())
        heading = recognise_heading(joined) or Heading(kind=HeadingKind.NAMELESS, title=tidy_title(joined))
    return Heading(kind=heading.kind, label=heading.label, number=heading.number, title=heading.title, level=level)


def _piece(member: ExtractedMember, block: ExtractedBlock, *, base: int) -> Piece:
    text = member.text[block.start : block.end]
    lines = text.split("\n")
    typed = block.role is Role.PREFORMATTED and all(len(line) <= _WIDEST_TYPED_LINE for line in lines)
    return Piece(
        start=base + block.start,
        end=base + block.end,
        text=text,
        gap_before=1,
        line_count=len(lines),
        kind=_KINDS.get(block.role, BlockKind.PARAGRAPH),
        reason=block.reason if block.role is Role.NOTE else None,
        heading=marked_heading(text, level=block.level or 1) if block.role is Role.HEADING else None,
        keeps_lines=block.role in {Role.VERSE, Role.TABLE_ROW} or typed,
    )
