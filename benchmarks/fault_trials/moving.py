"""Folders that get another name or place, between runs and during one."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fault_trials.bench import Bench, Trial


def move(bench: Bench) -> Iterator[Trial]:
    """The project's folder gets another name and place, finished or half made."""
    for share in (0.3, 0.6, 2.0):
        project = bench.new_book()
        running = bench.start(project)
        time.sleep(bench.cold_s * share)
        with suppress(OSError):
            os.killpg(running.pid, signal.SIGKILL)
        ended = bench.end(running)
        place = project.rename(project.with_name(f"{project.name} moved"))
        bench.used.append(place)
        yield bench.judge(place, f"at {share:.0%}", ended)


def move_project_meanwhile(bench: Bench) -> Iterator[Trial]:
    """The project gets another name during a run that was started in it; the run may follow it."""
    for project in bench.new_books(_trials(bench)):
        yield _move_under(bench, project, bench.start(project))


def move_from_under(bench: Bench) -> Iterator[Trial]:
    """The project gets another name during a run that was given its whole path."""
    for project in bench.new_books(_trials(bench)):
        places = ("--build-dir", str(project / "build"), "--voices-dir", str(project / "voices"))
        yield _move_under(bench, project, bench.start(project, *places, cwd=project.parent))


def _move_under(bench: Bench, project: Path, running: "subprocess.Popen[str]") -> Trial:
    """Give a project another name after a while, and see what becomes of the run and of the book."""
    moment_s = bench.wait_a_while()
    place = project.rename(project.with_name(f"{project.name} moved"))
    bench.used.append(place)
    return bench.judge(place, f"after {moment_s:.2f} s", bench.end(running))


def move_build_meanwhile(bench: Bench) -> Iterator[Trial]:
    """The build folder alone gets another name during a run."""
    for project in bench.new_books(_trials(bench)):
        running = bench.start(project)
        moment_s = bench.wait_a_while()
        with suppress(OSError):  # it may not be there yet
            (project / "build").rename(project / "build of before")
        yield bench.judge(project, f"after {moment_s:.2f} s", bench.end(running))


def _trials(bench: Bench) -> int:
    return max(1, bench.kills // 5)
