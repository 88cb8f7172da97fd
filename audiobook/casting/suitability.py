"""Which of the voices suits a speaker best, given who already speaks with which.

Knows gender, age, scene partners and distances, and weighs them in this order: a voice of the right gender and a
possible age that no scene partner has; a neutral one; one of the right gender that a partner has (it will be shifted in
pitch); any other. Among those, plain voices come before ones that stand out, and both before unlike ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audiobook.casting.conversations import Partners
from audiobook.casting.plain_voices import is_middling, stands_out
from audiobook.casting.speakers import Speaker
from audiobook.casting.voice_distance import distance_between, eccentricity, shifted
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import NARRATOR, Gender

_MINOR_LINES = 1
"""Speakers with no more lines than this share voices with each other once unused ones run short."""

_POOL_SIZE = 3
"""How many minor speakers share a voice before the next takes a fresh one."""

_RESERVE = 3
"""Unused fitting voices are short when no more than these are left: they are kept for parts of later chapters."""

_NARRATOR_SHARE = 0.5
"""The narrator is heard between a character's lines: counts as this many exchanges for each of them."""

_STRANGER_SHARE = 0.05
"""What somebody the speaker never meets counts for: voices spread out a little over the whole book."""

QUITE_DIFFERENT = 2.0
"""A distance at which nobody takes one voice for the other."""

_DIRECT = 1.0
"""From as many exchanges on, two people answer each other directly."""

_INDIRECT_BONUS = 0.5
"""How much nearer those may be who only speak a few turns apart."""

_NAMES_LISTED = 3

_Sound = tuple[str, float, float, float]
"""A profile's name, and pitch, rate and volume of whoever speaks with it: all that a distance follows from."""

_ACCENT_COST = 0.5
"""What an accent other than the narrator's costs, on the scale of distances between voices."""

_AGE_COSTS: Mapping[str | None, Mapping[str, int]] = {
    None: {"child": 500, "young": 0, "adult": 0, "old": 25},
    "child": {"child": 0, "young": 10, "adult": 30, "old": 500},
    "young": {"child": 500, "young": 0, "adult": 5, "old": 100},
    "adult": {"child": 500, "young": 5, "adult": 0, "old": 50},
    "old": {"child": 500, "young": 30, "adult": 15, "old": 0},
}
"""What a voice of another age than the speaker's costs, on the scale of lines of somebody it is shared with."""

_IMPOSSIBLE_AGE = 500
"""From this cost on, a voice fits as little as one of the wrong gender."""

_GREATEST_STRANGENESS = 20
"""What a voice that stands out costs a leading part, on the same scale; a minor one pays as much as it has lines."""


