"""Short forms said in full: "Mr. Darcy", "Lt. Gray", "J. R. R.", "Chapter IV".

English. Engines take the full stop of an abbreviation for a pause, spell what they do not know ("el tee") and say
"roman four". Refuses to know sentences and markup: what comes in is one sentence, ready but for this.
"""

import re

from audiobook.language.roman import roman_value

_TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Mx": "Mix",
    "Messrs": "Messers",
    "Mme": "Madame",
    "Mlle": "Mademoiselle",
    "Dr": "Doctor",
    "Prof": "Professor",
    "St": "Saint",
    "Mt": "Mount",
    "Rev": "Reverend",
    "Fr": "Father",
    "Capt": "Captain",
    "Cpt": "Captain",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Gen": "General",
    "Sgt": "Sergeant",
    "Maj": "Major",
    "Adm": "Admiral",
    "Cmdr": "Commander",
    "Cdr": "Commander",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Pres": "President",
    "Supt": "Superintendent",
}
"""Said so with a full stop and a name after them; "Mr", "Mrs", "Ms" and "Dr" also without the full stop."""

_BEFORE_NUMBERS = {
    "no": "number",
    "nos": "numbers",
    "p": "page",
    "pp": "pages",
    "vol": "volume",
    "ch": "chapter",
    "chap": "chapter",
    "fig": "figure",
    "sec": "section",
    "pt": "part",
}
_ANYWHERE = {"vs": "versus", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire", "Ph.D": "P H D"}

_KINGS = (
    "Henry Edward George Louis Charles James Richard William Elizabeth Philip Henri Napoleon Pius Paul John Rameses"
)
_COUNTED = "chapter part book volume act scene section canto letter stave verse episode phase appendix article war"

_TITLE = re.compile(rf"\b(?:({'|'.join(_TITLES)})\.|(Mrs?|Ms|Dr)) (?=[A-Z])|\b(Mrs?|Dr)\. (?=and )")
_NUMBERED = re.compile(rf"\b({'|'.join(_BEFORE_NUMBERS)})\. (?=\d|[IVXLC]+\b)", re.IGNORECASE)
_OTHER = re.compile(rf"\b({'|'.join(map(re.escape, _ANYWHERE))})\b\.?(?P<end>$)?")
_INITIALS = re.compile(r"\b[A-Z]\.(?:(?: ?[A-Z]\.)+(?![A-Za-z])|(?= [A-Z][a-z]))(?P<end>$)?")
_NUMERAL = r"(?:(?=[IVXLC]{2,}\b)(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})|[VX])"
_COUNTED_NUMERAL = re.compile(
    rf"(?P<before>\b(?i:{'|'.join(_COUNTED.split())}) )(?P<numeral>{_NUMERAL})\b"
    rf"|(?P<before_one>\b(?:{'|'.join(f'{noun.title()}|{noun.upper()}' for noun in _COUNTED.split())}) )I(?=[.:,]|$)"
)
_KINGS_NUMERAL = re.compile(rf"(?P<before>\b(?:{'|'.join(_KINGS.split())}) )(?P<numeral>{_NUMERAL})\b")
_OTHER_NUMERAL = re.compile(r"(?P<before>\b[A-Z][\w']* )(?P<numeral>(?=[IVX]{2,}\b)X{0,2}(?:I[XV]|V?I{0,3}))\b")
_ONLY_NUMERAL = re.compile(rf"(?P<before>)(?P<numeral>{_NUMERAL})(?=\.?$)")
_ROMAN = re.compile("[IVXLC]+")

_STOP_WITHIN = re.compile(r"\.(?=[ A-Z])")
_NUMERAL_WITHIN = re.compile(r" (?:[IVXLC]{2,}\b|[VX]\b|I(?=[.:,]|$))")
_BARE_TITLES = ("Mr ", "Mrs ", "Ms ", "Dr ")
_LONGEST_ONLY_NUMERAL = 10
"""So short, or with one of these, is every sentence that `in_full` changes, and few others; see `_may_have_any`."""


def in_full(sentence: str) -> str:
    """Say short forms in full, where a full stop or capitals show that they are some."""
    if not _may_have_any(sentence):
        return sentence
    said = _TITLE.sub(lambda match: _TITLES[match[1] or match[2] or match[3]] + " ", sentence)
    said = _NUMBERED.sub(_number_word, said)
    said = _OTHER.sub(_other_word, said)
    said = _numerals_as_numbers(said)
    return _INITIALS.sub(_letters, said)


def _may_have_any(sentence: str) -> bool:
    """Tell, much sooner than all the patterns, that there is nothing in a sentence for any of them."""
    return (
        len(sentence) < _LONGEST_ONLY_NUMERAL
        or any(form in sentence for form in (*_BARE_TITLES, *_ANYWHERE))
        or _STOP_WITHIN.search(sentence) is not None
        or _NUMERAL_WITHIN.search(sentence) is not None
    )


def ways_to_say(word: str) -> frozenset[tuple[str, ...]]:
    """Everything `in_full` may say in place of one word, itself written without its full stop; empty for most words."""
    ways = {_TITLES.get(word), _ANYWHERE.get(word), _BEFORE_NUMBERS.get(word.lower())} - {None}
    said = {tuple(way.lower().split()) for way in ways if way is not None}
    if _ROMAN.fullmatch(word):
        value = roman_value(word)
        said |= {(str(value),), ("the", _ordinal(value))}
    return frozenset(said)


def _number_word(match: re.Match[str]) -> str:
    word = _BEFORE_NUMBERS[match[1].lower()]
    return (word.capitalize() if match[1][0].isupper() else word) + " "


def _other_word(match: re.Match[str]) -> str:
    return _ANYWHERE[match[1]] + _stop_at_end(match)


def _letters(match: re.Match[str]) -> str:
    return " ".join(letter for letter in match.group() if letter.isalpha()) + _stop_at_end(match)


def _stop_at_end(match: re.Match[str]) -> str:
    """Keep the full stop that ends the sentence too."""
    return "." if match["end"] is not None and match.group().endswith(".") else ""


def _numerals_as_numbers(sentence: str) -> str:
    """Write Roman numerals as numbers where they can be nothing else; never the "I" of "the letter I wrote"."""
    said = _ONLY_NUMERAL.sub(_cardinal, sentence, count=1) if len(sentence) < _LONGEST_ONLY_NUMERAL else sentence
    said = _COUNTED_NUMERAL.sub(_counted, said)
    said = _KINGS_NUMERAL.sub(lambda match: f"{match['before']}the {_ordinal(roman_value(match['numeral']))}", said)
    return _OTHER_NUMERAL.sub(_cardinal, said)


def _counted(match: re.Match[str]) -> str:
    return f"{match['before_one']}1" if match["before_one"] else _cardinal(match)


def _cardinal(match: re.Match[str]) -> str:
    return f"{match['before']}{roman_value(match['numeral'])}"


def _ordinal(number: int) -> str:
    suffix = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
