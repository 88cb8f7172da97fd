"""Jobs for worker processes: what they are, and the plain queue that runs them in this process.

Refuses to know what a job does.
"""

from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Protocol, TypeVar

from audiobook.errors import AudiobookError, EngineError

R = TypeVar("R")

LONGEST_JOB_S = 3600.0


class WorkerDiedError(EngineError):
    """A worker process ended, or was ended for taking too long, while it ran this one job alone."""


class Turn(Enum):
    """When a job's turn comes."""

    LAST = auto()
    FIRST = auto()
    """Before all that wait already."""
    ALONE = auto()
    """Next, and while no other job is under way, so that a death is this job's own."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Job:
    """A piece of work and whom to tell.

    Attributes:
        work: a function at the top of a module; its arguments and its result can be pickled.
        on_done: called with the finished future on the thread that runs the queue; may submit more jobs.
        limit_s: after so long it counts as hung.
        subject: what it is about. Jobs about the same go to the same process if that keeps none idle, for it may
            still have in memory what the next one needs.
        most_processes: only the first so many ever run jobs like this one, for each loads what takes much memory;
            None for all.
    """

    work: Callable[..., Any]
    args: tuple[object, ...]
    on_done: Callable[[Future[Any]], None]
    limit_s: float = LONGEST_JOB_S
    subject: Hashable = None
    most_processes: int | None = None

    def may_run_at(self, place: int) -> bool:
        """Whether the process with this index may run it."""
        return self.most_processes is None or place < self.most_processes


class JobQueue(Protocol):
    """Takes jobs and runs them: `Workers`, or `SerialWorkers` where one process is enough."""

    @property
    def process_count(self) -> int:
        """How many jobs run at the same time."""
        ...

    def submit(
        self,
        work: Callable[..., R],
        *args: object,
        on_done: Callable[[Future[R]], None],
        turn: Turn = Turn.LAST,
        limit_s: float = LONGEST_JOB_S,
        subject: Hashable = None,
        most_processes: int | None = None,
    ) -> None:
        """Hand in a job; it runs during `run`. See `Job`.

        If its worker died, the future raises `WorkerDiedError`.
        """
        ...

    def run(self) -> None:
        """Run until no job is left; what `on_done` raises ends the run."""
        ...


class SerialWorkers:
    """The same in this very process, one job after the other: for tests. It can neither die nor hang alone."""

    process_count = 1

    def __init__(self) -> None:
        self._waiting: deque[Job] = deque()

    def submit(
        self,
        work: Callable[..., R],
        *args: object,
        on_done: Callable[[Future[R]], None],
        turn: Turn = Turn.LAST,
        limit_s: float = LONGEST_JOB_S,
        subject: Hashable = None,
        most_processes: int | None = None,
    ) -> None:
        """Hand in a job; see `JobQueue`."""
        job = Job(
            work=work, args=args, on_done=on_done, limit_s=limit_s, subject=subject, most_processes=most_processes
        )
        if turn is Turn.LAST:
            self._waiting.append(job)
        else:
            self._waiting.appendleft(job)

    def run(self) -> None:
        """Run every job; errors that are not ours come out at once."""
        while self._waiting:
            job = self._waiting.popleft()
            future: Future[Any] = Future()
            try:
                future.set_result(job.work(*job.args))
            except AudiobookError as error:
                future.set_exception(error)
            job.on_done(future)
