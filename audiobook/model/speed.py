"""How quick a machine was: sums over what was done, from which rates follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_WORTH = 0.5
"""What was measured before counts half as much as what is measured now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSums:
    """Sums over the takes that an engine spoke.

    Attributes:
        takes: how many.
        chars: of their text, each divided by its voice's speed (rate +10 % counts 1/1.1).
        chars_squared: sum of the squares of these.
        audio_s: length of the takes.
        chars_by_audio: sum of the products of both.
        spent_s: time a process took for them.
        kept_bytes: of the files they are kept in.
    """

    takes: float = 0.0
    chars: float = 0.0
    chars_squared: float = 0.0
    audio_s: float = 0.0
    chars_by_audio: float = 0.0
    spent_s: float = 0.0
    kept_bytes: float = 0.0

    def plus(self, other: "SpokenSums", *, worth: float = 1.0) -> "SpokenSums":
        """Add up; `worth` weighs what `self` says."""
        return SpokenSums(**{name: worth * getattr(self, name) + getattr(other, name) for name in SpokenSums.__slots__})

    def audio_s_of(self, chars: float) -> float:
        """Say how long a take of so many characters is: the line of least squares through all takes."""
        spread = self.takes * self.chars_squared - self.chars**2
        if spread <= 0.0:
            return chars * self.audio_s / self.chars if self.chars else 0.0
        slope = (self.takes * self.chars_by_audio - self.chars * self.audio_s) / spread
        return max(0.0, (self.audio_s - slope * self.chars) / self.takes + slope * chars)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSums:
    """Seconds of audio that were mixed and encoded, and seconds a process took for them."""

    audio_s: float = 0.0
    spent_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSpeeds:
    """What is known of a machine.

    Attributes:
        spoken: by the engine's name.
        rendered: by what shapes the cost of encoding, see `production.recording.speeds`.
        busy_share: of the time that all processes together had, how much they worked; None if nobody knows.
    """

    spoken: Mapping[str, SpokenSums] = field(default_factory=dict)
    rendered: Mapping[str, WorkSums] = field(default_factory=dict)
    busy_share: float | None = None

    def plus(self, other: "MeasuredSpeeds") -> "MeasuredSpeeds":
        """Add what another run measured; the later one counts more."""
        spoken = {
            name: self.spoken.get(name, SpokenSums()).plus(other.spoken.get(name, SpokenSums()), worth=_WORTH)
            for name in {**self.spoken, **other.spoken}
        }
        rendered = {
            name: _plus(self.rendered.get(name, WorkSums()), other.rendered.get(name, WorkSums()))
            for name in {**self.rendered, **other.rendered}
        }
        return MeasuredSpeeds(
            spoken=spoken,
            rendered=rendered,
            busy_share=self.busy_share if other.busy_share is None else other.busy_share,
        )


def _plus(before: WorkSums, now: WorkSums) -> WorkSums:
    return WorkSums(audio_s=_WORTH * before.audio_s + now.audio_s, spent_s=_WORTH * before.spent_s + now.spent_s)
