"""A stream of samples cut into windows of one length, however it arrives."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]


class WindowCutter:
    """Gives back whole windows and keeps the rest for the next time.

    Args:
        window_samples: length of each window.
    """

    def __init__(self, window_samples: int) -> None:
        import numpy as np

        self._window_samples = window_samples
        self._rest: Samples = np.zeros(0, dtype=np.float32)

    def push(self, samples: "Samples") -> "Samples":
        """Take the next samples; give back the windows that are full now, one row each."""
        import numpy as np

        there = np.concatenate((self._rest, samples))
        count = len(there) // self._window_samples
        self._rest = there[count * self._window_samples :]
        return there[: count * self._window_samples].reshape(count, self._window_samples)

    def rest(self) -> "Samples":
        """The samples that fill no window; fewer than one has."""
        return self._rest


def mean_squares(windows: "Samples") -> "npt.NDArray[np.float64]":
    """The mean square of each row."""
    import numpy as np

    means: npt.NDArray[np.float64] = np.einsum("ij,ij->i", windows, windows, dtype=np.float64) / windows.shape[1]
    return means
