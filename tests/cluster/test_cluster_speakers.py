"""What holds for every executor: here a pool of this machine stands for a cluster, and Dask is not needed."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from pathlib import Path

import pytest

from audiobook.cluster.spoken_batch import BatchOrder, SpokenTake, speak_batch
from audiobook.errors import AudiobookError, ClusterError
from audiobook.synthesis.jobs import WorkerDiedError
from audiobook.synthesis.take_store import TakeStore
from tests.cluster.speaking import beside, files, many_lines, planned, speak_here, speak_there

pytestmark = pytest.mark.usefixtures("test_engines", "lines_folder")


class PoolCluster:
    """A pool of processes."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor

    def thread_count(self) -> int:
        return 1

    def explain(self, error: BaseException) -> AudiobookError:
        assert isinstance(error, BrokenExecutor)
        return WorkerDiedError("it ended the pool")

    def look(self) -> None:
        pass

    def close(self) -> None:
        self.executor.shutdown()


class SpoilingExecutor(Executor):
    """Works at once, and spoils the sound of the first take on its way."""

    def submit(self, work: object, /, order: BatchOrder) -> Future[tuple[SpokenTake, ...]]:  # type: ignore[override]
        first, *others = speak_batch(order)
        assert first.data is not None
        spoilt = SpokenTake(outcome=first.outcome, digest=first.digest, data=first.data[:-1] + b"\0")
        future: Future[tuple[SpokenTake, ...]] = Future()
        future.set_result((spoilt, *others))
        return future


@pytest.fixture
def pool() -> Iterator[PoolCluster]:
    cluster = PoolCluster(ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")))
    yield cluster
    cluster.close()


def test_another_executor_gives_the_same_files_as_this_process(store: TakeStore, pool: PoolCluster) -> None:
    takes = (*many_lines(12), *planned("You fail.", engine="moody", fingerprint="hum 1"))
    assert speak_there(lambda: pool, store, takes) == speak_here(store, takes)
    assert files(store) == files(beside(store))


def test_a_batch_that_ends_its_worker_is_tried_here_line_by_line(store: TakeStore, pool: PoolCluster) -> None:
    takes = planned("One.", "I die.", "Two.", engine="moody", fingerprint="hum 1")
    outcomes = speak_there(lambda: pool, store, takes)
    failed = [take.line.text for take in takes if outcomes[take.key].failure]
    assert failed == ["I die."]


def test_a_take_damaged_on_its_way_is_not_kept(store: TakeStore) -> None:
    takes = planned("One.", "Two.")
    spoilt, _ = speak_there(lambda: PoolCluster(SpoilingExecutor()), store, takes[:2]).values()
    assert "damaged on its way" in (spoilt.failure or "")
    assert not store.path(takes[0].key).exists()


def test_a_worker_that_would_sound_otherwise_says_both_fingerprints(store: TakeStore, pool: PoolCluster) -> None:
    with pytest.raises(ClusterError, match=r'worker .*there it is "slow 1", here "slow 2"'):
        speak_there(lambda: pool, store, planned("One.", fingerprint="slow 2"))


def test_a_worker_without_the_engine_is_named(store: TakeStore, pool: PoolCluster) -> None:
    with pytest.raises(ClusterError, match=r"worker .*: the voice data is missing"):
        speak_there(lambda: pool, store, planned("One.", engine="absent"))


def test_another_version_of_the_program_is_refused() -> None:
    order = BatchOrder(takes=planned("One."), program="0.0.1", take_store=None, limit_s=60)
    with pytest.raises(ClusterError, match=r"this machine has 0\.0\.1"):
        speak_batch(order)


def test_a_book_with_nothing_to_speak_needs_no_cluster(store: TakeStore) -> None:
    def refuse() -> PoolCluster:
        raise AssertionError

    assert speak_there(refuse, store, ()) == {}


def test_a_store_that_cannot_be_written_ends_the_run(store: TakeStore, pool: PoolCluster) -> None:
    Path(store.folder).write_text("a file, not a folder")
    with pytest.raises(AudiobookError, match="cannot be written"):
        speak_there(lambda: pool, store, planned("One."))
