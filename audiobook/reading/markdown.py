"""What Markdown writes besides prose: headings, front matter, comments, images, empty lines.

Knows CommonMark's block marks as far as manuscripts use them. Leaves emphasis and other marks inside a paragraph alone:
they are part of its text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from audiobook.model.manuscript import BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.headings import recognise_heading
from audiobook.reading.pieces import Heading, HeadingKind, Piece, as_note, cut_piece
from audiobook.reading.scene_breaks import is_scene_break, layout_mark_reason

_LONGEST_SETEXT = 100
_LONGEST_ATX = 1000
_LONGEST_FRONT_MATTER = 20_000
_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*(?:\r\n|[\r\n])(?P<fields>.*?)(?:\r\n|[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)", re.DOTALL
)
_FIELD_LINE = re.compile(r"\s*$|\s+\S|#|-\s|[\w][\w .-]*:(?:\s|$)")
_ATX = re.compile(r"[ \t]{0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<text>.*?))?[ \t]*(?:(?<=\s)#+[ \t]*)?")
_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_EMPTY = re.compile(r"(?:&nbsp;|<br\s*/?>|\\|\s)+", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


def mark_markup(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Recognise Markdown's headings, front matter, comments and images."""
    front_end = _front_matter_end(text)
    body: list[Piece] = []
    for piece in pieces:
        if piece.end <= front_end:
            body.append(as_note(piece, "the file's front matter (fields about the book)"))
        else:
            body += _cut_at_headings(piece)
    return _mark_comments(_join_underlined(text, body))


def front_matter_fields(text: str) -> dict[str, str]:
    """Read the simple `key: value` lines of the front matter, keys in lower case."""
    match = _front_matter(text)
    lines = _LINE.findall(match["fields"]) if match else []
    pairs = (line.partition(":") for line in lines if not line[:1].isspace())
    return {key.strip().lower(): value.strip().strip("\"'") for key, mark, value in pairs if mark and value.strip()}


def _front_matter(text: str) -> re.Match[str] | None:
    match = _FRONT_MATTER.match(text[:_LONGEST_FRONT_MATTER])
    if match and all(_FIELD_LINE.match(line) for line in _LINE.findall(match["fields"])):
        return match
    return None


def _front_matter_end(text: str) -> int:
    match = _front_matter(text)
    return match.end() if match else 0


def _cut_at_headings(piece: Piece) -> Iterator[Piece]:
    """Cut `#` headings free from the lines around them; they need no blank line."""
    if not piece.is_prose or "#" not in piece.text:
        yield _classify(piece)
        return
    headings = [line for line in _LINE.finditer(piece.text) if _is_atx(line.group())]
    for part in cut_piece(piece, *chain.from_iterable(line.span() for line in headings)):
        yield _atx_heading(part) if _is_atx(part.text) else _classify(part)


def _is_atx(line: str) -> bool:
    return line.lstrip().startswith("#") and len(line) <= _LONGEST_ATX and _ATX.fullmatch(line) is not None


def _atx_heading(piece: Piece) -> Piece:
    match = _ATX.fullmatch(piece.text)
    words = (match["text"] or "").strip() if match else ""
    if not match or not words or is_scene_break(words) or layout_mark_reason(words):
        return replace(piece, kind=BlockKind.SCENE_BREAK)
    return _with_heading(piece, words, level=len(match["marks"]))


def _classify(piece: Piece) -> Piece:
    if not piece.is_prose or len(piece.text) > _LONGEST_SETEXT * 4:
        return piece
    if _EMPTY.fullmatch(piece.text):
        return as_note(piece, "an empty line in markup")
    if _IMAGE.fullmatch(piece.text):
        return as_note(piece, "an image")
    return piece


def _join_underlined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Join a line and the row of === or --- right below it to one heading."""
    joined: list[Piece] = []
    for piece in pieces:
        marks = set(piece.text)
        above = joined[-1] if joined else None
        is_underline = piece.gap_before == 0 and (marks == {"="} or (marks == {"-"} and len(piece.text) > 1))
        if above is not None and is_underline and _may_be_underlined(above):
            whole = replace(above, end=piece.end, text=text[above.start : piece.end], line_count=2)
            joined[-1] = _with_heading(whole, above.text, level=1 if marks == {"="} else 2)
        else:
            joined.append(piece)
    return joined


def _may_be_underlined(piece: Piece) -> bool:
    ends_sentence = piece.text.endswith((".", '"', "”", ",", ";", "'", "’"))
    numbered = recognise_heading(piece.text) is not None
    return (
        piece.is_prose
        and layout_mark_reason(piece.text) is None
        and piece.line_count == 1
        and len(piece.text) <= _LONGEST_SETEXT
        and (numbered or not ends_sentence)
    )


def _with_heading(piece: Piece, words: str, *, level: int) -> Piece:
    recognised = recognise_heading(words)
    heading = recognised or Heading(kind=HeadingKind.NAMELESS, title=tidy_title(words))
    return replace(piece, kind=BlockKind.HEADING, heading=replace(heading, level=level))


def _mark_comments(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Mark from a piece that opens a comment to the one that closes it; a comment never closed is text."""
    marked = list(pieces)
    opening: int | None = None
    for index, piece in enumerate(pieces):
        if opening is None and piece.text.startswith("<!--"):
            opening = index
        if opening is not None and "-->" in piece.text:
            if piece.text.endswith("-->"):
                marked[opening : index + 1] = [
                    as_note(each, "a comment in the markup") for each in pieces[opening : index + 1]
                ]
            opening = None
    return tuple(marked)
