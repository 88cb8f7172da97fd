"""`audiobook make --cluster` as a person runs it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster_trial.dask_processes import DaskProcesses

from tests.cluster.needing_dask import require_dask
from tests.end_to_end.conftest import Project, project

__all__ = ["project"]

_ENGINE = ("--engine", "tone", "--quiet")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskProcesses]:
    require_dask()
    started = DaskProcesses(tmp_path / "dask")
    started.start()
    yield started
    started.end()


def release_of(project: Project, build: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project.folder / build / "story").iterdir()}


def test_a_book_spoken_on_a_cluster_is_the_same_book(project: Project, cluster: DaskProcesses) -> None:
    make = ("make", "story.txt", *_ENGINE, "--jobs", "2")
    for arguments in (
        (),
        ("--build-dir", "there", "--cluster", cluster.address),
        ("--build-dir", "by-store", "--cluster", cluster.address, "--take-store", "shared"),
    ):
        done = project.run(*make, *arguments)
        assert (done.returncode, done.stderr) == (0, "")
    assert len(list((project.folder / "shared").rglob("*.flac"))) > 8
    assert release_of(project, "build") == release_of(project, "there") == release_of(project, "by-store")


def test_no_scheduler_is_one_message_and_exit_code_5(project: Project) -> None:
    require_dask()
    done = project.run("make", "story.txt", *_ENGINE, "--cluster", "tcp://127.0.0.1:1")
    assert done.returncode == 5
    assert done.stderr.startswith("error: tcp://127.0.0.1:1: no scheduler answers there")
    assert "Traceback" not in done.stderr


def test_a_store_without_a_cluster_is_refused(project: Project) -> None:
    done = project.run("make", "story.txt", *_ENGINE, "--take-store", "shared")
    assert (done.returncode, "name the cluster too" in done.stderr) == (2, True)
