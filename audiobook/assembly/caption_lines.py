"""Words broken into lines that captions can show.

Knows WebVTT's escapes and where a word may be broken if it must; refuses to know times and speakers.
"""

import unicodedata
from collections.abc import Iterator

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_JOINER = "\u200d"


def escape(text: str) -> str:
    """Write the characters that mean something in WebVTT so that they stand for themselves."""
    return text if text.isalnum() else text.translate(_ESCAPES)


def break_into_lines(text: str, width: int, *, first: int) -> tuple[str, ...]:
    """Break a text at its blanks, and within words that are longer than a line, into escaped lines.

    Args:
        text: at least one word; blanks are single.
        width: longest line, escapes counted as they are written.
        first: longest first line.
    """
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        written = escape(word)
        room = width if lines else first
        if current and len(current) + 1 + len(written) <= room:
            current += " " + written
            continue
        if current:
            lines.append(current)
            room = width
        *full, current = [written] if len(written) <= room else _pieces(word, width, first=room)
        lines += full
    return (*lines, current)


def _pieces(word: str, width: int, *, first: int) -> Iterator[str]:
    """Cut a word that is longer than a line, never between a letter and its marks."""
    piece = ""
    room = first
    for cluster in _clusters(word):
        written = escape(cluster)
        if piece and len(piece) + len(written) > room:
            yield piece
            piece, room = "", width
        piece += written
    yield piece


def _clusters(word: str) -> Iterator[str]:
    """Characters together with the marks, variation selectors and joined emoji that follow them."""
    cluster = ""
    for char in word:
        extends = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf", "Sk") or cluster.endswith(_JOINER)
        if cluster and not extends:
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster
