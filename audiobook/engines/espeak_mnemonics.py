"""Sounds of English as espeak-ng's own mnemonics, which it reads between double square brackets.

A vowel before an "r" that no vowel follows becomes the mnemonic that each accent says in its own way. Source:
espeak-ng's docs/phonemes.md and phsource/ph_english.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from audiobook.engines.word_sounds import PLAIN_BRACKETS, with_sounds
from audiobook.language.ipa import BLANK, BREAK, PRIMARY, SECONDARY, VOWELS, stressed_before_vowels
from audiobook.model.speech import WordSound

_MNEMONICS: Mapping[str, str] = {
    "ɡ": "g", "θ": "T", "ð": "D", "ʃ": "S", "ʒ": "Z", "tʃ": "tS", "dʒ": "dZ", "ŋ": "N", "ɹ": "r", "ʔ": "?",
    "ɪ": "I", "iː": "i:", "ɛ": "E", "æ": "a", "ɑː": "A:", "ɒ": "0", "ɔː": "O:", "ʊ": "U", "uː": "u:", "ʌ": "V",
    "ɜː": "3:", "ə": "@", "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "oʊ": "oU", "aʊ": "aU", "ɪə": "i@", "ɛə": "e@",
    "ʊə": "U@", PRIMARY: "'", SECONDARY: ",", BREAK: "", BLANK: "||",
}  # fmt: skip
_BEFORE_R: Mapping[str, str] = {
    "ɑː": "A@", "ɔː": "O@", "ɛ": "e@", "ɛə": "e@", "ɪ": "i@3", "ɪə": "i@3", "iː": "i@3", "ʊ": "U@", "ʊə": "U@",
    "ɜː": "3:", "ə": "3",
}  # fmt: skip


_MARK_THAT_HIDES = re.compile(r"[\"“(]+(?=\[\[)")
"""Right behind such a mark the library skips what stands between double brackets (1.52, measured)."""


def with_mnemonics(text: str, sounds: Collection[WordSound]) -> str:
    """Write the words whose sounds are given as the library reads sounds; brackets of the text itself stay text."""
    if not sounds:
        return text
    written = with_sounds(text.translate(PLAIN_BRACKETS), sounds, lambda sound: f"[[{mnemonics_of(sound.ipa)}]]")
    return _MARK_THAT_HIDES.sub("", written)


def mnemonics_of(ipa: str) -> str:
    """Write IPA in the library's mnemonics, without the brackets.

    Raises:
        CastError: a sign is unknown.
    """
    sounds = stressed_before_vowels(ipa)
    written = ""
    for index, sound in enumerate(sounds):
        is_coda = _is_coda(sounds, index + 1)
        if sound == "ɹ" and index and sounds[index - 1] in _BEFORE_R and _is_coda(sounds, index):
            continue
        mnemonic = _BEFORE_R[sound] if sound in _BEFORE_R and is_coda else _MNEMONICS.get(sound, sound)
        written += "|" * _runs_together(sounds, index) + mnemonic
    return written


def _is_coda(sounds: Sequence[str], index: int) -> bool:
    """Tell whether an "r" stands there that no vowel follows."""
    if index >= len(sounds) or sounds[index] != "ɹ":
        return False
    rest = [sound for sound in sounds[index + 1 :] if sound not in {PRIMARY, SECONDARY, BREAK}]
    return not rest or rest[0] not in VOWELS


def _runs_together(sounds: Sequence[str], index: int) -> bool:
    """Tell whether a sound's mnemonic would be read together with the one before it, as two sounds never are."""
    if index == 0:
        return False
    before = sounds[index - 1]
    if before == BREAK and index > 1:
        before = sounds[index - 2]
    both_vowels = before in VOWELS and sounds[index] in VOWELS
    return both_vowels or (before, sounds[index]) in {("t", "ʃ"), ("d", "ʒ")}
