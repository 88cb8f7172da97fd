"""Respellings a person gave for words that an engine says wrong.

Knows whole words and their possessives; refuses to know where the list comes from.
"""

import re
from collections.abc import Iterable


class Pronunciations:
    """A list of respellings, ready to be applied to many lines.

    Args:
        pairs: (word as written, respelling); case counts, the longest word that fits wins, a later pair replaces an
            earlier one for the same word.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._respellings = {_folded(word): respelling for word, respelling in pairs if word.strip()}
        longest_first = sorted(self._respellings, key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<![\w'])(?:{words})(?!\w)(?!'(?!s\b)\w)") if words else None

    def apply(self, text: str) -> str:
        """Respell every listed word in `text`; a possessive keeps its ending ("Luthorcorp's")."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._respellings[match.group()], text)


def _folded(word: str) -> str:
    """Spell a word as it stands in a line about to be spoken."""
    return " ".join(word.replace("\u2019", "'").split())
