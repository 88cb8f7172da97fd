"""Who speaks how much in a book, and the colour each has on the page.

Knows the lines a release lists; refuses to know who the people are.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.model.release_check import CheckedFile
from audiobook.model.script import NARRATOR

COLOURS = 9
"""Colour 0 is the narrator's; when the others are used up they begin again at 1, and the names tell people apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person who speaks.

    Attributes:
        colour: number of a colour of the style sheet.
        share: of all speech, 0 to 1.
        chapters: in how many they speak.
    """

    name: str
    colour: int
    seconds: float
    share: float
    lines: int
    chapters: int


def list_speakers(files: Sequence[CheckedFile]) -> tuple[Speaker, ...]:
    """List everybody who speaks in these files: the narrator, then whoever speaks most."""
    seconds: defaultdict[str, float] = defaultdict(float)
    lines: defaultdict[str, int] = defaultdict(int)
    chapters: defaultdict[str, set[int | None]] = defaultdict(set)
    for file in files:
        for line in file.lines:
            seconds[line.speaker] += line.length_samples / file.rate_hz
            lines[line.speaker] += 1
            chapters[line.speaker].add(file.number)
    total_s = sum(seconds.values())
    names = sorted(seconds, key=lambda name: (name != NARRATOR, -seconds[name], name))
    first_colour = 0 if NARRATOR in seconds else 1
    return tuple(
        Speaker(
            name=name,
            colour=_colour(place + first_colour),
            seconds=seconds[name],
            share=seconds[name] / total_s if total_s else 0.0,
            lines=lines[name],
            chapters=len(chapters[name]),
        )
        for place, name in enumerate(names)
    )


def _colour(place: int) -> int:
    return 0 if place == 0 else 1 + (place - 1) % (COLOURS - 1)
