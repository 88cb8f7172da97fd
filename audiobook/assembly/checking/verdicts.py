"""How a figure is held against what a profile asks."""

import math

from audiobook.assembly.profiles import Range
from audiobook.model.release_check import Finding, Measure, Verdict


def judge(measure: Measure, figure: str, *, wanted: str = "", complaint: str = "", hint: str = "") -> Finding:
    """Put a finding together.

    Args:
        wanted: empty if the profile asks for nothing; then a complaint is no failure.
        complaint: empty if all is well.
    """
    if not wanted:
        return Finding(measure=measure, verdict=Verdict.NOT_ASKED, figure=figure)
    if not complaint:
        return Finding(measure=measure, verdict=Verdict.PASSES, figure=figure, wanted=wanted)
    return Finding(measure=measure, verdict=Verdict.FAILS, figure=figure, wanted=wanted, complaint=complaint, hint=hint)


def judge_number(
    measure: Measure, value: float, limits: Range | None, *, unit: str, complaints: tuple[str, str], hint: str
) -> Finding:
    """Hold a number against a range; it is compared as exactly as it is ever shown, to a hundredth.

    Args:
        limits: None if nothing is asked.
        complaints: for a value below the range, and for one above it.
    """
    if limits is None:
        return judge(measure, _show(value, unit, digits=1))
    is_low, is_high = _outside(value, limits, digits=2)
    complaint = complaints[0] if is_low else complaints[1] if is_high else ""
    hides_it = bool(complaint) and not any(_outside(value, limits, digits=1))
    figure = _show(value, unit, digits=2 if hides_it else 1)
    return judge(measure, figure, wanted=_describe(limits, unit), complaint=complaint, hint=hint)


def at_most(greatest: float | None) -> Range | None:
    """A range with no lower end; None if there is no limit at all."""
    return None if greatest is None else Range(-math.inf, greatest)


def _outside(value: float, limits: Range, *, digits: int) -> tuple[bool, bool]:
    shown = value if math.isinf(value) else round(value, digits)
    return shown < limits.least, shown > limits.greatest


def _describe(limits: Range, unit: str) -> str:
    if math.isinf(limits.least):
        return f"{limits.greatest:g} {unit} at most"
    return f"{limits.least:g} to {limits.greatest:g} {unit}"


def _show(value: float, unit: str, *, digits: int) -> str:
    return "digital silence" if math.isinf(value) else f"{value:.{digits}f} {unit}"
