"""The figures of whole files, in every container, against arithmetic."""

import math
from pathlib import Path

import numpy as np
import pytest

from audiobook.assembly.checking.measuring_sound import measure_sound
from tests.assembly.checking.releases import chapter_sound, encode, silence, tone
from tests.codecs.sound_files import write_sound

KINDS = [
    ("a.wav", "pcm_s16le", "s16", "mono", 22050),
    ("a.wav", "pcm_f32le", "flt", "stereo", 96000),
    ("a.flac", "flac", "s16", "mono", 44100),
    ("a.m4a", "aac", "fltp", "mono", 44100),
    ("a.m4b", "aac", "fltp", "stereo", 24000),
    ("a.mp3", "libmp3lame", "fltp", "mono", 44100),
]


@pytest.mark.parametrize(("name", "codec", "sample_format", "layout", "rate_hz"), KINDS)
def test_a_sine_at_minus_20_dbfs_measures_as_one(
    tmp_path: Path, name: str, codec: str, sample_format: str, layout: str, rate_hz: int
) -> None:
    signal = np.concatenate((silence(1.0, rate_hz=rate_hz), tone(20.0, peak=0.1, rate_hz=rate_hz)))
    signal = np.concatenate((signal, silence(2.0, rate_hz=rate_hz)))
    write_sound(
        tmp_path / name, signal, rate_hz=rate_hz, codec=codec, sample_format=sample_format, layout=layout,
        options={"b": "192000"} if "aac" in codec or "mp3" in codec else {},
    )  # fmt: skip
    sound = measure_sound(tmp_path / name)
    gain_db = -0.42 if codec == "libmp3lame" else 0.0  # LAME makes everything a little quieter
    assert sound.length_s == pytest.approx(23.0, abs=0.06)
    assert sound.integrated_lufs == pytest.approx(-23.0 + gain_db, abs=0.2)
    assert sound.true_peak_dbtp == pytest.approx(-20.0 + gain_db, abs=0.3)
    assert sound.peak_dbfs == pytest.approx(-20.0 + gain_db, abs=0.3)
    assert sound.rms_dbfs == pytest.approx(-23.01 + 10 * math.log10(20 / 23) + gain_db, abs=0.2)
    assert sound.noise_floor_dbfs < -80.0
    assert sound.clipped_samples == 0
    assert sound.head_s == pytest.approx(1.0, abs=0.05)
    assert sound.tail_s == pytest.approx(2.0, abs=0.07)


def test_what_lies_between_the_samples_counts_as_true_peak_alone(tmp_path: Path) -> None:
    time = np.arange(44100 * 2)
    fade = np.minimum(1.0, np.minimum(time, time[::-1]) / 500)
    signal = 0.5 * np.sin(np.pi / 2 * time + np.pi / 4) * fade
    write_sound(tmp_path / "a.wav", signal, rate_hz=44100, codec="pcm_f32le", sample_format="flt")
    sound = measure_sound(tmp_path / "a.wav")
    assert sound.peak_dbfs == pytest.approx(-9.03, abs=0.02)
    assert sound.true_peak_dbtp == pytest.approx(-6.02, abs=0.05)


def test_digital_silence_has_no_level_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(encode(silence(3.0)))
    sound = measure_sound(tmp_path / "a.mp3")
    levels = (
        sound.integrated_lufs, sound.true_peak_dbtp, sound.peak_dbfs, sound.rms_dbfs, sound.noise_floor_dbfs
    )  # fmt: skip
    assert all(math.isinf(level) and level < 0 for level in levels)
    assert sound.head_s == pytest.approx(sound.length_s, abs=0.02)


def test_the_curve_has_a_point_a_second_and_falls_with_the_sound(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(encode(np.concatenate((tone(10.0, peak=0.1), tone(10.0, peak=0.01)))))
    curve = measure_sound(tmp_path / "a.mp3").short_term_lufs
    assert len(curve) == 21
    assert curve[5] - curve[15] == pytest.approx(20.0, abs=0.3)


def test_a_pause_is_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(encode(chapter_sound()))
    (pause,) = measure_sound(tmp_path / "a.mp3").pauses
    assert pause.start_s == pytest.approx(4.8, abs=0.03)  # 0.05 s of it are the encoder's delay
    assert pause.length_s == pytest.approx(1.0, abs=0.05)
