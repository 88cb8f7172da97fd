"""How an OpenAI-compatible speech endpoint is reached: from the environment, or from the voice itself.

    AUDIOBOOK_SPEECH_URL          base address, for example http://localhost:8880/v1
    AUDIOBOOK_SPEECH_MODEL        the model's name as the endpoint knows it (tts-1)
    AUDIOBOOK_SPEECH_KEY          sent as a bearer token to that address, and to no other
    AUDIOBOOK_SPEECH_KEY_HOST     the same for an address in a voice profile: HOST in capitals, "_" for other signs
    AUDIOBOOK_SPEECH_FORMAT       what it should answer in: wav (the usual), flac, mp3 or pcm
    AUDIOBOOK_SPEECH_CONCURRENCY  how many lines it may speak at once, for all that runs on this machine (4)
    AUDIOBOOK_SPEECH_TIMEOUT      seconds it may take for one line (120)
    AUDIOBOOK_SPEECH_VOICES       its voices, by commas, where it has others than OpenAI
    AUDIOBOOK_SPEECH_PRICE        what a million characters cost, for `audiobook estimate` (15)
    AUDIOBOOK_SPEECH_PLAIN_HTTP   "yes" allows http to machines outside the user's own network

A voice is "NAME", "NAME @ MODEL" or "NAME @ MODEL @ ADDRESS". A profile that somebody else wrote can name an address
but never have it sent the key of another one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.endpoints.address import Address, SettingNames, read_address, read_key, read_number, read_timeout_s
from audiobook.endpoints.secret import Secret
from audiobook.errors import EngineError, EngineMissingError

NAMES = SettingNames(
    url="AUDIOBOOK_SPEECH_URL",
    model="AUDIOBOOK_SPEECH_MODEL",
    key="AUDIOBOOK_SPEECH_KEY",
    timeout="AUDIOBOOK_SPEECH_TIMEOUT",
    plain_http="AUDIOBOOK_SPEECH_PLAIN_HTTP",
    example="for a server on this machine: AUDIOBOOK_SPEECH_URL=http://localhost:8880/v1",
    what="speech",
)
_FORMAT = "AUDIOBOOK_SPEECH_FORMAT"
_CONCURRENCY = "AUDIOBOOK_SPEECH_CONCURRENCY"
_PRICE = "AUDIOBOOK_SPEECH_PRICE"
_VOICES = "AUDIOBOOK_SPEECH_VOICES"

FORMATS = ("wav", "flac", "mp3", "pcm")
_PATH_END = "/audio/speech"
_DEFAULT_MODEL = "tts-1"
_DEFAULT_TIMEOUT_S = 120.0
_DEFAULT_CONCURRENCY = 4
_MOST_CONCURRENCY = 64
_OPENAI_VOICES = ("alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer", "verse")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechTarget:
    """Where one voice speaks.

    Attributes:
        name: of the voice, as the endpoint knows it.
    """

    address: Address
    name: str
    model: str
    key: Secret | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSettings:
    """Everything about speech endpoints that is the same for all voices.

    Attributes:
        format: one of `FORMATS`.
        timeout_s: longest silence and longest answer.
        concurrency: lines spoken at once.
        price: of a million characters; None if the user did not say.
    """

    format: str
    timeout_s: float
    concurrency: int
    voices: tuple[str, ...]
    price: float | None = None


def read_speech_settings(environment: Mapping[str, str]) -> SpeechSettings:
    """Read what is the same for all voices.

    Raises:
        EngineError: something cannot be used.
    """
    wanted = environment.get(_FORMAT, "").strip() or FORMATS[0]
    if wanted not in FORMATS:
        raise EngineError(f'{_FORMAT}: "{wanted}" is no format we can read', hint=f"one of: {', '.join(FORMATS)}")
    number = read_number(environment, _CONCURRENCY)
    if number is not None and number not in range(1, _MOST_CONCURRENCY + 1):
        raise EngineError(f"{_CONCURRENCY}: {number:g} is not from 1 to {_MOST_CONCURRENCY}", hint="write it like 4")
    voices = tuple(dict.fromkeys(name.strip() for name in environment.get(_VOICES, "").split(",") if name.strip()))
    return SpeechSettings(
        format=wanted,
        timeout_s=read_timeout_s(environment, NAMES.timeout, otherwise=_DEFAULT_TIMEOUT_S),
        concurrency=_DEFAULT_CONCURRENCY if number is None else int(number),
        voices=voices or _OPENAI_VOICES,
        price=read_number(environment, _PRICE),
    )


def find_target(voice: str, environment: Mapping[str, str]) -> SpeechTarget:
    """Find out where a voice speaks, and with which key.

    Raises:
        EngineMissingError: no address is set, here or in the voice.
        EngineError: the voice or an address cannot be used; the key is never part of the message.
    """
    name, model, url = (*(part.strip() for part in voice.split(" @ ", 2)), "", "")[:3]
    if not name:
        raise EngineError(f'voice "{voice}" names no voice', hint='write it like "alloy" or "alloy @ tts-1"')
    own_url = environment.get(NAMES.url, "").strip()
    if not url and not own_url:
        raise EngineMissingError(f"{NAMES.url} is not set", hint=NAMES.example)
    allow_plain = environment.get(NAMES.plain_http) == "yes"
    address = read_address(url or own_url, NAMES, path_end=_PATH_END, allow_plain=allow_plain)
    is_own = not url or (
        bool(own_url) and address == read_address(own_url, NAMES, path_end=_PATH_END, allow_plain=True)
    )
    key_name = NAMES.key if is_own else f"{NAMES.key}_{re.sub(r'[^A-Z0-9]', '_', address.host.upper())}"
    return SpeechTarget(
        address=address,
        name=name,
        model=model or environment.get(NAMES.model, "").strip() or _DEFAULT_MODEL,
        key=read_key(environment, key_name),
    )
