"""Loudness of a finished sound as it streams by: K-weighted energies, exact for any signal.

`codecs.loudness` weights the spectrum of each block, which is quicker and right for speech; a hum, a thump or an offset
leaks from one frequency into others there. Judging somebody's finished file takes the filter itself.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from audiobook.codecs.loudness import BLOCKS_PER_SECOND, k_weighting
from audiobook.codecs.windows import WindowCutter, mean_squares

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]
    Spectrum = npt.NDArray[np.complex64]

_PIECES_PER_SECOND = 5
_MEMORY_PIECES = 1  # 0.2 s: by then what the 38 Hz filter remembers of a sample is 1e-20 of it
_STEP_PIECES = 19  # so that a transform is 4 s long, whose length has no prime factor above 7 at any usual rate


class LoudnessMeter:
    """Measures a mono stream in blocks of 100 ms, for `integrated_loudness` and the like.

    Args:
        rate_hz: of the stream.
    """

    def __init__(self, rate_hz: int) -> None:
        import numpy as np

        self.energies: list[float] = []
        """The mean square of the K-weighted signal in each whole block so far, full scale being 1.0."""
        piece_samples = rate_hz // _PIECES_PER_SECOND
        self._response = _response(rate_hz, (_MEMORY_PIECES + _STEP_PIECES) * piece_samples)
        self._step_samples = _STEP_PIECES * piece_samples
        self._steps = WindowCutter(self._step_samples)
        self._blocks = WindowCutter(rate_hz // BLOCKS_PER_SECOND)
        self._memory: Samples = np.zeros(_MEMORY_PIECES * piece_samples, dtype=np.float32)

    def push(self, samples: "Samples") -> None:
        """Measure the next samples; full scale is 1.0."""
        for step in self._steps.push(samples):
            self._measure(step, len(step))

    def finish(self) -> None:
        """Measure what is left; a last block shorter than 100 ms does not count, as the standard says."""
        import numpy as np

        rest = self._steps.rest()
        silence = np.zeros(self._step_samples - len(rest), dtype=np.float32)
        self._measure(np.concatenate((rest, silence)), len(rest))

    def _measure(self, step: "Samples", count: int) -> None:
        """Filter a step through its spectrum, with the samples before it in front (overlap-save)."""
        import numpy as np

        together = np.concatenate((self._memory, step))
        filtered = np.fft.irfft(np.fft.rfft(together) * self._response, len(together))
        weighted = filtered[len(self._memory) :][:count].astype(np.float32, copy=False)
        self._memory = together[len(together) - len(self._memory) :]
        self.energies.extend(mean_squares(self._blocks.push(weighted)).tolist())


@lru_cache(maxsize=8)
def _response(rate_hz: int, length_samples: int) -> "Spectrum":
    """What K-weighting does to each bin of a spectrum."""
    import numpy as np

    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(length_samples))
    response = np.ones(len(delay), dtype=np.complex128)
    for stage in k_weighting(rate_hz):
        above = stage.b0 + stage.b1 * delay + stage.b2 * delay**2
        response *= above / (1.0 + stage.a1 * delay + stage.a2 * delay**2)
    return response.astype(np.complex64)
