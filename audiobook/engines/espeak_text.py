r"""Text as espeak-ng can take it, and the proof that it spoke all of it.

Knows what the library cuts, obeys or drops without a word; refuses to know how anything is pronounced.

- NUL ends the text; U+0001 and the private-use characters that map to it start commands ("\x01P99": pitch 99).
- A word of more than about 140 letters and a number of more than 38 digits lose the rest. A fourth single letter in a
  row ("I I I I") is dropped.
- A clause that overflows the library's tables loses its last words; the events then jump over them.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_NOT_SPEAKABLE = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_LOOKS = frozenset({"<circle>", "<compat>", "<font>", "<narrow>", "<square>", "<wide>"})
"""Styles that change how a character looks and not what it says."""

_FRACTIONS_WITH_NAMES = frozenset("½¼¾⅓⅔")
_FRACTION_SLASH = "\u2044"
_EMOJI_JOINER = "\u200d"

_LONGEST_WORD = 50
"""Letters; 160 bytes are the library's limit (N_WORD_BYTES), and a letter takes up to three."""

_LONGEST_NUMBER = 24
_MOST_WORDS_IN_A_GROUP = 3
"""The library speaks some pairs and triples as one word ("of the", "as it is") and reports only the first."""

_UNUSUAL = re.compile(r"[^ -~]")
"""What is no printable ASCII, and so may need another character in its place."""

_LONG_WORD = re.compile(rf"[^\W_](?:[^\W_]|['’]){{{_LONGEST_WORD},}}")
_LONG_NUMBER = re.compile(rf"\d{{{_LONGEST_NUMBER + 1},}}")
_STRETCHED_LETTER = re.compile(r"([^\W\d_])\1{3,}", re.IGNORECASE)
_REPEATED_LETTER = re.compile(r"(?<!\S)([^\W\d_])(?: \1){3,}(?!\S)")
_WORD = re.compile(r"\S*[^\W_]\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenMarks:
    """Where in its text the library says it was.

    Attributes:
        word_starts: positions of the words it reports, counted from 0, in the order spoken.
        end: position up to which it has read, or 0 if it never said.
    """

    word_starts: tuple[int, ...]
    end: int


def make_speakable(text: str) -> str:
    """Replace what the library would cut at, obey or drop; no letter or digit is lost.

    Characters without a sound become blanks or vanish, styled letters (𝓗, ｈ, ①) become plain ones, very long words and
    numbers are broken by blanks, and a letter drawn out within such a word is shortened to three.
    """
    plain = _UNUSUAL.sub(lambda match: _plain_character(match[0]), unicodedata.normalize("NFC", text))
    plain = _LONG_NUMBER.sub(lambda match: _broken(match[0], _LONGEST_NUMBER), plain)
    plain = _LONG_WORD.sub(lambda match: _broken(_STRETCHED_LETTER.sub(r"\1\1\1", match[0]), _LONGEST_WORD), plain)
    plain = " ".join(plain.split())
    return _REPEATED_LETTER.sub(lambda match: match[0].replace(" ", ", "), plain)


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit to speak."""
    return _WORD.search(text) is not None


def has_other_script(text: str) -> bool:
    """Tell whether there is a letter that is not Latin."""
    return any(character.isalpha() and "LATIN" not in unicodedata.name(character, "") for character in text)


def is_spoken_whole(text: str, marks: SpokenMarks) -> bool:
    """Tell whether the library read to the end and skipped no word on its way."""
    if marks.end < len(text):
        return False
    starts = (*marks.word_starts, len(text) + 1)
    words = [match.start() for match in _WORD.finditer(text)]
    if words and not marks.word_starts:
        return False
    return all(
        bisect_left(words, following - 1) - bisect_right(words, start + 1) < _MOST_WORDS_IN_A_GROUP
        for start, following in pairwise(starts)
    )


def halves(text: str) -> tuple[str, str] | None:
    """Cut a text at the blank next to its middle; None if it is a single word."""
    middle = len(text) // 2
    blanks: Sequence[int] = [index for index, character in enumerate(text) if character == " "]
    if not blanks:
        return None
    cut = min(blanks, key=lambda index: abs(index - middle))
    return text[:cut], text[cut + 1 :]


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in _NOT_SPEAKABLE:
        return " "
    if category == "Cf":
        return character if character == _EMOJI_JOINER else ""
    if category[0] == "N":
        return _plain_number(character)
    if category[0] == "L" or (category == "So" and _style(character) in _LOOKS):
        return unicodedata.normalize("NFKC", character)
    return character


def _plain_number(character: str) -> str:
    """Write a digit or number of any script or style as the library reads it: ٣ and ③ as 3, ⅝ as 5/8."""
    style = _style(character)
    if character in _FRACTIONS_WITH_NAMES or style in {"<super>", "<sub>"}:
        return character
    plain = unicodedata.normalize("NFKC", character)
    if style == "<fraction>":
        return f" {plain.replace(_FRACTION_SLASH, '/')}"
    if style in _LOOKS:
        return plain
    value = unicodedata.numeric(character, None)
    return character if value is None or value != int(value) else str(int(value))


def _style(character: str) -> str:
    """Tell in what a character differs from the plain one it stands for: "<circle>" for ①, or "" if in nothing."""
    return unicodedata.decomposition(character).partition(" ")[0]


def _broken(word: str, length: int) -> str:
    return " ".join(word[start : start + length] for start in range(0, len(word), length))
