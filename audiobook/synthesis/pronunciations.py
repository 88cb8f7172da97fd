"""Pronunciations applied to what is about to be spoken: words respelled, or named beside their sounds.

Knows whole words, their possessives and plurals; refuses to know where the list comes from.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from audiobook.language.ipa import respelled, with_ending
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.speech import WordSound

_LEAST_LETTERS = 4
"""A shorter word with an "s", or in capitals, is too often another word ("as", "US")."""


class Pronunciations:
    """A list of pronunciations, ready to be applied to many lines.

    Args:
        entries: case counts (but for words in capitals throughout, which are shouted), the longest word that fits
            wins, a later entry replaces an earlier one for the same word.
        reads_ipa: the engine does; for another one IPA is respelled, by the entry itself where it says how.
    """

    def __init__(self, entries: Iterable[Pronunciation] = (), *, reads_ipa: bool = False) -> None:
        given = {_folded(entry.word): entry for entry in entries if entry.word.strip()}
        self._ipa = {word: entry.ipa for word, entry in given.items() if reads_ipa and entry.ipa is not None}
        said = {word: word if word in self._ipa else _respelling(entry) for word, entry in given.items()}
        shouted = {word.upper(): text for word, text in said.items() if len(word) >= _LEAST_LETTERS}
        self._said: Mapping[str, str] = shouted | said
        self._pattern = _whole_words(self._said)
        self._sounding = _whole_words(self._ipa)
        self._anywhere = re.compile("|".join(map(re.escape, self._said)))

    def apply(self, text: str) -> str:
        """Respell every listed word in `text`; a possessive or plural keeps its ending ("Luthorcorp's").

        A word with sounds of its own stays, in the case in which it is listed; `sounds_in` finds it again.
        """
        if self._pattern is None or not self._may_have_any(text):
            return text
        return self._pattern.sub(self._respelled, text)

    def sounds_in(self, text: str) -> tuple[WordSound, ...]:
        """Give the words of `text` that are said in IPA, each once, in the order in which they come first."""
        if self._sounding is None or not self._may_have_any(text):
            return ()
        found = {sound.word: sound for match in self._sounding.finditer(text) for sound in self._sounds(match)}
        return tuple(found.values())

    def _may_have_any(self, text: str) -> bool:
        """Tell, sooner than the patterns for whole words, that none is listed."""
        return self._anywhere.search(text) is not None

    def _respelled(self, match: re.Match[str]) -> str:
        possessive = (match["possessive"] or "").lower()
        written = match.group().removesuffix(match["possessive"] or "")
        if written in self._said:
            return self._said[written] + possessive
        plural = match["plural"] or ""
        if plural and len(match["word"]) < _LEAST_LETTERS:
            return match.group()
        return self._said[match["word"]] + plural.lower() + possessive

    def _sounds(self, match: re.Match[str]) -> Iterator[WordSound]:
        written = match.group().removesuffix(match["possessive"] or "")
        whole = written in self._ipa
        if not whole and len(match["word"]) < _LEAST_LETTERS:
            return
        ipa = self._ipa[written if whole else match["word"]]
        ends = match["possessive"] or not whole
        yield WordSound(word=match.group(), ipa=with_ending(ipa) if ends else ipa)


def _whole_words(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    if not longest_first:
        return None
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w'])(?P<word>{either})(?P<plural>s|es|S|ES)?(?P<possessive>'[sS]\b)?(?!\w)(?!'\w)")


def _respelling(entry: Pronunciation) -> str:
    if entry.respelling is not None or entry.ipa is None:
        return entry.respelling or ""
    letters = respelled(entry.ipa)
    return letters.capitalize() if entry.word[:1].isupper() else letters


def _folded(word: str) -> str:
    """Spell a word as it stands in a line about to be spoken."""
    return " ".join(word.replace("\u2019", "'").split())
