"""A chapter's gain, worked out from the figures stored with its takes instead of a second pass over its samples.

Knows block energies and where they lie; the definition of loudness is `codecs.loudness`.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from audiobook.assembly.mixing.layers import heard_energies
from audiobook.assembly.mixing.limiter_loss import compensate_limiter
from audiobook.assembly.mixing.mixdown import TakeSource
from audiobook.assembly.profiles import ReleaseProfile
from audiobook.codecs.loudness import BLOCKS_PER_SECOND, integrated_loudness
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Bed, Placement, Timeline

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

LEAST_SPEECH_SECONDS = 5
"""With less speech, gating makes integrated loudness meaningless; the voices' stored loudness must do."""

_MOST_LIFT_DB = 6.0
_K_WEIGHTING_OF_SPEECH_DB = 1.0  # measured on the sample book's nine voices: it raises them by 0.1 to 1.3 dB
_LEAST_ENERGY = 1e-12
_MOST_GAIN_DB = 20.0  # on top of the voices' own; a chapter that needs more has next to no sound in it


def chapter_gain_db(
    timeline: Timeline, figures: Mapping[str, TakeFigures], takes: TakeSource, profile: ReleaseProfile
) -> float:
    """Work out the gain that brings a chapter's decoded file to the profile's loudness.

    It comes on top of each placement's own gain and makes good what limiter and encoder take away. A few takes are
    read, to hear what the limiter does to these voices.

    Args:
        timeline: the chapter.
        figures: by take key, of every take in it.
        takes: gives the samples of those that are heard.
        profile: gives the loudness.
    """
    wanted_db = -profile.encoder_gain_db
    if sum(sound.length_samples for sound in timeline.sounds) >= LEAST_SPEECH_SECONDS * timeline.rate_hz:
        missing_db = profile.target_lufs - mixed_loudness(timeline, figures)
        wanted_db += missing_db if abs(missing_db) < _MOST_GAIN_DB else 0.0
    if profile.rms_least_dbfs is not None:
        lacking_db = profile.rms_least_dbfs - (_mixed_rms_dbfs(timeline, figures) + wanted_db)
        wanted_db += min(max(lacking_db, 0.0), _MOST_LIFT_DB)
    return round(compensate_limiter(wanted_db, timeline, figures, takes, ceiling_dbtp=profile.ceiling_dbtp), 2)


def mixed_loudness(timeline: Timeline, figures: Mapping[str, TakeFigures]) -> float:
    """Work out the integrated loudness of a chapter as it is before the limiter, from its takes' block energies.

    Each take's energy is spread over the chapter's own grid of 100 ms; the result is within 0.2 LU of measuring the
    mixed samples.
    """
    return integrated_loudness(_grid_energies(timeline, figures).tolist())


def _mixed_rms_dbfs(timeline: Timeline, figures: Mapping[str, TakeFigures]) -> float:
    """Estimate the RMS of a whole chapter, silence included, from its K-weighted energies."""
    mean = float(_grid_energies(timeline, figures).mean())
    return 10.0 * math.log10(max(mean, _LEAST_ENERGY)) - _K_WEIGHTING_OF_SPEECH_DB


def _grid_energies(timeline: Timeline, figures: Mapping[str, TakeFigures]) -> "Numbers":
    """The K-weighted mean square of each 100 ms of a chapter before the limiter."""
    import numpy as np

    block_samples = timeline.rate_hz // BLOCKS_PER_SECOND
    grid = np.arange(0, timeline.length_samples + block_samples, block_samples)
    energies = np.zeros(len(grid) - 1)
    for layer in (timeline.placements, timeline.beds):
        if layer:
            edges, sums = _running_energy(layer, figures, timeline.rate_hz)
            energies += np.diff(np.interp(grid, edges, sums)) / block_samples
    return energies


def _running_energy(
    sounds: Sequence[Placement | Bed], figures: Mapping[str, TakeFigures], rate_hz: int
) -> "tuple[Numbers, Numbers]":
    """The energy up to each block's edge of sounds that follow each other: sample positions, and sums of squares."""
    import numpy as np

    edges: list[Numbers] = [np.zeros(1)]
    energies: list[Numbers] = [np.zeros(1)]
    for sound in sounds:
        known = figures[sound.take_key]
        take_edges = _block_edges(sound, known, rate_hz)
        squares = heard_energies(sound, known, rate_hz)
        edges.append(take_edges)
        energies.append(np.concatenate((np.zeros(1), squares * np.diff(take_edges))))
    return np.concatenate(edges), np.cumsum(np.concatenate(energies))


def _block_edges(sound: Placement | Bed, known: TakeFigures, rate_hz: int) -> "Numbers":
    """Where the blocks of a take start and end within the chapter; its last block may be short."""
    import numpy as np

    block_samples = (known.rate_hz // BLOCKS_PER_SECOND) * rate_hz / known.rate_hz
    edges = sound.start_sample + np.arange(len(known.block_energies) + 1) * block_samples
    end_sample = sound.start_sample + sound.length_samples
    clipped: Numbers = np.minimum(edges, end_sample)
    return clipped
