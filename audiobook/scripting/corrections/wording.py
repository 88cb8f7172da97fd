"""Words as corrections remember them: white space folded, and a few neighbours on each side.

Knows words; refuses to know lines and who speaks them.
"""

from collections import Counter
from collections.abc import Sequence

CONTEXT_WORDS = 6
"""So many neighbouring words tell equal lines apart."""

_CONTEXT_CHARACTERS = 300


def fold(text: str) -> str:
    """Fold white space to single blanks."""
    return " ".join(text.split())


def words_before(text: str, start: int) -> list[str]:
    """List the last few words before a place in a source."""
    return text[max(0, start - _CONTEXT_CHARACTERS) : start].split()[-CONTEXT_WORDS:]


def words_after(text: str, end: int) -> list[str]:
    """List the first few words after a place in a source."""
    return text[end : end + _CONTEXT_CHARACTERS].split()[:CONTEXT_WORDS]


def share_that_stands(remembered: str | None, standing: Sequence[str]) -> float:
    """Say how much of a remembered neighbour still stands there, 0 to 1; 0 if nothing is remembered."""
    wanted = Counter((remembered or "").split())
    if not wanted:
        return 0.0
    return (wanted & Counter(standing)).total() / wanted.total()
