import pytest
from trials.table import change, figure, lay_out_table


def test_text_stands_left_and_figures_right() -> None:
    assert lay_out_table(("novel", "n"), [("Emma", "12"), ("A", "3")]) == "novel   n\nEmma   12\nA       3"


@pytest.mark.parametrize(("before", "after", "shown"), [(1.0, 2.5, "+1.5"), (2.0, 1.99, "+0.0"), (None, 1.0, "-")])
def test_a_change_has_a_sign_and_no_negative_nought(before: float | None, after: float, shown: str) -> None:
    assert change(before, after) == shown


def test_a_figure_that_is_missing_is_a_dash() -> None:
    assert figure(None) == "-"
