"""Which of the voices suits a speaker best, given who already speaks with which.

Knows gender, age, scene partners and distances, and weighs them in this order: a voice of the right gender that no
scene partner has; a neutral one; one of the right gender that a partner has (it will be shifted in pitch); any other.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audiobook.casting.conversations import Partners
from audiobook.casting.voice_distance import VoiceDistances
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import NARRATOR, Gender

_MINOR_LINES = 1
"""Speakers with no more lines than this share voices with each other before they take a fresh one."""

_NARRATOR_SHARE = 0.5
"""The narrator is heard between a character's lines: counts as this many exchanges for each of them."""

_STRANGER_SHARE = 0.05
"""What somebody the speaker never meets counts for: voices spread out a little over the whole book."""

_AGE_WORDS = {
    "child": ("boy", "girl", "child", "kid", "baby", "little", "toddler"),
    "young": ("young", "youth", "teenager", "lad", "lass", "student"),
    "old": ("old", "grandma", "grandpa", "grandmother", "grandfather", "granny", "gran", "grandad", "elder", "crone"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who needs a voice: what is known about them."""

    name: str
    aliases: tuple[str, ...]
    gender: Gender
    line_count: int

    @property
    def age(self) -> str | None:
        """The age that their names tell: "Old Tom", "the girl"; None if they tell none."""
        words = {word for name in (self.name, *self.aliases) for word in re.findall(r"\w+", name.casefold())}
        return next((age for age, telling in _AGE_WORDS.items() if words.intersection(telling)), None)


@dataclass(slots=True, kw_only=True)
class Ensemble:
    """All voices given so far; grows while a cast is proposed."""

    partners: Partners
    distances: VoiceDistances
    line_counts: Mapping[str, int]
    _voices: dict[str, VoiceProfile] = field(default_factory=dict)
    _adjustments: dict[str, Adjustment] = field(default_factory=dict)

    def give(self, name: str, profile: VoiceProfile, adjustment: Adjustment) -> None:
        """Note that somebody speaks with this voice."""
        self._voices[name] = profile
        self._adjustments[name] = adjustment

    def adjustments_of(self, names: Iterable[str]) -> tuple[Adjustment, ...]:
        """How these people adjust their voices."""
        return tuple(self._adjustments[name] for name in names)

    def bearers(self, profile: VoiceProfile) -> tuple[str, ...]:
        """Everybody who speaks with this voice, in the order they got it."""
        return tuple(name for name, voice in self._voices.items() if voice.name == profile.name)

    def rivals(self, profile: VoiceProfile, speaker: Speaker) -> tuple[str, ...]:
        """Those with this voice whom the speaker talks with, and the narrator."""
        met = self.partners.get(speaker.name, {})
        return tuple(name for name in self.bearers(profile) if name == NARRATOR or name in met)

    def rank(self, profile: VoiceProfile, speaker: Speaker) -> tuple[float | str, ...]:
        """How well a voice suits; the smallest rank is the best."""
        rivals = self.rivals(profile, speaker)
        return (
            _level(profile, speaker, is_shared=bool(rivals)),
            sum(self._exchanges(speaker, name) for name in rivals),
            speaker.age is not None and profile.age != speaker.age,
            self._reuse(profile, speaker),
            speaker.age is None and profile.age in ("child", "old"),
            round(self._crowding(profile, speaker), 6),
            profile.name,
        )

    def rank_for_narrator(self, profile: VoiceProfile) -> tuple[float | str, ...]:
        """How well a voice suits the narrator; the smallest rank is the best."""
        narrator = Speaker(name=NARRATOR, aliases=(), gender=Gender.UNKNOWN, line_count=0)
        return (
            len(self.bearers(profile)),
            not is_narrating_voice(profile),
            profile.age != "adult",
            round(self._crowding(profile, narrator), 6),
            profile.name,
        )

    def explain(self, profile: VoiceProfile, speaker: Speaker) -> str:
        """Say why this voice, before it is given."""
        bearers, rivals = self.bearers(profile), self.rivals(profile, speaker)
        parts = [_describe_fit(profile, speaker)]
        if rivals:
            parts.append(f"shared with {_listed(rivals)} and shifted, because no other fitting voice is left")
        elif bearers:
            parts.append(f"shared with {_listed(bearers)}, whom {speaker.name} never talks with")
        else:
            parts.append("nobody else has it")
        met = self.partners.get(speaker.name, {})
        heard = sorted((name for name in met if name in self._voices), key=lambda name: (-met[name], name))[:2]
        against = [f'"{self._voices[name].name}" of {name}' for name in heard if name not in rivals]
        if against:
            parts.append(f"unlike {_listed(against)}, with whom {speaker.name} talks most")
        return f'"{profile.name}": ' + "; ".join(parts)

    def _exchanges(self, speaker: Speaker, name: str) -> float:
        if name == NARRATOR:
            return max(1, speaker.line_count) * _NARRATOR_SHARE
        return self.partners.get(speaker.name, {}).get(name, _STRANGER_SHARE)

    def _crowding(self, profile: VoiceProfile, speaker: Speaker) -> float:
        """How much the voices around this speaker sound like this one."""
        return sum(
            self._exchanges(speaker, name) * math.exp(-self.distances.between(profile, voice))
            for name, voice in self._voices.items()
        )

    def _reuse(self, profile: VoiceProfile, speaker: Speaker) -> int:
        """0 is best. Minor speakers pool voices, so that fresh ones are left for those who come later."""
        bearers = self.bearers(profile)
        if not bearers:
            return 1 if speaker.line_count <= _MINOR_LINES else 0
        minor = all(name != NARRATOR and self.line_counts.get(name, 0) <= _MINOR_LINES for name in bearers)
        if speaker.line_count <= _MINOR_LINES:
            return 0 if minor else 1 + len(bearers)
        return len(bearers) if minor else 1 + len(bearers)


def is_narrating_voice(profile: VoiceProfile) -> bool:
    """Whether the profile's description says that it is made for narrating."""
    return "narrat" in profile.description.casefold()


def _level(profile: VoiceProfile, speaker: Speaker, *, is_shared: bool) -> int:
    fits = profile.gender is speaker.gender
    neutral = Gender.UNKNOWN in (profile.gender, speaker.gender)
    if fits:
        return 2 if is_shared else 0
    if neutral:
        return 3 if is_shared else 1
    return 5 if is_shared else 4


def _describe_fit(profile: VoiceProfile, speaker: Speaker) -> str:
    if speaker.gender is Gender.UNKNOWN:
        return f"a {profile.age} voice, as the text does not tell {speaker.name}'s gender"
    if profile.gender is speaker.gender:
        return f"a {profile.gender.value} {profile.age} voice"
    return f"the closest to a {speaker.gender.value} voice that is left"


def _listed(names: Iterable[str]) -> str:
    return " and ".join(names)
