"""The takes of a book, chapter by chapter, each planned only when somebody asks for it.

Knows when to plan; refuses to know how.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from audiobook.model.take import PlannedTake

Takes = tuple[PlannedTake, ...]


class ChapterTakes(Mapping[int, Takes]):
    """By number, the takes of each chapter that has any.

    Args:
        numbers: of the chapters that may have some, in reading order.
        plan: plans a chapter's takes, of which there may be none.
        known: numbers of the chapters that are known to have some; they need not be planned to be counted.
    """

    def __init__(self, numbers: Sequence[int], plan: Callable[[int], Takes], *, known: Collection[int] = ()) -> None:
        self._numbers = tuple(numbers)
        self._plan = plan
        self._known = frozenset(known)
        self._planned: dict[int, Takes] = {}

    def __getitem__(self, number: int) -> Takes:
        """Plan a chapter, unless that was done before."""
        takes = self._planned_takes(number) if number in self._numbers else ()
        if not takes:
            raise KeyError(number)
        return takes

    def __contains__(self, number: object) -> bool:
        """Say whether a chapter has takes."""
        return number in self._numbers and (number in self._known or bool(self._planned_takes(number)))

    def __iter__(self) -> Iterator[int]:
        """Give the numbers in reading order."""
        return (number for number in self._numbers if number in self)

    def __len__(self) -> int:
        """Count the chapters that have takes."""
        return sum(1 for _ in self)

    def only(self, numbers: Collection[int]) -> "ChapterTakes":
        """Leave out all other chapters."""
        kept = tuple(number for number in self._numbers if number in numbers)
        return ChapterTakes(kept, self._planned_takes, known=self._known)

    def and_also(self, number: int, takes: Takes) -> "ChapterTakes":
        """Add a file whose takes are planned already."""
        also = ChapterTakes((*self._numbers, number), self._planned_takes, known={*self._known, number})
        also._planned[number] = takes
        return also

    def _planned_takes(self, number: int) -> Takes:
        if number not in self._planned:
            self._planned[number] = self._plan(number)
        return self._planned[number]
