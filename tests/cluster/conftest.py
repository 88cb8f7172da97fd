"""A real scheduler and real workers on 127.0.0.1, and takes for them to speak."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cluster_trial.dask_processes import DaskProcesses

from tests.cluster.needing_dask import require_dask
from tests.synthesis.conftest import store, test_engines

__all__ = ["store", "test_engines"]


@pytest.fixture
def lines_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the slow engine writes a file for each line it speaks."""
    folder = tmp_path / "lines"
    folder.mkdir()
    monkeypatch.setenv("SLOW_ENGINE_LINES", str(folder))
    return folder


@pytest.fixture
def start_cluster(tmp_path: Path, test_engines: None, lines_folder: Path) -> Iterator[Callable[..., DaskProcesses]]:
    """Start clusters that end with the test; the arguments are those of `DaskProcesses.start`."""
    require_dask()
    started: list[DaskProcesses] = []

    def start(**arguments: object) -> DaskProcesses:
        started.append(DaskProcesses(tmp_path / f"dask-{len(started)}"))
        started[-1].start(**arguments)  # type: ignore[arg-type]  # a fixture hands them on as they are
        return started[-1]

    yield start
    for cluster in started:
        cluster.end()
