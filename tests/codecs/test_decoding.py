"""Any sound file in, mono samples and facts out; what is broken is named."""

import math
import random
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from audiobook.codecs.decoding import MP3_DELAY_SAMPLES, OpenSound, SoundFacts, open_sound
from audiobook.codecs.mp3 import Mp3Encoder
from audiobook.errors import AudioFormatError
from audiobook.model.speech import Pcm
from tests.codecs.sound_files import sine, write_sound

KINDS = [
    ("a.wav", "pcm_u8", "u8", "mono", 11025),
    ("a.wav", "pcm_s16le", "s16", "stereo", 44100),
    ("a.wav", "pcm_s24le", "s32", "5.1", 48000),
    ("a.wav", "pcm_f32le", "flt", "stereo", 96000),
    ("a.wav", "pcm_f64le", "dbl", "mono", 8000),
    ("a.aiff", "pcm_s16be", "s16", "mono", 44100),
    ("a.flac", "flac", "s16", "mono", 22050),
    ("a.flac", "flac", "s32", "stereo", 96000),
    ("a.m4a", "aac", "fltp", "stereo", 44100),
    ("a.m4b", "aac", "fltp", "mono", 22050),
    ("a.m4a", "alac", "s16p", "stereo", 44100),
    ("a.mp3", "libmp3lame", "fltp", "stereo", 44100),
    ("a.opus", "libopus", "flt", "mono", 48000),
]


def decode(path: Path) -> tuple[SoundFacts, npt.NDArray[np.float32]]:
    with open_sound(path) as sound:
        return sound.facts, np.concatenate(list(sound.blocks()))


def own_mp3(signal: npt.NDArray[np.float64], rate_hz: int = 22050) -> bytes:
    encoder = Mp3Encoder(rate_hz=rate_hz, bit_rate_kbps=64)
    pcm = Pcm(samples=np.rint(signal * 32767).astype("<i2").tobytes(), rate_hz=rate_hz)
    return encoder.encode(pcm) + encoder.finish()