@dataclass(slots=True, kw_only=True)
class Ensemble:
    """All voices given so far; grows while a cast is proposed."""

    partners: Partners
    voices: tuple[VoiceProfile, ...]
    line_counts: Mapping[str, int]
    _voices: dict[str, VoiceProfile] = field(default_factory=dict)
    _adjustments: dict[str, Adjustment] = field(default_factory=dict)
    _sounds: dict[str, _Sound] = field(default_factory=dict)
    _heard: dict[_Sound, VoiceProfile] = field(default_factory=dict)
    _known: dict[tuple[_Sound, _Sound], float] = field(default_factory=dict)
    _unchanged: dict[tuple[str, _Sound], float] = field(default_factory=dict)
    _eccentric: dict[str, float] = field(default_factory=dict)

    def give(self, name: str, profile: VoiceProfile, adjustment: Adjustment) -> None:
        """Note that somebody speaks with this voice."""
        self._voices[name] = profile
        self._adjustments[name] = adjustment
        self._sounds[name] = profile.name, adjustment.pitch_percent, adjustment.rate_percent, adjustment.volume_db

    def voice_of(self, name: str) -> tuple[VoiceProfile, Adjustment]:
        """The voice of somebody who has one, and how they change it."""
        return self._voices[name], self._adjustments[name]

    def bearers(self, profile: VoiceProfile) -> tuple[str, ...]:
        """Everybody who speaks with this voice, in the order they got it."""
        return tuple(name for name, voice in self._voices.items() if voice.name == profile.name)

    def sound_of(self, name: str) -> VoiceProfile:
        """How somebody who has a voice sounds: the voice in their own manner."""
        sound = self._sounds[name]
        if sound not in self._heard:
            self._heard[sound] = shifted(self._voices[name], self._adjustments[name])
        return self._heard[sound]

    def heard_beside(self, name: str) -> tuple[str, ...]:
        """The narrator, and all with a voice whom somebody talks with."""
        met = self.partners.get(name, {})
        return tuple(other for other in (NARRATOR, *met) if other in self._voices)

    def separation(self, name: str, other: str) -> float:
        """How well two are told apart: their distance, and a bonus if they never answer each other directly."""
        direct = other == NARRATOR or self.partners.get(name, {}).get(other, 0.0) >= _DIRECT
        pair = self._sounds[name], self._sounds[other]
        distance = self._known.get(pair)
        if distance is None:
            distance = self._known[pair] = distance_between(self.sound_of(name), self.sound_of(other))
        return distance + (0.0 if direct else _INDIRECT_BONUS)

    def misfit(self, profile: VoiceProfile, speaker: Speaker) -> tuple[int, int, int]:
        """How badly a voice fits somebody, whoever else has it; the smallest is the best."""
        return (
            _level(profile, speaker, is_shared=False),
            _guess(profile, speaker),
            _age_cost(profile, speaker) + _strangeness(profile, speaker),
        )

    def may_take(self, profile: VoiceProfile, name: str) -> bool:
        """Whether nobody loses a voice of their own, and no voice kept for later parts is used up."""
        is_own = self.bearers(self._voices[name]) == (name,)
        return is_own != bool(set(self.bearers(profile)) - {name})

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
            self._sharing(profile, speaker) + _age_cost(profile, speaker) + _strangeness(profile, speaker),
            _guess(profile, speaker),
            self._likeness(profile, speaker),
            self._oddity(profile),
            profile.name,
        )

    def rank_for_narrator(self, profile: VoiceProfile, gender: Gender) -> tuple[float | str, ...]:
        """How well a voice suits the narrator; the smallest rank is the best.

        Args:
            profile: the voice.
            gender: of whoever tells the story; unknown if nobody in particular does.
        """
        narrator = Speaker(name=NARRATOR, aliases=(), gender=gender, line_count=0)
        return (
            len(self.bearers(profile)),
            gender not in (Gender.UNKNOWN, profile.gender),
            not is_narrating_voice(profile),
            profile.age != "adult",
            stands_out(profile, age=None),
            self._likeness(profile, narrator),
            profile.name,
        )

    def explain(self, speaker: Speaker) -> str:
        """Say why somebody has their voice, once everybody has one."""
        profile, shift = self.voice_of(speaker.name)
        others = tuple(name for name in self.bearers(profile) if name != speaker.name)
        rivals = tuple(name for name in self.rivals(profile, speaker) if name != speaker.name)
        parts = [_describe_fit(profile, speaker)]
        if rivals:
            parts.append(f"shared with {_listed(rivals)} and shifted, because no other fitting voice is left")
        elif others:
            meets = f"whom {speaker.name} never talks with" + ("" if shift == Adjustment() else ", and shifted")
            parts.append(f"shared with {_listed(others)}, {meets}")
        else:
            parts.append("nobody else has it")
        return f'"{profile.name}": ' + "; ".join([*parts, *self._contrasts(speaker, rivals)])

    def _contrasts(self, speaker: Speaker, rivals: tuple[str, ...]) -> tuple[str, ...]:
        """How far the voice is from those whom the speaker talks with most."""
        met = self.partners.get(speaker.name, {})
        heard = sorted((name for name in met if name in self._voices), key=lambda name: (-met[name], name))[:2]
        against = [
            f'"{self._voices[name].name}" of {name} '
            f"({distance_between(self.sound_of(speaker.name), self.sound_of(name)):.1f} apart)"
            for name in heard
            if name not in rivals
        ]
        return (f"unlike {_listed(against)}, with whom {speaker.name} talks most",) if against else ()

    def _exchanges(self, speaker: Speaker, name: str) -> float:
        if name == NARRATOR:
            return max(1, speaker.line_count) * _NARRATOR_SHARE
        return self.partners.get(speaker.name, {}).get(name, _STRANGER_SHARE)

    def _likeness(self, profile: VoiceProfile, speaker: Speaker) -> float:
        """How much the voices heard beside this speaker sound like this one: 0 if all are quite different, 1 if alike.

        More than different does not count, so that leading parts need not get the oddest voices.
        """
        weights = {name: self._exchanges(speaker, name) for name in self._voices}
        alike = (
            weight * max(0.0, 1 - self._distance(profile, name) / QUITE_DIFFERENT) for name, weight in weights.items()
        )
        return round(sum(alike) / (sum(weights.values()) or 1), 2)

    def _distance(self, profile: VoiceProfile, name: str) -> float:
        """How far a voice, as it is, sounds from somebody who has one."""
        pair = profile.name, self._sounds[name]
        if pair not in self._unchanged:
            self._unchanged[pair] = distance_between(profile, self.sound_of(name))
        return self._unchanged[pair]

    def _oddity(self, profile: VoiceProfile) -> float:
        """How much a voice stands out: from its peers, and by an accent that the narrator does not have."""
        narrator = self._voices.get(NARRATOR)
        is_foreign = narrator is not None and profile.accent != narrator.accent
        if profile.name not in self._eccentric:
            self._eccentric[profile.name] = eccentricity(profile, self.voices)
        return round(self._eccentric[profile.name] + is_foreign * _ACCENT_COST, 6)

    def _sharing(self, profile: VoiceProfile, speaker: Speaker) -> int:
        """What sharing this voice costs: 0 for a fresh one, else the lines it speaks already.

        Once unused voices run short, minor speakers share with each other first, so that some are left for those who
        come later.
        """
        bearers = self.bearers(profile)
        is_pool = all(name != NARRATOR and self.line_counts.get(name, 0) <= _MINOR_LINES for name in bearers)
        if speaker.line_count <= _MINOR_LINES and is_pool and self._runs_short(profile.engine, speaker):
            return len(bearers) or _POOL_SIZE
        lines = sum(self.line_counts.get(name, 0) for name in bearers)
        return _POOL_SIZE + lines if bearers else 0

    def _runs_short(self, engine: str, speaker: Speaker) -> bool:
        """Whether few voices that fit this speaker are left that nobody has."""
        used = {voice.name for voice in self._voices.values()}
        unused = (voice for voice in self.voices if voice.engine == engine and voice.name not in used)
        return sum(_level(voice, speaker, is_shared=False) == 0 for voice in unused) <= _RESERVE


