import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.publishing.server.byte_ranges import MOST_RANGES, UnsatisfiableError, read_ranges


def ranges(header: str | None, size: int = 1000) -> list[tuple[int, int]]:
    return [(each.first, each.end) for each in read_ranges(header, size=size)]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("bytes=0-0", [(0, 1)]),
        ("bytes=100-199", [(100, 200)]),
        ("bytes=990-", [(990, 1000)]),
        ("bytes=990-5000", [(990, 1000)]),
        ("bytes=-10", [(990, 1000)]),
        ("bytes=-5000", [(0, 1000)]),
        ("Bytes= 1-2 , 5-6", [(1, 3), (5, 7)]),
        ("bytes=500-, 0-9", [(500, 1000), (0, 10)]),
        ("bytes=0-9,2000-3000", [(0, 10)]),
    ],
)
def test_a_range_is_found(header: str, found: list[tuple[int, int]]) -> None:
    assert ranges(header) == found


@pytest.mark.parametrize(
    "header",
    [None, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=1-2,", "bytes=0-1,x", "lines=0-1",
     "bytes=--5", "bytes=+1-2", "bytes=1_0-20", "bytes=\u0661-\u0662", "bytes=0-" + "9" * 40],
)  # fmt: skip
def test_what_is_no_range_asks_for_the_whole(header: str | None) -> None:
    assert ranges(header) == []


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=1000-1001,5000-"])
def test_ranges_outside_cannot_be_satisfied(header: str) -> None:
    with pytest.raises(UnsatisfiableError):
        ranges(header)


def test_ranges_that_touch_or_overlap_are_sent_once() -> None:
    assert ranges("bytes=0-9,5-19,20-29,50-59") == [(0, 30), (50, 60)]
    assert ranges("bytes=50-59,0-9,5-52") == [(0, 60)]


def test_too_many_ranges_ask_for_the_whole() -> None:
    assert ranges("bytes=" + ",".join(f"{10 * n}-{10 * n}" for n in range(MOST_RANGES))) != []
    assert ranges("bytes=" + ",".join(f"{10 * n}-{10 * n}" for n in range(MOST_RANGES + 1))) == []


def test_an_empty_resource_is_sent_whole() -> None:
    assert ranges("bytes=0-", size=0) == []
    assert ranges("bytes=-5", size=0) == []


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=MOST_RANGES), st.integers(1, 50)
)
def test_exactly_the_bytes_asked_for_are_found_and_none_twice(pairs: list[tuple[int, int]], size: int) -> None:
    asked = [(min(pair), max(pair)) for pair in pairs]
    wanted = {byte for first, last in asked for byte in range(first, min(last + 1, size))}
    try:
        found = ranges("bytes=" + ",".join(f"{first}-{last}" for first, last in asked), size)
    except UnsatisfiableError:
        found = []
    sent = [byte for first, end in found for byte in range(first, end)]
    assert sorted(sent) == sorted(wanted)
