"""What libraries and downloaders put around a book: Project Gutenberg's frame and credits, FanFicFare's end mark."""

import re
from collections.abc import Sequence

from audiobook.reading.pieces import Piece, as_note

_START = re.compile(r"\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*? ?THE SMALL PRINT", re.IGNORECASE)
_END = re.compile(
    r"\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg(?:'s|’s| EBook| Etext)",
    re.IGNORECASE,
)
_PRODUCED = re.compile(r"(?:E-?text )?(?:produced|prepared|transcribed|scanned) by\b", re.IGNORECASE)
_MARKER_LENGTH = 300
_CREDITS_WITHIN = 6
_OUTSIDE = "Project Gutenberg's text around the book"
_CREDITS = "who made the electronic text"
_END_OF_FILE = "End file."


def mark_end_of_file(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn the line with which FanFicFare ends a text file into a note."""
    if pieces and pieces[-1].text == _END_OF_FILE:
        return (*pieces[:-1], as_note(pieces[-1], "the end mark of the program that saved the file"))
    return tuple(pieces)


def mark_gutenberg(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn everything up to the START marker and from the END marker on into notes."""
    start = next((index for index, piece in enumerate(pieces) if _START.match(piece.text)), -1)
    end = next(
        (index for index, piece in enumerate(pieces) if index > start and _END.match(piece.text[:_MARKER_LENGTH])),
        len(pieces),
    )
    if start < 0 and end == len(pieces):
        return tuple(pieces)
    credits_end = start + 1 + _CREDITS_WITHIN
    marked = []
    for index, piece in enumerate(pieces):
        if index <= start or index >= end:
            marked.append(as_note(piece, _OUTSIDE))
        elif index < credits_end and len(piece.text) < _MARKER_LENGTH and _PRODUCED.match(piece.text):
            marked.append(as_note(piece, _CREDITS))
        else:
            marked.append(piece)
    return tuple(marked)
