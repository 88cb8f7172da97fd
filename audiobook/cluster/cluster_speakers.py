"""A book's takes spoken by a cluster and kept in this machine's own store.

Any `concurrent.futures` executor will do: Dask's, or a pool of this machine. Knows how much is under way at once and
proves what comes back; refuses to know how a cluster is reached.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from types import TracebackType
from typing import Protocol, Self

from audiobook import __version__
from audiobook.cluster.shared_takes import SharedTakes, digest_take
from audiobook.cluster.spoken_batch import BatchOrder, SpokenTake, speak_batch
from audiobook.errors import AudiobookError
from audiobook.model.take import PlannedTake
from audiobook.synthesis.speaking import TakeOutcome
from audiobook.synthesis.take_store import PackedTake, TakeStore, unpack_figures
from audiobook.synthesis.workers import Workers

_BATCHES_A_THREAD = 3
"""One that is spoken, one that waits for it, and one on its way: no more, so that nothing piles up here or there."""

OnDone = Callable[[Future[tuple[TakeOutcome, ...]]], None]


class Cluster(Protocol):
    """A cluster that is connected."""

    executor: Executor

    def thread_count(self) -> int:
        """How many batches it speaks at the same time, now."""
        ...

    def explain(self, error: BaseException) -> AudiobookError:
        """Say what an error of a job means for a person; `WorkerDiedError` if the job ended whoever tried it."""
        ...

    def look(self) -> None:
        """Raise `ClusterError` if nothing can come any more."""
        ...

    def close(self) -> None:
        """Forget whatever is under way there."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _WaitingBatch:
    takes: tuple[PlannedTake, ...]
    on_done: OnDone
    limit_s: float


class ClusterSpeakers:
    """Speaks batches on a cluster, which is connected with the first one; use it as a context manager.

    Args:
        connect: raises `ClusterError` if that cannot be done.
        store: where the takes go.
        workers: whose `run` waits for this machine's jobs, and so for those of the cluster.
        take_store: URL of the shared store; None if takes come back themselves.
    """

    def __init__(
        self, connect: Callable[[], Cluster], *, store: TakeStore, workers: Workers, take_store: str | None
    ) -> None:
        self._connect = connect
        self._connected: Cluster | None = None
        self._store = store
        self._workers = workers
        self._take_store = take_store
        self._waiting: deque[_WaitingBatch] = deque()
        self._under_way = 0

    def __enter__(self) -> Self:
        """Connect nothing yet: a book with nothing to speak needs no cluster."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Leave the cluster; what is under way there is forgotten."""
        if self._connected is not None:
            self._connected.close()

    @property
    def process_count(self) -> int:
        """How many batches the cluster speaks at the same time.

        Raises:
            ClusterError: it cannot be reached.
        """
        return max(1, self._cluster.thread_count())

    def speak(self, batch: Sequence[PlannedTake], *, on_done: OnDone, limit_s: float) -> None:
        """Have a batch spoken; see `DistantSpeakers`."""
        self._waiting.append(_WaitingBatch(takes=tuple(batch), on_done=on_done, limit_s=limit_s))
        self._send()

    @property
    def _cluster(self) -> Cluster:
        if self._connected is None:
            if self._take_store is not None:
                SharedTakes(self._take_store)  # a wrong address shows before anything is asked for
            self._connected = self._connect()
            self._workers.look_out(self._look)
        return self._connected

    def _look(self) -> None:
        if self._under_way:
            self._cluster.look()

    def _send(self) -> None:
        """Keep every thread busy: those that joined the cluster meanwhile, too."""
        while self._waiting and self._under_way < _BATCHES_A_THREAD * self.process_count:
            batch = self._waiting.popleft()
            order = BatchOrder(
                takes=batch.takes, program=__version__, take_store=self._take_store, limit_s=batch.limit_s
            )
            self._under_way += 1
            future = self._cluster.executor.submit(speak_batch, order)
            self._workers.watch(future, on_done=partial(self._receive, batch))

    def _receive(self, batch: _WaitingBatch, future: Future[tuple[SpokenTake, ...]]) -> None:
        self._under_way -= 1
        self._send()
        told: Future[tuple[TakeOutcome, ...]] = Future()
        try:
            told.set_result(self._keep(future.result()))
        except AudiobookError as error:
            told.set_exception(error)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  a worker that ends itself (SystemExit) does not end this program
            told.set_exception(self._cluster.explain(error))
        batch.on_done(told)

    def _keep(self, spoken: Sequence[SpokenTake]) -> tuple[TakeOutcome, ...]:
        """Put takes into this machine's store, each proved first."""
        absent = [take.outcome.key for take in spoken if take.digest and take.data is None]
        fetched = SharedTakes(self._take_store).fetch(absent) if self._take_store and absent else {}
        return tuple(self._keep_take(take, fetched) for take in spoken)

    def _keep_take(self, take: SpokenTake, fetched: Mapping[str, bytes]) -> TakeOutcome:
        outcome = replace(take.outcome, spent_s=0.0)  # it says nothing about this machine
        if outcome.figures is None:
            return outcome
        data = take.data or fetched.get(outcome.key, b"")
        figures = unpack_figures(outcome.key, data) if digest_take(data) == take.digest else None
        if figures is None:
            return replace(outcome, figures=None, failure="it was lost or damaged on its way from the cluster")
        self._store.put(outcome.key, PackedTake(data=data, figures=figures))
        return replace(outcome, figures=figures)
