"""Every file of the sample book in each profile, measured by ffmpeg against what the profile says must be measured."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from audiobook.assembly.profiles import Range, ReleaseProfile

Outside = Callable[..., "subprocess.CompletedProcess[str]"]
Made = tuple[ReleaseProfile, tuple[Path, ...]]

DECODER_DELAY_S = 0.05  # what encoder and decoder put in front of an MP3 without a LAME header


def ffmpeg(outside: Outside, file: Path, filters: str) -> str:
    return outside(
        "ffmpeg", "-hide_banner", "-nostats", "-i", file, "-map", "0:a", "-af", filters, "-f", "null", "-"
    ).stderr


def number(pattern: str, told: str) -> float:
    found = re.findall(pattern, told)
    assert found, (pattern, told[-2000:])
    return float(found[-1])


def is_within(limits: Range | None, value: float) -> bool:
    return limits is None or limits.least <= value <= limits.greatest


def test_loudness_and_peaks_are_within_the_profile(outside: Outside, profile_files: Made) -> None:
    profile, files = profile_files
    for file in files:
        told = ffmpeg(outside, file, "ebur128=peak=true,astats=measure_perchannel=none")
        limits, name = profile.limits, file.name
        assert is_within(limits.integrated_lufs, number(r"I:\s+(-?[\d.]+) LUFS", told)), name
        assert is_within(limits.rms_dbfs, number(r"RMS level dB: (-?[\d.]+)", told)), name
        assert number(r"Peak:\s+(-?[\d.]+) dBFS", told) <= (limits.true_peak_max_dbtp or 0.0), name
        assert number(r"Peak level dB: (-?[\d.]+)", told) <= (limits.sample_peak_max_dbfs or 0.0), name


def test_format_is_what_the_profile_asks_for(outside: Outside, profile_files: Made) -> None:
    profile, files = profile_files
    for file in files:
        done = outside("ffprobe", "-v", "error", "-of", "json", "-show_streams", "-select_streams", "a", file)
        (sound,) = json.loads(done.stdout)["streams"]
        assert done.stderr == ""
        assert (sound["codec_name"], sound["channels"]) == ("mp3", 1)
        assert int(sound["sample_rate"]) in profile.limits.rates_hz
        assert int(sound["bit_rate"]) >= 1000 * (profile.limits.bit_rate_min_kbps or 0)
        assert float(sound["duration"]) <= (profile.limits.length_max_s or 1e9)


def test_head_and_tail_are_as_long_as_the_profile_asks(outside: Outside, profile_files: Made) -> None:
    profile, files = profile_files
    for file in files:
        told = ffmpeg(outside, file, "silencedetect=noise=-50dB:duration=0.4")
        duration = number(r"silence_end: ([\d.]+)", told)
        head = float(re.findall(r"silence_end: ([\d.]+)", told)[0]) - DECODER_DELAY_S
        tail = duration - number(r"silence_start: ([\d.]+)", told)
        assert is_within(profile.limits.head_s, head), file.name
        assert is_within(profile.limits.tail_s, tail), file.name


def test_pauses_are_quiet_and_with_room_tone_never_empty(outside: Outside, profile_files: Made) -> None:
    profile, files = profile_files
    for file in files:
        told = ffmpeg(outside, file, "atrim=start=0.1:end=0.6,astats=measure_perchannel=none")
        floor = re.findall(r"RMS level dB: (-?[\d.]+|-inf)", told)[-1]
        assert float(floor) <= (profile.limits.noise_floor_max_dbfs or -60.0)
        if profile.room_tone_dbfs is not None:
            assert abs(float(floor) - profile.room_tone_dbfs) < 2.0


def test_mp3val_finds_nothing_wrong_in_any_profile(outside: Outside, profile_files: Made) -> None:
    for file in profile_files[1]:
        told = outside("mp3val", file).stdout
        assert "WARNING" not in told
        assert "ERROR" not in told
        assert "CBR" in told


def test_retail_sample_is_five_minutes_at_most(outside: Outside, profile_files: Made) -> None:
    (sample,) = [file for file in profile_files[1] if file.name == "Retail Sample.mp3"]
    told = outside("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", sample).stdout
    assert 60.0 <= float(told) <= 300.0
