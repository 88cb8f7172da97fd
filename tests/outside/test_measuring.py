"""What we measure in finished chapters is what ffmpeg measures."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from audiobook.assembly.checking.measuring_sound import measure_sound
from tests.codecs.sound_files import write_sound

Outside = Callable[..., "subprocess.CompletedProcess[str]"]


def ask_ffmpeg(outside: Outside, path: Path) -> tuple[float, float, float, float]:
    """Integrated loudness, true peak, greatest sample, RMS of everything."""
    told = outside(
        "ffmpeg", "-hide_banner", "-nostats", "-i", path, "-map", "0:a",
        "-af", "ebur128=peak=true+sample,astats=measure_perchannel=none", "-f", "null", "-",
    ).stderr  # fmt: skip
    summary = told[told.rindex("Summary:") :]
    integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
    peaks = {name: float(value) for name, value in re.findall(r"(\w+) peak:\s+Peak:\s+(-?[\d.]+) dBFS", summary)}
    rms = re.search(r"RMS level dB: (-?[\d.]+)", told)
    assert integrated is not None
    assert rms is not None
    return float(integrated[1]), peaks["True"], peaks["Sample"], float(rms[1])


def agree(outside: Outside, path: Path) -> None:
    loudness, true_peak, peak, rms = ask_ffmpeg(outside, path)
    sound = measure_sound(path)
    assert sound.integrated_lufs == pytest.approx(loudness, abs=0.1)
    assert sound.true_peak_dbtp == pytest.approx(true_peak, abs=0.2)  # both are printed to a tenth
    assert sound.peak_dbfs == pytest.approx(peak, abs=0.1)
    assert sound.rms_dbfs == pytest.approx(rms, abs=0.05)


def test_the_sample_books_chapters_measure_as_ffmpeg_says(outside: Outside, chapters: tuple[Path, ...]) -> None:
    for chapter in chapters:
        agree(outside, chapter)


@pytest.mark.parametrize("rate_hz", [22050, 44100, 48000])
@pytest.mark.parametrize("slope", [0.0, 0.5, 1.0])
def test_white_pink_and_brown_noise_measure_as_ffmpeg_says(
    outside: Outside, tmp_path: Path, rate_hz: int, slope: float
) -> None:
    spectrum = np.fft.rfft(np.random.default_rng(1).standard_normal(rate_hz * 12))
    spectrum /= np.maximum(np.arange(len(spectrum)), 1) ** slope
    noise = np.fft.irfft(spectrum)
    path = write_sound(
        tmp_path / "a.wav", 0.05 * noise / noise.std(), rate_hz=rate_hz, codec="pcm_f32le", sample_format="flt"
    )
    agree(outside, path)
