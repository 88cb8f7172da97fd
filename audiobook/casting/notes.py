"""The comments a new cast file carries: how much a character says, and why its names are one person."""

from collections.abc import Mapping

from audiobook.model.script import Character, Script

_EVIDENCE_SHOWN = 3


def note_characters(script: Script) -> Mapping[str, str]:
    """A comment for each character, by name; its sentences are lines of their own."""
    return {character.name: _note(character) for character in script.characters}


def _note(character: Character) -> str:
    lines = "1 line" if character.line_count == 1 else f"{character.line_count} lines"
    return "\n".join((lines, *character.evidence[:_EVIDENCE_SHOWN]))
