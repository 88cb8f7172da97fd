"""A chapter's gain, worked out from the figures stored with its takes: no sample is read twice.

Knows block energies, peaks and the limiter's usual cost; the definition of loudness is `codecs.loudness`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from audiobook.assembly.profiles import ReleaseProfile
from audiobook.codecs.loudness import BLOCKS_PER_SECOND, integrated_loudness
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Placement, Timeline

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

LEAST_SPEECH_SECONDS = 5
"""With less speech, gating makes integrated loudness meaningless; the voices' stored loudness must do."""

_MOST_GAIN_DB = 20.0  # on top of the voices' own; a chapter that needs more has next to no sound in it
_ROUNDS = 6  # more gain costs more in the limiter; this is within 0.01 dB

# What the limiter takes from a take whose peak would pass its ceiling, measured on 450 takes of ten espeak-ng voices:
# 0.04 dB for 1 dB, 0.68 for 4, 2.8 for 8, 5.6 for 12; single takes lie within a third of it.
_LOSS_PER_SQUARE_DB = 0.043
_STRAIGHT_FROM_DB = 8.0


def chapter_gain_db(timeline: Timeline, figures: Mapping[str, TakeFigures], profile: ReleaseProfile) -> float:
    """Work out the gain that brings a chapter's decoded file to the profile's loudness.

    It comes on top of each placement's own gain and makes good what limiter and encoder take away.
    """
    if not timeline.placements:
        return 0.0
    encoder_db = -profile.encoder_gain_db
    speech_samples = sum(placement.length_samples for placement in timeline.placements)
    if speech_samples < LEAST_SPEECH_SECONDS * timeline.rate_hz:
        return encoder_db
    loudness_lufs = mixed_loudness(timeline, figures)
    wanted_db = profile.target_lufs + encoder_db - loudness_lufs
    if not abs(wanted_db) < _MOST_GAIN_DB:
        return encoder_db
    return round(_add_limiter_loss(wanted_db, timeline, figures, profile), 2)


def mixed_loudness(timeline: Timeline, figures: Mapping[str, TakeFigures]) -> float:
    """Work out the integrated loudness of a chapter as it is before the limiter, from its takes' block energies.

    Each take's energy is spread over the chapter's own grid of 100 ms; the result is within 0.2 LU of measuring the
    mixed samples.
    """
    import numpy as np

    block_samples = timeline.rate_hz // BLOCKS_PER_SECOND
    edges, sums = _running_energy(timeline, figures)
    grid = np.arange(0, timeline.length_samples + block_samples, block_samples)
    energies = np.diff(np.interp(grid, edges, sums)) / block_samples
    return integrated_loudness(energies.tolist())


def _running_energy(timeline: Timeline, figures: Mapping[str, TakeFigures]) -> "tuple[Numbers, Numbers]":
    """The chapter's energy up to each block's edge: sample positions, and sums of squares up to there."""
    import numpy as np

    edges: list[Numbers] = [np.zeros(1)]
    energies: list[Numbers] = [np.zeros(1)]
    for placement in timeline.placements:
        known = figures[placement.take_key]
        take_edges = _block_edges(placement, known, timeline.rate_hz)
        squares = np.asarray(known.block_energies) * 10.0 ** (placement.gain_db / 10.0)
        edges.append(take_edges)
        energies.append(np.concatenate((np.zeros(1), squares * np.diff(take_edges))))
    return np.concatenate(edges), np.cumsum(np.concatenate(energies))


def _block_edges(placement: Placement, known: TakeFigures, rate_hz: int) -> "Numbers":
    """Where the blocks of a take start and end within the chapter; its last block may be short."""
    import numpy as np

    block_samples = (known.rate_hz // BLOCKS_PER_SECOND) * rate_hz / known.rate_hz
    edges = placement.start_sample + np.arange(len(known.block_energies) + 1) * block_samples
    end_sample = placement.start_sample + placement.length_samples
    clipped: Numbers = np.minimum(edges, end_sample)
    return clipped


def _add_limiter_loss(
    wanted_db: float, timeline: Timeline, figures: Mapping[str, TakeFigures], profile: ReleaseProfile
) -> float:
    """Raise a gain by what the limiter will take away at that gain."""
    import numpy as np

    known = [figures[placement.take_key] for placement in timeline.placements]
    own_gain_db = np.array([placement.gain_db for placement in timeline.placements])
    peaks_db = 20.0 * np.log10(np.array([max(take.peak, 1) for take in known]) / 32768.0)
    over_db = own_gain_db + peaks_db - profile.ceiling_dbtp
    energies = np.array([sum(take.block_energies) for take in known]) * 10.0 ** (own_gain_db / 10.0)
    gain_db = wanted_db
    for _ in range(_ROUNDS):
        kept = energies * 10.0 ** (-_limiter_loss_db(over_db + gain_db) / 10.0)
        gain_db = wanted_db + min(10.0 * float(np.log10(energies.sum() / kept.sum())), _MOST_GAIN_DB)
    return gain_db


def _limiter_loss_db(over_db: "Numbers") -> "Numbers":
    import numpy as np

    over = np.maximum(over_db, 0.0)
    bent = np.minimum(over, _STRAIGHT_FROM_DB)
    loss: Numbers = _LOSS_PER_SQUARE_DB * (bent**2 + 2.0 * _STRAIGHT_FROM_DB * (over - bent))
    return loss
