"""A line as the pieces that Kokoro speaks well: not so long that it hurries, each with the rest that follows it.

Measured with one sentence cut off at more and more words: between 40 and 300 tokens the voice keeps its pace (49 to 59
ms a token), with 509 it hurries (50). The pieces follow from the text alone: a take depends on nothing else.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audiobook.engines.kokoro_vocabulary import token_ids
from audiobook.engines.utterances import split_for_model

PIECES_VERSION = "1"
"""Changes whenever anything here may cut a text otherwise."""

_MOST_CHARS = 250
_MOST_TOKENS = 300
"""For what is longer when spoken than when written: numbers, above all."""

_AFTER_SENTENCE_S = 0.35
_AFTER_CLAUSE_S = 0.15
_SENTENCE_END = re.compile(r"[.!?…]\W*$")
_BORDERS = (re.compile(r"(?<=[.!?…]) "), re.compile(r"(?<=[;:—]) "), re.compile(r"(?<=,) "), re.compile(" "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What the model speaks at once.

    Attributes:
        phonemes: in Kokoro's alphabet.
        pause_s: of silence behind it at the usual speed; none behind the last.
    """

    phonemes: str
    pause_s: float


def cut_into_pieces(text: str, phonemise: Callable[[str], str]) -> tuple[Piece, ...]:
    """Cut a text and turn it into phonemes."""
    found = [
        Piece(phonemes=phonemes, pause_s=_AFTER_SENTENCE_S if _SENTENCE_END.search(phonemes) else _AFTER_CLAUSE_S)
        for part in split_for_model(text, most_chars=_MOST_CHARS)
        for phonemes in _cut(phonemise(part))
    ]
    return (*found[:-1], *(Piece(phonemes=piece.phonemes, pause_s=0.0) for piece in found[-1:]))


def _cut(phonemes: str) -> Iterator[str]:
    """Cut phonemes that are too many for one piece at the best border there is; one endless word anywhere."""
    rest = phonemes.strip()
    while len(rest) > _MOST_TOKENS:
        end = _best_border(rest)
        yield from _with_sound(rest[:end])
        rest = rest[end:].strip()
    yield from _with_sound(rest)


def _best_border(phonemes: str) -> int:
    for border in _BORDERS:
        ends = [match.start() for match in border.finditer(phonemes, _MOST_TOKENS // 3, _MOST_TOKENS)]
        if ends:
            return ends[-1]
    return _MOST_TOKENS


def _with_sound(phonemes: str) -> Iterator[str]:
    if token_ids(phonemes):
        yield phonemes.strip()
