"""Respellings for words that an engine says wrong.

Knows whole words, their possessives and plurals; refuses to know where the list comes from.
"""

import re
from collections.abc import Iterable

_LEAST_LETTERS = 4
"""A shorter word with an "s", or in capitals, is too often another word ("as", "US")."""


class Pronunciations:
    """A list of respellings, ready to be applied to many lines.

    Args:
        pairs: (word as written, respelling); case counts (but for words
            in capitals throughout, which are shouted), the longest word that fits wins, a later pair replaces an
            earlier one for the same word.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        given = {_folded(word): respelling for word, respelling in pairs if word.strip()}
        shouted = {word.upper(): respelling for word, respelling in given.items() if len(word) >= _LEAST_LETTERS}
        self._respellings = shouted | given
        longest_first = sorted(self._respellings, key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest_first))
        self._pattern = (
            re.compile(rf"(?<![\w'])(?P<word>{words})(?P<plural>s|es|S|ES)?(?!\w)(?!'(?!s\b|S\b)\w)") if words else None
        )

    def apply(self, text: str) -> str:
        """Respell every listed word in `text`; a possessive or plural keeps its ending ("Luthorcorp's")."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._respelled, text)

    def _respelled(self, match: re.Match[str]) -> str:
        if match.group() in self._respellings:
            return self._respellings[match.group()]
        plural = match["plural"] or ""
        if plural and len(match["word"]) < _LEAST_LETTERS:
            return match.group()
        return self._respellings[match["word"]] + plural.lower()


def _folded(word: str) -> str:
    """Spell a word as it stands in a line about to be spoken."""
    return " ".join(word.replace("\u2019", "'").split())
