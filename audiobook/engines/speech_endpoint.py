"""Speech from an OpenAI-compatible endpoint (`POST /v1/audio/speech`): many local servers, and the clouds.

Knows the request's JSON and what may come back; refuses to know HTTP. Whatever comes back is decoded and looked at: an
endpoint that sends nothing, a page, another format or half a sound has failed. The same line need not sound the same
twice.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.codecs.decoding import open_sound_in_memory
from audiobook.codecs.resample import resample
from audiobook.endpoints.connection import Endpoint, EndpointConnection, EndpointFailedError, Limits, Reply
from audiobook.engines.espeak_text import has_words, make_speakable
from audiobook.engines.protocol import EngineAbilities
from audiobook.engines.ranges import require_able
from audiobook.engines.speech_settings import NAMES, SpeechTarget, find_target, read_speech_settings
from audiobook.engines.spoken_samples import as_spoken, model_speed, moved_in_pitch
from audiobook.errors import AudioFormatError, EngineError
from audiobook.model.speech import Line, Pcm
from audiobook.workspace.locks import hold_one_of
from audiobook.workspace.user_data import user_data_folder

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_RATE_HZ = 24000
_PCM_RATE_HZ = 24000
"""Of answers in the format pcm, which have no head to say so (OpenAI's API reference, createSpeech)."""

_CONTAINER_OF_FORMAT = {"wav": "wav", "flac": "flac", "mp3": "mp3"}
_NO_SOUND = frozenset(["text/html", "application/json"])
"""What endpoints send most often that is no sound."""

_OTHER_FORMAT = "try another AUDIOBOOK_SPEECH_FORMAT"
_LOOK_EVERY_S = 0.05
_SETTINGS_VERSION = "1"


def open_speech_endpoint() -> "SpeechEndpoint":
    """Open the endpoints that environment and voices name; nothing is sent yet.

    Raises:
        EngineError: a setting cannot be used.
    """
    return SpeechEndpoint(os.environ, slots=user_data_folder(os.environ, home=Path.home()) / "slots")


class SpeechEndpoint:
    """Has every line spoken by a server.

    Args:
        environment: where the settings are.
        slots: a folder for the locks that keep to the limit of lines at once.
        limits: of requests and answers.
        sleep: waits between attempts when the endpoint is overloaded.
    """

    name = "endpoint"
    abilities = EngineAbilities(
        rate_percent=(-50.0, 100.0), pitch_percent=(-20.0, 25.0), repeatable=False, sample_rate_hz=_RATE_HZ
    )

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        slots: Path,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._environment = environment
        self._slots = slots
        self._settings = read_speech_settings(environment)
        self._limits = limits or Limits(answer_bytes=100_000_000)
        self._sleep = sleep

    def fingerprint(self) -> str:
        """Name the version and the format that is asked for; address and model stand in the voice's."""
        return f"endpoint {_SETTINGS_VERSION}, {self._settings.format}"

    def voice_fingerprint(self, voice: str) -> str:
        """Name where a voice speaks, and the model; never the key."""
        target = find_target(voice, self._environment)
        return f"{target.name} of {target.model} at {target.address}"

    def price_per_million_chars(self) -> float | None:
        """Say what AUDIOBOOK_SPEECH_PRICE says."""
        return self._settings.price

    def voices(self) -> tuple[str, ...]:
        """List the voices that the settings name, or else OpenAI's."""
        return self._settings.voices

    def speak(self, line: Line) -> Pcm:
        """Have one line spoken; text without letters and digits gives no sound and asks nobody.

        Raises:
            EngineError: a setting is wrong, a value is outside `abilities`, or no sound came that could be this line.
        """
        require_able(self.name, self.abilities, line)
        target = find_target(line.voice, self._environment)
        text = make_speakable(line.text)
        if not has_words(text):
            return Pcm(samples=b"", rate_hz=_RATE_HZ)
        samples, rate_hz = self._read(self._post(target, text, speed=model_speed(line)), target)
        at_our_rate = resample(samples, from_hz=rate_hz, to_hz=_RATE_HZ)
        moved = moved_in_pitch(at_our_rate, line, rate_hz=_RATE_HZ)
        return as_spoken(moved, line, rate_hz=_RATE_HZ, engine=str(target.address))

    def close(self) -> None:
        """Do nothing: each request has a connection of its own."""

    def _post(self, target: SpeechTarget, text: str, *, speed: float) -> Reply:
        document = {
            "model": target.model,
            "voice": target.name,
            "input": text,
            "response_format": self._settings.format,
            "speed": round(speed, 4),
        }
        endpoint = Endpoint(
            address=target.address, names=NAMES, key=target.key, accept="audio/*", timeout_s=self._settings.timeout_s
        )
        connection = EndpointConnection(endpoint, self._limits, self._sleep)
        try:
            with self._turn(target):
                return connection.post(json.dumps(document).encode("ascii"))
        except EndpointFailedError as error:
            raise EngineError(f'voice "{target.name}": {error.message}', hint=error.hint) from error

    def _turn(self, target: SpeechTarget) -> AbstractContextManager[None]:
        """Wait until fewer lines than the limit are under way at an address, in whichever process."""
        digest = sha256(str(target.address).encode()).hexdigest()[:16]
        paths = [self._slots / f"{digest}-{number}.lock" for number in range(self._settings.concurrency)]
        return hold_one_of(paths, look_every_s=_LOOK_EVERY_S)

    def _read(self, reply: Reply, target: SpeechTarget) -> tuple["Samples", int]:
        """Decode an answer: mono samples and their rate."""
        if not reply.body:
            raise EngineError(f'{target.address} sent nothing for the voice "{target.name}"')
        kind = reply.content_type
        if not kind.startswith("audio/") and kind not in {"application/octet-stream", "text/plain"}:
            what = kind if kind in _NO_SOUND else "something else"  # the server's own words may hold the key
            raise EngineError(f"{target.address} sent {what} where sound was asked for", hint=f"check {NAMES.url}")
        if self._settings.format == "pcm":
            return _read_pcm(reply.body, target), _PCM_RATE_HZ
        return _decode(reply.body, target, container=_CONTAINER_OF_FORMAT[self._settings.format])


def _read_pcm(body: bytes, target: SpeechTarget) -> "Samples":
    import numpy as np

    if len(body) % 2 or body.startswith((b"RIFF", b"ID3", b"fLaC", b"OggS")):
        raise EngineError(f"{target.address} sent something else than whole samples of 16 bits", hint=_OTHER_FORMAT)
    samples: Samples = np.frombuffer(body, "<i2").astype(np.float32) / np.float32(32768)
    return samples


def _decode(body: bytes, target: SpeechTarget, *, container: str) -> tuple["Samples", int]:
    import numpy as np

    try:
        with open_sound_in_memory(body, name="the answer") as sound:
            if sound.facts.container != container:
                raise EngineError(
                    f"{target.address} sent {sound.facts.container} where {container} was asked for", hint=_OTHER_FORMAT
                )
            return np.concatenate(list(sound.blocks())), sound.facts.rate_hz
    except AudioFormatError as error:
        message = f"{target.address} sent no whole sound: {error.message}"
        raise EngineError(message, hint=_OTHER_FORMAT) from error
