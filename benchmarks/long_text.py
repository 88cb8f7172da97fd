"""Texts as long as one likes, no two sentences of which are the same, from texts that are shorter.

Knows words; refuses to know what is made of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count, cycle
from pathlib import Path

CHARS_AN_HOUR = 64_000
"""What an hour of audio takes, about."""

_ENDING = re.compile(r"(?<=[a-z])(?=[.!?]|,[\"”’])")  # of a sentence, and of speech before its tag
_WORDS = ("again", "today", "outside", "alone", "tonight", "somehow", "indoors", "anyway", "upstairs", "at last")


def read_text(source: Path) -> str:
    """Read a text, or the texts of a folder one behind the other."""
    paths = [source] if source.is_file() else sorted([*source.glob("*.txt"), *source.glob("*.md")])
    return "\n\n".join(path.read_text(encoding="utf-8-sig") for path in paths)


def write_chapters(texts: Sequence[str], folder: Path, *, chars: int, chapter_chars: int = 16_000) -> None:
    """Write chapters into a folder, one file each, until there are so many characters.

    The texts follow one another; when all have been there they come again, with another word at each sentence's end.
    """
    folder.mkdir(parents=True)
    chapter: list[str] = []
    length = written = 0
    numbers = count(1)
    for paragraph in _paragraphs(texts):
        chapter.append(paragraph)
        length += len(paragraph)
        if length >= min(chapter_chars, chars - written):
            path = folder / f"{next(numbers):04}.txt"
            path.write_text("\n\n".join(chapter), encoding="utf-8")
            written, chapter, length = written + length, [], 0
            if written >= chars:
                return


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for number, text in zip(count(), cycle(texts), strict=False):
        turn = number // len(texts)
        for paragraph in re.split(r"\n\s*\n", text.strip()):
            yield _ENDING.sub(_added(turn), paragraph) if turn else paragraph


def _added(turn: int) -> str:
    """Words that no other turn adds."""
    return "".join(f" {_WORDS[int(digit)]}" for digit in str(turn))
