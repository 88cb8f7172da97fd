"""Tables that people read: columns of equal width, numbers to the right.

Knows layout; refuses to know what the numbers mean.
"""

from collections.abc import Sequence


def lay_out_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out a table whose first column is text and whose others are figures."""
    widths = [max(len(row[index]) for row in (columns, *rows)) for index in range(len(columns))]
    return "\n".join(_line(row, widths) for row in (columns, *rows))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(width) if index == 0 else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([first, *others]).rstrip()


def figure(value: float | None, form: str = ".1f") -> str:
    """Write a number; a dash where there is none."""
    return "-" if value is None else format(value, form)


def change(before: float | None, after: float | None) -> str:
    """Write how much a figure changed; a dash where one of the two is missing."""
    return "-" if before is None or after is None else format(round(after - before, 1) + 0.0, "+.1f")  # never -0.0
