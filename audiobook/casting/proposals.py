"""A voice for everybody who has none: fitting, and unlike those of the people they talk with.

Decides only; the same script, cast and profiles give the same voices, and a voice once given is never changed. Refuses
to write files.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from audiobook.casting.conversations import find_conversations
from audiobook.casting.foreign_voices import speaks
from audiobook.casting.shifts import possible_shifts
from audiobook.casting.speakers import AGES, Speaker, age_told_by
from audiobook.casting.spreading import spread_voices
from audiobook.casting.suitability import Ensemble, is_narrating_voice
from audiobook.casting.voices import find_bearer, speakers_of
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, Cast, Role, VoiceProfile
from audiobook.model.script import NARRATOR, UNKNOWN, Character, Gender, Script, SegmentKind

_LEADING_LINES = 20
"""From as many lines on, somebody chooses a voice in their turn, whatever the text tells of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A voice for a role.

    Attributes:
        role: as it goes into the cast file; gender and aliases are what the script found.
        reason: why this voice; a sentence for a person.
    """

    role: Role
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CastProposal:
    """Voices for all who lacked one.

    Attributes:
        narrator: None if there is a narrator's voice already.
        roles: most lines first.
    """

    narrator: Proposal | None
    roles: tuple[Proposal, ...]

    def as_roles(self) -> tuple[Role | None, tuple[Role, ...]]:
        """The narrator and the characters as they go into the cast file."""
        return None if self.narrator is None else self.narrator.role, tuple(each.role for each in self.roles)

    def reasons(self) -> Mapping[str, str]:
        """Why each voice was chosen, by the role's name."""
        proposals = (*((self.narrator,) if self.narrator else ()), *self.roles)
        return {each.role.name: each.reason for each in proposals}


def propose_cast(
    script: Script, cast: Cast, profiles: Mapping[str, VoiceProfile], *, engine: str
) -> tuple[Role | None, tuple[Role, ...]]:
    """Propose what is missing in a cast: the narrator, or None if there is one, and the characters.

    Raises:
        CastError: somebody lacks a voice and no profile uses this engine.
    """
    return explain_cast(script, cast, profiles, engine=engine).as_roles()


def explain_cast(script: Script, cast: Cast, profiles: Mapping[str, VoiceProfile], *, engine: str) -> CastProposal:
    """Propose what is missing in a cast, with reasons.

    Raises:
        CastError: somebody lacks a voice and no profile uses this engine.
    """
    speakers = _find_speakers(script, cast)
    without = [speaker for speaker in speakers if not _has_voice(cast, speaker.name)]
    needs_narrator = cast.narrator is None or cast.narrator.profile is None
    of_engine = tuple(profiles[name] for name in sorted(profiles) if profiles[name].engine == engine)
    candidates = tuple(profile for profile in of_engine if speaks(profile, script.language)) or of_engine
    if not candidates and (without or needs_narrator):
        raise CastError(f'no voice profile uses the engine "{engine}"', hint="audiobook voices lists all profiles")
    ensemble = _assemble(script, cast, profiles, speakers)
    gender = _narrators_gender(script, cast)
    narrator = _propose_narrator(cast, candidates, ensemble, gender) if needs_narrator else None
    for speaker in sorted(without, key=_takes_what_is_left):
        _choose(speaker, candidates, ensemble)
    spread_voices(ensemble, without, candidates)
    return CastProposal(narrator=narrator, roles=tuple(_propose(speaker, ensemble) for speaker in without))


def _takes_what_is_left(speaker: Speaker) -> bool:
    """Whether others choose first: a minor part whose gender nobody knows suits with any voice."""
    return speaker.gender is Gender.UNKNOWN and speaker.line_count < _LEADING_LINES


def _narrators_gender(script: Script, cast: Cast) -> Gender:
    """What the cast file says of the narrator, or else the text of whoever tells the story."""
    said = None if cast.narrator is None else cast.narrator.gender
    return script.narrator_gender if said is None else said


def _has_voice(cast: Cast, name: str) -> bool:
    role = find_bearer(cast, name)
    return role is not None and role.profile is not None


