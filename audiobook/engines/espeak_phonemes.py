"""Text to phonemes by espeak-ng, written as Kokoro and the models distilled from it read them.

Kokoro learnt from the phonemes of misaki: one letter for a diphthong or an affricate, its own signs for the flap and
the half-swallowed vowel. espeak-ng is what misaki itself falls back to for words it does not know. It is chosen here
for all words because it is there already, runs on every Python, knows every word, number and script, and gives the
same answer in every process; misaki wants Python below 3.13 and spaCy with a model of its own. Source of the
correspondence: misaki's description of its alphabet (EN_PHONES.md) and espeak-ng's docs/phonemes.md.
"""

import ctypes
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from audiobook.engines.espeak_library import LoadedLibrary, find_speech_library, loaded_library
from audiobook.engines.espeak_mnemonics import mnemonics_of, with_mnemonics
from audiobook.engines.espeak_text import has_words
from audiobook.engines.espeak_voices import read_voice_names
from audiobook.engines.shared_library import silenced
from audiobook.errors import EngineError
from audiobook.model.speech import WordSound

PHONEMES_VERSION = "2"
"""Changes whenever anything here may change the phonemes of a text."""

_UTF8 = 1
_TIE = "\u0361"
_IPA_WITH_TIES = 0x02 | 0x80 | ord(_TIE) << 8
"""Of espeak_TextToPhonemes: bit 1 asks for IPA, bit 7 for the sign in bits 8 to 23 between letters of one sound."""

_MARK = re.compile(r"\s*(?:([;:,.!?…—]+)[\"”’)\]]*(?=\s|$)|\s[–—-]\s)\s*")
_LANGUAGE_SWITCH = re.compile(r"\([a-z-]+\)")
_SYLLABIC = re.compile("(.)\u0329")
_LINKED_R = re.compile("ɹɹ")  # espeak-ng says it at the end of one word and before the next: "whisperr it"
_ARTICLE = re.compile(r"(?<!\S)ə(?!\S)")
_ALL_ACCENTS: Mapping[str, str] = {
    f"a{_TIE}ɪ": "I", f"a{_TIE}ʊ": "W", f"e{_TIE}ɪ": "A", f"ɔ{_TIE}ɪ": "Y", f"d{_TIE}ʒ": "ʤ", f"t{_TIE}ʃ": "ʧ",
    f"ə{_TIE}l": "ᵊl", "ɚ": "əɹ", "r": "ɹ", "x": "k", "ç": "k", "ɬ": "l", "ɐ": "ə", "ʔ": "t", "ʲ": "", "\u0303": "",
}  # fmt: skip
_AMERICAN: Mapping[str, str] = {f"o{_TIE}ʊ": "O", "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɪə": "iə", "ɾ": "T", "ː": ""}
_BRITISH: Mapping[str, str] = {f"ə{_TIE}ʊ": "Q", f"e{_TIE}ə": "ɛː", "iə": "ɪə", "ɾ": "t"}
_LAST: Mapping[str, str] = {_TIE: "", "e": "A", "o": "ɔ"}


def phonemes_of(text: str, *, british: bool, sounds: Collection[WordSound] = ()) -> str:
    """Write a text in phonemes; its marks of punctuation stay, for they carry the melody.

    Args:
        text: plain; what has no sound is left out.
        sounds: of words in it, which are said so and not as the library would.

    Raises:
        EngineError: a part with letters or digits came out without phonemes.
    """
    with _opened(british=british) as library:
        if sounds:
            library.read_phonemes_in_text()
        pieces = [
            _piece(library, with_mnemonics(words, sounds), british=british) + mark for words, mark in _clauses(text)
        ]
    return " ".join(piece for piece in pieces if piece)


def ipa_of(sound: WordSound, *, british: bool) -> str:
    """Write a word's sounds as espeak-ng itself writes them in an accent, for models that learnt from that."""
    with _opened(british=british) as library:
        library.read_phonemes_in_text()
        spoken = " ".join(_as_ipa(library, f"[[{mnemonics_of(sound.ipa)}]]"))
    return " ".join(spoken.replace(_TIE, "").split())


@contextmanager
def _opened(*, british: bool) -> Iterator[LoadedLibrary]:
    """Load the library for one text, with a plain English voice."""
    voice = "en-gb" if british else "en-us"
    identifier = read_voice_names(find_speech_library().data).identifier(voice)
    with silenced(), loaded_library() as library:
        library.initialise(buffer_ms=0)
        try:
            library.bound(library.bindings.SetVoiceByName, "espeak_SetVoiceByName")(identifier.encode())
            yield library
        finally:
            library.terminate()


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text at its marks: words, and the mark behind them, three dots as one."""
    start = 0
    for match in _MARK.finditer(text):
        mark = match[1] or "—"
        yield text[start : match.start()], "…" if mark.startswith("..") else mark[0]
        start = match.end()
    yield text[start:], ""


def _piece(library: LoadedLibrary, words: str, *, british: bool) -> str:
    spoken = "".join(_LANGUAGE_SWITCH.sub("", part) for part in _as_ipa(library, words)) if words else ""
    phonemes = _respelled(" ".join(spoken.split()), british=british)
    if has_words(words) and not phonemes:
        raise EngineError(f'there are no phonemes for "{words}"', hint="respell it under [pronunciations]")
    return phonemes


def _as_ipa(library: LoadedLibrary, words: str) -> Iterator[str]:
    """Ask the library, which answers clause by clause, until the text is used up."""
    buffer = ctypes.create_string_buffer(words.encode() + b"\0")
    position = ctypes.c_void_p(ctypes.addressof(buffer))
    while position.value:
        yield library.phonemes(position, _UTF8, _IPA_WITH_TIES) + " "


def _respelled(ipa: str, *, british: bool) -> str:
    for table in (_ALL_ACCENTS, _BRITISH if british else _AMERICAN):
        for sound, letter in table.items():
            ipa = ipa.replace(sound, letter)
    ipa = _ARTICLE.sub("ɐ", _LINKED_R.sub("ɹ", _SYLLABIC.sub(r"ᵊ\1", ipa)))
    for sound, letter in _LAST.items():
        ipa = ipa.replace(sound, letter)
    return ipa
