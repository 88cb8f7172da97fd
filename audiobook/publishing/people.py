"""Who made a book and who speaks in it, as the podcast namespace names people.

Groups and roles are those of the Podcast Taxonomy,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json
"""

from dataclasses import dataclass

from audiobook.model.release import NO_AUTHOR, Release, ReleasedChapter, ReleasedRole
from audiobook.model.script import NARRATOR, UNKNOWN

_LONGEST_NAME = 128  # characters; aggregators may cut longer ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody a podcast app lists."""

    name: str
    group: str
    role: str


def people_of_book(release: Release) -> tuple[Person, ...]:
    """The author, the narrator's voice, and every character with the voice it has."""
    return _unique(_author(release), *map(_cast, release.roles))


def people_of_chapter(release: Release, chapter: ReleasedChapter) -> tuple[Person, ...]:
    """The author and those who speak in one chapter; in a feed they replace those of the book."""
    speakers = {line.speaker for line in chapter.lines}
    roles = [role for role in release.roles if role.speaker in speakers]
    return _unique(_author(release), *map(_cast, roles))


def _author(release: Release) -> Person | None:
    if release.tags.author == NO_AUTHOR:
        return None
    return Person(name=_shortened(release.tags.author), group="writing", role="author")


def _cast(role: ReleasedRole) -> Person | None:
    """Nobody for lines whose speaker is unknown: they have no character to name."""
    if role.speaker == UNKNOWN:
        return None
    if role.speaker == NARRATOR:
        return Person(name=_shortened(role.voice), group="cast", role="narrator")
    return Person(name=_shortened(f"{role.voice} as {role.speaker}"), group="cast", role="voice actor")


def _shortened(name: str) -> str:
    folded = " ".join(name.split())
    return folded if len(folded) <= _LONGEST_NAME else folded[: _LONGEST_NAME - 1] + "…"


def _unique(*people: Person | None) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(person for person in people if person is not None and person.name))