def _find_speakers(script: Script, cast: Cast) -> tuple[Speaker, ...]:
    """Everybody who needs a voice of their own, under the cast's names, most lines first, ties by appearance."""
    characters = {character.name: character for character in script.characters}
    lines = Counter(_cast_name(cast, name) for name in _lines_by_speaker(script))
    speakers: dict[str, Speaker] = {}
    for name in speakers_of(script):
        if name in (NARRATOR, UNKNOWN):
            continue
        role, character = find_bearer(cast, name), characters.get(name)
        found = character.gender if character is not None else Gender.UNKNOWN
        speaker = Speaker(
            name=_cast_name(cast, name),
            aliases=() if character is None else character.aliases,
            gender=role.gender if role is not None and role.gender is not None else found,
            line_count=lines[_cast_name(cast, name)],
            age=_find_age(character, role, name),
        )
        speakers.setdefault(speaker.name, speaker)
    return tuple(sorted(speakers.values(), key=lambda speaker: -speaker.line_count))


def _find_age(character: Character | None, role: Role | None, name: str) -> str | None:
    """The age that the text tells, or else the names, the cast file's among them."""
    if character is not None and character.age in AGES:
        return character.age
    of_text = () if character is None else character.aliases
    of_cast = () if role is None else (role.name, *role.aliases)
    return age_told_by((name, *of_text, *of_cast))


def _lines_by_speaker(script: Script) -> Iterator[str]:
    """The speaker of every line of dialogue and thought."""
    for segment in script.segments:
        if segment.spoken and segment.speaker and segment.kind in (SegmentKind.DIALOGUE, SegmentKind.THOUGHT):
            yield segment.speaker


def _cast_name(cast: Cast, speaker: str) -> str:
    """The name under which the cast knows a speaker."""
    role = find_bearer(cast, speaker)
    return speaker if role is None else role.name


def _assemble(
    script: Script, cast: Cast, profiles: Mapping[str, VoiceProfile], speakers: Iterable[Speaker]
) -> Ensemble:
    """Everybody who has a voice already, and who talks with whom."""
    ensemble = Ensemble(
        partners=find_conversations(script, {name: _cast_name(cast, name) for name in speakers_of(script)}),
        voices=tuple(profiles[name] for name in sorted(profiles)),
        line_counts={speaker.name: speaker.line_count for speaker in speakers},
    )
    for role in (*((cast.narrator,) if cast.narrator else ()), *cast.roles):
        profile = profiles.get(role.profile) if role.profile is not None else None
        if profile is not None:
            ensemble.give(role.name, profile, role.adjustment)
    return ensemble


def _propose_narrator(cast: Cast, candidates: tuple[VoiceProfile, ...], ensemble: Ensemble, gender: Gender) -> Proposal:
    best = min(candidates, key=lambda profile: ensemble.rank_for_narrator(profile, gender))
    adjustment = cast.narrator.adjustment if cast.narrator is not None else Adjustment()
    ensemble.give(NARRATOR, best, adjustment)
    suits = "is described as a narrator's" if is_narrating_voice(best) else "is no character's voice so far"
    told = f"; {gender}, as whoever tells the story is" if gender is best.gender is not Gender.UNKNOWN else ""
    return Proposal(
        role=Role(name=NARRATOR, profile=best.name, adjustment=adjustment),
        reason=f'"{best.name}" {suits}{told}',
    )


def _choose(speaker: Speaker, candidates: tuple[VoiceProfile, ...], ensemble: Ensemble) -> None:
    """Give a speaker the best voice that those before left."""
    best = min(candidates, key=lambda profile: ensemble.rank(profile, speaker))
    rivals = ensemble.rivals(best, speaker)
    ensemble.give(speaker.name, best, _shift_away(best, rivals, ensemble) if rivals else Adjustment())


def _propose(speaker: Speaker, ensemble: Ensemble) -> Proposal:
    profile, adjustment = ensemble.voice_of(speaker.name)
    role = Role(
        name=speaker.name,
        profile=profile.name,
        adjustment=adjustment,
        aliases=speaker.aliases,
        gender=None if speaker.gender is Gender.UNKNOWN else speaker.gender,
    )
    return Proposal(role=role, reason=ensemble.explain(speaker))


def _shift_away(profile: VoiceProfile, rivals: tuple[str, ...], ensemble: Ensemble) -> Adjustment:
    """The first change of manner that none of those who share the voice has; one of those in use if all are taken."""
    used = {(shift.pitch_percent, shift.rate_percent) for _, shift in map(ensemble.voice_of, rivals)}
    possible = possible_shifts(profile)
    free = [shift for shift in possible if (shift.pitch_percent, shift.rate_percent) not in used]
    return free[0] if free else possible[len(rivals) % len(possible)]
