"""Where paragraphs begin and end in plain text.

Knows the four ways in which text files set paragraphs: hard-wrapped with blank lines between (Project Gutenberg),
one line each (word processors, story sites), first lines indented, and hard-wrapped with neither. The choice is made
once for a file, from its own lines. Refuses to know what a paragraph is about.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum, auto
from itertools import pairwise

from audiobook.reading.lines import Line
from audiobook.reading.pieces import Piece
from audiobook.reading.scene_breaks import is_scene_break, layout_mark_reason

_WIDEST_WRAP = 140
_NARROWEST_WRAP = 30
_ENDS = frozenset(".!?…:;\"”’'»)]}*_~>")


class Layout(StrEnum):
    """How a file sets its paragraphs."""

    LINES = auto()
    """Every line is a paragraph."""
    RUNS = auto()
    """Lines up to a blank line are a paragraph."""
    INDENTED = auto()
    """An indented line, or a blank line before it, begins a paragraph."""
    SHORT_LAST_LINES = auto()
    """Wrapped, and neither: a line that stops well short of the margin ends a paragraph."""


def split_into_pieces(text: str, lines: Sequence[Line], *, layout: Layout) -> tuple[Piece, ...]:
    """Cut a text into paragraphs; a line of marks that separate or lay out is always a piece of its own."""
    pieces: list[Piece] = []
    width = _wrap_width(lines)
    gap = 0
    for run in _runs(text, lines):
        if not run:
            gap += 1
            continue
        for group in _paragraphs_of(text, run, layout=layout, width=width):
            pieces.append(_piece(text, group, gap_before=gap))
            gap = 0
    return tuple(pieces)


def detect_layout(text: str, lines: Sequence[Line]) -> Layout:
    """Find out how a plain text file sets its paragraphs."""
    inner = _inner_lines(lines)
    width = _wrap_width(lines)
    if not inner or width > _WIDEST_WRAP:
        return Layout.LINES
    unfinished = sum(1 for line, _ in inner if text[line.end - 1] not in _ENDS)
    if unfinished * 10 < len(inner) * 4:
        return Layout.LINES
    if _begins_paragraphs_by_indent(text, inner):
        return Layout.INDENTED
    filled = sum(1 for line in lines if not line.is_blank)
    has_blank_lines = len(inner) < filled - max(3, filled // 50)
    return Layout.SHORT_LAST_LINES if not has_blank_lines and filled > 12 and width > _NARROWEST_WRAP else Layout.RUNS


def detect_markdown_layout(text: str, lines: Sequence[Line]) -> Layout:
    """Markdown ends a paragraph at a blank line; a file without any has one paragraph to a line."""
    has_blank_line = any(line.is_blank for line in lines[1:-1])
    return Layout.RUNS if has_blank_line else detect_layout(text, lines)


def _runs(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield stretches of lines without a blank one between them, and an empty list for every blank line."""
    run: list[Line] = []
    for line in lines:
        is_break = not line.is_blank and _stands_alone(text[line.start : line.end])
        if (line.is_blank or is_break) and run:
            yield run
            run = []
        if line.is_blank:
            yield []
        elif is_break:
            yield [line]
        else:
            run.append(line)
    if run:
        yield run


def _stands_alone(line: str) -> bool:
    return is_scene_break(line) or layout_mark_reason(line) is not None


def _paragraphs_of(text: str, run: list[Line], *, layout: Layout, width: int) -> Iterator[list[Line]]:
    if layout is Layout.RUNS or len(run) == 1:
        yield run
        return
    margin = min(line.indent for line in run)
    paragraph: list[Line] = []
    for line in run:
        if paragraph and _begins_paragraph(text, paragraph[-1], line, layout=layout, margin_or_width=(margin, width)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins_paragraph(text: str, before: Line, line: Line, *, layout: Layout, margin_or_width: tuple[int, int]) -> bool:
    margin, width = margin_or_width
    if layout is Layout.LINES:
        return True
    if layout is Layout.INDENTED:
        return line.indent >= margin + 2
    return text[before.end - 1] in _ENDS and before.end - before.start < width * 0.8


def _inner_lines(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Pair every line with the next one, where no blank line stands between them."""
    return [(line, following) for line, following in pairwise(lines) if not line.is_blank and not following.is_blank]


def _wrap_width(lines: Sequence[Line]) -> int:
    """Give the length that all but the longest few lines keep to, in characters."""
    lengths = sorted(line.end - line.start for line in lines if not line.is_blank)
    return lengths[(len(lengths) - 1) * 97 // 100] if lengths else 0


def _begins_paragraphs_by_indent(text: str, inner: list[tuple[Line, Line]]) -> bool:
    indented = [(line, following) for line, following in inner if following.indent >= line.indent + 2]
    finished = sum(1 for line, _ in indented if text[line.end - 1] in _ENDS)
    return len(indented) * 40 >= len(inner) and finished * 10 >= len(indented) * 8


def _piece(text: str, group: list[Line], *, gap_before: int) -> Piece:
    start, end = group[0].start, group[-1].end
    return Piece(start=start, end=end, text=text[start:end], gap_before=gap_before, line_count=len(group))
