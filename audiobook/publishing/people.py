"""Who made a book and who speaks in it, as the podcast namespace names people.

Groups and roles are those of the Podcast Taxonomy,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json
"""

from collections.abc import Iterator
from dataclasses import dataclass

from audiobook.model.release import Release, ReleasedChapter
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
    return _unique(_author(release), *(_cast(role.speaker, role.voice) for role in release.roles))


def people_of_chapter(release: Release, chapter: ReleasedChapter) -> tuple[Person, ...]:
    """The author and those who speak in one chapter; in a feed they replace those of the book."""
    speakers = {line.speaker for line in chapter.lines}
    roles = [role for role in release.roles if role.speaker in speakers]
    return _unique(_author(release), *(_cast(role.speaker, role.voice) for role in roles))


def _author(release: Release) -> Person:
    return Person(name=_shortened(release.tags.author), group="writing", role="author")


def _cast(speaker: str, voice: str) -> Person:
    if speaker == NARRATOR:
        return Person(name=_shortened(voice), group="cast", role="narrator")
    name = voice if speaker == UNKNOWN else f"{voice} as {speaker}"
    return Person(name=_shortened(name), group="cast", role="voice actor")


def _shortened(name: str) -> str:
    folded = " ".join(name.split())
    return folded if len(folded) <= _LONGEST_NAME else folded[: _LONGEST_NAME - 1] + "…"


def _unique(*people: Person) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(_named(people)))


def _named(people: tuple[Person, ...]) -> Iterator[Person]:
    return (person for person in people if person.name)
