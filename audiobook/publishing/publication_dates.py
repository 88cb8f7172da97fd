"""When each chapter of a book counts as published: in reading order, never at the same second, never in the future.

Players sort by these dates, and lose or jumble what has the same one or one that has not come yet. A date once given
stays as long as that holds.

Knows dates; refuses to know clocks: now is a parameter.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

_STEP = timedelta(minutes=1)
_HEADROOM = timedelta(hours=1)
"""The last chapter is dated back this far, so that those of the next hour find room behind it."""


def date_chapters(dates: Sequence[datetime | None], *, now: datetime) -> tuple[datetime, ...]:
    """Give every chapter a date.

    Args:
        dates: of the chapters in reading order, in whole seconds; None for a new one.
        now: with a time zone.

    Returns:
        Dates in UTC and whole seconds, each after the one before, all before `now`. A chapter that was moved gets a
        new one where it now stands. Others change only if there is no room for a new one, or if a clock was wrong.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    kept: list[datetime | None] = [None] * len(dates)
    for index in _longest_rise(dates):
        kept[index] = dates[index]
    last = max((date for date in kept if date is not None), default=None)
    if last is not None and last >= now:
        kept = [None if date is None else date - (last - now) - _HEADROOM for date in kept]
    return _fill(kept, now)


def _longest_rise(dates: Sequence[datetime | None]) -> tuple[int, ...]:
    """Indexes of the longest series of dates that rise; all others were moved."""
    tails: list[datetime] = []
    indexes: list[int] = []
    before: dict[int, int | None] = {}
    for index, date in enumerate(dates):
        if date is None:
            continue
        place = bisect_left(tails, date)
        before[index] = indexes[place - 1] if place else None
        tails[place : place + 1] = [date]
        indexes[place : place + 1] = [index]
    rise: list[int] = []
    current = indexes[-1] if indexes else None
    while current is not None:
        rise.append(current)
        current = before[current]
    return tuple(reversed(rise))


def _fill(kept: Sequence[datetime | None], now: datetime) -> tuple[datetime, ...]:
    """Date what has no date yet, gap by gap from the end; where a gap has no room, all before it goes further back."""
    dated: list[datetime] = []  # from the last chapter to the first
    back = timedelta()
    missing = 0
    for date in reversed(kept):
        if date is None:
            missing += 1
            continue
        earlier = date - back
        new = _dates_between(earlier, dated[-1], missing) if dated else _newest_dates(earlier, now, missing)
        if new is None:
            moved = (dated[-1] - _STEP if dated else now - _HEADROOM) - _STEP * missing
            back += earlier - moved
            earlier = moved
            new = tuple(moved + _STEP * count for count in range(1, missing + 1))
        dated += [*reversed(new), earlier]
        missing = 0
    before = dated[-1] if dated else now - _HEADROOM + _STEP
    dated += [before - _STEP * count for count in range(1, missing + 1)]
    return tuple(reversed(dated))


def _newest_dates(after: datetime, now: datetime, count: int) -> tuple[datetime, ...] | None:
    """Dates for the last chapters of a book: with headroom behind them if that can be."""
    first = now - _HEADROOM - _STEP * (count - 1)
    if first - after >= _STEP:
        return tuple(first + _STEP * index for index in range(count))
    return _dates_between(after, now, count)


def _dates_between(after: datetime, before: datetime, count: int) -> tuple[datetime, ...] | None:
    """Dates a minute apart, or else spread evenly; None if there are not enough seconds between the two."""
    room_s = int((before - after).total_seconds())
    if room_s > _STEP.total_seconds() * count:
        return tuple(after + _STEP * number for number in range(1, count + 1))
    if room_s <= count:
        return None
    return tuple(after + timedelta(seconds=room_s * number // (count + 1)) for number in range(1, count + 1))