@pytest.mark.parametrize(("name", "codec", "sample_format", "layout", "rate_hz"), KINDS)
def test_every_kind_of_file_gives_its_samples_and_facts(
    tmp_path: Path, name: str, codec: str, sample_format: str, layout: str, rate_hz: int
) -> None:
    signal = sine(2.0, rate_hz=rate_hz)
    path = write_sound(
        tmp_path / name, signal, rate_hz=rate_hz, codec=codec, sample_format=sample_format, layout=layout
    )
    facts, samples = decode(path)
    assert facts.rate_hz == rate_hz
    assert facts.channels == {"mono": 1, "stereo": 2, "5.1": 6}[layout]
    assert facts.duration_s == pytest.approx(2.0, abs=0.05)
    assert samples.dtype == np.float32
    assert len(samples) / rate_hz == pytest.approx(2.0, abs=0.05)
    middle = samples[rate_hz // 2 : rate_hz * 3 // 2]
    level_db = 10 * math.log10(np.mean(np.square(middle, dtype=np.float64)))
    assert level_db == pytest.approx(-23.01, abs=0.5)  # LAME takes 0.4 dB


def test_channels_are_mixed_to_their_mean(tmp_path: Path) -> None:
    signal = sine(1.0, rate_hz=44100, peak=0.5)
    write_sound(
        tmp_path / "left.wav", signal, rate_hz=44100, codec="pcm_s16le", sample_format="s16", layout="stereo",
        silent_channels=1,
    )  # fmt: skip
    _, samples = decode(tmp_path / "left.wav")
    assert np.abs(samples).max() == pytest.approx(0.25, abs=0.001)


def test_samples_are_those_of_the_file_in_order(tmp_path: Path) -> None:
    ramp = np.linspace(-1.0, 0.999, 100_000)
    write_sound(tmp_path / "ramp.wav", ramp, rate_hz=22050, codec="pcm_s16le", sample_format="s16")
    with open_sound(tmp_path / "ramp.wav") as sound:
        blocks = list(sound.blocks())
    assert len(blocks) > 3
    assert np.allclose(np.concatenate(blocks), ramp, atol=1 / 16384)


def test_our_own_mp3_lags_by_the_delay_it_does_not_state(tmp_path: Path) -> None:
    click = np.zeros(44100)
    click[22050:22060] = 0.9
    (tmp_path / "click.mp3").write_bytes(own_mp3(click))
    _, samples = decode(tmp_path / "click.mp3")
    assert int(np.abs(samples).argmax()) == pytest.approx(22055 + MP3_DELAY_SAMPLES, abs=10)


def test_an_mp3_with_a_lame_header_does_not_lag(tmp_path: Path) -> None:
    click = np.zeros(44100)
    click[22050:22060] = 0.9
    write_sound(tmp_path / "click.mp3", click, rate_hz=22050, codec="libmp3lame", sample_format="fltp")
    _, samples = decode(tmp_path / "click.mp3")
    assert int(np.abs(samples).argmax()) == pytest.approx(22055, abs=10)
    assert len(samples) == 44100


def test_a_cover_is_no_sound(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (64, 64)).save(tmp_path / "cover.jpg")
    refused(tmp_path / "cover.jpg", "no sound")


def refused(path: Path, why: str) -> None:
    with pytest.raises(AudioFormatError, match=why) as caught, open_sound(path) as sound:
        exhaust(sound)
    assert str(path) in caught.value.message
    assert caught.value.hint


def exhaust(sound: OpenSound) -> None:
    for _ in sound.blocks():
        pass


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.wav", b"", "is empty"),
        ("story.mp3", b"Once upon a time there was a chapter.\n" * 4000, "no sound"),
        ("story.wav", b"Once upon a time there was a chapter.\n" * 4000, "no sound"),
        ("noise.mp3", random.Random(1).randbytes(200_000), "no sound"),
        ("list.mp3", b"#EXTM3U\n#EXTINF:3,\nhttp://127.0.0.1:9/x.ts\n", "no sound"),
        ("list.wav", b"ffconcat version 1.0\nfile other.wav\n", "no sound"),
    ],
)
def test_what_is_no_sound_is_named(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    refused(tmp_path / name, why)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    refused(tmp_path / "gone.wav", "no such file")
    refused(tmp_path, "a folder")


@pytest.mark.parametrize(
    ("name", "codec", "sample_format"),
    [
        ("a.wav", "pcm_s16le", "s16"),
        ("a.aiff", "pcm_s16be", "s16"),
        ("a.flac", "flac", "s16"),
        ("a.m4a", "aac", "fltp"),
    ],
)
def test_a_file_that_was_cut_off_is_named(tmp_path: Path, name: str, codec: str, sample_format: str) -> None:
    path = tmp_path / name
    write_sound(path, sine(3.0, rate_hz=22050), rate_hz=22050, codec=codec, sample_format=sample_format)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    refused(path, "cut off|damaged|seconds are there")


def test_junk_in_the_middle_of_an_mp3_is_damage(tmp_path: Path) -> None:
    whole = own_mp3(sine(3.0, rate_hz=22050))
    middle = len(whole) // 2
    junk = random.Random(1).randbytes(3000)
    (tmp_path / "a.mp3").write_bytes(whole[:middle] + junk + whole[middle + 3000 :])
    refused(tmp_path / "a.mp3", "damaged")


def test_a_change_of_rate_in_the_middle_is_named(tmp_path: Path) -> None:
    two = own_mp3(sine(2.0, rate_hz=22050)) + own_mp3(sine(2.0, rate_hz=44100), rate_hz=44100)
    (tmp_path / "two.mp3").write_bytes(two)
    refused(tmp_path / "two.mp3", "22050 Hz and 1 channels to 44100 Hz")
