"""Levels and silences of signals whose figures are known by arithmetic, however they arrive."""

import math

import numpy as np
import pytest

from audiobook.assembly.checking.levels import LevelMeter
from audiobook.assembly.checking.silences import SilenceMeter
from tests.assembly.checking.releases import RATE_HZ, Signal, silence, tone

PIECES = (7, 5000, 1_000_000)


def levels(signal: Signal, *, piece_samples: int = 5000) -> LevelMeter:
    meter = LevelMeter(RATE_HZ)
    for first in range(0, len(signal), piece_samples):
        meter.push(signal[first : first + piece_samples].astype(np.float32))
    return meter


def silences(signal: Signal, *, piece_samples: int = 5000) -> SilenceMeter:
    meter = SilenceMeter(RATE_HZ)
    for first in range(0, len(signal), piece_samples):
        meter.push(signal[first : first + piece_samples].astype(np.float32))
    return meter


def db(mean_square: float) -> float:
    return 10 * math.log10(mean_square)


def test_rms_of_a_sine_is_3_db_below_its_peak() -> None:
    assert db(levels(tone(2.0, peak=0.1)).mean_square()) == pytest.approx(-23.01, abs=0.01)


def test_rms_counts_silence_too() -> None:
    signal = np.concatenate((tone(1.0, peak=0.1), silence(1.0)))
    assert db(levels(signal).mean_square()) == pytest.approx(-26.02, abs=0.01)


@pytest.mark.parametrize("piece_samples", PIECES)
def test_the_noise_floor_is_the_quietest_half_second(piece_samples: int) -> None:
    noise = tone(4.0, peak=10 ** (-70 / 20))
    noise[RATE_HZ : RATE_HZ + RATE_HZ // 2] = tone(0.5, peak=10 ** (-80 / 20))
    floor = levels(np.concatenate((tone(2.0), noise, tone(2.0))), piece_samples=piece_samples).noise_floor()
    assert db(floor) == pytest.approx(-83.01, abs=0.02)


def test_a_quiet_moment_shorter_than_half_a_second_is_no_noise_floor() -> None:
    signal = np.concatenate((tone(2.0, peak=0.1), silence(0.3), tone(2.0, peak=0.1)))
    assert db(levels(signal).noise_floor()) > -30.0


def test_the_noise_floor_of_digital_silence_is_nothing() -> None:
    assert levels(np.concatenate((tone(1.0), silence(1.0)))).noise_floor() == 0.0


def test_the_noise_floor_of_a_very_short_sound_is_its_level() -> None:
    assert db(levels(tone(0.2, peak=0.1)).noise_floor()) == pytest.approx(-23.01, abs=0.1)
    assert levels(silence(0.0)).noise_floor() == 0.0


def test_samples_at_full_scale_are_clipped() -> None:
    signal = np.clip(tone(0.1, peak=1.5), -1.0, 32767 / 32768)
    expected = int(np.count_nonzero(np.abs(1.5 * np.sin(2 * np.pi * 997 * np.arange(len(signal)) / RATE_HZ)) >= 1.0))
    assert levels(signal).clipped_samples == pytest.approx(expected, abs=2)
    assert levels(tone(0.1, peak=0.999)).clipped_samples == 0


@pytest.mark.parametrize("piece_samples", PIECES)
def test_head_pauses_and_tail_are_found(piece_samples: int) -> None:
    parts = (silence(0.75), tone(1.0), silence(0.2), tone(1.0), silence(2.2), tone(1.0), silence(3.5))
    meter = silences(np.concatenate(parts), piece_samples=piece_samples)
    assert meter.head_s() == pytest.approx(0.75, abs=0.011)
    assert meter.tail_s() == pytest.approx(3.5, abs=0.011)
    (pause,) = meter.pauses  # a fifth of a second is no pause
    assert pause.start_s == pytest.approx(2.95, abs=0.011)
    assert pause.length_s == pytest.approx(2.2, abs=0.021)


def test_room_tone_is_silence_and_a_whisper_is_not() -> None:
    room = silences(np.concatenate((tone(1.0, peak=10 ** (-60 / 20)), tone(1.0), tone(1.0, peak=10 ** (-60 / 20)))))
    assert room.head_s() == pytest.approx(1.0, abs=0.011)
    whisper = silences(np.concatenate((tone(1.0, peak=10 ** (-40 / 20)), tone(1.0))))
    assert whisper.head_s() == 0.0


def test_a_sound_without_sound_is_all_head_and_all_tail() -> None:
    meter = silences(silence(2.0))
    assert meter.head_s() == meter.tail_s() == pytest.approx(2.0, abs=0.011)
    assert meter.pauses == []
