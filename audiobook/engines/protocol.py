"""What every speech engine promises."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from audiobook.model.speech import Line, Pcm


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineAbilities:
    """What an engine can do, and within which limits.

    Attributes:
        rate_percent: least and greatest `Line.rate_percent` it honours; (0, 0) if it cannot change its rate.
        pitch_percent: the same for `Line.pitch_percent`.
        repeatable: the same line gives the same samples, in any process and after any other line.
        sample_rate_hz: of everything it speaks.
        reads_ipa: it speaks `Line.sounds`; other engines never get any.
        stresses_words: it speaks `Line.stresses`; other engines never get any.
    """

    rate_percent: tuple[float, float]
    pitch_percent: tuple[float, float]
    repeatable: bool
    sample_rate_hz: int
    reads_ipa: bool = False
    stresses_words: bool = False


class SpeechEngine(Protocol):
    """Turns lines into samples. It never parallelises, caches or prints.

    An engine is made and used within one process, by one thread.
    """

    name: str
    abilities: EngineAbilities

    def fingerprint(self) -> str:
        """Say what shapes the sound besides the line: engine, version, voice data; part of every take's key."""
        ...

    def voices(self) -> tuple[str, ...]:
        """List the engine's own names of voices that can be asked for."""
        ...

    def speak(self, line: Line) -> Pcm:
        """Speak one line, whole.

        Text with letters or digits gives sound or an error, never silence; text without any may give no samples.
        Text is plain: nothing in it is markup or a command. What has no sound and cannot be spoken (control
        characters, lone surrogates) counts as a blank.

        Raises:
            EngineError: unknown voice, a value outside `abilities`, or the engine failed, lost words or gave no sound.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds; it is not used afterwards."""
        ...


@runtime_checkable
class DescribesVoices(Protocol):
    """An engine whose voices are files or services of their own, so that the engine's fingerprint cannot cover them."""

    def voice_fingerprint(self, voice: str) -> str:
        """Say what shapes the sound of one voice besides the engine; part of the key of that voice's takes only.

        Raises:
            EngineError: the voice is unknown or its files cannot be read.
        """
        ...


@runtime_checkable
class KnowsItsVoices(Protocol):
    """An engine that can say at once whether it has a voice, without loading it."""

    def require_voice(self, voice: str) -> None:
        """Make sure that this voice can be asked for.

        Raises:
            EngineError: the voice is unknown, or its files are not on this machine.
        """
        ...


@runtime_checkable
class ChargesForSpeech(Protocol):
    """An engine behind which somebody may send a bill."""

    def price_per_million_chars(self) -> float | None:
        """Say what a million characters cost, in whatever currency the user thinks in; None if nothing is known.

        Raises:
            EngineError: the setting is no number.
        """
        ...


@runtime_checkable
class LoadsModels(Protocol):
    """An engine that loads models into every process that speaks with it, each once.

    It computes on one thread: processes fill the machine, as many as there are cores and memory for, and a take does
    not depend on how many those are.
    """

    def memory_mib(self, voices: Collection[str]) -> int:
        """Say how much memory one process takes, all in all, that speaks in all of these voices.

        Raises:
            EngineError: a voice is unknown or its files cannot be looked at.
        """
        ...
