"""What the headers of an MP3 say, and what in it is no frame."""

import random
from pathlib import Path

import numpy as np
import pytest

from audiobook.codecs.mp3 import Mp3Encoder
from audiobook.codecs.mp3_frames import read_mp3_stream
from audiobook.errors import AudioFormatError
from audiobook.model.speech import Pcm
from tests.codecs.sound_files import sine, write_sound


def encode(seconds: float = 2.0, *, rate_hz: int = 22050, bit_rate_kbps: int = 64) -> bytes:
    encoder = Mp3Encoder(rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps)
    samples = np.rint(sine(seconds, rate_hz=rate_hz) * 32767).astype("<i2").tobytes()
    return encoder.encode(Pcm(samples=samples, rate_hz=rate_hz)) + encoder.finish()


def put(folder: Path, data: bytes) -> Path:
    path = folder / "a.mp3"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("rate_hz", "bit_rate_kbps"), [(11025, 32), (22050, 64), (24000, 64), (44100, 128), (48000, 192)]
)
def test_our_own_files_have_one_rate_and_no_junk(tmp_path: Path, rate_hz: int, bit_rate_kbps: int) -> None:
    stream = read_mp3_stream(put(tmp_path, encode(rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps)))
    assert stream.rates_hz == (rate_hz,)
    assert stream.bit_rates_kbps == (bit_rate_kbps,)
    assert stream.channels == (1,)
    assert (stream.junk_bytes, stream.junk_at, stream.is_cut_off) == (0, None, False)
    assert stream.length_samples / rate_hz == pytest.approx(2.0, abs=0.2)


def test_the_tag_in_front_is_passed_over(tmp_path: Path) -> None:
    path = put(tmp_path, b"\xff\xfb" * 50 + encode())
    assert read_mp3_stream(path, start=100).junk_bytes == 0
    assert read_mp3_stream(path).junk_bytes == 100


def test_an_old_tag_at_the_end_is_no_junk(tmp_path: Path) -> None:
    assert read_mp3_stream(put(tmp_path, encode() + b"TAG" + bytes(125))).junk_bytes == 0


def test_junk_in_the_middle_is_counted_and_placed(tmp_path: Path) -> None:
    data = encode()
    frame_start = data.index(data[:4], len(data) // 2)
    spoilt = data[:frame_start] + random.Random(1).randbytes(999) + data[frame_start:]
    stream = read_mp3_stream(put(tmp_path, spoilt))
    assert stream.junk_bytes == 999
    assert stream.junk_at == frame_start
    assert stream.frames == read_mp3_stream(put(tmp_path, data)).frames


def test_junk_at_the_end_is_counted(tmp_path: Path) -> None:
    data = encode()
    stream = read_mp3_stream(put(tmp_path, data + b"not a frame"))
    assert (stream.junk_bytes, stream.junk_at) == (11, len(data))


def test_a_file_that_ends_within_a_frame_is_cut_off(tmp_path: Path) -> None:
    assert read_mp3_stream(put(tmp_path, encode()[:-50])).is_cut_off


def test_a_variable_bit_rate_and_two_channels_show(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).standard_normal(88200) * np.linspace(0, 0.3, 88200)
    path = write_sound(
        tmp_path / "v.mp3", noise, rate_hz=44100, codec="libmp3lame", sample_format="fltp", layout="stereo",
        options={"global_quality": "236", "flags": "+qscale"},
    )  # fmt: skip
    stream = read_mp3_stream(path, start=45)  # libav's own tag
    assert len(stream.bit_rates_kbps) > 1
    assert stream.channels == (2,)


def test_the_info_frame_of_lame_is_no_sound(tmp_path: Path) -> None:
    path = write_sound(
        tmp_path / "c.mp3", sine(1, rate_hz=44100), rate_hz=44100, codec="libmp3lame", sample_format="fltp",
        options={"b": "96000"},
    )  # fmt: skip
    assert b"Info" in path.read_bytes()
    assert read_mp3_stream(path, start=45).bit_rates_kbps == (96,)


@pytest.mark.parametrize("data", [b"", b"\xff", b"Once upon a time" * 100, bytes(5000)])
def test_what_has_no_frame_is_named(tmp_path: Path, data: bytes) -> None:
    path = put(tmp_path, data)
    with pytest.raises(AudioFormatError, match=r"empty|no MP3 frame") as caught:
        read_mp3_stream(path)
    assert str(path) in caught.value.message


def test_the_number_of_frames_that_a_file_states_is_read(tmp_path: Path) -> None:
    path = write_sound(
        tmp_path / "a.mp3", sine(2.0, rate_hz=22050), rate_hz=22050, codec="libmp3lame", sample_format="fltp"
    )
    stream = read_mp3_stream(path)
    assert stream.stated_frames is not None
    assert abs(stream.stated_frames - stream.frames) <= 2
    assert read_mp3_stream(put(tmp_path, encode())).stated_frames is None
