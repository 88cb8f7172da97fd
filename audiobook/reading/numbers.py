"""Numbers as headings write them: digits, roman numerals, English words."""

import re

from audiobook.language.roman import roman_value

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

_FIRST_ABROAD = "premier première primero primera primo primeiro primeira"
"""The first chapter is often the only one whose number other languages write as a word ("Chapitre premier")."""


def _word_values() -> dict[str, int]:
    values = {word: number for number, word in enumerate(_UNITS.split(), 1)}
    values |= {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
    values |= {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
    values |= {word: number * 10 for number, word in enumerate(_ORDINAL_TENS.split(), 2)}
    values |= dict.fromkeys(_FIRST_ABROAD.split(), 1)
    return values


_WORD_VALUES = _word_values()
_TENS_WORDS = frozenset(_TENS.split())
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})", re.IGNORECASE)
_ORDINAL_DIGITS = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)?", re.IGNORECASE)

_WORD = "(?:" + "|".join(sorted(_WORD_VALUES, key=len, reverse=True)) + ")"
NUMBER = (
    rf"(?:[0-9]{{1,4}}(?:st|nd|rd|th)?\b|(?:the\s+)?{_WORD}\b(?:[\s-]+{_WORD}\b)?|[ivxlcdm]{{1,12}}\b"
    r"|the\s+(?:last|final)\b)"
)
"""A regular expression (ignore case) for one number as a heading may write it."""


def read_number(written: str) -> int | None:
    """Read "12", "XII", "twelve", "the twelfth" or "Twenty-One"; None if it is no number."""
    text = written.strip().lower()
    digits = _ORDINAL_DIGITS.fullmatch(text)
    if digits:
        return int(digits.group(1))
    return read_roman(text) or _read_words(text)


def read_roman(written: str) -> int | None:
    """Read a roman numeral in either case; None if it is none."""
    if not written or not _ROMAN.fullmatch(written):
        return None
    return roman_value(written.upper())


def _read_words(text: str) -> int | None:
    words = re.split(r"[\s-]+", text.removeprefix("the "))
    if len(words) == 1:
        return _WORD_VALUES.get(words[0])
    if len(words) == 2 and words[0] in _TENS_WORDS and words[1] in _WORD_VALUES:
        return _WORD_VALUES[words[0]] + _WORD_VALUES[words[1]]
    return None
