"""The voices of a series: what another book's cast says of those who speak in this one, too.

Decides only. Whoever has a voice in this book's own file keeps it, and the other file is never changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from audiobook.casting.voices import find_bearer, place_of, suggest_voice
from audiobook.errors import CastError
from audiobook.model.cast import CarriedVoice, Cast, Role, VoiceProfile
from audiobook.model.script import NARRATOR, Character, Gender, Script


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedCast:
    """What this book takes from another one's cast.

    Attributes:
        narrator: None if this book has a narrator's voice, or the other one names none.
        roles: under this book's names.
        taken: what was taken, a sentence each; or that there was nothing to take.
        kept: who has a voice in this book's own file, a sentence each.
    """

    narrator: Role | None
    roles: tuple[Role, ...]
    taken: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A role of the other cast beside who it is here."""

    name: str
    aliases: tuple[str, ...]
    gender: Gender | None
    earlier: Role


def carry_over(
    script: Script, cast: Cast, other: Cast, profiles: Mapping[str, VoiceProfile], *, other_path: Path
) -> CarriedCast:
    """Find out who of this book speaks in the other one, by any of their names, and take their voice and manner.

    The manner is all: pitch, rate, volume, the delivery and the pronunciations.

    Raises:
        CastError: the other cast has a voice that does not exist; names its file and line.
    """
    narrator: Role | None = None
    roles: list[Role] = []
    taken: list[str] = []
    kept: list[str] = []
    for match in _matches(script, cast, other):
        own, place = find_bearer(cast, match.name), place_of(match.earlier, other_path)
        if own is not None and own.profile is not None:
            kept.append(f'"{match.name}" keeps the voice "{own.profile}" of this book\'s own cast file')
            continue
        _require_voice(match.earlier, profiles, other_path)
        role = _taken(match, other_path)
        taken.append(f'"{match.name}" has the voice "{role.profile}" of "{match.earlier.name}" ({place})')
        if match.name == NARRATOR:
            narrator = role
        else:
            roles.append(role)
    if not taken and not kept:
        taken.append(f"{other_path}: nobody with a voice there speaks in this book")
    return CarriedCast(narrator=narrator, roles=tuple(roles), taken=tuple(taken), kept=tuple(kept))


def _matches(script: Script, cast: Cast, other: Cast) -> Iterator[_Match]:
    """The narrator and the characters, most lines first; each role of the other cast goes to one of them only."""
    if other.narrator is not None and other.narrator.profile is not None:
        yield _Match(name=NARRATOR, aliases=(), gender=other.narrator.gender, earlier=other.narrator)
    taken: set[str] = set()
    for character in script.characters:
        role = find_bearer(cast, character.name)
        name = character.name if role is None else role.name
        earlier = _find_earlier(_names_of(character, role), other)
        if earlier is not None and earlier.name not in taken:
            taken.add(earlier.name)
            told = None if character.gender is Gender.UNKNOWN else character.gender
            yield _Match(name=name, aliases=character.aliases, gender=told or earlier.gender, earlier=earlier)


def _names_of(character: Character, role: Role | None) -> tuple[str, ...]:
    written = () if role is None else (role.name, *role.aliases)
    return (character.name, *written, *character.aliases)


def _find_earlier(names: tuple[str, ...], other: Cast) -> Role | None:
    """Who bears one of these names: by main name first; nobody if an alias would mean two people."""
    folded = {name.casefold() for name in names}
    voiced = [role for role in other.roles if role.profile is not None]
    by_name = [role for role in voiced if role.name.casefold() == names[0].casefold()]
    by_any = [role for role in voiced if folded & {name.casefold() for name in (role.name, *role.aliases)}]
    return by_name[0] if by_name else by_any[0] if len(by_any) == 1 else None


def _taken(match: _Match, path: Path) -> Role:
    earlier = match.earlier
    return Role(
        name=match.name,
        profile=earlier.profile,
        adjustment=earlier.adjustment,
        aliases=match.aliases,
        gender=match.gender,
        delivery=earlier.delivery,
        pronunciations=earlier.pronunciations,
        carried=CarriedVoice(profile=earlier.profile or "", source=path.as_posix(), name=earlier.name),
    )


def _require_voice(role: Role, profiles: Mapping[str, VoiceProfile], path: Path) -> None:
    if role.profile is not None and role.profile not in profiles:
        message = f'{place_of(role, path)}: voice "{role.profile}" is unknown'
        raise CastError(message, hint=suggest_voice(role.profile, profiles))
