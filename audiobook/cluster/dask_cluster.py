"""A Dask cluster, as an executor of `concurrent.futures`: connected, looked at, its errors explained.

The only module that knows Dask. How connections are encrypted, and how long one may take, is Dask's own configuration.
"""

import logging
import time
import warnings
from collections.abc import Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import suppress
from typing import TYPE_CHECKING

from audiobook import __version__
from audiobook.cluster.worker_fitness import WorkerIdentity, identify_worker, require_fit
from audiobook.errors import AudiobookError, ClusterError, EngineMissingError
from audiobook.synthesis.jobs import WorkerDiedError

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_S = 10.0
_FIRST_WORKER_S = 10.0
_WITHOUT_WORKERS_S = 120.0
"""A worker that is started anew, or a whole set of them, is back by then."""

_COUNT_EVERY_S = 2.0
_KEPT = "what is finished is kept; run the same command again to go on, or without --cluster to go on here"


def connect_dask(scheduler: str) -> "DaskCluster":
    """Connect to a scheduler and look at its workers.

    Raises:
        EngineMissingError: Dask is not installed.
        ClusterError: there is no such scheduler, it has no workers, or one of them is not fit.
    """
    cluster = DaskCluster(_open_client(scheduler), scheduler)
    try:
        cluster.require_fit_workers()
    except BaseException:  # Ctrl-C too: the connection would outlive the run
        cluster.close()
        raise
    return cluster


def _open_client(scheduler: str) -> "Client":
    try:
        from distributed import Client, Security
    except ImportError as error:
        raise EngineMissingError(
            f"--cluster needs Dask, of which a part is missing: {error}", hint='pip install "audiobook[cluster]"'
        ) from error

    class ClosedByHand(Client):  # type: ignore[misc]  # Any where Dask is not installed
        """Is closed by `DaskCluster.close` alone.

        Dask's own client also closes when the garbage collector comes by, which may be while another client starts:
        distributed (2026.8) then waits for ever, for a lock that it holds itself.
        """

        def __del__(self) -> None:
            pass

    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what happens is told once, by us
    if scheduler.startswith("tls://") and Security().get_connection_args("client").get("ssl_context") is None:
        raise ClusterError(
            f"{scheduler}: this machine has no certificate for it",
            hint="name one in Dask's configuration: distributed.comm.tls.ca-file and distributed.comm.tls.client",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other versions of libraries there: what matters is in the fingerprints
            return ClosedByHand(scheduler, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(
            f"{scheduler}: no scheduler answers there: {_first_line(error)}",
            hint="start one with: dask scheduler; its first lines say its address, such as tcp://192.168.1.10:8786",
        ) from error


class DaskCluster:
    """A scheduler and its workers; see `Cluster`."""

    def __init__(self, client: "Client", scheduler: str) -> None:
        self._client = client
        self._scheduler = scheduler
        self.executor: Executor = client.get_executor(pure=False)
        self._threads = 0
        self._counted_s = float("-inf")
        self._without_since_s: float | None = None

    def require_fit_workers(self) -> None:
        """Make sure that there are workers and that each of them has this program.

        Raises:
            ClusterError: names the first that is not fit.
        """
        with suppress(TimeoutError):
            self._client.wait_for_workers(1, timeout=_FIRST_WORKER_S)
        found: Mapping[str, WorkerIdentity | Exception] = self._client.run(identify_worker, on_error="return")
        if not found:
            raise ClusterError(
                f"{self._scheduler}: this scheduler has no workers",
                hint=f"start some with: dask worker {self._scheduler} --nworkers 4 --nthreads 1",
            )
        for name, worker in found.items():
            if isinstance(worker, WorkerIdentity):
                require_fit(worker, program=__version__)
            elif not isinstance(worker, OSError):  # it has gone meanwhile
                raise ClusterError(
                    f"worker {name} cannot run audiobook: {_first_line(worker)}",
                    hint=f"install audiobook {__version__} in the environment that the worker runs in",
                ) from worker

    def thread_count(self) -> int:
        """How many batches it speaks at the same time, counted every few seconds."""
        now_s = time.monotonic()
        if now_s - self._counted_s >= _COUNT_EVERY_S:
            try:
                self._threads = sum(self._client.nthreads().values())
            except (OSError, CancelledError, RuntimeError) as error:
                raise self._lost() from error
            self._counted_s = now_s
        return self._threads

    def look(self) -> None:
        """Raise `ClusterError` if the scheduler is gone, or all workers for longer than a new start takes."""
        if self.thread_count():
            self._without_since_s = None
            return
        now_s = time.monotonic()
        self._without_since_s = self._without_since_s or now_s
        if now_s - self._without_since_s > _WITHOUT_WORKERS_S:
            raise ClusterError(f"{self._scheduler}: all workers are gone", hint=_KEPT)

    def explain(self, error: BaseException) -> AudiobookError:
        """Say what an error of a job means for a person."""
        from distributed.scheduler import KilledWorker

        if isinstance(error, AudiobookError):
            return error
        if isinstance(error, KilledWorker):
            return WorkerDiedError(f"it ended {error.allowed_failures + 1} workers of the cluster in turn")
        if isinstance(error, CancelledError):
            return self._lost()
        return ClusterError(
            f"{self._scheduler}: a worker failed: {type(error).__name__}: {_first_line(error)}",
            hint="look at that worker's own messages; what is finished is kept",
        )

    def close(self) -> None:
        """Leave the cluster; it forgets what was asked of it."""
        with suppress(OSError, CancelledError, RuntimeError):
            self._client.close(timeout=_CONNECT_S)

    def _lost(self) -> ClusterError:
        return ClusterError(f"{self._scheduler}: the connection to the scheduler was lost", hint=_KEPT)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
