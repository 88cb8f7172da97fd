"""Headings as a reader announces them: "CHAPTER IV THE LETTER" is said as "Chapter 4. The Letter".

Knows the shape of headings in some languages; the words stay the author's, only numerals, capitals and pauses change.
"""

import re

from audiobook.language.roman import roman_value
from audiobook.language.tongues import primary_language

_NOUNS = (
    "chapter|part|book|volume|act|scene|section|canto|letter|stave|episode|phase|appendix|prologue|epilogue"
    "|chapitre|partie|livre|tome|acte|scène|kapitel|teil|buch|band|akt|szene|capítulo|parte|libro|acto|escena|capitolo"
    "|livro|ato|hoofdstuk|deel|boek|kapittel|rozdział|kapitola"
)
_ROMAN = r"(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})"
_NUMBERED = re.compile(
    rf"(?P<label>(?i:{_NOUNS})) (?P<number>(?-i:{_ROMAN})|\d{{1,4}}|[\w-]+?)"
    r"(?P<mark>\s*[:.\u2013\u2014]+\s*|\s+-+\s+|\s+|$)"
    r"(?P<title>.*)",
    re.DOTALL,
)
_LABEL_AND_NUMERAL = re.compile(rf"(?P<label>\b(?i:{_NOUNS}) )(?P<numeral>{_ROMAN})\b")
_ONLY_NUMERAL = re.compile(rf"(?P<numeral>{_ROMAN})(?=[.:]?(?: |$))")
_NUMBER_WORDS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty first second third fourth fifth sixth seventh eighth ninth tenth last
    premier première deux trois quatre cinq six sept huit neuf dix un une eins zwei drei vier fünf sechs sieben acht
    neun zehn primero primera uno dos tres cuatro cinco seis siete ocho nueve diez
    """.split()  # noqa: SIM905 - words read better than strings
)
_CAPITALS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SPELLED = frozenset(
    """
    FBI CIA USA UK EU UFO BBC KGB NASA NATO DNA TV AI IOU SOS VIP AD BC PS NYPD LAPD
    """.split()  # noqa: SIM905 - as above
)
_TITLES = frozenset({"MR", "MRS", "MS", "DR", "ST", "MT"})
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-Þ]")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of on or the to with".split()  # noqa: SIM905 - as above
)


def speak_heading(said: str, language: str) -> str:
    """Write one line of a heading as it is announced.

    Args:
        said: the line, markup and short forms already dealt with.
        language: BCP 47 tag; English words in capitals get the small letters a title has.
    """
    said = _LABEL_AND_NUMERAL.sub(lambda match: match["label"] + str(roman_value(match["numeral"])), said)
    if (only := _ONLY_NUMERAL.match(said)) is not None and only["numeral"] != "I":
        said = f"{roman_value(only['numeral'])}{said[only.end() :]}"
    said = _in_title_case(said, language) if said.upper() == said else said
    return _with_pause(said)


def _with_pause(said: str) -> str:
    """Set a full stop between the number of a chapter and its title."""
    match = _NUMBERED.fullmatch(said)
    if match is None or not match["title"] or not _is_number(match["number"]):
        return said
    return f"{match['label']} {match['number']}. {match['title'][:1].upper()}{match['title'][1:]}"


def _is_number(word: str) -> bool:
    return word.isdigit() or all(part in _NUMBER_WORDS for part in word.lower().split("-"))


def _in_title_case(said: str, language: str) -> str:
    """Write a title in capitals so that no engine spells its words; what is spelled anyway stays."""
    small = _SMALL if primary_language(language) == "en" else frozenset[str]()
    return _CAPITALS.sub(lambda match: _word(match.group(), is_first=match.start() == 0, small=small), said)


def _word(word: str, *, is_first: bool, small: frozenset[str]) -> str:
    if word in _TITLES:
        return word.capitalize()
    if word in _SPELLED or len(word) == 1 or (not _VOWEL.search(word) and len(word) <= 5):
        return word
    lower = word.lower()
    return lower if lower in small and not is_first else lower[:1].upper() + lower[1:]
