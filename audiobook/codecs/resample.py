"""Change of sample rate, by soxr.

Knows samples only. The length of what comes out is a whole number that follows from the length that goes in, so
that a timeline can be worked out before anything is resampled.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]


def resampled_length(length_samples: int, *, from_hz: int, to_hz: int) -> int:
    """How many samples `resample` gives back: the same time, rounded to the nearest sample."""
    return (2 * length_samples * to_hz + from_hz) // (2 * from_hz)


def resample(samples: "Samples", *, from_hz: int, to_hz: int) -> "Samples":
    """Resample a whole mono sound; exactly `resampled_length` samples come out."""
    if from_hz == to_hz:
        return samples
    import numpy as np
    import soxr

    wanted = resampled_length(len(samples), from_hz=from_hz, to_hz=to_hz)
    resampled: Samples = np.zeros(wanted, dtype=np.float32)
    if len(samples):
        found = soxr.resample(samples, from_hz, to_hz, quality="HQ")[:wanted]
        resampled[: len(found)] = found
    return resampled
