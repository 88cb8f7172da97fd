"""Text to phonemes by misaki's rules, from which Kokoro learnt: a lexicon, word classes, a net for unknown names.

Uses the port of misaki inside hibari-tts, which needs neither spaCy nor a certain Python. What it cannot read, words in
other scripts above all, espeak-ng writes. docs/engines.md says how they were compared.
"""

from collections.abc import Collection
from functools import cache
from importlib import import_module
from typing import Any

from audiobook.engines.espeak_phonemes import phonemes_of
from audiobook.engines.espeak_text import has_other_script
from audiobook.engines.neural_models import require_package
from audiobook.engines.word_sounds import PLAIN_BRACKETS, with_sounds
from audiobook.model.speech import WordSound

_EXTRA = "kokoro"


def require_misaki() -> None:
    """Make sure that the package is there.

    Raises:
        EngineMissingError: it is not; the hint is the command that installs it.
    """
    require_package("hibari", extra=_EXTRA)


def misaki_phonemes_of(text: str, *, british: bool, sounds: Collection[WordSound] = ()) -> str:
    """Write a text in phonemes; its marks of punctuation stay, for they carry the melody.

    Args:
        sounds: of words in it, which are said so and not as the rules would.

    Raises:
        EngineError: a part with letters or digits came out without phonemes.
    """
    if not has_other_script(text):
        found: str = _rules(british=british)(with_links(text.translate(PLAIN_BRACKETS), sounds, british=british))
        if any(map(str.isalpha, found)):
            return found
    return phonemes_of(text, british=british, sounds=sounds)


def with_links(text: str, sounds: Collection[WordSound], *, british: bool) -> str:
    """Write the words whose sounds are given in misaki's own notation: [word](/phonemes/)."""

    def link(sound: WordSound) -> str:
        return f"[{sound.word}](/{phonemes_of(sound.word, british=british, sounds=(sound,))}/)"

    return with_sounds(text, sounds, link)


@cache
def _rules(*, british: bool) -> Any:
    """Load the lexicon of an accent, once in a process."""
    require_misaki()
    return import_module("hibari.g2p").G2P(british=british)
