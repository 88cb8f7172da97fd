"""The voice of every speaker in a script: profile and adjustments put together.

Knows who bears which name. Refuses to choose a voice: a speaker without one is an error here.
"""

from collections.abc import Mapping
from pathlib import Path

from audiobook.casting.adjustments import combine, describe_excess
from audiobook.casting.typed_toml import close_names
from audiobook.errors import CastError
from audiobook.model.cast import Cast, CastVoice, Role, VoiceProfile
from audiobook.model.script import NARRATOR, UNKNOWN, Script


def resolve_voices(
    script: Script, cast: Cast, profiles: Mapping[str, VoiceProfile], *, cast_path: Path
) -> Mapping[str, CastVoice]:
    """Find the voice of everybody who speaks in the script, and of the narrator.

    A line whose speaker is unknown is read by the narrator, unless the cast has an entry for "unknown".

    Raises:
        CastError: a voice is unknown, a speaker has none, or pitch, rate or volume go too far.
    """
    return {speaker: _resolve(_bearer(cast, speaker), speaker, profiles, cast_path) for speaker in speakers_of(script)}


def find_bearer(cast: Cast, speaker: str) -> Role | None:
    """The role that bears a name: the narrator, or a character by main name or, failing that, by alias."""
    if speaker == NARRATOR:
        return cast.narrator
    by_name = next((role for role in cast.roles if role.name == speaker), None)
    return by_name or next((role for role in cast.roles if speaker in role.aliases), None)


def _bearer(cast: Cast, speaker: str) -> Role | None:
    role = find_bearer(cast, speaker)
    if speaker == UNKNOWN and (role is None or role.profile is None):
        return cast.narrator
    return role


def speakers_of(script: Script) -> tuple[str, ...]:
    """Everybody who speaks, narrator first, then in order of appearance."""
    heard = (
        speaker
        for segment in script.segments
        if segment.spoken
        for speaker in _named(segment.speaker, segment.speakers)
    )
    return tuple(dict.fromkeys((NARRATOR, *heard)))


def _named(speaker: str | None, speakers: tuple[str, ...]) -> tuple[str, ...]:
    return speakers if speaker is None else (speaker, *speakers)


def _resolve(role: Role | None, speaker: str, profiles: Mapping[str, VoiceProfile], cast_path: Path) -> CastVoice:
    if role is None or role.profile is None:
        raise _no_voice(speaker, role, cast_path)
    profile = profiles.get(role.profile)
    if profile is None:
        message = f'{place_of(role, cast_path)}: voice "{role.profile}" is unknown'
        raise CastError(message, hint=suggest_voice(role.profile, profiles))
    adjustment = combine(profile.adjustment, role.adjustment)
    excess = describe_excess(adjustment)
    if excess is not None:
        message = f'{place_of(role, cast_path)}: "{role.name}" with voice "{profile.name}": {excess}'
        raise CastError(message, hint=f'bring the values of "{role.name}" closer to 0')
    return CastVoice(profile=profile, adjustment=adjustment)


def _no_voice(speaker: str, role: Role | None, cast_path: Path) -> CastError:
    where = str(cast_path) if role is None else place_of(role, cast_path)
    command = f"audiobook cast SOURCE set {_quoted(speaker)} --voice NAME"
    hint = f"audiobook make gives every speaker a voice; to choose one: {command}"
    return CastError(f'{where}: "{speaker}" speaks but has no voice', hint=hint)


def suggest_voice(name: str, profiles: Mapping[str, VoiceProfile]) -> str:
    """A hint for somebody who wrote the name of a voice that does not exist."""
    close = close_names(name, profiles)
    guess = f"did you mean {' or '.join(close)}? " if close else ""
    return f"{guess}all voices: audiobook voices"


def place_of(role: Role, cast_path: Path) -> str:
    """Where a role stands, for a person: the file, and the line if there is one."""
    return str(cast_path) if role.line is None else f"{cast_path}:{role.line}"


def _quoted(name: str) -> str:
    return name if name.isalnum() else f'"{name}"'