def is_narrating_voice(profile: VoiceProfile) -> bool:
    """Whether the profile's description says that it is made for narrating."""
    return "narrat" in profile.description.casefold()


def _level(profile: VoiceProfile, speaker: Speaker, *, is_shared: bool) -> int:
    """How well gender and age fit at all, and whether a partner has the voice; 0 is best."""
    if _age_cost(profile, speaker) >= _IMPOSSIBLE_AGE:
        return 5 if is_shared else 4
    if speaker.gender in (profile.gender, Gender.UNKNOWN) or _is_child_to_child(profile, speaker):
        return 2 if is_shared else 0
    if profile.gender is Gender.UNKNOWN:
        return 3 if is_shared else 1
    return 5 if is_shared else 4


def _is_child_to_child(profile: VoiceProfile, speaker: Speaker) -> bool:
    """Whether a child is to speak with a child's voice that is neither a boy's nor a girl's."""
    return profile.gender is Gender.UNKNOWN and profile.age == speaker.age == "child"


def _guess(profile: VoiceProfile, speaker: Speaker) -> int:
    """How far what a voice says of gender is from what the text says: 0 if they say the same."""
    if speaker.gender is not Gender.UNKNOWN:
        return int(profile.gender is Gender.UNKNOWN)
    is_marked = speaker.age != "child" and not is_middling(profile)
    return 2 * (profile.gender is not Gender.UNKNOWN) + is_marked


def _age_cost(profile: VoiceProfile, speaker: Speaker) -> int:
    return _AGE_COSTS[speaker.age][profile.age]


def _strangeness(profile: VoiceProfile, speaker: Speaker) -> int:
    """What it costs if a voice stands out: little in a minor part, where it may even please."""
    return min(max(1, speaker.line_count), _GREATEST_STRANGENESS) if stands_out(profile, age=speaker.age) else 0


def _describe_fit(profile: VoiceProfile, speaker: Speaker) -> str:
    if speaker.gender is Gender.UNKNOWN:
        return f"the text does not tell whether {speaker.name} is male or female"
    if profile.gender is speaker.gender:
        age = {"child": " and a child"}.get(profile.age, f" and {profile.age}") if profile.age == speaker.age else ""
        return f"{profile.gender.value}{age}, as {speaker.name} is"
    if _is_child_to_child(profile, speaker):
        return f"a child's voice, as {speaker.name} is a child"
    return f"no {speaker.gender.value} voice is left for {speaker.name}"


def _listed(names: Iterable[str]) -> str:
    """Names in a sentence; of many only the first, and how many more there are."""
    known = tuple(names)
    if len(known) <= _NAMES_LISTED:
        return " and ".join(known)
    return f"{', '.join(known[: _NAMES_LISTED - 1])} and {len(known) - _NAMES_LISTED + 1} others"
