"""Processes that are killed, hang, or get no more memory."""

import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from inside.entering import environment_with

from fault_trials.bench import Bench, Trial

_HUNG_AFTER_S = "3"


def kill_all(bench: Bench) -> Iterator[Trial]:
    """Kill -9 to program and workers at once, as when the machine goes off: during a cold or a second make."""
    yield from _kill(bench, lambda running: os.killpg(running.pid, signal.SIGKILL))


def kill_program(bench: Bench) -> Iterator[Trial]:
    """Kill -9 to the program alone, whose workers must not live on."""
    yield from _kill(bench, lambda running: running.kill())


def _kill(bench: Bench, kill: Callable[["subprocess.Popen[str]"], None]) -> Iterator[Trial]:
    for project in bench.new_books(bench.kills):
        running = bench.start(project)
        moment_s = bench.wait_a_while()
        kill(running)
        yield bench.judge(project, f"after {moment_s:.2f} s", bench.end(running))


def kill_worker(bench: Bench) -> Iterator[Trial]:
    """Kill -9 to one worker; the run must go on by itself."""
    yield from _disturb_worker(bench, lambda worker: os.kill(worker, signal.SIGKILL))


def hang_worker(bench: Bench) -> Iterator[Trial]:
    """Stop one worker for good, which then counts as hung after three seconds; the run must go on by itself."""
    limited = environment_with("short_limits", BENCHMARK_LIMIT_S=_HUNG_AFTER_S)
    yield from _disturb_worker(bench, lambda worker: os.kill(worker, signal.SIGSTOP), env=limited)


def no_memory(bench: Bench) -> Iterator[Trial]:
    """Give one worker no more memory from some moment on."""
    yield from _disturb_worker(bench, _leave_no_memory)


def _leave_no_memory(worker: int) -> None:
    used = int(Path(f"/proc/{worker}/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.prlimit(worker, resource.RLIMIT_AS, (used, used))


def _disturb_worker(bench: Bench, disturb: Callable[[int], None], **how: object) -> Iterator[Trial]:
    """Disturb one worker of each run at a random moment of its life; runs that were over by then are not counted."""
    for project in bench.new_books(max(1, bench.kills // 4)):
        running = bench.start(project, **how)
        while running.poll() is None and not _workers_of(running):
            time.sleep(0.02)
        moment_s = bench.wait_a_while(share=0.5)
        workers = _workers_of(running)
        for worker in workers[:1]:
            with suppress(OSError):  # it may have ended since
                disturb(worker)
        ended = bench.end(running)
        if workers:
            yield bench.judge(project, f"after {moment_s:.2f} s", ended)


def _workers_of(running: "subprocess.Popen[str]") -> list[int]:
    """List the worker processes, the newest first; the resource tracker is none."""
    listed = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    try:
        children = [int(word) for word in listed.read_text(encoding="ascii").split()]
        commands = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    except OSError:
        return []
    return sorted((child for child in children if b"spawn_main" in commands[child]), reverse=True)
