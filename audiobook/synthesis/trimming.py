"""A take's ends: the engine's own silence cut away, and edges that join without a click.

Knows samples; refuses to know what is said in them.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from audiobook.model.speech import Pcm

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

TRIMMING_VERSION = 1
"""Part of every take's key: raise it when the same speech would come out of here with other samples."""

_BELOW_PEAK_DB = -48.0  # a final "f" or "th" is some 40 dB below the loudest vowel
_NEVER_SPEECH = 12  # samples up to this are silence in any take: -69 dBFS
_KEEP_MS = 18
_FADE_MS = 4
_SEARCHED_SAMPLES = 4096  # at a time: speech begins and ends near a take's ends


def trim_take(pcm: Pcm) -> Pcm:
    """Cut the silence from both ends but for 18 ms, and fade 4 ms in and out.

    Returns:
        A take without any sample if there is nothing but silence in it.
    """
    import numpy as np

    samples = np.frombuffer(pcm.samples, dtype="<i2")
    first, last = _speech_borders(samples)
    if first == last:
        return Pcm(samples=b"", rate_hz=pcm.rate_hz)
    kept_samples = pcm.rate_hz * _KEEP_MS // 1000
    trimmed = samples[max(0, first - kept_samples) : last + kept_samples].copy()
    _fade_ends(trimmed, pcm.rate_hz * _FADE_MS // 1000)
    return Pcm(samples=trimmed.tobytes(), rate_hz=pcm.rate_hz)


def _speech_borders(samples: "npt.NDArray[np.int16]") -> tuple[int, int]:
    """Find the first sample that is no silence, and one past the last; the same twice if all is silence."""
    if len(samples) == 0:
        return 0, 0
    peak = max(int(samples.max()), -int(samples.min()))
    threshold = max(_NEVER_SPEECH, round(peak * 10.0 ** (_BELOW_PEAK_DB / 20.0)))
    if peak <= threshold:
        return 0, 0
    return _first_above(threshold, samples), len(samples) - _first_above(threshold, samples[::-1])


def _first_above(threshold: int, samples: "npt.NDArray[np.int16]") -> int:
    """Find the first sample beyond a threshold, which is there; what comes after it is hardly looked at."""
    import numpy as np

    for start in range(0, len(samples), _SEARCHED_SAMPLES):
        searched = samples[start : start + _SEARCHED_SAMPLES]
        loud = (searched > threshold) | (searched < -threshold)
        first = int(np.argmax(loud))
        if loud[first]:
            return start + first
    raise ValueError(f"no sample is beyond {threshold}")


def _fade_ends(samples: "npt.NDArray[np.int16]", length_samples: int) -> None:
    """Raise and lower both ends with half a cosine, in place."""
    import numpy as np

    length = min(length_samples, len(samples) // 2)
    if length == 0:
        return
    rising = _rise(length)
    samples[:length] = np.rint(samples[:length] * rising)
    samples[-length:] = np.rint(samples[-length:] * rising[::-1])


@lru_cache(maxsize=16)
def _rise(length_samples: int) -> "npt.NDArray[np.float64]":
    """The rising half of a raised cosine."""
    import numpy as np

    rise: npt.NDArray[np.float64] = 0.5 - 0.5 * np.cos(np.pi * (np.arange(length_samples) + 0.5) / length_samples)
    return rise
