import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from audiobook.assembly.own_sound import BED_SECONDS, MOST_SECONDS, OwnSoundKind, own_sound_key, prepare_own_sound
from audiobook.errors import AudioFormatError
from tests.assembly.building import as_array
from tests.codecs.sound_files import sine, write_sound

FORMATS = {
    "wav": ("pcm_s16le", "s16"),
    "flac": ("flac", "s16"),
    "mp3": ("libmp3lame", "s16p"),
    "m4a": ("aac", "fltp"),
}


def line_in_silence(rate_hz: int, *, noise: float = 0.0, peak: float = 0.3) -> npt.NDArray[np.float64]:
    """A second of tone between a second of silence, or of a noisy room, and another."""
    signal = np.concatenate([np.zeros(rate_hz), sine(1.0, rate_hz=rate_hz, peak=peak), np.zeros(rate_hz)])
    hiss: npt.NDArray[np.float64] = signal + noise * np.random.default_rng(1).standard_normal(len(signal))
    return hiss


def wav(path: Path, signal: npt.NDArray[np.float64], *, rate_hz: int = 22050) -> Path:
    return write_sound(path, signal, rate_hz=rate_hz, codec="pcm_s16le", sample_format="s16")


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(("rate_hz", "layout"), [(22050, "mono"), (44100, "stereo")])
def test_every_format_gives_the_trimmed_sound_in_mono(tmp_path: Path, suffix: str, rate_hz: int, layout: str) -> None:
    codec, sample_format = FORMATS[suffix]
    path = tmp_path / f"line.{suffix}"
    write_sound(
        path, line_in_silence(rate_hz), rate_hz=rate_hz, codec=codec, sample_format=sample_format, layout=layout
    )
    pcm = prepare_own_sound(path, OwnSoundKind.LINE)
    assert pcm.rate_hz == rate_hz
    assert pcm.length_samples / rate_hz == pytest.approx(1.06, abs=0.05)
    assert np.abs(as_array([pcm])).max() == pytest.approx(0.9 * 32767, rel=0.02)


@pytest.mark.parametrize("rate_hz", [8000, 11025, 48000, 96000, 192000])
def test_any_rate_is_taken(tmp_path: Path, rate_hz: int) -> None:
    pcm = prepare_own_sound(wav(tmp_path / "a.wav", line_in_silence(rate_hz), rate_hz=rate_hz), OwnSoundKind.LINE)
    assert pcm.length_samples / pcm.rate_hz == pytest.approx(1.06, abs=0.02)


def test_noise_of_the_room_is_trimmed_from_a_line(tmp_path: Path) -> None:
    pcm = prepare_own_sound(wav(tmp_path / "a.wav", line_in_silence(22050, noise=0.003)), OwnSoundKind.LINE)
    assert pcm.length_samples / 22050 == pytest.approx(1.06, abs=0.05)


def test_edges_are_faded_and_nothing_is_clipped(tmp_path: Path) -> None:
    samples = as_array([prepare_own_sound(wav(tmp_path / "a.wav", sine(1.0, rate_hz=22050, peak=1.0)),
                                          OwnSoundKind.MUSIC)])  # fmt: skip
    assert np.abs(samples[[0, -1]]).max() < 600
    assert np.abs(samples).max() <= 0.9 * 32767 + 1


def test_quiet_recording_is_brought_up_before_it_is_rounded(tmp_path: Path) -> None:
    quiet = write_sound(
        tmp_path / "a.flac", line_in_silence(22050, peak=0.003), rate_hz=22050, codec="flac", sample_format="s32"
    )
    assert np.abs(as_array([prepare_own_sound(quiet, OwnSoundKind.LINE)])).max() > 29000


def test_silence_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(AudioFormatError, match="nothing but silence"):
        prepare_own_sound(wav(tmp_path / "a.wav", np.zeros(22050)), OwnSoundKind.LINE)


def test_very_short_sound_is_taken(tmp_path: Path) -> None:
    pcm = prepare_own_sound(wav(tmp_path / "a.wav", sine(0.03, rate_hz=22050)), OwnSoundKind.LINE)
    assert pcm.length_samples > 0


def test_too_long_a_line_is_refused_and_music_is_cut(tmp_path: Path) -> None:
    path = wav(tmp_path / "a.wav", np.tile(sine(1.0, rate_hz=8000), MOST_SECONDS + 2), rate_hz=8000)
    with pytest.raises(AudioFormatError, match="longer than 5 minutes"):
        prepare_own_sound(path, OwnSoundKind.LINE)
    assert prepare_own_sound(path, OwnSoundKind.BED).length_samples == pytest.approx(BED_SECONDS * 8000, abs=8000)


def test_key_follows_the_content_and_the_use_and_not_the_name(tmp_path: Path) -> None:
    first, second = tmp_path / "a.wav", tmp_path / "b.wav"
    first.write_bytes(b"one")
    second.write_bytes(b"one")
    key = own_sound_key(first, OwnSoundKind.LINE)
    assert key == own_sound_key(second, OwnSoundKind.LINE)
    assert key != own_sound_key(first, OwnSoundKind.MUSIC)
    second.write_bytes(b"two")
    assert key != own_sound_key(second, OwnSoundKind.LINE)


@pytest.mark.parametrize(("name", "message"), [("nope.wav", "no such file"), (".", "a folder")])
def test_what_is_no_file_is_named(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(AudioFormatError, match=message):
        own_sound_key(tmp_path / name, OwnSoundKind.LINE)


def test_no_warning_comes_from_pydub_even_without_ffmpeg(tmp_path: Path) -> None:
    path = wav(tmp_path / "a.wav", line_in_silence(22050))
    code = (
        "import sys; from pathlib import Path\n"
        "from audiobook.assembly.own_sound import OwnSoundKind, prepare_own_sound\n"
        "prepare_own_sound(Path(sys.argv[1]), OwnSoundKind.LINE)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", code, str(path)],
        env={"PATH": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kind", OwnSoundKind)
@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_file_that_was_cut_off_is_refused_by_name(
    tmp_path: Path, suffix: str, share: float, kind: OwnSoundKind
) -> None:
    codec, sample_format = FORMATS[suffix]
    path = tmp_path / f"music.{suffix}"
    write_sound(path, line_in_silence(22050), rate_hz=22050, codec=codec, sample_format=sample_format)
    prepare_own_sound(path, kind)
    whole = path.read_bytes()
    path.write_bytes(whole[: round(len(whole) * share)])
    with pytest.raises(AudioFormatError, match=r"cut off|damaged|seconds are there") as caught:
        prepare_own_sound(path, kind)
    assert str(path) in caught.value.message


def test_a_damaged_flac_is_refused_though_decoders_leave_the_damage_out(tmp_path: Path) -> None:
    path = tmp_path / "music.flac"
    noise = 0.3 * np.random.default_rng(1).standard_normal(44100)
    write_sound(path, noise, rate_hz=22050, codec="flac", sample_format="s16")
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 2000] = np.random.default_rng(2).bytes(2000)
    path.write_bytes(whole)
    with pytest.raises(AudioFormatError, match=r"damaged|seconds are there"):
        prepare_own_sound(path, OwnSoundKind.MUSIC)
