import math

import numpy as np
import pytest

from audiobook.codecs.loudness import (
    SILENCE_LUFS,
    Biquad,
    block_energies,
    integrated_loudness,
    k_weighting,
    loudness_of_energy,
)


def filter_slowly(samples: list[float], stage: Biquad) -> list[float]:
    x1 = x2 = y1 = y2 = 0.0
    filtered = []
    for x in samples:
        y = stage.b0 * x + stage.b1 * x1 + stage.b2 * x2 - stage.a1 * y1 - stage.a2 * y2
        x2, x1, y2, y1 = x1, x, y1, y
        filtered.append(y)
    return filtered


def energies_by_true_filters(samples: np.ndarray, rate_hz: int) -> list[float]:
    signal = [float(sample) / 32768.0 for sample in samples]
    for stage in k_weighting(rate_hz):
        signal = filter_slowly(signal, stage)
    block = rate_hz // 10
    return [
        sum(value * value for value in signal[first : first + block]) / len(signal[first : first + block])
        for first in range(0, len(signal), block)
    ]


def speech_like(rate_hz: int, seconds: float) -> np.ndarray:
    """A glottal buzz with formants and pauses, and some noise: what speech is to a loudness meter."""
    time = np.arange(int(rate_hz * seconds)) / rate_hz
    pitch_hz = 110.0 + 20.0 * np.sin(2 * np.pi * 0.7 * time)
    phase = 2 * np.pi * np.cumsum(pitch_hz) / rate_hz
    harmonics = np.zeros_like(time)
    for number in range(1, 30):
        formant = math.exp(-(((number * 110.0 - 550.0) / 500.0) ** 2)) + 0.1
        harmonics += formant / number * np.sin(number * phase + number)
    noise = np.random.default_rng(7).normal(0.0, 0.05, len(time))
    syllables = np.clip(np.sin(2 * np.pi * 3.1 * time) + 0.4, 0.0, 1.0) * (np.sin(2 * np.pi * 0.3 * time) > -0.6)
    sound = (harmonics + noise) * syllables
    return np.asarray(sound / np.max(np.abs(sound)) * 20000.0).astype(np.int16)


def test_filters_at_48_khz_are_the_standards_own() -> None:
    shelf, low_cut = k_weighting(48000)
    assert shelf.b0 == pytest.approx(1.53512485958697, abs=1e-9)
    assert shelf.b1 == pytest.approx(-2.69169618940638, abs=1e-9)
    assert shelf.b2 == pytest.approx(1.19839281085285, abs=1e-9)
    assert shelf.a1 == pytest.approx(-1.69065929318241, abs=1e-9)
    assert shelf.a2 == pytest.approx(0.73248077421585, abs=1e-9)
    assert low_cut.a1 == pytest.approx(-1.99004745483398, abs=1e-9)
    assert low_cut.a2 == pytest.approx(0.99007225036621, abs=1e-9)


@pytest.mark.parametrize("rate_hz", [16000, 22050, 24000])
def test_energies_agree_with_the_true_filters_within_a_tenth_of_a_unit(rate_hz: int) -> None:
    samples = speech_like(rate_hz, 3.37)
    fast = integrated_loudness(block_energies(samples, rate_hz))
    true = integrated_loudness(energies_by_true_filters(samples, rate_hz))
    assert fast == pytest.approx(true, abs=0.1)


def test_a_full_scale_sine_of_997_hz_measures_minus_3_lufs() -> None:
    samples = np.round(32767 * np.sin(2 * np.pi * 997 * np.arange(5 * 48000) / 48000)).astype(np.int16)
    assert integrated_loudness(block_energies(samples, 48000)) == pytest.approx(-3.01, abs=0.05)


def test_the_last_short_block_is_a_mean_over_what_is_there() -> None:
    tone = (10000 * np.sin(2 * np.pi * 1000 * np.arange(22050) / 22050)).astype(np.int16)
    energies = block_energies(tone[: 2205 + 1103], 22050)
    assert len(energies) == 2
    assert energies[1] == pytest.approx(energies[0], rel=0.02)


def test_blocks_are_the_same_however_long_the_sound_is() -> None:
    samples = np.tile(speech_like(8000, 2.0), 40)
    whole = block_energies(samples, 8000)
    assert whole[-20:] == pytest.approx(block_energies(samples[-16000:], 8000), rel=1e-4)


def test_silence_and_nothing_have_no_loudness() -> None:
    assert integrated_loudness(()) == SILENCE_LUFS
    assert integrated_loudness(block_energies(np.zeros(22050, dtype=np.int16), 22050)) == SILENCE_LUFS
    assert block_energies(np.zeros(0, dtype=np.int16), 22050) == ()
    assert loudness_of_energy(0.0) == SILENCE_LUFS


def test_long_pauses_do_not_count() -> None:
    speech = [0.01] * 100
    assert integrated_loudness([*speech, *[0.0] * 200]) == pytest.approx(integrated_loudness(speech), abs=0.1)


def test_less_than_a_window_is_measured_as_it_is() -> None:
    assert integrated_loudness([0.01, 0.01]) == pytest.approx(-20.691)
