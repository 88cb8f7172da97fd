import pytest
from trials.reliability import Marked, as_reliability_table, bin_lines, expected_calibration_error


def lines(confidence: float, *, right: int, wrong: int, outside: int = 0) -> list[Marked]:
    answers = [True] * right + [False] * wrong + [None] * outside
    return [Marked(confidence=confidence, is_right=answer) for answer in answers]


def test_confidence_that_comes_true_has_no_error() -> None:
    bins = bin_lines(lines(0.75, right=3, wrong=1) + lines(1.0, right=5, wrong=0))
    assert expected_calibration_error(bins) == pytest.approx(0)


def test_the_error_is_the_mean_distance_in_points() -> None:
    bins = bin_lines(lines(0.9, right=1, wrong=1) + lines(0.5, right=1, wrong=1))
    assert expected_calibration_error(bins) == pytest.approx(20)


def test_lines_that_gold_does_not_know_are_counted_apart() -> None:
    found = next(one for one in bin_lines(lines(0.55, right=1, wrong=3, outside=2)) if one.lines)
    assert (found.lines, found.right_percent, found.outside) == (4, 25, 2)


def test_a_border_belongs_to_the_bin_above_it_and_certainty_to_the_last() -> None:
    bins = bin_lines(lines(0.9, right=1, wrong=0) + lines(1.0, right=1, wrong=0))
    assert [(one.low, one.high) for one in bins if one.lines] == [(0.9, 0.95), (0.95, 1.0)]


def test_nothing_to_count_has_no_error() -> None:
    assert expected_calibration_error(bin_lines([])) is None
    assert as_reliability_table(bin_lines([])).endswith("expected calibration error: - points")
