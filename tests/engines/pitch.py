"""Fundamental frequency by autocorrelation, good enough to compare voices of one engine."""

import numpy as np

from audiobook.model.speech import Pcm

_FRAME_S = 0.046
_HOP_S = 0.05
_LOWEST_HZ = 60
_HIGHEST_HZ = 500


def median_f0_hz(pcm: Pcm) -> float:
    """Measure the median over all voiced frames."""
    samples = np.frombuffer(pcm.samples, "<i2").astype(np.float64) / 32768
    length = int(pcm.rate_hz * _FRAME_S)
    starts = range(0, len(samples) - length, int(pcm.rate_hz * _HOP_S))
    found = [_frame_f0_hz(samples[start : start + length], pcm.rate_hz) for start in starts]
    return float(np.median([f0_hz for f0_hz in found if f0_hz]))


def _frame_f0_hz(frame: np.ndarray[tuple[int], np.dtype[np.float64]], rate_hz: int) -> float:
    if np.sqrt(np.mean(frame**2)) < 0.02:
        return 0.0
    likeness = np.correlate(frame, frame, "full")[len(frame) - 1 :] / np.arange(len(frame), 0, -1)
    lags = likeness[rate_hz // _HIGHEST_HZ : rate_hz // _LOWEST_HZ]
    if lags.max() < 0.5 * likeness[0]:
        return 0.0
    first_high = int(np.argmax(lags > 0.85 * lags.max()))
    peak = first_high + int(np.argmax(lags[first_high : first_high + 20]))
    return float(rate_hz / (rate_hz // _HIGHEST_HZ + peak))
