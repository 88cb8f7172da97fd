"""How loud each voice of a chapter is by itself, so that all can be brought to one level.

Knows figures of takes; refuses to touch a sample. A voice that was measured once has a loudness for good. Others, such
as a person's own Piper voice or a server's, are measured in what they say in the chapter: all of it together, so that
one line stays louder than another.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from audiobook.codecs.loudness import integrated_loudness
from audiobook.model.take import PlannedTake, TakeFigures

_USUAL_LUFS = -21.0
"""Of a voice that says too little to be measured: about what espeak-ng's raw speech measures."""

_LEAST_BLOCKS = 8
"""Of 100 ms: with less than a second the loudness is that of a word, not of a voice."""


def measure_voices(takes: Sequence[PlannedTake], figures: Mapping[str, TakeFigures]) -> Callable[[PlannedTake], float]:
    """Prepare to tell the loudness, in LUFS, of the voice that speaks a take.

    Args:
        takes: a chapter's.
        figures: by take key; every take has an entry.
    """
    energies: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for take in {take.key: take for take in takes}.values():
        energies[take.engine, take.line.voice].extend(figures[take.key].block_energies)
    measured = cache(lambda engine, voice: _loudness(energies[engine, voice]))

    def loudness_of(take: PlannedTake) -> float:
        return take.loudness_lufs if take.loudness_lufs is not None else measured(take.engine, take.line.voice)

    return loudness_of


def _loudness(energies: Sequence[float]) -> float:
    if len(energies) < _LEAST_BLOCKS:
        return _USUAL_LUFS
    loudness_lufs = integrated_loudness(energies)
    return round(loudness_lufs, 2) if math.isfinite(loudness_lufs) else _USUAL_LUFS
