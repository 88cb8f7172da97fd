"""What was measured, compared with the bare limit, as a table and as JSON.

Knows numbers; refuses to run anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from statistics import median
from typing import Any

from machine import describe_machine
from program_cost import Cost


class Step(StrEnum):
    """What is measured, in the order of the table."""

    LIMIT = "bare limit"
    COLD = "cold make"
    SECOND = "second make"
    TITLE = "title changed"
    BACK = "title as before"
    CORRECTED = "one line corrected"
    CHANGED = "one voice changed"
    RIVAL = "pyttsx3 and pydub"


@dataclass(slots=True)
class Results:
    """What has been measured so far.

    Attributes:
        facts: about the book, as `limit_job.BookFacts` has them.
        audio_s: length of what each step made.
    """

    text: str
    processes: int
    facts: dict[str, Any] = field(default_factory=dict)
    costs: dict[Step, list[Cost]] = field(default_factory=lambda: {step: [] for step in Step})
    audio_s: dict[Step, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A step's medians, and how they compare with the bare limit's; None where the system does not tell.

    Attributes:
        of_cold: the share of a cold make's processor time.
    """

    wall_s: float
    cpu_s: float | None
    peak_mib: float | None
    audio_s: float
    characters_per_s: float
    audio_s_per_s: float
    wall_ratio: float
    cpu_ratio: float | None
    of_cold: float | None


def compare(results: Results) -> dict[Step, Figures]:
    """Work out medians and ratios."""
    limit = median_cost(results.costs[Step.LIMIT])
    cold = median_cost(results.costs[Step.COLD])
    figures = {}
    for step, costs in ((step, costs) for step, costs in results.costs.items() if costs):
        cost, audio_s = median_cost(costs), results.audio_s[step]
        figures[step] = Figures(
            wall_s=cost.wall_s,
            cpu_s=cost.cpu_s,
            peak_mib=cost.peak_mib,
            audio_s=audio_s,
            characters_per_s=results.facts["characters"] / cost.wall_s,
            audio_s_per_s=audio_s / cost.wall_s,
            wall_ratio=cost.wall_s / limit.wall_s,
            cpu_ratio=cost.cpu_s / limit.cpu_s if cost.cpu_s and limit.cpu_s else None,
            of_cold=cost.cpu_s / cold.cpu_s if cost.cpu_s and cold.cpu_s else None,
        )
    return figures


def median_cost(costs: Sequence[Cost]) -> Cost:
    return Cost(
        wall_s=median(cost.wall_s for cost in costs),
        cpu_s=median_of_known([cost.cpu_s for cost in costs]),
        peak_mib=median_of_known([cost.peak_mib for cost in costs]),
    )


def median_of_known(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def as_text(results: Results, figures: Mapping[Step, Figures]) -> str:
    """Write the table that people read."""
    facts = results.facts
    runs = len(results.costs[Step.COLD])
    minutes = figures[Step.COLD].audio_s / 60
    book = f"{results.text}: {facts['characters']:,} characters spoken, {facts['chapters']} chapters"
    columns = ("wall s", "CPU s", "char/s", "audio s/s", "peak MiB", "x limit", "x CPU", "% of cold")
    lines = [
        f"{book}, {facts['sentences']:,} sentences, {minutes:.1f} minutes of audio",
        f"{describe_machine()}, {results.processes} processes, medians of {runs} runs",
        "bare limit: the same sentences and pauses straight through espeak-ng and LAME",
        f"changed voice: {facts['talker']} -> {facts['other_voice']}, {facts['talker_sentences']:,} sentences",
        "",
        f"{'':18}" + "".join(f"{column:>11}" for column in columns),
    ]
    for step, row in figures.items():
        cells = (
            f"{row.wall_s:.2f}",
            or_dash(row.cpu_s, ".2f"),
            f"{row.characters_per_s:,.0f}",
            f"{row.audio_s_per_s:,.0f}",
            or_dash(row.peak_mib, ".0f"),
            f"{row.wall_ratio:.2f}",
            or_dash(row.cpu_ratio, ".2f"),
            or_dash(None if row.of_cold is None else 100 * row.of_cold, ".2f"),
        )
        lines.append(f"{step:18}" + "".join(f"{cell:>11}" for cell in cells))
    return "\n".join(lines)


def as_report(results: Results, figures: Mapping[Step, Figures]) -> dict[str, Any]:
    """Gather everything for programs that compare runs."""
    return {
        "text": results.text,
        "machine": describe_machine(),
        "processes": results.processes,
        "facts": results.facts,
        "steps": {step: asdict(row) for step, row in figures.items()},
        "runs": {step: [asdict(cost) for cost in costs] for step, costs in results.costs.items()},
    }


def or_dash(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)
