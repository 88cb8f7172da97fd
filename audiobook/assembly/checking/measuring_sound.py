"""The figures of one file's sound, from decoded samples, a second at a time."""

import math
from collections.abc import Sequence
from pathlib import Path

from audiobook.assembly.checking.levels import LevelMeter
from audiobook.assembly.checking.silences import SilenceMeter
from audiobook.codecs.decoding import open_sound
from audiobook.codecs.loudness import BLOCKS_PER_SECOND, integrated_loudness, loudness_of_energy
from audiobook.codecs.loudness_meter import LoudnessMeter
from audiobook.codecs.true_peak import TruePeakMeter
from audiobook.model.release_check import SoundFigures

_SHORT_TERM_BLOCKS = 3 * BLOCKS_PER_SECOND  # EBU Tech 3341


def measure_sound(path: Path) -> SoundFigures:
    """Decode a file and measure what is heard.

    Several channels are measured as their mean. An MP3 that does not state its encoder's delay is measured with it, as
    it plays.

    Raises:
        AudioFormatError: it is missing, damaged or no sound.
    """
    with open_sound(path) as sound:
        rate_hz, length_samples = sound.facts.rate_hz, 0
        loudness, peaks = LoudnessMeter(rate_hz), TruePeakMeter(rate_hz)
        levels, silences = LevelMeter(rate_hz), SilenceMeter(rate_hz)
        for block in sound.blocks():
            length_samples += len(block)
            for meter in (loudness, peaks, levels, silences):
                meter.push(block)
    loudness.finish()
    peaks.finish()
    return SoundFigures(
        length_s=length_samples / rate_hz,
        integrated_lufs=integrated_loudness(loudness.energies),
        true_peak_dbtp=_decibels(peaks.true_peak**2),
        peak_dbfs=_decibels(peaks.sample_peak**2),
        rms_dbfs=_decibels(levels.mean_square()),
        noise_floor_dbfs=_decibels(levels.noise_floor()),
        clipped_samples=levels.clipped_samples,
        head_s=silences.head_s(),
        tail_s=silences.tail_s(),
        pauses=tuple(silences.pauses),
        short_term_lufs=tuple(_short_term(loudness.energies)),
    )


def _short_term(energies: Sequence[float]) -> list[float]:
    """The loudness of the three seconds around each second; fewer at both ends."""
    curve = []
    for middle in range(0, len(energies) + 1, BLOCKS_PER_SECOND):
        around = energies[max(0, middle - _SHORT_TERM_BLOCKS // 2) : middle + _SHORT_TERM_BLOCKS // 2]
        curve.append(loudness_of_energy(math.fsum(around) / max(len(around), 1)))
    return curve


def _decibels(mean_square: float) -> float:
    return 10.0 * math.log10(mean_square) if mean_square > 0.0 else -math.inf
