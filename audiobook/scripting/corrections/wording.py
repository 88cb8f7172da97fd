"""Words as corrections remember them: white space folded, marks set apart, and a few neighbours on each side.

Knows words; refuses to know lines and who speaks them.
"""

import re
from collections import Counter
from collections.abc import Sequence

CONTEXT_WORDS = 6
"""So many neighbouring words tell equal lines apart."""

_CONTEXT_CHARACTERS = 300
_MARKS = re.compile("[\"“”„‟'‘’‚‛`«»‹›「」『』]")
_DASHES = re.compile("--+|[–—―]")
_AT_THE_ENDS = " -,"


def fold(text: str) -> str:
    """Fold white space to single blanks."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Leave out what another way to set the same words changes: quotation marks, dashes at the ends, a comma behind.

    Apostrophes go too, so that straight and curly ones do not differ; so do the wide and narrow forms of a dash.
    """
    words = _DASHES.sub("-", _MARKS.sub("", text)).replace("…", "...")
    return fold(words).strip(_AT_THE_ENDS) or fold(text)


def words_before(text: str, start: int) -> list[str]:
    """List the last few words before a place in a source."""
    return text[max(0, start - _CONTEXT_CHARACTERS) : start].split()[-CONTEXT_WORDS:]


def words_after(text: str, end: int) -> list[str]:
    """List the first few words after a place in a source."""
    return text[end : end + _CONTEXT_CHARACTERS].split()[:CONTEXT_WORDS]


def share_that_stands(remembered: str | None, standing: Sequence[str]) -> float:
    """Say how much of a remembered neighbour still stands there, 0 to 1; 0 if nothing is remembered."""
    wanted = Counter(map(plain, (remembered or "").split()))
    if not wanted:
        return 0.0
    return (wanted & Counter(map(plain, standing))).total() / wanted.total()
