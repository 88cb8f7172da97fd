"""Text to phonemes by misaki's rules, from which Kokoro learnt: a lexicon, word classes, a net for unknown names.

Uses the port of misaki inside hibari-tts, which needs neither spaCy nor a certain Python. What it cannot read, words in
other scripts above all, espeak-ng writes. docs/engines.md says how they were compared.
"""

from functools import cache
from importlib import import_module
from typing import Any

from audiobook.engines.espeak_phonemes import phonemes_of
from audiobook.engines.espeak_text import has_other_script
from audiobook.engines.neural_models import require_package

_EXTRA = "kokoro"
_PLAIN_BRACKETS = str.maketrans({"[": "(", "]": ")"})
"""Square brackets would start a pronunciation in misaki's own notation."""


def require_misaki() -> None:
    """Make sure that the package is there.

    Raises:
        EngineMissingError: it is not; the hint is the command that installs it.
    """
    require_package("hibari", extra=_EXTRA)


def misaki_phonemes_of(text: str, *, british: bool) -> str:
    """Write a text in phonemes; its marks of punctuation stay, for they carry the melody.

    Raises:
        EngineError: a part with letters or digits came out without phonemes.
    """
    if not has_other_script(text):
        found: str = _rules(british=british)(text.translate(_PLAIN_BRACKETS))
        if any(map(str.isalpha, found)):
            return found
    return phonemes_of(text, british=british)


@cache
def _rules(*, british: bool) -> Any:
    """Load the lexicon of an accent, once in a process."""
    require_misaki()
    return import_module("hibari.g2p").G2P(british=british)
