from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audiobook.publishing.publication_dates import date_chapters

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

moments = st.one_of(
    st.none(),
    st.integers(-5000, 5000).map(lambda seconds: NOW + timedelta(seconds=seconds)),
    st.integers(-5000, 5000).map(lambda hours: NOW + timedelta(hours=hours)),
)


def first_run(count: int) -> tuple[datetime, ...]:
    return date_chapters([None] * count, now=NOW)


@given(st.lists(moments, max_size=40))
def test_dates_rise_in_reading_order_and_are_past_and_in_whole_seconds(dates: list[datetime | None]) -> None:
    dated = date_chapters(dates, now=NOW)
    assert len(dated) == len(dates)
    assert all(before < after for before, after in pairwise(dated))
    assert all(date < NOW and date.microsecond == 0 and date.utcoffset() == timedelta() for date in dated)


@given(st.lists(moments, max_size=40))
def test_dates_that_were_given_once_stay(dates: list[datetime | None]) -> None:
    dated = date_chapters(dates, now=NOW)
    for days in (0, 1, 400):
        assert date_chapters(dated, now=NOW + timedelta(days=days)) == dated


def test_a_new_book_is_dated_a_minute_apart() -> None:
    assert [after - before for before, after in pairwise(first_run(50))] == [MINUTE] * 49


@given(st.integers(1, 30), st.integers(1, 200), st.integers(0, 10**6))
def test_appended_chapters_come_after_the_last_and_change_no_other(count: int, added: int, seconds_later: int) -> None:
    before = first_run(count)
    dated = date_chapters([*before, *[None] * added], now=NOW + timedelta(seconds=seconds_later))
    assert dated[:count] == before


def test_chapters_appended_at_once_are_still_a_minute_apart() -> None:
    dated = date_chapters([*first_run(10), *[None] * 20], now=NOW + timedelta(seconds=5))
    assert {after - before for before, after in pairwise(dated)} == {MINUTE}


@given(st.integers(2, 20), st.data())
def test_an_inserted_chapter_is_dated_between_its_neighbours(count: int, data: st.DataObject) -> None:
    before = first_run(count)
    place = data.draw(st.integers(1, count - 1))
    dated = date_chapters([*before[:place], None, *before[place:]], now=NOW + timedelta(days=3))
    assert (*dated[:place], *dated[place + 1 :]) == before


def test_a_chapter_in_front_is_dated_a_minute_earlier() -> None:
    before = first_run(3)
    assert date_chapters([None, None, *before], now=NOW) == (before[0] - 2 * MINUTE, before[0] - MINUTE, *before)


@given(st.integers(1, 6), st.data())
def test_moving_one_chapter_changes_only_its_date(count: int, data: st.DataObject) -> None:
    before = first_run(count + 2)
    dates = list(before)
    moved = dates.pop(data.draw(st.integers(0, count + 1)))
    dates.insert(data.draw(st.integers(0, count + 1)), moved)
    dated = date_chapters(dates, now=NOW)
    assert sum(old != new for old, new in zip(dates, dated, strict=True)) <= 1


def test_where_many_are_put_in_what_stands_before_moves_back_and_what_follows_stays() -> None:
    before = first_run(4)
    dated = date_chapters([*before[:2], *[None] * 100, *before[2:]], now=NOW)
    assert dated[-2:] == before[2:]
    assert dated[1] < before[1]


def test_a_clock_that_was_years_ahead_hides_no_book() -> None:
    future = date_chapters([None] * 5, now=NOW.replace(year=2031))
    dated = date_chapters(future, now=NOW)
    assert dated[-1] < NOW
    assert [after - before for before, after in pairwise(dated)] == [MINUTE] * 4


def test_now_may_be_told_in_any_time_zone() -> None:
    here = NOW.astimezone(timezone(timedelta(hours=-8)))
    assert date_chapters([None], now=here) == first_run(1)
