"""A text as the words that are heard, so that two spellings of one sound are no error.

English. Case, punctuation, contractions, numbers, titles, and British spelling are folded, on both sides alike, in the
manner of Whisper's own normaliser. Nothing is left out: a name or a number that is heard wrong is an error.
"""

import re
import unicodedata

from hearing.number_words import fold_numbers

_CONTRACTIONS = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "ain't": "aint",
    "let's": "let us", "'tis": "it is", "'twas": "it was", "'em": "them", "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "ma'am": "madam", "o'clock": "oclock", "alright": "all right", "okay": "ok",
}  # fmt: skip
_IS = "it that he she what there where who here how when"
_ENDINGS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
_TITLES = {
    "mr": "mister", "mrs": "missus", "ms": "miz", "dr": "doctor", "st": "saint", "prof": "professor", "capt": "captain",
    "lt": "lieutenant", "col": "colonel", "gen": "general", "sgt": "sergeant", "rev": "reverend", "jr": "junior",
    "sr": "senior", "vs": "versus",
}  # fmt: skip
_ROMAN = re.compile(r"\b(?=[IVXL]{2,}\b|(?<=Chapter )[IVXL])(X[L]|L?X{0,3})(I[XV]|V?I{0,3})\b")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_MONEY = re.compile(r"([$£€])(\d[\d,]*)(?:\.(\d\d))?")
_COINS = {"$": ("dollars", "cents"), "£": ("pounds", "pence"), "€": ("euros", "cents")}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|'[^\W_]+(?:'[^\W_]+)*")
_STRETCHED = re.compile(r"(.)\1{2,}")
_INTERJECTION = re.compile(r"(h)m+|(a)+h+|(o)+h+|(u)+h+|(s)h+")

_SPELLINGS = (
    (re.compile(r"our(?=(?:s|ed|ing|ings|ful|less|able|ite|ites|hood|er|ers)?$)"), "or"),
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[tb])re(?=s?$)"), "er"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile("ll"), "l"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile("ae|oe(?=[dmt])"), "e"),
)
"""Both sides are folded by the same rules, so it is no harm that they make "for" of "four" as well."""


def words_of(text: str) -> tuple[str, ...]:
    """Write a text as the words that are heard."""
    plain = unicodedata.normalize("NFKC", text).translate({ord(mark): "'" for mark in "‘’ʼ"})
    plain = _MONEY.sub(_money, _ROMAN.sub(_roman, plain))
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain).lower().replace("&", " and ").replace("%", " percent")
    plain = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", plain)
    found = [part for match in _WORD.finditer(plain) for part in _plain_words(match.group())]
    return tuple(map(_spelling, fold_numbers(_joined_letters(found))))


def _money(match: re.Match[str]) -> str:
    coin, small = _COINS[match[1]]
    pieces = f" {match[3]} {small}" if match[3] and int(match[3]) else ""
    return f"{match[2]} {coin}{pieces}"


def _roman(match: re.Match[str]) -> str:
    values = [_VALUES[letter] for letter in match.group()]
    return str(sum(-one if one < max(values[index:]) else one for index, one in enumerate(values)))


def _plain_words(word: str) -> list[str]:
    """Undo what is drawn together; a word may become two."""
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word].split()
    if word.endswith("'s") and word[:-2] in _IS.split():
        return [word[:-2], "is"]
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)].replace("'", ""), *full.split()]
    bare = word.replace("'", "")
    bare = _TITLES.get(bare, bare)
    interjection = _INTERJECTION.fullmatch(bare)
    if interjection:
        return [next(filter(None, interjection.groups())) + bare[-1]]
    if bare.isdecimal():
        return [bare]
    return [_STRETCHED.sub(r"\1", bare)] if bare else []


def _joined_letters(words: list[str]) -> list[str]:
    """Join letters that stand alone: "F B I" is "FBI"."""
    joined: list[str] = []
    was_letter = False
    for word in words:
        is_letter = len(word) == 1 and word.isalpha() and word != "a" and (was_letter or word != "i")
        if is_letter and was_letter:
            joined[-1] += word
        else:
            joined.append(word)
        was_letter = is_letter
    return joined


def _spelling(word: str) -> str:
    for pattern, folded in _SPELLINGS:
        word = pattern.sub(folded, word)
    return word
