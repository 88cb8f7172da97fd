"""Names of lines that last: the same while a line and its neighbours are.

Knows the words of neighbouring lines; refuses to know offsets and chapter numbers, which any edit shifts.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

_ALPHABET = "bcdfghjkmnpqrstvwxyz23456789"
"""Letters and digits that nobody mistakes for others, without vowels, so that no id spells a word."""

_LETTERS = 20
"""How many of the alphabet are letters: an id starts with one, so it is never taken for a row number."""

_LENGTH = 8


def name_lines(texts: Sequence[str], chapters: Sequence[int]) -> list[str]:
    """Name every line of a book by its words and its neighbours' within the chapter.

    Args:
        texts: the lines in reading order.
        chapters: the chapter of each.
    """
    words = [" ".join(text.split()) for text in texts]
    seen: Counter[str] = Counter()
    names: list[str] = []
    for index, text in enumerate(words):
        name = _digest(_neighbour(words, chapters, index, -1), text, _neighbour(words, chapters, index, 1))
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _neighbour(words: Sequence[str], chapters: Sequence[int], index: int, step: int) -> str:
    other = index + step
    if not 0 <= other < len(words) or chapters[other] != chapters[index]:
        return ""
    return words[other]


def _digest(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    number = int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
    number, first = divmod(number, _LETTERS)
    characters = [_ALPHABET[first]]
    for _ in range(_LENGTH - 1):
        number, digit = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[digit])
    return "".join(characters)
