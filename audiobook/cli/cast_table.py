"""A cast for people and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence

from audiobook.casting.cast_file import find_role
from audiobook.model.cast import Adjustment, Role
from audiobook.model.script import NARRATOR, Character, Gender
from audiobook.production.cast.changing import OpenedCast
from audiobook.production.cast.reasons import RoleReasons

_WIDEST_NAME = 28

Reasons = Mapping[str, RoleReasons]
"""Why each role is as it is, by name."""


def as_table(opened: OpenedCast, reasons: Reasons | None, names: Sequence[str] = ()) -> str:
    """List the narrator and the characters, most lines first; with reasons if there are any.

    Args:
        names: only these of them, and nothing of what else there is to say of the cast.

    Raises:
        UsageError: nobody has one of the names.
    """
    return "\n".join(_rows(opened, reasons or {}, names))


def as_json_text(opened: OpenedCast, reasons: Reasons | None, names: Sequence[str] = ()) -> str:
    """Give the same as JSON; the keys for reasons are there only if reasons are given."""
    characters = _characters(opened)
    rows: list[dict[str, object]] = [
        {
            "name": role.name,
            "voice": role.profile,
            "pitch": role.adjustment.pitch_percent,
            "rate": role.adjustment.rate_percent,
            "volume": role.adjustment.volume_db,
            "lines": _line_count(role, characters.get(role.name)),
            "gender": _gender(role, characters.get(role.name)),
            "aliases": list(_aliases(role, characters.get(role.name))),
        }
        | ({} if reasons is None else _reasons_as_json(reasons.get(role.name, RoleReasons())))
        for role in _roles(opened, names)
    ]
    head = {"book": opened.book.slug, "cast_file": str(opened.book.cast_path), "cast": rows}
    return json.dumps(head | {"findings": [] if names else list(opened.findings)}, ensure_ascii=False, indent=1)


def _reasons_as_json(reasons: RoleReasons) -> dict[str, object]:
    return {
        "evidence": list(reasons.evidence),
        "why_this_voice": reasons.voice,
        "differences": list(reasons.differences),
    }


def _rows(opened: OpenedCast, reasons: Reasons, names: Sequence[str]) -> Iterator[str]:
    characters = _characters(opened)
    roles = _roles(opened, names)
    unwritten = opened.proposal.reasons()
    width = min(_WIDEST_NAME, max(len(role.name) for role in roles))
    for role in roles:
        character = characters.get(role.name)
        count = _line_count(role, character)
        lines = "" if count is None else f"{count} line{'s' * (count != 1)}"
        proposed = "  (not written yet)" if role.name in unwritten else ""
        aliases = ", ".join(_aliases(role, character))
        also = f"  also {aliases}" if aliases else ""
        voice = f"{role.profile or '-'}{_manner(role.adjustment)}"
        yield f"{role.name:<{width}}  {voice:<20} {lines:>10}  {_gender(role, character):<7}{also}{proposed}".rstrip()
        if role.name in reasons:
            yield from (f"{'':<{width}}    {sentence}" for sentence in _sentences(reasons[role.name]))
    if not names:
        yield from (f"note: {finding}" for finding in opened.findings)


def _sentences(reasons: RoleReasons) -> tuple[str, ...]:
    return (*reasons.evidence, *((reasons.voice,) if reasons.voice else ()), *reasons.differences)


def _line_count(role: Role, character: Character | None) -> int | None:
    """How many lines somebody says; None for the narrator, whose lines nobody counts."""
    if role.name == NARRATOR:
        return None
    return character.line_count if character else 0


def _roles(opened: OpenedCast, names: Sequence[str]) -> tuple[Role, ...]:
    if names:
        return tuple(find_role(opened.cast, name, opened.book.cast_path) for name in dict.fromkeys(names))
    characters = _characters(opened)
    narrator = (opened.cast.narrator,) if opened.cast.narrator else ()
    counts = {
        role.name: characters[role.name].line_count if role.name in characters else 0 for role in opened.cast.roles
    }
    return (*narrator, *sorted(opened.cast.roles, key=lambda role: -counts[role.name]))


def _characters(opened: OpenedCast) -> dict[str, Character]:
    return {character.name: character for character in opened.script.characters}


def _gender(role: Role, character: Character | None) -> str:
    found = role.gender or (character.gender if character else None)
    return "" if found in (None, Gender.UNKNOWN) else str(found)


def _aliases(role: Role, character: Character | None) -> tuple[str, ...]:
    found = character.aliases if character else ()
    return tuple(dict.fromkeys((*role.aliases, *found)))


def _manner(adjustment: Adjustment) -> str:
    values = (
        ("pitch", adjustment.pitch_percent, "%"),
        ("rate", adjustment.rate_percent, "%"),
        ("volume", adjustment.volume_db, "dB"),
    )
    return "".join(f" {name} {value:+g}{unit}" for name, value, unit in values if value)
