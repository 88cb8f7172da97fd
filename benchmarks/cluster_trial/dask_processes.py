"""A Dask cluster as a person starts it: one scheduler, some workers, each a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

_PATIENCE_S = 60.0


class DaskProcesses:
    """A scheduler and workers without nannies, so that whoever is killed stays dead.

    Args:
        folder: for their files and messages.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self.address = ""
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self, *, worker_count: int = 2, threads: int = 1, settings: Mapping[str, str] | None = None) -> None:
        """Start a scheduler and workers, and wait until all know each other.

        Args:
            settings: of the environment of all.
        """
        file = self._folder / "scheduler.json"
        arguments = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        self.scheduler = self._spawn("scheduler", "distributed.cli.dask_scheduler", *arguments, settings=settings)
        self._wait_until(lambda: file.exists() and file.read_text().endswith("}"))
        self.address = json.loads(file.read_text())["address"]
        for _ in range(worker_count):
            self._spawn_worker(threads, settings)
        self._await_workers()

    def add_worker(self, *, threads: int = 1, settings: Mapping[str, str] | None = None) -> None:
        """Start one more worker and wait until it has introduced itself."""
        self._spawn_worker(threads, settings)
        self._await_workers()

    def _spawn_worker(self, threads: int, settings: Mapping[str, str] | None) -> None:
        name = f"worker-{len(self.workers)}"
        arguments = ("--no-nanny", "--no-dashboard", "--nthreads", str(threads), "--name", name, "--host", "127.0.0.1")
        folder = ("--local-directory", str(self._folder))
        self.workers.append(
            self._spawn(name, "distributed.cli.dask_worker", self.address, *arguments, *folder, settings=settings)
        )

    def _await_workers(self) -> None:
        logs = [self._log(f"worker-{index}") for index in range(len(self.workers))]
        self._wait_until(lambda: all("Registered to" in log.read_text() for log in logs))

    def end(self) -> None:
        """End all processes at once."""
        for process in (*self.workers, self.scheduler):
            if process is not None:
                process.kill()
                process.wait(_PATIENCE_S)

    def _spawn(
        self, name: str, module: str, *arguments: str, settings: Mapping[str, str] | None
    ) -> "subprocess.Popen[bytes]":
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | dict(settings or {})
        with self._log(name).open("wb") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=self._folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def _log(self, name: str) -> Path:
        return self._folder / f"{name}.log"

    def _wait_until(self, is_so: Callable[[], bool]) -> None:
        until_s = time.monotonic() + _PATIENCE_S
        while not is_so():
            assert time.monotonic() < until_s, {log.name: log.read_text() for log in self._folder.glob("*.log")}
            time.sleep(0.05)
