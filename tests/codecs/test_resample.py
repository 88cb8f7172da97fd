import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.codecs.resample import resample, resampled_length

RATES = st.sampled_from([8000, 16000, 22050, 24000, 44100, 48000])


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 5000), RATES, RATES)
def test_length_is_known_beforehand(length: int, from_hz: int, to_hz: int) -> None:
    samples = np.ones(length, dtype=np.float32)
    wanted = resampled_length(length, from_hz=from_hz, to_hz=to_hz)
    assert len(resample(samples, from_hz=from_hz, to_hz=to_hz)) == wanted
    assert abs(wanted - length * to_hz / from_hz) <= 0.5


def test_same_rate_changes_nothing() -> None:
    samples = np.arange(10, dtype=np.float32)
    assert np.array_equal(resample(samples, from_hz=22050, to_hz=22050), samples)


def test_tone_keeps_pitch_and_level() -> None:
    tone = np.sin(2 * np.pi * 1000 * np.arange(24000) / 24000).astype(np.float32)
    moved = resample(tone, from_hz=24000, to_hz=22050)
    assert np.argmax(np.abs(np.fft.rfft(moved))) == 1000
    assert np.sqrt(np.mean(moved**2)) == pytest.approx(np.sqrt(0.5), abs=0.01)
