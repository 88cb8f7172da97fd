"""Feeds the program manuscripts that nobody means well with, and says what came of each.

    python benchmarks/hostile.py                  # all cases; needs 2 GB of disk and some minutes
    python benchmarks/hostile.py bomb traversal   # those whose name holds one of these words
    python benchmarks/hostile.py --strace bomb    # watch system calls too (Linux, strace)

Each case is made in a temporary folder and read by the program in a process of its own. It passes if the program reads
it or refuses it with one message and exit code 3, as the case allows, within its limits of time and memory, without a
traceback, a file written outside the folders given for that, or a network connection. Exit code 1 if any case fails.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from subprocess import Popen

from forgeries.archive_cases import archive_cases
from forgeries.cases import Case, Outcome
from forgeries.file_cases import file_cases
from forgeries.text_cases import text_cases
from program_cost import EndedRun, run_to_end
from results_page import add_record_options, recorded

_GUARD = Path(__file__).parent / "forgeries" / "guard"
_OWN = ("build", "voices", "home", ".stdout", ".stderr", "guard.log", "strace.log")
"""What stands in a case's folder besides its manuscript."""
_NETWORK_FAMILIES = ("AF_INET", "AF_INET6")
_REFUSED_CODE = 3
_MOST_WALL = 10
"""Times its limit of CPU seconds a program may last: other programs slow it, but what waits for ever must end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of a case; `faults` is empty if it passed."""

    case: Case
    ended: EndedRun
    faults: tuple[str, ...]


def main() -> int:
    """Try the cases that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("words", nargs="*", help="only cases whose name holds one of these")
    parser.add_argument("--strace", action="store_true", help="watch system calls")
    add_record_options(parser, section="Files that nobody means well with")
    given = parser.parse_args()
    with recorded(given):
        return try_cases(given)


def try_cases(given: argparse.Namespace) -> int:
    print(f"{'case':56} {'outcome':9} {'wall s':>7} {'CPU s':>6} {'peak MiB':>8}  what it said")
    tried = failed = 0
    for case in _all_cases():
        if not given.words or any(word in case.name for word in given.words):
            verdict = try_case(case, traced=given.strace)
            tried, failed = tried + 1, failed + bool(verdict.faults)
            print(_row(verdict), flush=True)
    print(f"{tried} cases, {failed} failed")
    return 1 if failed else 0


def try_case(case: Case, *, traced: bool) -> Verdict:
    """Make a case, run the program on it and look at what it did."""
    with tempfile.TemporaryDirectory(prefix="hostile-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = _made(case, folder)
        before = _snapshot(folder)
        watch = partial(_watch, case, source)
        command = _command(case, source, folder, traced=traced)
        ended = run_to_end(command, in_folder=folder, environment=_environment(folder), while_running=watch)
        changed = [] if case.while_read else sorted(set(_snapshot(folder).items()) ^ set(before.items()))
        faults = (*_faults(case, ended), *_trespasses(folder), *(f"changed {path}" for (path, _) in changed))
        return Verdict(case=case, ended=ended, faults=faults)


def _all_cases() -> Iterator[Case]:
    yield from archive_cases()
    yield from text_cases()
    yield from file_cases()


def _made(case: Case, folder: Path) -> Path:
    """Make a case's file in a process of its own: what this one holds would count as the program's memory."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return case.make(folder)
    context = multiprocessing.get_context("fork")
    made: multiprocessing.SimpleQueue[Path] = context.SimpleQueue()
    maker = context.Process(target=lambda: made.put(case.make(folder)))
    maker.start()
    maker.join()
    return made.get()


def _command(case: Case, source: Path, folder: Path, *, traced: bool) -> list[str]:
    folders = ["--build-dir", str(folder / "build"), "--voices-dir", str(folder / "voices")]
    words = [sys.executable, "-m", "audiobook", case.command, str(source), *folders, "--quiet"]
    if case.command == "make":
        words += ["--engine", "tone", "--jobs", "1"]
    trace = ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(folder / "strace.log")]
    return [*trace, *words] if traced else words


def _environment(folder: Path) -> Mapping[str, str]:
    (folder / "home").mkdir()
    own = {"PYTHONPATH": str(_GUARD), "HOSTILE_LOG": str(folder / "guard.log"), "HOME": str(folder / "home")}
    return {**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder / "build")}


def _watch(case: Case, source: Path, process: "Popen[bytes]") -> None:
    """End a program that runs far too long, and change its file under it where the case says so."""
    ending = threading.Timer(case.limit_s * _MOST_WALL, process.kill)
    ending.daemon = True
    ending.start()
    if case.while_read is not None:
        threading.Thread(target=_keep_changing, args=(case, source, process), daemon=True).start()


def _keep_changing(case: Case, source: Path, process: "Popen[bytes]") -> None:
    while process.returncode is None and case.while_read is not None:
        try:
            case.while_read(source)
        except OSError:
            return  # the folder is gone: the program ended


def _faults(case: Case, ended: EndedRun) -> Iterator[str]:
    is_read, is_refused = ended.exit_code == 0, ended.exit_code == _REFUSED_CODE
    if not (is_read or is_refused) or (case.outcome is Outcome.READ and not is_read):
        yield f"exit code {ended.exit_code}"
    if case.outcome is Outcome.REFUSED and is_read:
        yield "was read"
    if "Traceback" in ended.errors:
        yield "traceback"
    if is_refused and sum(not line.startswith("hint:") for line in ended.errors.splitlines() if line.strip()) != 1:
        yield "not one message"
    if (ended.cost.cpu_s or ended.cost.wall_s) > case.limit_s:
        yield f"over {case.limit_s:.0f} s"
    if (ended.cost.peak_mib or 0) > case.limit_mib:
        yield f"over {case.limit_mib:.0f} MiB"


def _trespasses(folder: Path) -> Iterator[str]:
    """Give what the program did outside its folders and on the network."""
    log = folder / "guard.log"
    allowed = (*(f"write {folder / each}" for each in ("build", "voices", "home")), "write /dev/")
    for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else ():
        if not line.startswith(allowed):
            yield line[:200]
    trace = folder / "strace.log"
    for line in trace.read_text(encoding="utf-8").splitlines() if trace.exists() else ():
        if any(family in line for family in _NETWORK_FAMILIES):
            yield line[:200]


def _snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Note size and time of every file beside the folders that the program may write to."""
    found: dict[str, tuple[int, int]] = {}
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if inside.parts[0] not in _OWN:
            status = path.lstat()
            found[str(inside)] = status.st_size, status.st_mtime_ns
    return found


def _row(verdict: Verdict) -> str:
    ended = verdict.ended
    outcome = {0: "read", _REFUSED_CODE: "refused"}.get(ended.exit_code, f"exit {ended.exit_code}")
    said = next(iter(ended.errors.splitlines()), "").removeprefix("error: ")
    said = said.replace(f"{tempfile.gettempdir()}/", "")
    what = f"FAILED: {'; '.join(verdict.faults)} | {said}" if verdict.faults else said
    cost = f"{ended.cost.wall_s:7.1f} {ended.cost.cpu_s or 0:6.1f} {ended.cost.peak_mib or 0:8.0f}"
    return f"{verdict.case.name[:56]:56} {outcome:9} {cost}  {what[:150]}"


if __name__ == "__main__":
    sys.exit(main())
