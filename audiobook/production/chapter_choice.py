"""Which chapters of a book are meant by "3-5,8": numbers of the whole book, as every list of ours shows them.

Knows numbers; refuses to know what is done with the chapters.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from audiobook.errors import UsageError

_EXAMPLE = "write single chapters and stretches: 3-5,8"
_STRETCH = re.compile(r"(?P<first>\d{1,6})(?:\s*(?:-|–|\.\.)\s*(?P<last>\d{1,6})?)?")
_LAST = 999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterChoice:
    """Chapters as a person wrote them.

    Attributes:
        text: as written.
        stretches: (first, last) pairs, both included.
    """

    text: str
    stretches: tuple[tuple[int, int], ...]

    def among(self, numbers: Collection[int]) -> frozenset[int]:
        """Choose from a book's chapters.

        Args:
            numbers: of all its chapters.

        Raises:
            UsageError: one that is named is not in the book.
        """
        highest = max(numbers, default=0)
        for first, last in self.stretches:
            wrong = next((end for end in (first, last) if end not in numbers and end != _LAST), None)
            if wrong is not None:
                count = "1 chapter" if len(numbers) == 1 else f"{len(numbers)} chapters"
                raise UsageError(
                    f"--chapters {self.text}: chapter {wrong} of {highest}: the book has {count}",
                    hint=f"choose from 1 to {highest}" if highest else "there is no chapter in it",
                )
        return frozenset(n for n in numbers if any(first <= n <= last for first, last in self.stretches))


def parse_chapters(text: str) -> ChapterChoice:
    """Read "3-5,8" or "7-" (to the end).

    Raises:
        UsageError: it is written otherwise, or a stretch runs backwards.
    """
    stretches = []
    for part in text.split(","):
        match = _STRETCH.fullmatch(part.strip())
        if match is None:
            what = f"{part.strip()!r} names no chapter" if part.strip() else "a number is missing beside a comma"
            raise UsageError(f"--chapters {text}: {what}", hint=_EXAMPLE)
        first = int(match["first"])
        last = int(match["last"]) if match["last"] else first if match.group() == match["first"] else _LAST
        if last < first:
            raise UsageError(f"--chapters {text}: {first}-{last} runs backwards", hint=f"write {last}-{first}")
        stretches.append((first, last))
    return ChapterChoice(text=text, stretches=tuple(stretches))


def choose_chapters(choice: ChapterChoice | None, numbers: Collection[int]) -> frozenset[int]:
    """Choose from a book's chapters; all of them if nothing is said.

    Raises:
        UsageError: one that is named is not in the book.
    """
    return frozenset(numbers) if choice is None else choice.among(numbers)
