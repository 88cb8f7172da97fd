"""Scenes as they are written today: beats before and after, few tags, three in a room, titles as an address."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.scripting.told import cast_of, lines, told

SCENES = Path(__file__).parents[2] / "data" / "modern_scenes.txt"
RIGHT = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    name: str
    paragraphs: tuple[str, ...]
    speakers: tuple[str, ...]


def read_scenes() -> Iterator[Scene]:
    _, *scenes = SCENES.read_text(encoding="utf-8").split("\n= ")
    for scene in scenes:
        name, *blocks = (" ".join(block.split()) for block in scene.strip().split("\n\n"))
        paragraphs = tuple(block.rpartition(" :: ")[2] for block in blocks)
        speakers = tuple(who for block in blocks if " :: " in block for who in block.partition(" :: ")[0].split(", "))
        yield Scene(name=name, paragraphs=paragraphs, speakers=speakers)


def wrong_lines(scene: Scene) -> list[str]:
    found = lines(told(*scene.paragraphs))
    assert len(found) == len(scene.speakers), scene.name
    aliases = {name: character.aliases for name, character in cast_of(*scene.paragraphs).items()}
    wrong = []
    for (words, attribution), speaker in zip(found, scene.speakers, strict=True):
        names = [" ".join((name, *aliases.get(name, ()))) for name in attribution.speakers]
        together = speaker.split("+")
        if len(names) != len(together) or not all(any(one in name for name in names) for one in together):
            wrong.append(f"{scene.name}: {words} is {speaker}'s, not {attribution.speakers}")
    return wrong


def test_speakers_of_modern_scenes_are_right_but_for_one_line_in_twenty() -> None:
    scenes = tuple(read_scenes())
    wrong = [line for scene in scenes for line in wrong_lines(scene)]
    assert len(wrong) <= (1 - RIGHT) * sum(len(scene.speakers) for scene in scenes), wrong
