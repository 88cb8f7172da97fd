"""MP3 by LAME: constant bit rate, mono, a stream of samples in and a stream of frames out.

Knows frames only; tags and files are somebody else's. lameenc writes no Xing header, as is right for a constant
bit rate, and its output does not depend on how the samples are cut into pieces.
"""

from functools import cache
from importlib.metadata import version

from audiobook.errors import EngineError
from audiobook.model.speech import Pcm

MP3_RATES_HZ = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
"""The sample rates MPEG-1, MPEG-2 and MPEG-2.5 layer III know."""

MP3_BIT_RATES_KBPS = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 192, 224, 256, 320)
"""Every constant bit rate of layer III; which of them a sample rate allows, `allowed_bit_rates_kbps` knows."""

_MPEG_1_FROM_HZ = 32000  # below it a frame has half as many samples
_NOT_IN_MPEG_1 = frozenset({8, 16, 24, 144})  # ISO 11172-3, table of layer III's bit rates
_MPEG_2_UP_TO_KBPS = 160  # ISO 13818-3
_MPEG_2_5_UP_TO_HZ, _MPEG_2_5_UP_TO_KBPS = 12000, 64  # LAME's own bound


def allowed_bit_rates_kbps(rate_hz: int) -> tuple[int, ...]:
    """List the constant bit rates that a sample rate allows."""
    if rate_hz >= _MPEG_1_FROM_HZ:
        return tuple(rate for rate in MP3_BIT_RATES_KBPS if rate not in _NOT_IN_MPEG_1)
    most_kbps = _MPEG_2_5_UP_TO_KBPS if rate_hz <= _MPEG_2_5_UP_TO_HZ else _MPEG_2_UP_TO_KBPS
    return tuple(rate for rate in MP3_BIT_RATES_KBPS if rate <= most_kbps)


def nearest_mp3_rate_hz(rate_hz: int) -> int:
    """Choose the lowest rate of `MP3_RATES_HZ` that loses nothing of a sound, or the highest there is."""
    return next((known for known in MP3_RATES_HZ if known >= rate_hz), MP3_RATES_HZ[-1])


def mp3_length_samples(size_bytes: int, *, rate_hz: int, bit_rate_kbps: int) -> int:
    """Say how many samples a stream of constant bit rate decodes to.

    Args:
        size_bytes: of whole frames, without tags. A frame has a byte more now and then, so that the rate is met to
            within a byte at any time; that is what makes this exact.
        rate_hz: one of `MP3_RATES_HZ`.
        bit_rate_kbps: constant.
    """
    frame_samples = 1152 if rate_hz >= _MPEG_1_FROM_HZ else 576
    frame_bits = frame_samples * bit_rate_kbps * 1000 / rate_hz
    return round(8 * size_bytes / frame_bits) * frame_samples


@cache
def mp3_encoder_name() -> str:
    """Name what encodes, with its version: another one may give other bytes."""
    return f"lameenc {version('lameenc')}"


class Mp3Encoder:
    """Encodes one file, piece by piece.

    Args:
        rate_hz: one of `MP3_RATES_HZ`; of the samples and of the file.
        bit_rate_kbps: constant; MPEG-2 rates (24 kHz and less) go from 8 to 160, the others from 32 to 320.
        quality: LAME's: 0 is slowest and best, 9 fastest.

    Raises:
        EngineError: LAME does not know this rate.
    """

    def __init__(self, *, rate_hz: int, bit_rate_kbps: int, quality: int = 5) -> None:
        import lameenc

        if rate_hz not in MP3_RATES_HZ:
            raise EngineError(f"MP3 has no sample rate of {rate_hz} Hz", hint=f"use one of {MP3_RATES_HZ}")
        self._rate_hz = rate_hz
        self._is_empty = True
        self._lame = lameenc.Encoder()
        self._lame.silence()  # it would print its settings
        self._lame.set_channels(1)
        self._lame.set_in_sample_rate(rate_hz)
        self._lame.set_out_sample_rate(rate_hz)  # else LAME resamples at low bit rates
        self._lame.set_bit_rate(bit_rate_kbps)
        self._lame.set_quality(quality)

    def encode(self, pcm: Pcm) -> bytes:
        """Take samples and give back the frames that are finished, often none.

        Raises:
            EngineError: LAME failed, or the samples have another rate.
        """
        if pcm.rate_hz != self._rate_hz:
            raise EngineError(f"samples at {pcm.rate_hz} Hz were given to an MP3 encoder for {self._rate_hz} Hz")
        if not pcm.samples:
            return b""
        self._is_empty = False
        try:
            return bytes(self._lame.encode(pcm.samples))
        except RuntimeError as error:
            raise EngineError(f"MP3 encoding failed: {error}") from error

    def finish(self) -> bytes:
        """Give back the last frames; the encoder is not used afterwards.

        Raises:
            EngineError: LAME failed.
        """
        if self._is_empty:  # LAME refuses to flush what it never began
            return b""
        try:
            return bytes(self._lame.flush())
        except RuntimeError as error:
            raise EngineError(f"MP3 encoding failed: {error}") from error
