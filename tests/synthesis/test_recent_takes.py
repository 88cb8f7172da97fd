import pickle

import pytest

from audiobook.errors import TakeLostError
from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.synthesis.recent_takes import RecentTakes, TakeMemory, take_memory
from audiobook.synthesis.take_store import TakeStore


def pcm(length_samples: int) -> Pcm:
    return Pcm(samples=b"\1\0" * length_samples, rate_hz=22050)


FIGURES = TakeFigures(rate_hz=22050, length_samples=7, peak=1, block_energies=(0.5,))


def test_the_oldest_takes_are_forgotten_when_there_is_no_room() -> None:
    memory = TakeMemory(max_bytes=100)
    for key in ("one", "two", "three"):
        memory.keep(key, pcm(20), FIGURES)
    assert [memory.recall(key) is not None for key in ("one", "two", "three")] == [False, True, True]


def test_a_take_that_has_no_room_at_all_is_not_kept() -> None:
    memory = TakeMemory(max_bytes=100)
    memory.keep("long", pcm(51), FIGURES)
    assert memory.recall("long") is None
    memory.keep("short", pcm(50), FIGURES)
    assert memory.recall("short") == (pcm(50), FIGURES)


def test_a_take_kept_twice_counts_once() -> None:
    memory = TakeMemory(max_bytes=100)
    for _ in range(3):
        memory.keep("one", pcm(20), FIGURES)
    memory.keep("two", pcm(30), FIGURES)
    assert memory.recall("one") == (pcm(20), FIGURES)


def test_takes_come_from_memory_or_else_from_the_store(store: TakeStore) -> None:
    take_memory().keep("recent-takes-remembered", pcm(7), FIGURES)
    store.write("recent-takes-stored", pcm(5))
    takes: RecentTakes = pickle.loads(pickle.dumps(RecentTakes(store)))
    assert takes.read("recent-takes-remembered") == pcm(7)
    assert takes.read("recent-takes-stored") == pcm(5)
    with pytest.raises(TakeLostError):
        takes.read("recent-takes-unknown")


def test_figures_come_from_memory_or_else_from_the_store(store: TakeStore) -> None:
    take_memory().keep("recent-figures-remembered", pcm(7), FIGURES)
    stored = store.write("recent-figures-stored", pcm(5))
    takes = RecentTakes(store)
    assert takes.figures("recent-figures-remembered") == FIGURES
    assert takes.figures("recent-figures-stored") == stored
    assert takes.figures("recent-figures-unknown") is None
