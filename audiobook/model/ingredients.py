"""What the sound of a chapter was made from, in words a person knows: what `status` compares."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerVoice:
    """How a speaker sounds wherever they speak, as the cast says it.

    Attributes:
        profile: name of the voice profile.
        pitch_percent: on top of the voice, the profile's own pitch included; so are the other two.
    """

    profile: str
    pitch_percent: float
    rate_percent: float
    volume_db: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineIngredients:
    """One take of a chapter.

    Attributes:
        key: of the take.
        written: its words as the manuscript has them.
        said: as the engine gets them, pronunciations applied.
        engine: the engine's name.
        fingerprint: of engine and voice; empty for a sound of one's own.
        voice: the engine's own name for it.
        volume_db: this and what follows shape the mix, and are no part of the take.
    """

    key: str
    speaker: str
    written: str
    said: str
    engine: str
    fingerprint: str
    voice: str
    pitch_percent: float
    rate_percent: float
    volume_db: float
    loudness_lufs: float | None
    pause_ms: int
    effect: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterIngredients:
    """A chapter's sound.

    Attributes:
        rendered_with: versions and the profile's values, see `assembly.chapter_job.rendered_with`.
        sounds: keys of the sounds under and around the voices.
    """

    rendered_with: Mapping[str, object]
    sounds: tuple[str, ...]
    voices: Mapping[str, SpeakerVoice]
    lines: tuple[LineIngredients, ...]
