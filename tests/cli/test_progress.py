import pytest

from audiobook.cli.progress import time_left_s


@pytest.mark.parametrize(
    ("elapsed_s", "done", "total", "left_s"),
    [(10.0, 50, 100, 10.0), (10.0, 90, 100, 10 / 9), (10.0, 0, 100, None), (10.0, 5, None, None), (10.0, 100, 90, 0.0)],
)
def test_the_rest_takes_as_long_as_the_pace_so_far_says(
    elapsed_s: float, done: int, total: int | None, left_s: float | None
) -> None:
    assert time_left_s(elapsed_s, done=done, total=total) == (None if left_s is None else pytest.approx(left_s))
