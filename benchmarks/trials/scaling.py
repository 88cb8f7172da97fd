"""Scaling: whether twice the text costs twice the time.

Knows copies of a text; refuses to know what is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from judge.gold import GoldNovel
from program_cost import Cost

from trials.script_run import Bench, run_script
from trials.table import figure, lay_out_table

FACTORS = (1, 2, 4)
_BETWEEN = "\n\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A text of so many copies, and what it cost."""

    novel: str
    factor: int
    words: int
    cost: Cost


def measure_scaling(bench: Bench, novel: GoldNovel) -> tuple[Size, ...]:
    """Run a novel once, twice and four times as long."""
    return tuple(_measure(bench, novel, factor) for factor in FACTORS)


def _measure(bench: Bench, novel: GoldNovel, factor: int) -> Size:
    text = _BETWEEN.join([novel.text] * factor)
    run = run_script(bench, f"{novel.name}-{factor}", text)
    return Size(novel=novel.name, factor=factor, words=len(text.split()), cost=run.cost)


def as_scaling_table(sizes: Sequence[Size]) -> str:
    """Write the sizes; time a word is compared with that of the novel once."""
    columns = ("novel", "copies", "words", "CPU s", "s / 100,000 words", "peak MiB")
    rows = [
        (
            size.novel,
            str(size.factor),
            f"{size.words:,}",
            figure(size.cost.cpu_s, ".2f"),
            figure(None if size.cost.cpu_s is None else size.cost.cpu_s * 100_000 / size.words, ".2f"),
            figure(size.cost.peak_mib, ".0f"),
        )
        for size in sizes
    ]
    return lay_out_table(columns, rows)
