"""Tells lines that belong together (a poem, an address, messages) from paragraphs parted only by line ends."""

from collections.abc import Sequence

_LONGEST_LINE = 72
_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "’", "»")


def reads_as_verse(lines: Sequence[str]) -> bool:
    """Say whether two or more lines of one block belong together: all short, and most of them no whole sentences."""
    if len(lines) < 2 or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    whole = sum(1 for line in lines if line.rstrip("*_").endswith(_SENTENCE_ENDS))
    return whole * 2 <= len(lines)
