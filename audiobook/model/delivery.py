"""Delivery: how a line is spoken, beyond whose voice it has.

A cue is what the text says of it ("whispered", an exclamation mark); a delivery is what is done about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Cue(StrEnum):
    """What the text says about how a line is spoken; the values are what a cast file calls it."""

    WHISPERED = "whispered"
    SOFT = "soft"
    SHOUTED = "shouted"
    CRIED_OUT = "cried_out"
    ANGRY = "angry"
    SHARP = "sharp"
    PLEADING = "pleading"
    SAD = "sad"
    CHEERFUL = "cheerful"
    WEARY = "weary"
    BREATHLESS = "breathless"
    HURRIED = "hurried"
    SLOW = "slow"
    EXCLAMATION = "exclamation"
    QUESTION = "question"
    CAPITALS = "capitals"
    EMPHASIS = "emphasis"
    ELLIPSIS = "ellipsis"
    STAMMER = "stammer"
    INTERRUPTED = "interrupted"
    THOUGHT = "thought"
    TELEPHONE = "telephone"
    MEMORY = "memory"
    READ_ALOUD = "read_aloud"


class Effect(StrEnum):
    """A light effect on one take, applied when the chapter is mixed."""

    NEAR = "near"
    TELEPHONE = "telephone"
    DISTANT = "distant"
    READ_ALOUD = "read_aloud"
    NONE = "none"
    """Takes an effect away that another cue would give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What is done about a cue, or about a whole line.

    Attributes:
        rate_percent: 10 is a tenth faster; shapes the take.
        pitch_percent: 10 is a tenth higher; shapes the take.
        volume_db: applied when the chapter is mixed.
        pause_ms: added to the silence after the line; negative for a quick follow-up.
        effect: None leaves it to other cues.
    """

    rate_percent: float = 0.0
    pitch_percent: float = 0.0
    volume_db: float = 0.0
    pause_ms: int = 0
    effect: Effect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryChange:
    """What a person changes about a cue; None leaves a value to the table."""

    rate_percent: float | None = None
    pitch_percent: float | None = None
    volume_db: float | None = None
    pause_ms: int | None = None
    effect: Effect | None = None


_NO_CHANGES: Mapping[Cue, DeliveryChange] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryWishes:
    """What a `[delivery]` table says, of the whole book or of one character.

    Attributes:
        strength: 0 speaks every line as if it had no cue, 1 follows the table in full; None says nothing.
        cues: changes to the table.
    """

    strength: float | None = None
    cues: Mapping[Cue, DeliveryChange] = field(default_factory=lambda: _NO_CHANGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDelivery:
    """What a person says of one line's delivery.

    Attributes:
        cues: in place of all that the text gives; None leaves them.
        change: on top of the cues, in full whatever the strength.
    """

    cues: tuple[Cue, ...] | None = None
    change: DeliveryChange = field(default_factory=DeliveryChange)


CueTable = Mapping[Cue, Delivery]
_NO_CUES: CueTable = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPlan:
    """How every cue of a book is spoken, the strength already counted in; the default gives no cue any delivery.

    Attributes:
        usual: for whoever has no table of their own.
        of_speaker: by speaker.
        of_line: by index of the segment.
    """

    usual: CueTable = field(default_factory=lambda: _NO_CUES)
    of_speaker: Mapping[str, CueTable] = field(default_factory=dict)
    of_line: Mapping[int, LineDelivery] = field(default_factory=dict)

    def table_of(self, speaker: str) -> CueTable:
        """How a speaker's cues are spoken."""
        return self.of_speaker.get(speaker, self.usual)
