"""How the cost of a piece of work grows with its text."""

import time
from collections.abc import Callable

_SHORT_CHARS = 40_000
_TIMES_LONGER = 4
_TRIES = 3


def grows_with_the_text(work: Callable[[str], object], *, unit: str, before: str = "") -> bool:
    """Whether `work` costs in proportion to its text's length and not its square.

    A text four times as long may cost ten times as much; sixteen times would be the square. Only the processor's time
    spent in this process counts, and one try of several is enough: a busy machine disturbs some, a square shows in all.

    Args:
        work: gets a text.
        unit: what the text is made of, again and again.
        before: stands once in front of it.
    """
    short = before + unit * (_SHORT_CHARS // len(unit))
    long = before + unit * (_TIMES_LONGER * _SHORT_CHARS // len(unit))
    return any(
        _cpu_s(work, long) < 10 * _cpu_s(work, short) + 0.3  # what costs next to nothing cannot be compared
        for _ in range(_TRIES)
    )


def _cpu_s(work: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    work(text)
    return time.process_time() - started
