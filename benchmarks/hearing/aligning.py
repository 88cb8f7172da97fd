"""What was said and what was heard, laid side by side with the fewest errors (Levenshtein over words).

Two words heard as one, or one as two, with the same letters ("any one", "anyone") are no error. Refuses to know where
the words come from.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A place where reference and hypothesis meet.

    Attributes:
        said: index of the reference's first word here; of the one before, for words that were only heard.
        heard: the hypothesis's words here.
        errors: words wrong, missing or too many.
    """

    said: int
    heard: tuple[str, ...]
    errors: int


_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))
"""(words of the reference, of the hypothesis) that a step takes; the first of equally good ones is taken."""


def align(said: Sequence[str], heard: Sequence[str]) -> tuple[Step, ...]:
    """Align two texts; the errors of all steps together are the word errors.

    Returns:
        Steps in order; words of the reference without a step of their own belong to the step before.
    """
    costs: list[list[int]] = [[0] * (len(heard) + 1) for _ in range(len(said) + 1)]
    moves: list[list[tuple[int, int]]] = [[(0, 0)] * (len(heard) + 1) for _ in range(len(said) + 1)]
    for row in range(len(said) + 1):
        for column in range(len(heard) + 1):
            if row or column:
                costs[row][column], moves[row][column] = _cheapest(said, heard, row, column, costs)
    return tuple(_walk(heard, costs, moves))


def _cheapest(
    said: Sequence[str], heard: Sequence[str], row: int, column: int, costs: list[list[int]]
) -> tuple[int, tuple[int, int]]:
    best, move = -1, (0, 0)
    for down, across in _MOVES:
        if down > row or across > column:
            continue
        cost = _cost(said[row - down : row], heard[column - across : column])
        if cost is not None and (best < 0 or costs[row - down][column - across] + cost < best):
            best, move = costs[row - down][column - across] + cost, (down, across)
    return best, move


def _cost(said: Sequence[str], heard: Sequence[str]) -> int | None:
    """What a move costs; None if it cannot be made."""
    if len(said) + len(heard) < 2:
        return 1
    if "".join(said) == "".join(heard):
        return 0
    return 1 if len(said) == len(heard) == 1 else None


def _walk(heard: Sequence[str], costs: list[list[int]], moves: list[list[tuple[int, int]]]) -> list[Step]:
    steps = []
    row, column = len(costs) - 1, len(heard)
    while row or column:
        down, across = moves[row][column]
        steps.append(
            Step(
                said=max(row - down, 0) if down else max(row - 1, 0),
                heard=tuple(heard[column - across : column]),
                errors=costs[row][column] - costs[row - down][column - across],
            )
        )
        row, column = row - down, column - across
    return steps[::-1]
