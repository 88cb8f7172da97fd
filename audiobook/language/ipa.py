"""English in the International Phonetic Alphabet: which signs there are, however they are spelled.

Dictionaries differ: /e/ and /ɛ/ are one sound, so are /r/ and /ɹ/, /əʊ/ and /oʊ/. `sounds_of` gives one spelling.
Source: the broad transcriptions of Wells (Longman Pronunciation Dictionary, 3rd ed. 2008) and of English Wiktionary.
Refuses to know engines and their alphabets.
"""

import re
import unicodedata
from collections.abc import Mapping

from audiobook.errors import CastError

PRIMARY, SECONDARY, BREAK, BLANK = "ˈ", "ˌ", ".", " "
STRESSES = frozenset({PRIMARY, SECONDARY})
VOWELS = frozenset("ɪ iː i ɛ æ ɑː ɒ ɔː ʊ uː u ʌ ɜː ə eɪ aɪ ɔɪ oʊ aʊ ɪə ɛə ʊə".split())  # noqa: SIM905 - reads better
CONSONANTS = frozenset("p b t d k ɡ f v θ ð s z ʃ ʒ tʃ dʒ h x m n ŋ l ɹ j w ʔ".split())  # noqa: SIM905 - as above

_SPELLINGS: Mapping[str, str] = {
    "g": "ɡ", "r": "ɹ", "ɻ": "ɹ", "ɫ": "l", "ʍ": "w", "ɾ": "t", "ʧ": "tʃ", "ʤ": "dʒ", "c": "k", "ç": "h",
    "e": "ɛ", "a": "æ", "aː": "ɑː", "ɑ": "ɑː", "ɒː": "ɔː", "ɔ": "ɔː", "oː": "ɔː", "o": "oʊ", "ɜ": "ɜː", "əː": "ɜː",
    "ɐ": "ʌ", "ɨ": "ɪ", "ᵻ": "ɪ", "ʉ": "u", "ʉː": "uː", "eː": "eɪ", "ɛː": "ɛə", "æː": "æ", "ɪː": "iː", "ʊː": "uː",
    "əʊ": "oʊ", "ɛɪ": "eɪ", "ʌɪ": "aɪ", "ɑɪ": "aɪ", "oɪ": "ɔɪ", "ɑʊ": "aʊ", "æʊ": "aʊ", "eə": "ɛə", "iə": "ɪə",
    "uə": "ʊə", "ᵊ": "ə", "'": PRIMARY, "’": PRIMARY, "-": BREAK, "‿": BREAK,
}  # fmt: skip
_IN_TWO: Mapping[str, tuple[str, str]] = {
    "ɚ": ("ə", "ɹ"), "ɝ": ("ɜː", "ɹ"), "ɝː": ("ɜː", "ɹ"), "n\u0329": ("ə", "n"), "l\u0329": ("ə", "l"),
    "m\u0329": ("ə", "m"), "ɲ": ("n", "j"), "ʎ": ("l", "j"),
}  # fmt: skip
_NEAREST: Mapping[str, str] = {
    "ɬ": "l", "ʁ": "r", "ʀ": "r", "ɽ": "r", "χ": "x", "ɣ": "ɡ", "β": "v", "ɸ": "f", "y": "uː", "ø": "ɜː", "œ": "ɜː",
    "ɯ": "uː", "ɤ": "ʌ", "ɕ": "ʃ", "ʑ": "ʒ", "ʂ": "ʃ", "ʐ": "ʒ", "ɟ": "dʒ", "ɥ": "w", "ʋ": "v", "ɦ": "h", "q": "k",
    "ɭ": "l", "ɳ": "n", "ʈ": "t", "ɖ": "d",
}  # fmt: skip
_UNHEARD = str.maketrans(dict.fromkeys("\u0361\u035c\u203f\u02b0\u0303\u032f\u02d1()", ""))
"""Ties, aspiration, nasality, length by half, and the brackets of what may be left out."""

