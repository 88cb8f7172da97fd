"""WAV in memory: 16-bit mono sound as every player takes it."""

import io
import wave
from collections.abc import Iterable

from audiobook.model.speech import Pcm


def encode_wav(pieces: Iterable[Pcm], *, rate_hz: int) -> bytes:
    """Put pieces of sound, all at one rate, into one WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        for pcm in pieces:
            file.writeframesraw(pcm.samples)
    return buffer.getvalue()
