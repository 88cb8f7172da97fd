import pytest

from audiobook.language.clock import length_in_words, length_on_clock, moment_on_clock


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0.0, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (307.0, "5:07"), (3599.7, "1:00:00"), (3753.0, "1:02:33")],
)
def test_length_is_rounded_to_the_nearest_second(seconds: float, written: str) -> None:
    assert length_on_clock(seconds) == written


def test_moment_is_the_second_that_has_begun() -> None:
    assert moment_on_clock(59.9) == "0:59"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.2, "0 s"),
        (14.4, "14 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (185, "3 min"),
        (3599, "1 h"),
        (3600, "1 h"),
        (4800, "1 h 20 min"),
        (360_060, "100 h 1 min"),
    ],
)
def test_length_in_words_says_which_unit_it_is(seconds: float, shown: str) -> None:
    assert length_in_words(seconds) == shown
