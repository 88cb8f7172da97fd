"""Names as a script writes them: one main name for everybody who speaks.

Knows aliases that others found or a person wrote down; refuses to find any itself.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from audiobook.model.script import NARRATOR, UNKNOWN, Character, Gender, KnownCharacter, Segment, SegmentKind


class NameBook:
    """Looks up main names by any name, letter case aside.

    What a person wrote wins where it says anything else than what was found.
    """

    def __init__(self, characters: Iterable[Character], known: Iterable[KnownCharacter]) -> None:
        self._main: dict[str, str] = {}
        found = [(character.name, character.aliases) for character in characters]
        listed = dict(found)
        entries = [
            (person.name, tuple(alias for alias in person.aliases if alias not in listed.get(person.name, ())))
            for person in known
        ]
        entries += found
        for name, _ in entries:
            self._main.setdefault(_key(name), name)
        for name, aliases in entries:
            for alias in aliases:
                self._main.setdefault(_key(alias), self._main[_key(name)])

    def main_name(self, name: str) -> str:
        """Return the main name somebody goes by in the script; a new name is its own main name."""
        folded = " ".join(name.split())
        if _key(folded) in {NARRATOR, UNKNOWN}:
            return _key(folded)
        return self._main.get(_key(folded), folded)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def count_characters(segments: Iterable[Segment], found: Iterable[Character]) -> tuple[Character, ...]:
    """List everybody who speaks or thinks in these segments, most lines first, ties in order of appearance."""
    counts: Counter[str] = Counter()
    for segment in segments:
        if segment.spoken and segment.kind in {SegmentKind.DIALOGUE, SegmentKind.THOUGHT}:
            counts.update(segment.speakers)
    described = {character.name: character for character in found}
    return tuple(
        replace(described.get(name) or _stranger(name), line_count=count)
        for name, count in counts.most_common()
        if name not in {NARRATOR, UNKNOWN}
    )


def _stranger(name: str) -> Character:
    return Character(name=name, aliases=(), gender=Gender.UNKNOWN, line_count=0)
