import pytest

from audiobook.model.speed import MeasuredSpeeds, SpokenSums, WorkSums


def sums(*takes: tuple[float, float]) -> SpokenSums:
    total = SpokenSums()
    for chars, audio_s in takes:
        total = total.plus(
            SpokenSums(takes=1, chars=chars, chars_squared=chars**2, audio_s=audio_s, chars_by_audio=chars * audio_s)
        )
    return total


def test_a_take_is_as_long_as_the_line_through_those_before_says() -> None:
    known = sums((10, 1.5), (20, 2.5), (40, 4.5))
    assert known.audio_s_of(30) == pytest.approx(3.5)


def test_takes_of_one_length_are_taken_in_proportion() -> None:
    assert sums((10, 1.0), (10, 1.2)).audio_s_of(20) == pytest.approx(2.2)


def test_nothing_is_guessed_from_nothing() -> None:
    assert SpokenSums().audio_s_of(20) == 0.0


def test_the_latest_run_counts_most() -> None:
    before = MeasuredSpeeds(rendered={"x": WorkSums(audio_s=100, spent_s=1.0)}, busy_share=0.5)
    after = before.plus(MeasuredSpeeds(rendered={"x": WorkSums(audio_s=100, spent_s=4.0)}))
    assert after.rendered["x"] == WorkSums(audio_s=150, spent_s=4.5)
    assert after.busy_share == 0.5
