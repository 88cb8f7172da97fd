"""What a program costs: wall time, processor time and memory, its child processes included.

Knows processes; refuses to know what they are for.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took.

    Attributes:
        cpu_s: of the program and of every process it waited for; None where the system does not tell (Windows).
        peak_mib: largest resident memory of any single one of them; None as above.
    """

    wall_s: float
    cpu_s: float | None
    peak_mib: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRun:
    """A program that ended well: what it cost and what it printed."""

    cost: Cost
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedRun:
    """A program that ended, well or not.

    Attributes:
        exit_code: negative where a signal ended it.
    """

    cost: Cost
    exit_code: int
    output: str
    errors: str


class ProgramFailedError(Exception):
    """The program under test ended with an exit code other than 0."""


def run_measured(command: Sequence[str], *, in_folder: Path, environment: Mapping[str, str]) -> MeasuredRun:
    """Run a program to its end.

    The memory of a process counts from its fork on, so the caller must be smaller than what it measures.

    Raises:
        ProgramFailedError: it ended with another exit code than 0; what it said on stderr is in the message.
    """
    ended = run_to_end(command, in_folder=in_folder, environment=environment)
    if ended.exit_code != 0:
        raise ProgramFailedError(f"exit code {ended.exit_code}: {' '.join(command)}\n{ended.errors[-2000:]}")
    return MeasuredRun(cost=ended.cost, output=ended.output)


def run_to_end(
    command: Sequence[str],
    *,
    in_folder: Path,
    environment: Mapping[str, str],
    while_running: Callable[[subprocess.Popen[bytes]], None] = lambda _process: None,
) -> EndedRun:
    """Run a program to its end, whatever that is.

    Args:
        while_running: called once with the process, before it is waited for.
    """
    printed, said = in_folder / ".stdout", in_folder / ".stderr"
    with printed.open("wb") as out, said.open("wb") as err:
        start_s = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=in_folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        while_running(process)
        exit_code, cpu_s, peak_mib = _wait(process)
        wall_s = time.perf_counter() - start_s
    return EndedRun(
        cost=Cost(wall_s=wall_s, cpu_s=cpu_s, peak_mib=peak_mib),
        exit_code=exit_code,
        output=printed.read_text(encoding="utf-8", errors="replace"),
        errors=said.read_text(encoding="utf-8", errors="replace"),
    )


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, float | None, float | None]:
    """Wait for a process; gives its exit code, CPU seconds and peak memory in MiB, the processes it reaped included."""
    if sys.platform == "win32":
        return process.wait(), None, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    bytes_per_unit = 1 if sys.platform == "darwin" else 1024
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * bytes_per_unit / 2**20