_KNOWN = {*VOWELS, *CONSONANTS, *STRESSES, BREAK, BLANK, *_SPELLINGS, *_IN_TWO}
_SIGN = re.compile("|".join(map(re.escape, sorted(_KNOWN, key=lambda sign: (-len(sign), sign)))))

_SIBILANTS = frozenset({"s", "z", "ʃ", "ʒ", "tʃ", "dʒ"})
_VOICELESS = frozenset({"p", "t", "k", "f", "θ", "x"})

_LETTERS: Mapping[str, str] = {
    "ɪ": "i", "iː": "ee", "i": "ee", "ɛ": "e", "æ": "a", "ɑː": "ah", "ɒ": "o", "ɔː": "aw", "ʊ": "oo", "uː": "oo",
    "u": "oo", "ʌ": "u", "ɜː": "ur", "ə": "uh", "eɪ": "ay", "aɪ": "igh", "ɔɪ": "oy", "oʊ": "oh", "aʊ": "ow",
    "ɪə": "eer", "ɛə": "air", "ʊə": "oor", "ɡ": "g", "θ": "th", "ð": "th", "ʃ": "sh", "ʒ": "zh", "tʃ": "ch",
    "dʒ": "j", "x": "kh", "ŋ": "ng", "ɹ": "r", "j": "y", "ʔ": "", PRIMARY: "", SECONDARY: "", BREAK: "",
}  # fmt: skip


def sounds_of(ipa: str) -> tuple[str, ...]:
    """Read IPA sound by sound: members of `VOWELS`, `CONSONANTS` and `STRESSES`, and `BREAK` or `BLANK` between them.

    Raises:
        CastError: a sign is unknown, or there is no vowel; names the sign.
    """
    text = " ".join(unicodedata.normalize("NFC", ipa).translate(_UNHEARD).replace(":", "ː").split())
    found: list[str] = []
    position = 0
    while position < len(text):
        sign = _SIGN.match(text, position)
        if sign is not None:
            spelled = _SPELLINGS.get(sign[0], sign[0])
            found.extend(_IN_TWO.get(spelled, (spelled,)))
        elif text[position] != "ː":
            raise _unknown(text[position], ipa)
        position = sign.end() if sign is not None else position + 1
    if not VOWELS & set(found):
        raise CastError(f"/{ipa}/ has no vowel", hint='write IPA of English, such as "/ʃɪˈvɔːn/"')
    return tuple(found)


def is_ipa(text: str) -> bool:
    """Tell whether a text is IPA by its slashes, as dictionaries mark it: "/ʃɪˈvɔːn/"."""
    bare = text.strip()
    return len(bare) > 2 and bare.startswith("/") and bare.endswith("/")


def with_ending(ipa: str) -> str:
    """Add the "s" of a plural or possessive as English says it: cats, dogs, houses."""
    last = [sound for sound in sounds_of(ipa) if sound in VOWELS | CONSONANTS][-1]
    return ipa + ("ɪz" if last in _SIBILANTS else "s" if last in _VOICELESS else "z")


def respelled(ipa: str) -> str:
    """Write IPA in English letters, for voices that take nothing else: an approximation in small letters."""
    letters = "".join(_LETTERS.get(sound, sound) for sound in sounds_of(ipa))
    return letters.replace("rr", "r")


def stressed_before_vowels(ipa: str) -> tuple[str, ...]:
    """Read IPA with each mark of stress right before its vowel, as espeak-ng writes it; a word without any gets one."""
    found: list[str] = []
    waiting = ""
    sounds = sounds_of(ipa)
    if not STRESSES & set(sounds):
        waiting = PRIMARY
    for sound in sounds:
        if sound in STRESSES:
            waiting = sound
        elif sound in VOWELS and waiting:
            found.append(waiting)
            waiting = ""
        if sound not in STRESSES:
            found.append(sound)
    return tuple(found)


def _unknown(sign: str, ipa: str) -> CastError:
    name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
    nearest = _NEAREST.get(sign)
    return CastError(
        f'"{sign}" ({name}) in /{ipa}/ is no sound that English voices have',
        hint=f"write {nearest}, the nearest that they have" if nearest else "docs/pronunciation.md lists the signs",
    )
