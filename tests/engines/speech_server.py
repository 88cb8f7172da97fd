"""What a well-behaved speech endpoint answers: the hum of the tone engine, in the format that is asked for."""

import io
import wave

from audiobook.codecs.flac import assemble_flac, encode_flac
from audiobook.codecs.mp3 import Mp3Encoder
from audiobook.engines.tone import ToneEngine
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm
from tests.opinions.chat_server import Received, Reply

_TONES = ToneEngine().voices()
_VOICES = ("alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx")


def speaks(received: Received) -> Reply:
    """Speak, or answer 400 to a voice that is not there."""
    asked = received.document
    if asked["voice"] not in _VOICES:
        return Reply(status=400, body=b"no such voice")
    voice = _TONES[_VOICES.index(asked["voice"])]
    try:
        pcm = ToneEngine().speak(Line(text=asked["input"], voice=voice, rate_percent=asked["speed"] * 100 - 100))
    except EngineError:
        return Reply(status=400)
    return sound_reply(pcm, asked["response_format"])


def sound_reply(pcm: Pcm, file_format: str) -> Reply:
    """Answer with a sound."""
    return Reply(body=as_file(pcm, file_format), headers={"Content-Type": f"audio/{file_format}"})


def as_file(pcm: Pcm, file_format: str) -> bytes:
    """Write a sound as a file of a format."""
    return {"wav": _wav, "flac": _flac, "mp3": _mp3, "pcm": _raw}[file_format](pcm)


def _wav(pcm: Pcm) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(pcm.rate_hz)
        writer.writeframes(pcm.samples)
    return file.getvalue()


def _flac(pcm: Pcm) -> bytes:
    return assemble_flac(encode_flac(pcm), application_id=b"test", application_data=b"")


def _mp3(pcm: Pcm) -> bytes:
    encoder = Mp3Encoder(rate_hz=pcm.rate_hz, bit_rate_kbps=64, quality=5)
    return encoder.encode(pcm) + encoder.finish()


def _raw(pcm: Pcm) -> bytes:
    """Samples without a head, at the 24 kHz that everybody takes for granted."""
    import numpy as np

    from audiobook.codecs.resample import resample

    samples = np.frombuffer(pcm.samples, "<i2").astype(np.float32)
    return resample(samples, from_hz=pcm.rate_hz, to_hz=24000).astype("<i2").tobytes()
