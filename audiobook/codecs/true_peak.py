"""True peak as ITU-R BS.1770-4, Annex 2 measures it: the highest point of the wave between the samples.

Knows samples; refuses to know what a peak may be.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from audiobook.codecs.windows import WindowCutter

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_LEAST_OVERSAMPLING = 4
_LEAST_RATE_HZ = 176_400  # four times 44.1 kHz; slower sounds get more points, so that as little falls between them
_TAPS_EACH_SIDE = 16
_TAPS = 2 * _TAPS_EACH_SIDE
_CELL_SAMPLES = _TAPS_EACH_SIDE  # a point between two samples depends on its cell and the two beside it
_BATCH_CELLS = 2000


class TruePeakMeter:
    """Follows the greatest sample and the greatest true peak of a mono stream.

    Only places that can still raise the true peak are interpolated: taps that sum to 2.7 cannot reach it from samples
    below a third of it. The result is the same as if all were.

    Args:
        rate_hz: of the stream.
    """

    def __init__(self, rate_hz: int) -> None:
        import numpy as np

        self.sample_peak = 0.0
        """Greatest absolute sample so far, full scale being 1.0."""
        self.true_peak = 0.0
        """Greatest absolute point of the interpolated wave so far, at least `sample_peak`."""
        self._taps = _interpolation_taps(max(_LEAST_OVERSAMPLING, -(-_LEAST_RATE_HZ // rate_hz)))
        self._reach = float(np.abs(self._taps).sum(axis=0).max())
        self._cells = WindowCutter(_CELL_SAMPLES * _BATCH_CELLS)
        self._before: Samples = np.zeros(2 * _CELL_SAMPLES, dtype=np.float32)

    def push(self, samples: "Samples") -> None:
        """Look at the next samples."""
        for batch in self._cells.push(samples):
            self._look(batch)

    def finish(self) -> None:
        """Look at what is left, silence following it."""
        import numpy as np

        rest = self._cells.rest()
        padding = -len(rest) % _CELL_SAMPLES + 2 * _CELL_SAMPLES
        self._look(np.concatenate((rest, np.zeros(padding, dtype=np.float32))))

    def _look(self, batch: "Samples") -> None:
        """Look between the samples from one cell before `batch` to one before its end."""
        import numpy as np

        wave = np.concatenate((self._before, batch))
        self._before = wave[len(wave) - 2 * _CELL_SAMPLES :]
        peaks = np.abs(wave.reshape(-1, _CELL_SAMPLES)).max(axis=1)
        self.sample_peak = max(self.sample_peak, float(peaks.max()))
        self.true_peak = max(self.true_peak, self.sample_peak)
        around = np.maximum(np.maximum(peaks[:-2], peaks[2:]), peaks[1:-1])
        cells = np.flatnonzero(around * self._reach > self.true_peak)
        if not len(cells):
            return
        # The cells found are those in the middle of three. The window of `first` interpolates right after it.
        firsts = ((cells[:, None] + 1) * _CELL_SAMPLES + np.arange(_CELL_SAMPLES)).ravel()
        windows = np.lib.stride_tricks.sliding_window_view(wave, _TAPS)[firsts - _TAPS_EACH_SIDE + 1]
        self.true_peak = max(self.true_peak, float(np.abs(windows @ self._taps).max()))


@lru_cache(maxsize=8)
def _interpolation_taps(oversampling: int) -> "Samples":
    """A windowed sinc at each point between two samples: one row per tap, one column per point."""
    import numpy as np

    points = np.arange(1, oversampling) / oversampling
    offset = np.arange(1 - _TAPS_EACH_SIDE, 1 + _TAPS_EACH_SIDE)[:, None] - points
    taps = np.sinc(offset) * np.cos(np.pi * offset / (_TAPS + 1)) ** 2
    scaled: Samples = (taps / taps.sum(axis=0)).astype(np.float32)
    return scaled
