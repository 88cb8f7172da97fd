"""An engine that hums: always there, quick, and as long as real speech would be.

For tests, for drafts and for the timing of a whole novel. Standard library only. Each word is one hum that swells and
fades, as long as the word; blanks and punctuation are silence. Knows nothing about words but their letters.
"""

import math
from array import array
from collections.abc import Iterator, Mapping
from functools import lru_cache

from audiobook.engines.protocol import EngineAbilities
from audiobook.engines.ranges import require_able
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm

_RATE_HZ = 22050

_F0_HZ_OF_VOICE: Mapping[str, float] = {
    "bass": 82.0,
    "low": 104.0,
    "mellow": 124.0,
    "mid": 147.0,
    "clear": 175.0,
    "high": 208.0,
    "bright": 247.0,
    "piping": 311.0,
}

_LETTER_MS = 62
_BLANK_MS = 40
_PAUSE_MS_OF_MARK: Mapping[str, int] = dict.fromkeys(",;:—–", 120) | dict.fromkeys(".!?…", 240)

_HARMONICS = (1.0, 0.6, 0.45, 0.3, 0.2, 0.12)
_LEVEL = 5300
"""Chosen so that running text measures about -21 LUFS, as the default engine's speech does."""

_SETTINGS_VERSION = "1"


class ToneEngine:
    """Hums every line; the same line always gives the same samples."""

    name = "tone"
    abilities = EngineAbilities(
        rate_percent=(-75.0, 300.0), pitch_percent=(-50.0, 100.0), repeatable=True, sample_rate_hz=_RATE_HZ
    )

    def fingerprint(self) -> str:
        """Name the version of the sound."""
        return f"tone {_SETTINGS_VERSION}"

    def voices(self) -> tuple[str, ...]:
        """List the voices from the lowest to the highest."""
        return tuple(_F0_HZ_OF_VOICE)

    def speak(self, line: Line) -> Pcm:
        """Hum one line; a text without letters and digits gives no sound.

        Raises:
            EngineError: unknown voice, or a value outside `abilities`.
        """
        f0_hz = self._f0_hz(line)
        require_able(self.name, self.abilities, line)
        slowness = 100 / (100 + line.rate_percent)
        parts = tuple(_parts(line.text))
        if not any(letter_count for letter_count, _ in parts):
            return Pcm(samples=b"", rate_hz=_RATE_HZ)
        sound = b"".join(
            _hum(f0_hz, _samples(letter_count * _LETTER_MS * slowness)) + bytes(2 * _samples(pause_ms * slowness))
            for letter_count, pause_ms in parts
        )
        return Pcm(samples=sound, rate_hz=_RATE_HZ)

    def close(self) -> None:
        """Do nothing: it holds nothing."""

    def _f0_hz(self, line: Line) -> float:
        if line.voice not in _F0_HZ_OF_VOICE:
            raise EngineError(
                f'voice "{line.voice}" is unknown to tone', hint=f"its voices are: {', '.join(self.voices())}"
            )
        return _F0_HZ_OF_VOICE[line.voice] * (100 + line.pitch_percent) / 100


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Give for each word its number of letters and digits, and the silence after it in milliseconds."""
    for word in text.split():
        letter_count = sum(map(str.isalnum, word))
        yield letter_count, _BLANK_MS + max(_PAUSE_MS_OF_MARK.get(mark, 0) for mark in word)


def _samples(duration_ms: float) -> int:
    return round(duration_ms * _RATE_HZ / 1000)


@lru_cache(maxsize=512)
def _hum(f0_hz: float, length_samples: int) -> bytes:
    """Make one swelling and fading hum as 16-bit little-endian samples."""
    step = 2 * math.pi * f0_hz / _RATE_HZ
    swell = math.pi / max(length_samples, 1)
    samples = array(
        "h",
        (round(_LEVEL * math.sin(swell * index) * _wave(step * index)) for index in range(length_samples)),
    )
    if array("h", [1]).tobytes() != b"\1\0":
        samples.byteswap()
    return samples.tobytes()


def _wave(phase: float) -> float:
    return sum(weight * math.sin(phase * number) for number, weight in enumerate(_HARMONICS, start=1))
