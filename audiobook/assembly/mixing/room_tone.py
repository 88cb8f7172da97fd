"""Room tone: the very quiet noise of a room, so that pauses are never digitally silent.

The same seed gives the same samples on every machine: the phases come from a hash, not from a random generator, and the
samples are whole numbers. Knows samples; refuses to know chapters.
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_LOOP_SECONDS = 12
"""Longer than anybody remembers a noise; it is periodic, so that it follows itself without a seam."""

_FULL_SCALE = 32768.0
_LOW_HZ, _HIGH_HZ = 80.0, 5000.0
"""A room's own noise: nothing below its doors' rumble, and hardly anything where tape and preamplifiers hiss."""


class RoomTone:
    """An endless stream of room tone; how it is cut into pieces does not change it.

    Args:
        level_dbfs: root mean square; full scale is 0.
        seed: names the stream.
        rate_hz: of the samples.
    """

    def __init__(self, *, level_dbfs: float, seed: str, rate_hz: int) -> None:
        self._loop = _make_loop(level_dbfs, seed, rate_hz)
        self._position = 0

    def next(self, length_samples: int) -> "Samples":
        """Give the next samples, in the scale of 16 bits."""
        import numpy as np

        places = (self._position + np.arange(length_samples)) % len(self._loop)
        self._position = (self._position + length_samples) % len(self._loop)
        tone: Samples = self._loop[places]
        return tone

    def under(self, pieces: "Iterator[Samples]") -> "Iterator[Samples]":
        """Lay the stream under another one."""
        for piece in pieces:
            yield piece + self.next(len(piece))


def _make_loop(level_dbfs: float, seed: str, rate_hz: int) -> "Samples":
    """Shape a spectrum and give each frequency a phase of its own: noise that joins its own beginning."""
    import numpy as np

    length = rate_hz * _LOOP_SECONDS
    frequencies = np.arange(length // 2 + 1) / float(_LOOP_SECONDS)
    bits = hashlib.shake_256(f"room tone {seed}".encode()).digest(2 * len(frequencies))
    phases = np.frombuffer(bits, dtype="<u2") * (2.0 * np.pi / 65536.0)
    spectrum = _strengths(frequencies) * np.exp(1j * phases)
    noise = np.fft.irfft(spectrum, length)
    wanted = _FULL_SCALE * 10.0 ** (level_dbfs / 20.0)
    loop: Samples = np.rint(noise * (wanted / np.sqrt(np.mean(np.square(noise))))).astype(np.float32)
    return loop


def _strengths(frequencies: "npt.NDArray[np.float64]") -> "npt.NDArray[np.float64]":
    """Fall by 3 dB an octave between the two bounds, as rooms do, and by 12 and more outside."""
    import numpy as np

    above = np.maximum(frequencies, 1.0)
    pink = 1.0 / np.sqrt(above)
    strengths: npt.NDArray[np.float64] = pink / (1.0 + (_LOW_HZ / above) ** 4) / (1.0 + (above / _HIGH_HZ) ** 4)
    return strengths
