"""A cast for people and for programs."""

import json
from collections.abc import Iterator

from audiobook.model.cast import Adjustment, Role
from audiobook.model.script import NARRATOR, Character, Gender
from audiobook.production.casts import OpenedCast

_WIDEST_NAME = 28


def as_table(opened: OpenedCast, *, why: bool) -> str:
    """List the narrator and the characters, most lines first; with the evidence if asked why."""
    return "\n".join(_rows(opened, why=why))


def as_json_text(opened: OpenedCast) -> str:
    """Give the same as JSON."""
    characters = _characters(opened)
    rows = [
        {
            "name": role.name,
            "voice": role.profile,
            "pitch": role.adjustment.pitch_percent,
            "rate": role.adjustment.rate_percent,
            "volume": role.adjustment.volume_db,
            "lines": characters[role.name].line_count if role.name in characters else 0,
            "gender": _gender(role, characters.get(role.name)),
            "aliases": list(_aliases(role, characters.get(role.name))),
            "evidence": list(characters[role.name].evidence) if role.name in characters else [],
            "why_this_voice": opened.reasons.get(role.name),
        }
        for role in _roles(opened)
    ]
    head = {"book": opened.book.slug, "cast_file": str(opened.book.cast_path), "cast": rows}
    return json.dumps(head | {"findings": list(opened.findings)}, ensure_ascii=False, indent=1)


def _rows(opened: OpenedCast, *, why: bool) -> Iterator[str]:
    characters = _characters(opened)
    roles = _roles(opened)
    width = min(_WIDEST_NAME, max(len(role.name) for role in roles))
    for role in roles:
        character = characters.get(role.name)
        lines = "" if role.name == NARRATOR else f"{character.line_count if character else 0} lines"
        proposed = "  (not written yet)" if role.name in opened.reasons else ""
        aliases = ", ".join(_aliases(role, character))
        also = f"  also {aliases}" if aliases else ""
        voice = f"{role.profile or '-'}{_manner(role.adjustment)}"
        yield f"{role.name:<{width}}  {voice:<20} {lines:>10}  {_gender(role, character):<7}{also}{proposed}".rstrip()
        if why:
            reasons = [*(character.evidence if character else ()), opened.reasons.get(role.name)]
            yield from (f"{'':<{width}}    {reason}" for reason in reasons if reason)
    yield from (f"note: {finding}" for finding in opened.findings)


def _roles(opened: OpenedCast) -> tuple[Role, ...]:
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
