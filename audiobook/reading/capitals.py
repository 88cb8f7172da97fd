"""Titles as a listener sees them in a list: sensible capitals, no underscores. Never used on what is spoken."""

import re

from audiobook.reading.numbers import read_roman

_SMALL_WORDS = "a an and as at but by for from in into nor of off on onto or over per than the to up upon via vs with"
_SMALL = frozenset(_SMALL_WORDS.split())
_KNOWN_ACRONYMS = frozenset({"BBC", "CIA", "DJ", "DNA", "FBI", "KGB", "NASA", "NYPD", "TV", "UFO", "UK", "USA", "VIP"})
_WORD = re.compile(r"(?<![\w])[^\W\d_]+(?:['’][^\W\d_]+)*(?!\w)")
_CAMEL_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKUP = re.compile(r"(?<![^\W_])[*_]+(?=\S)|(?<=\S)[*_]+(?![^\W_])")


def tidy_title(written: str) -> str:
    """Fold white space, drop emphasis marks, and give an all-capitals title the capitals of a book cover."""
    text = " ".join(_MARKUP.sub("", written).split()).lstrip(">|#= ")
    if text.endswith(".") and text.count(".") == 1:
        text = text.removesuffix(".").rstrip()
    return text if _has_lower_case(text) else _recapitalise(text)


def title_from_stem(stem: str) -> str:
    """Make a book's title from a file or folder name without extension: `the_lost-ferry` -> "The Lost Ferry"."""
    spaced = re.sub(r"[_\-\s]+", " ", stem).strip()
    if " " not in spaced:
        spaced = _CAMEL_JOINT.sub(" ", spaced)
        return _recapitalise(spaced) if spaced else stem.strip() or "Book"
    if spaced != spaced.lower() and _has_lower_case(spaced):
        return spaced
    return _recapitalise(spaced)


def _has_lower_case(text: str) -> bool:
    return any(character.islower() for character in text)


def _recapitalise(text: str) -> str:
    words = list(_WORD.finditer(text))
    parts: list[str] = []
    position = 0
    for index, match in enumerate(words):
        at_edge = index in {0, len(words) - 1} or _starts_clause(text, match.start())
        parts += (text[position : match.start()], _recapitalise_word(text, match, at_edge=at_edge))
        position = match.end()
    return "".join((*parts, text[position:]))


def _starts_clause(text: str, position: int) -> bool:
    before = text[:position].rstrip()
    return before.endswith((":", ".", "?", "!", "—", "–", '"', "“", "("))


def _recapitalise_word(text: str, match: re.Match[str], *, at_edge: bool) -> str:
    word = match.group()
    if word.upper() in _KNOWN_ACRONYMS or _is_initial(text, match):
        return word.upper()
    if len(word) > 1 and word.isupper() and read_roman(word) and word not in {"MIX", "DID", "MILL", "DIM", "MILD"}:
        return word
    if word.lower() in _SMALL and not at_edge:
        return word.lower()
    if word in {"I", "i"}:
        return "I"
    return _capitalise(word)


def _is_initial(text: str, match: re.Match[str]) -> bool:
    return len(match.group()) == 1 and text[match.end() : match.end() + 1] == "."


def _capitalise(word: str) -> str:
    """Capitalise with care for O'Neill and the ferry's."""
    head, mark, tail = word.partition("’") if "’" in word else word.partition("'")
    tail = tail.capitalize() if len(head) == 1 and len(tail) > 2 else tail.lower()
    return head.capitalize() + mark + tail
