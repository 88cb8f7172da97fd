"""Worker processes that outlive anything their work does to them.

A worker that dies or hangs takes nobody's result with it: the processes are started anew and the jobs that were under
way are tried one at a time, until the one that kills is alone and known. Refuses to know what a job does.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing.connection import wait as wait_for_objects
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self, TypeVar

from audiobook.errors import EngineError
from audiobook.synthesis.jobs import LONGEST_JOB_S, Job, Turn, WorkerDiedError
from audiobook.synthesis.kept_memory import keep_freed_memory

R = TypeVar("R")

_LOOK_EVERY_S = 1.0  # Ctrl-C reaches a waiting Python on Windows only between two waits
_JOBS_A_PROCESS = 2  # one that runs and one that waits, so that none idles while a result is looked at
_DEATHS_IN_A_ROW = 5  # as many, with no result between them, and the fault is not in the jobs
_GRACE_S = 2.0
_LEAVING_S = 10.0  # for a process that was told to end and has nothing left to do
_THREAD_COUNTS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Workers:
    """Fresh interpreters, and the jobs that wait for them.

    Each process has a queue of its own (a pool of one), so that jobs about the same subject can go to the same one.

    Use it as a context manager. Leaving it because of an error, Ctrl-C included, ends all processes at once; files
    are written whole or not at all, so that loses no more than the jobs under way.

    Args:
        process_count: at least 1.
    """

    def __init__(self, process_count: int) -> None:
        self.process_count = process_count
        self._pools: dict[int, ProcessPoolExecutor] = {}
        self._waiting: deque[Job] = deque()
        self._alone: deque[Job] = deque()
        self._under_way: dict[Future[Any], Job] = {}
        self._place_of: dict[Future[Any], int] = {}
        self._home_of: dict[Hashable, int] = {}
        self._started_s: dict[Future[Any], float] = {}
        self._watched: dict[Future[Any], Callable[[Future[Any]], None]] = {}
        self._look: Callable[[], None] = _see_nothing
        self._isolated: Future[Any] | None = None
        self._deaths_in_a_row = 0
        self._foreign_children: frozenset[int | None] = frozenset()

    def __enter__(self) -> Self:
        """Start nothing yet: processes start with the first jobs, or with `start`."""
        self._foreign_children = frozenset(child.pid for child in multiprocessing.active_children())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Let the processes go; after an error do not wait for what they are doing."""
        if error is not None:
            self._end_processes()
        self._drop_pools()

    def start(self, prepare: Callable[[], object]) -> None:
        """Start all processes before there are jobs, and have each do what it must do once."""
        for place in range(self.process_count):
            pool = self._pool(place)
            with suppress(BrokenExecutor), _interrupts_held_back():  # whatever it is, it shows with the first job
                pool.submit(prepare)

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
        """Hand in a job; it runs during `run`. See `JobQueue`."""
        job = Job(
            work=work, args=args, on_done=on_done, limit_s=limit_s, subject=subject, most_processes=most_processes
        )
        if turn is Turn.ALONE:
            self._alone.appendleft(job)
        elif turn is Turn.FIRST:
            self._waiting.appendleft(job)
        else:
            self._waiting.append(job)

    def watch(self, future: Future[R], *, on_done: Callable[[Future[R]], None]) -> None:
        """Wait during `run` also for what another executor works on; `on_done` is called as with a job of one's own."""
        self._watched[future] = on_done

    def look_out(self, look: Callable[[], None]) -> None:
        """Have `look` called every second or so in which nothing is finished; what it raises ends the run."""
        self._look = look

    def run(self) -> None:
        """Run until no job is left and nothing watched is open, calling each `on_done` on this thread.

        Raises:
            EngineError: processes die whatever they are given to do.
        """
        while self._waiting or self._alone or self._under_way or self._watched:
            self._start_jobs()
            done = self._wait()
            self._tell_of_others(done)
            done &= self._under_way.keys()
            if any(isinstance(future.exception(), BrokenExecutor) for future in done):
                done = self._bury_pools()
            self._tell(done)

    def _start_jobs(self) -> None:
        """Keep the processes busy, or give one of them a suspect alone."""
        if self._alone:
            if not self._under_way:
                self._isolated = self._start(self._alone.popleft(), place=0)
            return
        busy = Counter(self._place_of.values())
        for jobs_ahead in range(_JOBS_A_PROCESS):
            for place in range(self.process_count):
                job = self._next_job(place) if busy[place] == jobs_ahead else None
                if job is not None:
                    self._start(job, place=place)
                    busy[place] += 1

    def _next_job(self, place: int) -> Job | None:
        """Take the first job whose subject is no other process's, or else the first; None if there is none for it."""
        possible = ((index, job) for index, job in enumerate(self._waiting) if job.may_run_at(place))
        first = next(possible, None)
        if first is None:
            return None
        own = (index for index, job in chain([first], possible) if self._home_of.get(job.subject, place) == place)
        index = next(own, first[0])
        job = self._waiting[index]
        del self._waiting[index]
        if job.subject is not None:
            self._home_of.setdefault(job.subject, place)
        return job

    def _start(self, job: Job, *, place: int) -> Future[Any]:
        pool = self._pool(place)
        try:
            with _interrupts_held_back():
                future = pool.submit(job.work, *job.args)
        except BrokenExecutor as error:  # it died since the last look
            if not self._under_way:
                self._drop_pools()
                return self._start(job, place=place)
            future = Future()
            future.set_exception(error)
        self._under_way[future] = job
        self._place_of[future] = place
        return future

    def _pool(self, place: int) -> ProcessPoolExecutor:
        if place not in self._pools:
            context = multiprocessing.get_context("spawn")
            self._pools[place] = ProcessPoolExecutor(1, mp_context=context, initializer=_prepare_worker)
        return self._pools[place]

    def _wait(self) -> set[Future[Any]]:
        """Wait for results; a job past its limit ends the processes, which then counts as a death."""
        for future in {place: future for future, place in reversed(self._place_of.items())}.values():
            self._started_s.setdefault(future, time.monotonic())  # each process's first: it runs them in order
        while True:
            futures = [*self._under_way, *self._watched]
            done, _ = wait(futures, timeout=_LOOK_EVERY_S, return_when=FIRST_COMPLETED)
            if done:
                return done
            self._look()
            if any(self._is_overdue(future) for future in self._started_s):
                self._end_processes()

    def _is_overdue(self, future: Future[Any]) -> bool:
        return time.monotonic() - self._started_s[future] > self._under_way[future].limit_s

    def _bury_pools(self) -> set[Future[Any]]:
        """Sort out who is left after a death: results to tell, and jobs to try again alone.

        Returns:
            The futures that have something to tell.
        """
        self._end_processes()
        wait(self._under_way)
        self._drop_pools()
        victims = [future for future in self._under_way if isinstance(future.exception(), BrokenExecutor)]
        told = set(self._under_way).difference(victims)
        if victims == [self._isolated]:
            told.add(self._replace_by_death(victims[0]))
            return told
        self._alone.extend(self._forget(future) for future in victims)
        return told

    def _replace_by_death(self, future: Future[Any]) -> Future[Any]:
        """Name the job that killed, for it was alone."""
        self._deaths_in_a_row += 1
        if self._deaths_in_a_row >= _DEATHS_IN_A_ROW:
            raise EngineError(
                f"{_DEATHS_IN_A_ROW} worker processes in a row ended without finishing anything",
                hint="audiobook doctor checks the speech engine",
            )
        overdue = self._is_overdue(future)
        job = self._forget(future)
        name = getattr(job.work, "__name__", "a job")
        how = f"{name} took longer than {job.limit_s:.0f} seconds" if overdue else f"a worker process ended in {name}"
        death: Future[Any] = Future()
        death.set_exception(WorkerDiedError(how))
        self._under_way[death] = job
        return death

    def _forget(self, future: Future[Any]) -> Job:
        self._started_s.pop(future, None)
        self._place_of.pop(future, None)
        return self._under_way.pop(future)

    def _tell_of_others(self, done: set[Future[Any]]) -> None:
        for future in [future for future in self._watched if future in done]:
            self._watched.pop(future)(future)

    def _tell(self, done: set[Future[Any]]) -> None:
        for future in [future for future in self._under_way if future in done]:
            job = self._forget(future)
            if not isinstance(future.exception(), WorkerDiedError):
                self._deaths_in_a_row = 0
            job.on_done(future)

    def _end_processes(self) -> None:
        """End every process of the pool now, whatever it is doing."""
        ours = self._children()
        for child in ours:
            child.terminate()
        for child in ours:
            child.join(_GRACE_S)
            if child.is_alive():
                child.kill()

    def _drop_pools(self) -> None:
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)  # all are told before one is waited for
        for child in self._children():
            child.join(_LEAVING_S)
            if child.is_alive():  # it hangs, and no limit of a job counts any more
                child.kill()
                child.join()
        self._pools.clear()

    def _children(self) -> list[BaseProcess]:
        return [child for child in multiprocessing.active_children() if child.pid not in self._foreign_children]


def _see_nothing() -> None:
    """Stand for a look while there is nothing to look out for."""


def _prepare_worker() -> None:
    """Leave Ctrl-C to the parent, and the cores to one worker each: the threads of libraries would fight over them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_freed_memory()
    for threads in _THREAD_COUNTS:
        os.environ.setdefault(threads, "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when its parent is gone, however that ended: nobody waits for its work any more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for_objects([parent.sentinel])
        os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start processes deaf to Ctrl-C from their first instruction; for us it is only held back for a moment.

    Pools are made outside, for the first one starts Python's resource tracker, which lets Ctrl-C through again.
    Windows cannot do that; there a worker is deaf from `_prepare_worker` on.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
