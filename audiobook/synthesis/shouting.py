"""Shouting capitals: words that are loud ("HUGE"), told from letters that are names ("FBI").

English. Knows the shape of words; refuses to know what is done about them. Engines spell some words in capitals letter
by letter, so a shouted word is spoken from its small letters.
"""

import re

_TWO_CAPITALS = re.compile("[A-Z][A-Z]")
_CAPITALS = re.compile(
    r"(?<![^\W\d_])(?<!\d)[A-Z]{2,}(?:['’][A-Z]{1,3})?(?:-[A-Z]{2,}(?:['’][A-Z]{1,3})?)*(?![^\W_]|\.[A-Z])"
)
_SHORT_WORDS = frozenset(
    """
    ah ai all am an and any are as ask at bad be big boy but buy by can car cat cry cut day did die do dog don't dry
    eat egg end eye far few fly for fun get go god got gun had has hat he her hey hi him his hit ho hot how i'd i'm
    if in is it it's its job joy kid kill know lad law let lie lot low mad man map may me men mom mr mum my new no nor
    not now of off oh oi old on one or our out own ow pay put ran red run sad saw say see set she shy sir sit six sky
    so son sun ten the tie to too top try two uh um up us use war was way we wet who why win yes yet you yum
    """.split()  # noqa: SIM905 - words read better than strings
)
_ALSO_LETTERS = frozenset("ai am it us who mr or in an hi ma pa".split())  # noqa: SIM905 - as above
"""Short words that are names in letters as well: shouted only beside another shouted word."""

_NAMES_IN_LETTERS = frozenset(
    """
    nasa nato unesco unicef opec aids laser radar ascii yolo asap awol gi ohio usaf usmc nypd lapd cnbc espn hbo imax
    iphone pdf html http https usb wifi sos rsvp aka eta diy ufo faq
    """.split()  # noqa: SIM905 - as above
)
_VOWEL = re.compile("[AEIOUY]")
_NO_WORD = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{5,}|^(?!S[CHPT]|[TC]HR)[BCDFGHJKLMNPQRSTVWXZ]{4,}")
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")


def has_shouting(text: str) -> bool:
    """Tell whether any word of a text is shouted."""
    return next(iter(_shouted(text)), None) is not None


def lower_shouting(text: str) -> str:
    """Write shouted words in small letters, the first of the text with its capital; names in letters stay."""
    for start, end in _shouted(text):
        word = text[start:end].lower()
        text = text[:start] + (word.capitalize() if start == 0 else word) + text[end:]
    return text


def _shouted(text: str) -> tuple[tuple[int, int], ...]:
    if not _may_have_any(text):
        return ()
    found = [(match.span(), _weight(match.group())) for match in _CAPITALS.finditer(text)]
    is_surely_shouted = any(weight == 2 for _, weight in found)
    least = 1 if is_surely_shouted else 2
    return tuple(span for span, weight in found if weight >= least)


def _may_have_any(text: str) -> bool:
    return _TWO_CAPITALS.search(text) is not None


def _weight(word: str) -> int:
    """2 for a word that is certainly shouted, 1 for one that is beside another, 0 for a name in letters."""
    plain = word.lower().replace("’", "'")
    if plain in _NAMES_IN_LETTERS or (_ROMAN.fullmatch(word) and plain not in {"mix", "did", "mild"}):
        return 0
    if "-" in word or "'" in plain:
        return 2
    if len(word) <= 3:
        return 1 if plain in _ALSO_LETTERS else 2 * (plain in _SHORT_WORDS)
    return 2 if _VOWEL.search(word) and not _NO_WORD.search(word) else 0
