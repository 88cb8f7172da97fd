"""RMS, noise floor and clipping of a sound as it streams by.

The noise floor is the lowest RMS of any half second, as in ACX Check (the Nyquist plug-in for Audacity that ACX's own
pages recommend), here at steps of a tenth of a second.
"""

from collections import deque
from typing import TYPE_CHECKING

from audiobook.codecs.windows import WindowCutter, mean_squares

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_STEPS_PER_SECOND = 10
_FLOOR_STEPS = 5
_FULL_SCALE = 32767 / 32768  # what a 16-bit player makes of anything louder


class LevelMeter:
    """Measures a mono stream whose full scale is 1.0.

    Args:
        rate_hz: of the stream.
    """

    def __init__(self, rate_hz: int) -> None:
        self.clipped_samples = 0
        self._sum_of_squares = 0.0
        self._length_samples = 0
        self._floor: float | None = None
        self._steps = WindowCutter(rate_hz // _STEPS_PER_SECOND)
        self._recent: deque[float] = deque(maxlen=_FLOOR_STEPS)

    def push(self, samples: "Samples") -> None:
        """Measure the next samples."""
        import numpy as np

        self.clipped_samples += int(np.count_nonzero(np.abs(samples) >= _FULL_SCALE))
        self._sum_of_squares += float(np.dot(samples, samples))
        self._length_samples += len(samples)
        for energy in mean_squares(self._steps.push(samples)).tolist():
            self._recent.append(energy)
            if len(self._recent) == _FLOOR_STEPS:
                lowest = sum(self._recent) / _FLOOR_STEPS
                self._floor = lowest if self._floor is None else min(self._floor, lowest)

    def mean_square(self) -> float:
        """The mean square of everything so far; 0.0 if that is nothing."""
        return self._sum_of_squares / max(self._length_samples, 1)

    def noise_floor(self) -> float:
        """The lowest mean square of any half second; of the whole, if that is shorter."""
        return self.mean_square() if self._floor is None else self._floor
