"""Words as a listener counts them, and where they stand.

Knows letters of every script; refuses to know sentences, markup and pronunciation.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE_TABLE = dict.fromkeys(map(ord, _INVISIBLE))
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc\uff07`", "'"))
_LETTER = re.compile(r"[^\W_]")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011", "-"))


def iterate_words(text: str) -> Iterator[re.Match[str]]:
    """Find every word, one by one.

    A word is a run of letters, digits and their combining marks; an apostrophe or hyphen between two letters, and a
    point or comma between two digits, belong to it. `_` and other markup never do.
    """
    return _word_pattern().finditer(text)


def has_word(text: str) -> bool:
    """Whether there is anything in `text` that can be said."""
    return _LETTER.search(text) is not None


def fold_word(word: str) -> str:
    """Reduce a word so that two spellings of the same word are equal.

    Case, compatibility forms (ligatures, full width), the shape of apostrophes and hyphens, soft hyphens and
    zero-width characters make no difference.
    """
    if word.isascii():
        return word.lower()
    plain = word.translate(_INVISIBLE_TABLE).translate(_APOSTROPHES).translate(_HYPHENS)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    letter = _LETTER.pattern
    inside = f"[{_combining_marks()}{_INVISIBLE}]"
    joint = rf"(?:['\u2019\u02bc\uff07\u2010\u2011-](?={letter})|(?<=\d)[.,](?=\d))"
    return re.compile(rf"{letter}(?:{letter}|{inside}|{joint})*")


def _combining_marks() -> str:
    """List, for a character class, the marks after letters that are no letters to `re` (accents, vowel signs)."""
    marks = [code for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M")]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
