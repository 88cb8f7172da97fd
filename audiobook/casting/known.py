"""What the cast file says about characters, for the stage that looks for speakers."""

from audiobook.model.cast import Cast
from audiobook.model.script import UNKNOWN, KnownCharacter


def known_characters(cast: Cast) -> tuple[KnownCharacter, ...]:
    """List the cast's characters, in the file's order; the entry for unknown speakers is nobody, so it is left out."""
    return tuple(
        KnownCharacter(name=role.name, aliases=role.aliases, gender=role.gender)
        for role in cast.roles
        if role.name != UNKNOWN
    )
