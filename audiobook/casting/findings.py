"""What a person may want to know about a cast: idle entries, voices nobody knows, and voices that are easily confused.

Reports only; nothing is changed or removed.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from audiobook.casting.conversations import find_conversations
from audiobook.casting.voices import find_bearer, place_of, speakers_of, suggest_voice
from audiobook.model.cast import Cast, Role, VoiceProfile
from audiobook.model.script import UNKNOWN, Script

_FREQUENT_EXCHANGES = 2.0
"""Two people who share a voice are worth a word from this many exchanges on."""


def find_idle_roles(script: Script, cast: Cast) -> tuple[Role, ...]:
    """List the entries of the cast that nobody in the script bears any more, in the file's order."""
    bearers = (find_bearer(cast, speaker) for speaker in speakers_of(script))
    busy = {role.name for role in bearers if role is not None}
    return tuple(role for role in cast.roles if role.name not in busy and role.name != UNKNOWN)


def describe_findings(script: Script, cast: Cast, *, cast_path: Path) -> tuple[str, ...]:
    """Sentences for a person, each with file and line."""
    idle = (
        f'{place_of(role, cast_path)}: "{role.name}" says nothing in this book any more; the entry is kept'
        for role in find_idle_roles(script, cast)
    )
    return (*idle, *_shared_voices(script, cast, cast_path))


def describe_newcomers(before: Cast, after: Cast, *, cast_path: Path) -> tuple[str, ...]:
    """Sentences about whoever joined a cast; none about a cast that has just been made, where everybody is new.

    A name that was misspelt shows here, before anybody listens.
    """
    if not before.roles:
        return ()
    known = {role.name for role in before.roles}
    return tuple(
        f'{place_of(role, cast_path)}: "{role.name}" is new in this book, with the voice "{role.profile}"'
        for role in after.roles
        if role.name not in known
    )


def describe_unknown_voices(cast: Cast, profiles: Mapping[str, VoiceProfile], *, cast_path: Path) -> tuple[str, ...]:
    """Sentences about voices in the cast file that do not exist, each with file, line and a guess."""
    roles = (*((cast.narrator,) if cast.narrator else ()), *cast.roles)
    return tuple(
        f'{place_of(role, cast_path)}: voice "{role.profile}" is unknown; {suggest_voice(role.profile, profiles)}'
        for role in roles
        if role.profile is not None and role.profile not in profiles
    )


def _shared_voices(script: Script, cast: Cast, cast_path: Path) -> Iterator[str]:
    for speaker, partners in find_conversations(script).items():
        for partner, exchanges in partners.items():
            one, other = find_bearer(cast, speaker), find_bearer(cast, partner)
            if exchanges < _FREQUENT_EXCHANGES or speaker > partner or one is None or other is None or one is other:
                continue
            if one.profile is not None and (one.profile, one.adjustment) == (other.profile, other.adjustment):
                place = place_of(other, cast_path)
                both = f'"{one.name}" and "{other.name}"'
                yield f'{place}: {both} talk with each other in the same voice, "{one.profile}"'
