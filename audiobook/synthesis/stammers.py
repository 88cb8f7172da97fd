"""A stammer written so that an engine speaks it: "L. . .Lex" as "Luh... Lex", for a lone letter would be spelled.

English. Knows broken beginnings of words; refuses to know the rest of the sentence.
"""

import re

_BROKEN = re.compile(
    r"(?<![\w'-])(?P<start>[^\W\d_]|[^\W\d_aeiou]{2})(?P<joint>-|\s?\.\.\.\s?|\s?\u2013\s?)(?=(?P=start)[^\W\d_]*)",
    re.IGNORECASE,
)
_VOWELS = frozenset("aeiouAEIOU")


def speak_stammers(said: str) -> str:
    """Give each broken beginning a sound of its own."""
    return _BROKEN.sub(_sounded, said)


def _sounded(match: re.Match[str]) -> str:
    start = match["start"]
    if start[-1] in _VOWELS:
        return f"{start}, "
    return f"{start}uh... "
