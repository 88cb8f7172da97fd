"""Where a sound is silent: at its head, at its tail, and in between.

Silent is what stays below -50 dBFS RMS in windows of ten milliseconds: 30 dB below speech at -19 LUFS, and 10 dB above
the loudest room tone any shop takes.
"""

from typing import TYPE_CHECKING

from audiobook.codecs.windows import WindowCutter, mean_squares
from audiobook.model.release_check import Pause

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

SILENT_BELOW_DBFS = -50.0

_WINDOWS_PER_SECOND = 100
_SHORTEST_PAUSE_S = 0.25
_MEAN_SQUARE_LIMIT = 10.0 ** (SILENT_BELOW_DBFS / 10.0)


class SilenceMeter:
    """Listens to a mono stream whose full scale is 1.0.

    Args:
        rate_hz: of the stream.
    """

    def __init__(self, rate_hz: int) -> None:
        self.pauses: list[Pause] = []
        """Silences with sound before and after them, so far."""
        self._window_s = (rate_hz // _WINDOWS_PER_SECOND) / rate_hz
        self._windows = WindowCutter(rate_hz // _WINDOWS_PER_SECOND)
        self._window_count = 0
        self._first_sound: int | None = None
        self._last_sound = -1

    def push(self, samples: "Samples") -> None:
        """Listen to the next samples."""
        import numpy as np

        heard = mean_squares(self._windows.push(samples)) >= _MEAN_SQUARE_LIMIT
        sounds = np.flatnonzero(heard) + self._window_count
        self._window_count += len(heard)
        if not len(sounds):
            return
        if self._first_sound is None:
            self._first_sound = self._last_sound = int(sounds[0])
        before = np.concatenate(([self._last_sound], sounds[:-1]))
        for place in np.flatnonzero((sounds - before - 1) * self._window_s >= _SHORTEST_PAUSE_S):
            self._add_pause(int(before[place]) + 1, int(sounds[place]))
        self._last_sound = int(sounds[-1])

    def head_s(self) -> float:
        """Silence before the first sound; all of it, if there is no sound."""
        first = self._window_count if self._first_sound is None else self._first_sound
        return first * self._window_s

    def tail_s(self) -> float:
        """Silence after the last sound; all of it, if there is no sound."""
        return (self._window_count - 1 - self._last_sound) * self._window_s

    def _add_pause(self, start: int, end: int) -> None:
        self.pauses.append(Pause(start_s=start * self._window_s, length_s=(end - start) * self._window_s))
