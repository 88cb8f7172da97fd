"""Peaks between the samples are found, and only the greatest counts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.codecs.true_peak import TruePeakMeter, _interpolation_taps
from tests.codecs.sound_files import Signal, sine


def measure(signal: Signal, rate_hz: int, *, piece_samples: int = 5000) -> TruePeakMeter:
    meter = TruePeakMeter(rate_hz)
    samples = signal.astype(np.float32)
    for first in range(0, len(samples), piece_samples):
        meter.push(samples[first : first + piece_samples])
    meter.finish()
    return meter


def db(value: float) -> float:
    return 20 * math.log10(value)


@pytest.mark.parametrize("rate_hz", [11025, 22050, 44100, 48000])
def test_a_tone_between_the_samples_is_seen_at_its_full_height(rate_hz: int) -> None:
    # A quarter of the sample rate, 45 degrees off: every sample is 3 dB below the wave's top.
    time = np.arange(rate_hz)
    fade = np.minimum(1.0, np.minimum(time, time[::-1]) / 200)
    meter = measure(0.5 * np.sin(np.pi / 2 * time + np.pi / 4) * fade, rate_hz)
    assert db(meter.sample_peak) == pytest.approx(-9.03, abs=0.01)
    assert db(meter.true_peak) == pytest.approx(-6.02, abs=0.05)


def test_a_low_tone_peaks_at_its_samples() -> None:
    meter = measure(sine(1, rate_hz=22050, hz=100.0, peak=0.5), 22050)
    assert db(meter.true_peak) == pytest.approx(-6.02, abs=0.01)


def test_the_peak_at_the_very_first_and_last_sample_counts() -> None:
    for place in (0, 999):
        click = np.zeros(1000)
        click[place] = 0.7
        assert measure(click, 22050).sample_peak == pytest.approx(0.7)
        assert measure(click, 22050).true_peak >= 0.6999


def test_silence_peaks_nowhere() -> None:
    assert measure(np.zeros(1000), 22050).true_peak == 0.0
    assert measure(np.zeros(0), 22050).true_peak == 0.0


@given(st.integers(0, 2**32 - 1), st.integers(1, 70_000), st.sampled_from([1, 40_000]))
def test_looking_only_where_it_can_matter_finds_what_looking_everywhere_does(
    seed: int, count: int, step_samples: int
) -> None:
    random = np.random.default_rng(seed)
    levels = np.repeat(random.uniform(0.01, 1.0, count // step_samples + 1), step_samples)[:count]
    signal = random.uniform(-1, 1, count) * levels
    padded = np.concatenate((np.zeros(32), signal, np.zeros(32))).astype(np.float32)
    everywhere = [np.abs(np.convolve(padded, taps[::-1], "valid")).max() for taps in _interpolation_taps(8).T]
    expected = max(float(max(everywhere)), float(np.abs(signal).max()))
    assert measure(signal, 22050, piece_samples=7777).true_peak == pytest.approx(expected, rel=1e-5)
