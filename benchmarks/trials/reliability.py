"""Reliability: whether lines that are marked with a confidence are right as often as it says.

Knows pairs of a confidence and whether it was right; refuses to know where they come from.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trials.corpus_run import NovelResult
from trials.table import figure, lay_out_table

BORDERS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line's confidence, and whether its speaker is the right one.

    Attributes:
        is_right: None if gold does not say who speaks, because it takes the line for no speech.
    """

    confidence: float
    is_right: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The lines of one range of confidence.

    Attributes:
        low: inclusive; high: exclusive but in the last bin.
        lines: of which gold names the speaker.
        outside: of which it does not.
        mean_confidence: over `lines`; None if there is none. right_percent: the same.
    """

    low: float
    high: float
    lines: int
    right: int
    outside: int
    mean_confidence: float | None

    @property
    def right_percent(self) -> float | None:
        """Share of the lines whose speaker is right."""
        return 100 * self.right / self.lines if self.lines else None


def marked_lines(result: NovelResult) -> tuple[Marked, ...]:
    """Pair each spoken line's confidence with what the judge says."""
    return tuple(
        Marked(confidence=row.confidence, is_right=None if line.speaker is None else line.is_right)
        for row, line in zip(result.run.speech, result.judgement.lines, strict=True)
        if row.confidence is not None
    )


def bin_lines(marked: Iterable[Marked]) -> tuple[Bin, ...]:
    """Sort lines into bins."""
    given = tuple(marked)
    return tuple(_fill(given, low, high) for low, high in itertools.pairwise(BORDERS))


def _fill(marked: Sequence[Marked], low: float, high: float) -> Bin:
    is_last = high == BORDERS[-1]
    inside = [one for one in marked if low <= one.confidence and (one.confidence < high or is_last)]
    known = [one for one in inside if one.is_right is not None]
    return Bin(
        low=low,
        high=high,
        lines=len(known),
        right=sum(bool(one.is_right) for one in known),
        outside=len(inside) - len(known),
        mean_confidence=sum(one.confidence for one in known) / len(known) if known else None,
    )


def expected_calibration_error(bins: Iterable[Bin]) -> float | None:
    """Give the mean distance between confidence and share that is right, in points, weighed by lines."""
    filled = [(one.lines, one.mean_confidence, one.right_percent) for one in bins]
    total = sum(lines for lines, _, _ in filled)
    if not total:
        return None
    distances = (
        lines * abs(100 * confidence - right)
        for lines, confidence, right in filled
        if confidence is not None and right is not None
    )
    return sum(distances) / total


def as_reliability_table(bins: Sequence[Bin]) -> str:
    """Write the bins and the error."""
    rows = [
        (
            f"{one.low:.2f}-{one.high:.2f}",
            str(one.lines),
            figure(one.mean_confidence, ".3f"),
            figure(one.right_percent),
            str(one.outside),
        )
        for one in bins
    ]
    table = lay_out_table(("confidence", "lines", "mean", "right %", "not in gold"), rows)
    return f"{table}\nexpected calibration error: {figure(expected_calibration_error(bins))} points"
