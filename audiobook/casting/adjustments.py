"""How adjustments of pitch, rate and volume add up, and how far they may go."""

from audiobook.model.cast import Adjustment

LEAST_PERCENT = -50.0
GREATEST_PERCENT = 100.0
"""Half and twice: beyond an octave down or up, or half and double speed, no voice stays human."""

LEAST_DB = -24.0
GREATEST_DB = 12.0
"""Quieter is lost under the next line; louder only drives the limiter."""


def combine(below: Adjustment, above: Adjustment) -> Adjustment:
    """Put one adjustment on top of another: percentages multiply, decibels add."""
    return Adjustment(
        pitch_percent=_multiply(below.pitch_percent, above.pitch_percent),
        rate_percent=_multiply(below.rate_percent, above.rate_percent),
        volume_db=below.volume_db + above.volume_db,
    )


def describe_excess(adjustment: Adjustment) -> str | None:
    """Say which value is out of bounds, in the words of the cast file; None if all are within."""
    checks = (
        ("pitch", adjustment.pitch_percent, LEAST_PERCENT, GREATEST_PERCENT, "percent"),
        ("rate", adjustment.rate_percent, LEAST_PERCENT, GREATEST_PERCENT, "percent"),
        ("volume", adjustment.volume_db, LEAST_DB, GREATEST_DB, "dB"),
    )
    for name, value, least, greatest, unit in checks:
        if not least <= value <= greatest:
            return f"{name} comes to {value:g}, outside {least:g} to {greatest:g} {unit}"
    return None


def _multiply(below_percent: float, above_percent: float) -> float:
    """Combine two changes in percent; rounded so that -10 on top of 0 is exactly -10 in a take's key."""
    return round(((1 + below_percent / 100) * (1 + above_percent / 100) - 1) * 100, 6)
