import io
from itertools import pairwise

import av
import numpy as np
import pytest
import soundfile

from audiobook.codecs.mp3 import (
    MP3_RATES_HZ,
    Mp3Encoder,
    mp3_encoder_name,
    mp3_length_samples,
    nearest_mp3_rate_hz,
)
from audiobook.errors import EngineError
from audiobook.model.speech import Pcm


def tone(rate_hz: int, seconds: float = 2.0) -> Pcm:
    time_s = np.arange(int(seconds * rate_hz)) / rate_hz
    return Pcm(samples=(np.sin(2 * np.pi * 440 * time_s) * 9000).astype("<i2").tobytes(), rate_hz=rate_hz)


def encode(*pieces: Pcm, bit_rate_kbps: int = 64) -> bytes:
    encoder = Mp3Encoder(rate_hz=pieces[0].rate_hz, bit_rate_kbps=bit_rate_kbps)
    return b"".join([*(encoder.encode(piece) for piece in pieces), encoder.finish()])


@pytest.mark.parametrize("rate_hz", [16000, 22050, 24000, 44100])
def test_another_decoder_hears_the_same_tone(rate_hz: int) -> None:
    samples, found_hz = soundfile.read(io.BytesIO(encode(tone(rate_hz))))
    assert found_hz == rate_hz
    assert samples.ndim == 1
    assert len(samples) / rate_hz == pytest.approx(2.0, abs=0.2)
    spectrum = np.abs(np.fft.rfft(samples[:rate_hz]))
    assert np.argmax(spectrum) == pytest.approx(440, abs=1)


def test_bit_rate_is_constant_and_there_is_no_xing_header() -> None:
    encoded = encode(tone(22050, 10.0))
    assert len(encoded) * 8 / 10 == pytest.approx(64000, rel=0.02)
    assert encoded[0] == 0xFF
    assert b"Xing" not in encoded
    assert b"Info" not in encoded[:400]


def test_bytes_do_not_depend_on_how_the_samples_are_cut() -> None:
    whole = tone(22050)
    cuts = [0, 2, 1000, 1002, 30000, len(whole.samples)]
    pieces = [Pcm(samples=whole.samples[start:end], rate_hz=22050) for start, end in pairwise(cuts)]
    assert encode(*pieces) == encode(whole)


def test_nothing_gives_nothing() -> None:
    assert encode(Pcm(samples=b"", rate_hz=22050)) == b""


def test_encoder_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    encode(tone(22050))
    assert capfd.readouterr() == ("", "")


def test_rate_that_mp3_does_not_know_is_refused() -> None:
    with pytest.raises(EngineError, match="20000"):
        Mp3Encoder(rate_hz=20000, bit_rate_kbps=64)


def test_samples_at_another_rate_are_refused() -> None:
    with pytest.raises(EngineError, match="24000"):
        Mp3Encoder(rate_hz=22050, bit_rate_kbps=64).encode(tone(24000))


@pytest.mark.parametrize(("rate_hz", "nearest"), [(22050, 22050), (20000, 22050), (4000, 8000), (96000, 48000)])
def test_nearest_rate_loses_nothing_where_it_can(rate_hz: int, nearest: int) -> None:
    assert nearest_mp3_rate_hz(rate_hz) == nearest
    assert nearest in MP3_RATES_HZ


def test_encoder_has_a_name_with_a_version() -> None:
    assert mp3_encoder_name().startswith("lameenc ")


@pytest.mark.parametrize(
    ("rate_hz", "bit_rate_kbps"), [(16000, 24), (22050, 64), (24000, 64), (44100, 128), (44100, 192)]
)
@pytest.mark.parametrize("seconds", [0.01, 1.0, 7.3])
def test_length_of_a_stream_follows_from_its_size(rate_hz: int, bit_rate_kbps: int, seconds: float) -> None:
    encoded = encode(tone(rate_hz, seconds), bit_rate_kbps=bit_rate_kbps)
    with av.open(io.BytesIO(encoded), "r", format="mp3") as container:
        decoded = sum(frame.samples for frame in container.decode(audio=0))
    assert mp3_length_samples(len(encoded), rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps) == decoded
