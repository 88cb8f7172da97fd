"""Loudness as the standard's own test signals have it, however the samples arrive."""

import numpy as np
import numpy.typing as npt
import pytest

from audiobook.codecs.loudness import integrated_loudness
from audiobook.codecs.loudness_meter import LoudnessMeter
from tests.codecs.sound_files import sine

RATES_HZ = (11025, 22050, 24000, 44100, 48000)


def energies(signal: npt.NDArray[np.float64], rate_hz: int, *, piece_samples: int = 10_000) -> list[float]:
    meter = LoudnessMeter(rate_hz)
    samples = signal.astype(np.float32)
    for first in range(0, len(samples), piece_samples):
        meter.push(samples[first : first + piece_samples])
    meter.finish()
    return meter.energies


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_sine_at_minus_20_dbfs_is_minus_23_lufs(rate_hz: int) -> None:
    assert integrated_loudness(energies(sine(10, rate_hz=rate_hz), rate_hz)) == pytest.approx(-23.0, abs=0.04)


def test_quiet_ends_are_gated_away_as_ebu_tech_3341_asks() -> None:
    # Its case 3: -36, -23 and -36 LUFS for 10, 60 and 10 seconds in stereo are -23; one channel is 3.01 lower.
    levels_db = np.repeat([-36.0, -23.0, -36.0], [10 * 48000, 60 * 48000, 10 * 48000])
    signal = sine(80, rate_hz=48000, hz=1000.0, peak=1.0) * 10 ** (levels_db / 20)
    assert integrated_loudness(energies(signal, 48000)) == pytest.approx(-23.0 - 3.01, abs=0.1)


def test_an_offset_and_a_rumble_do_not_count() -> None:
    voice = sine(10, rate_hz=22050)
    rumble = 0.2 + sine(10, rate_hz=22050, hz=4.0, peak=0.1)
    plain, spoilt = (integrated_loudness(energies(signal, 22050)[10:]) for signal in (voice, voice + rumble))
    assert spoilt == pytest.approx(plain, abs=0.02)


@pytest.mark.parametrize("piece_samples", [1, 999, 100_000])
def test_how_the_stream_is_cut_does_not_matter(piece_samples: int) -> None:
    noise = np.random.default_rng(1).standard_normal(12_345) * 0.1
    expected = energies(noise, 22050)
    assert energies(noise, 22050, piece_samples=piece_samples) == expected
    assert len(expected) == 12_345 // 2205


def test_silence_has_no_energy() -> None:
    assert energies(np.zeros(44100), 22050) == [0.0] * 20


def test_no_sample_gives_no_block() -> None:
    assert energies(np.zeros(0), 22050) == []
