import io

import av
import numpy as np
import numpy.typing as npt
import pytest

from audiobook.codecs.aac import AAC_FRAME_SAMPLES, aac_bit_rate_kbps, aac_encoder_name, write_aac
from audiobook.codecs.mp3 import MP3_RATES_HZ
from audiobook.model.speech import Pcm

RATE_HZ = 22050


def chirp(length_samples: int, *, rate_hz: int = RATE_HZ) -> npt.NDArray[np.int16]:
    time_s = np.arange(length_samples) / rate_hz
    return (np.sin(2 * np.pi * (300.0 + 400.0 * time_s) * time_s) * 9000).astype("<i2")


def pieces(samples: npt.NDArray[np.int16], size: int, *, rate_hz: int = RATE_HZ) -> list[Pcm]:
    starts = range(0, len(samples), size)
    return [Pcm(samples=samples[start : start + size].tobytes(), rate_hz=rate_hz) for start in starts]


def encode(cut: list[Pcm], *, rate_hz: int = RATE_HZ, bit_rate_kbps: int = 64) -> tuple[bytes, int]:
    file = io.BytesIO()
    packets = write_aac(file, cut, rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps)
    return file.getvalue(), packets


def decode(content: bytes) -> npt.NDArray[np.float32]:
    with av.open(io.BytesIO(content), "r") as container:
        return np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])


@pytest.mark.parametrize("length_samples", [1, 1023, 1024, 1025, 65536, 100_000])
def test_packets_are_the_silence_in_front_the_sound_and_one_behind(length_samples: int) -> None:
    content, packets = encode(pieces(chirp(length_samples), 5000))
    assert packets == -(-length_samples // AAC_FRAME_SAMPLES) + 2
    assert len(decode(content)) == (packets - 1) * AAC_FRAME_SAMPLES


def test_first_sample_of_the_decoded_sound_is_the_first_that_went_in() -> None:
    samples = chirp(100_000)
    decoded = decode(encode(pieces(samples, 100_000))[0])[: len(samples)]
    error = decoded - samples / 32768
    assert 10 * np.log10(np.sum(decoded**2) / np.sum(error**2)) > 25
    assert np.abs(decode(encode(pieces(samples, 100_000))[0])[len(samples) + 1024 :]).max() < 0.001


def test_bytes_do_not_depend_on_how_the_samples_are_cut() -> None:
    samples = chirp(150_000)
    whole = encode(pieces(samples, 150_000))
    assert encode(pieces(samples, 777)) == whole
    assert encode([Pcm(samples=b"", rate_hz=RATE_HZ), *pieces(samples, 65_536)]) == whole


def test_nothing_becomes_silence() -> None:
    content, packets = encode([])
    assert packets == 2
    assert not decode(content).any()


@pytest.mark.parametrize("rate_hz", MP3_RATES_HZ)
def test_every_rate_of_an_mp3_is_a_rate_of_aac(rate_hz: int) -> None:
    kbps = aac_bit_rate_kbps(rate_hz, wanted_kbps=192)
    content, _ = encode(
        pieces(chirp(rate_hz, rate_hz=rate_hz), rate_hz, rate_hz=rate_hz), rate_hz=rate_hz, bit_rate_kbps=kbps
    )
    with av.open(io.BytesIO(content)) as container:
        assert container.streams.audio[0].rate == rate_hz


def test_bit_rate_is_what_is_wanted_up_to_what_can_be_heard() -> None:
    assert aac_bit_rate_kbps(22050, wanted_kbps=64) == 64
    assert aac_bit_rate_kbps(44100, wanted_kbps=128) == 128
    assert aac_bit_rate_kbps(44100, wanted_kbps=192) == 132
    assert aac_bit_rate_kbps(8000, wanted_kbps=64) == 24


def test_encoder_names_itself_with_its_version() -> None:
    assert aac_encoder_name().startswith("libavcodec ")
