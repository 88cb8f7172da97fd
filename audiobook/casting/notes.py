"""The comments a new cast file carries: why a character's names are one person, and where the gender comes from.

Nothing that a change of the text makes wrong, such as how much somebody says, is written down.
"""

from collections.abc import Mapping

from audiobook.model.script import Script

_EVIDENCE_SHOWN = 3


def note_characters(script: Script) -> Mapping[str, str]:
    """A comment for each character, by name; its sentences are lines of their own."""
    return {character.name: "\n".join(character.evidence[:_EVIDENCE_SHOWN]) for character in script.characters}
