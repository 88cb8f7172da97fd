"""A real scheduler and two real workers, whatever becomes of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from cluster_trial.dask_processes import DaskProcesses

from audiobook.cluster.dask_cluster import connect_dask
from audiobook.errors import ClusterError, OutputError
from audiobook.synthesis.take_store import TakeStore
from tests.cluster.needing_dask import require_dask
from tests.cluster.speaking import beside, files, many_lines, planned, speak_here, speak_there

StartCluster = Callable[..., DaskProcesses]

_FIRST_DEATH_COUNTS = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}


def test_two_workers_one_of_which_is_killed_give_the_same_files(
    store: TakeStore, start_cluster: StartCluster, lines_folder: Path
) -> None:
    cluster = start_cluster()
    takes = many_lines(48)

    def kill_one(told: int) -> None:
        if told == 12:
            cluster.workers[0].kill()

    outcomes = speak_there(partial(connect_dask, cluster.address), store, takes, on_take=kill_one)
    spoken = len(list(lines_folder.iterdir()))
    assert outcomes == speak_here(store, takes)
    assert files(store) == files(beside(store))
    assert len(takes) <= spoken <= len(takes) + 12, (
        "of batches of 6: what the killed one spoke, and what it had not handed over"
    )
    assert len({path.name.split("-")[0] for path in lines_folder.iterdir()}) == 3, "two workers and this process"


def test_takes_come_through_a_shared_store_and_are_not_spoken_again(
    store: TakeStore, start_cluster: StartCluster, lines_folder: Path, tmp_path: Path
) -> None:
    cluster = start_cluster(worker_count=1)
    takes = many_lines(8)
    shared = TakeStore(tmp_path / "shared")
    speak = partial(speak_there, partial(connect_dask, cluster.address), take_store=f"file://{shared.folder}")
    first = speak(store, takes)
    damaged = shared.path(takes[3].key)
    damaged.write_bytes(damaged.read_bytes()[:-9])
    again = speak(TakeStore(tmp_path / "second"), takes)
    assert first == again == speak_here(store, takes)
    assert files(store) == files(shared) == files(TakeStore(tmp_path / "second")) == files(beside(store))
    spoken_there = len(list(lines_folder.iterdir())) - len(takes)
    assert spoken_there == len(takes) + 1, "all once, and the damaged one again"


def test_a_worker_with_another_fingerprint_is_named_and_what_is_finished_stays(
    store: TakeStore, start_cluster: StartCluster
) -> None:
    cluster = start_cluster(worker_count=1)
    connect = partial(connect_dask, cluster.address)
    speak_there(connect, store, many_lines(2))
    cluster.add_worker(settings={"SLOW_ENGINE_VERSION": "2"})
    with pytest.raises(ClusterError, match=r'worker tcp://127.*there it is "slow 2", here "slow 1"'):
        speak_there(connect, store, many_lines(40))
    assert len(files(store)) >= 2
    assert all(store.is_whole(take.key) for take in many_lines(2))


def test_a_line_that_ends_its_worker_is_the_only_one_that_fails(store: TakeStore, start_cluster: StartCluster) -> None:
    cluster = start_cluster(settings=_FIRST_DEATH_COUNTS)
    takes = (*many_lines(8), *planned("One.", "I die.", "Two.", engine="moody", fingerprint="hum 1"))
    outcomes = speak_there(partial(connect_dask, cluster.address), store, takes)
    assert [take.line.text for take in takes if outcomes[take.key].failure] == ["I die."]


def test_a_scheduler_lost_midway_is_said_and_what_is_finished_stays(
    store: TakeStore, start_cluster: StartCluster
) -> None:
    cluster = start_cluster()
    told: list[int] = []

    def end_scheduler(count: int) -> None:
        told.append(count)
        if count == 16 and cluster.scheduler is not None:
            cluster.scheduler.kill()

    with pytest.raises(ClusterError, match="the connection to the scheduler was lost"):
        speak_there(partial(connect_dask, cluster.address), store, many_lines(64), on_take=end_scheduler)
    assert len(files(store)) == len(told) < 64


def test_an_unreachable_scheduler_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    require_dask()
    monkeypatch.setattr("audiobook.cluster.dask_cluster._CONNECT_S", 1.0)
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:1: no scheduler answers there"):
        connect_dask("tcp://127.0.0.1:1")


def test_a_cluster_with_encryption_needs_a_certificate() -> None:
    require_dask()
    with pytest.raises(ClusterError, match="no certificate"):
        connect_dask("tls://127.0.0.1:1")


@pytest.mark.parametrize("address", ["nonsense", "gopher://here:1", "tcp://", "tcp://127.0.0.1"])
def test_an_address_that_is_none_is_said(address: str) -> None:
    require_dask()
    with pytest.raises(ClusterError, match="no scheduler answers there"):
        connect_dask(address)


def test_a_scheduler_without_workers_is_said(start_cluster: StartCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audiobook.cluster.dask_cluster._FIRST_WORKER_S", 0.5)
    with pytest.raises(ClusterError, match="this scheduler has no workers"):
        connect_dask(start_cluster(worker_count=0).address)


def test_a_worker_with_several_threads_is_refused(start_cluster: StartCluster) -> None:
    with pytest.raises(ClusterError, match=r"worker tcp://127.* has 2 threads"):
        connect_dask(start_cluster(worker_count=1, threads=2).address)


def test_a_shared_store_that_cannot_be_written_ends_the_run(
    store: TakeStore, start_cluster: StartCluster, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputError, match="this take store cannot be"):
        speak_there(
            partial(connect_dask, start_cluster(worker_count=1).address),
            store,
            many_lines(1),
            take_store=f"file://{tmp_path}/file/takes",
        )


def test_all_workers_gone_is_said_after_a_while(
    store: TakeStore, start_cluster: StartCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiobook.cluster.dask_cluster._WITHOUT_WORKERS_S", 1.0)
    cluster = start_cluster(worker_count=1)

    def kill_it(count: int) -> None:
        cluster.workers[0].kill()

    with pytest.raises(ClusterError, match="all workers are gone"):
        speak_there(partial(connect_dask, cluster.address), store, many_lines(64), on_take=kill_it)
