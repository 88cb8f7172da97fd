"""The gain of each voice in a chapter, by which all are equally loud once the limiter has had its share.

Knows figures of takes; refuses to touch a sample. A voice that was measured once has a loudness for good. Others, such
as a person's own Piper voice or a server's, are measured in what they say in the chapter: all of it together, so that
one line stays louder than another. The limiter takes more from a voice with high peaks, while the chapter's own gain
makes good for all alike what it takes on the whole: a voice that loses more than others gets the difference beforehand.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from audiobook.assembly.mixing.limiter_loss import expect_loss
from audiobook.assembly.profiles import ReleaseProfile
from audiobook.codecs.loudness import integrated_loudness
from audiobook.model.take import PlannedTake, TakeFigures

_USUAL_LUFS = -21.0
"""Of a voice that says too little to be measured: about what espeak-ng's raw speech measures."""

_LEAST_BLOCKS = 8
"""Of 100 ms: with less than a second the loudness is that of a word, not of a voice."""

_MOST_LOSS_DB = 3.0
_ROUNDS = 12  # more gain costs more again; the rest shrinks by a third or more each time

Voice = tuple[str, str, float | None]


def level_voices(
    takes: Sequence[PlannedTake], figures: Mapping[str, TakeFigures], profile: ReleaseProfile
) -> Callable[[PlannedTake], float]:
    """Prepare to tell the gain, in dB, of the voice that speaks a take; the take's own volume comes on top.

    Args:
        takes: a chapter's.
        figures: by take key; every take has an entry.
        profile: gives level and ceiling.
    """
    said: defaultdict[Voice, list[TakeFigures]] = defaultdict(list)
    for take in {take.key: take for take in takes}.values():
        said[_voice(take)].append(figures[take.key])
    wanted_db = {voice: profile.target_lufs - _loudness(voice, heard) for voice, heard in said.items()}
    lost_db = {voice: _lost_db(heard, wanted_db[voice], profile) for voice, heard in said.items()}
    lengths = {voice: sum(len(figures.block_energies) for figures in heard) for voice, heard in said.items()}
    on_the_whole_db = sum(lost_db[voice] * lengths[voice] for voice in said) / max(sum(lengths.values()), 1)
    gain_db = {voice: round(wanted_db[voice] + lost_db[voice] - on_the_whole_db, 2) for voice in said}
    return lambda take: gain_db[_voice(take)]


def _voice(take: PlannedTake) -> Voice:
    return take.engine, take.line.voice, take.loudness_lufs


def _loudness(voice: Voice, said: Sequence[TakeFigures]) -> float:
    stored_lufs = voice[2]
    return _measure_loudness(said) if stored_lufs is None else stored_lufs


def _lost_db(said: Sequence[TakeFigures], wanted_db: float, profile: ReleaseProfile) -> float:
    """What the limiter takes from a voice once that has been made good for."""
    loss_at = expect_loss(said, ceiling_dbtp=profile.ceiling_dbtp)
    lost_db = 0.0
    for _ in range(_ROUNDS):
        lost_db = min(loss_at(wanted_db + lost_db), _MOST_LOSS_DB)
    return lost_db


def _measure_loudness(said: Sequence[TakeFigures]) -> float:
    """Measure how loud a voice is, in LUFS, from what it says."""
    energies = [energy for figures in said for energy in figures.block_energies]
    if len(energies) < _LEAST_BLOCKS:
        return _USUAL_LUFS
    loudness_lufs = integrated_loudness(energies)
    return loudness_lufs if math.isfinite(loudness_lufs) else _USUAL_LUFS
