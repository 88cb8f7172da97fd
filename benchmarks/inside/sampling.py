"""Each process notes where its processor time goes, and writes that down at its end in the folder BENCHMARK_SAMPLES.

A timer of the system looks every few milliseconds of processor time. Python is told only once the C function that runs
is done; so a sample weighs as much processor time as has passed since the one before, and the time of C code counts for
whoever called it. Needs neither root nor another program; Windows has no such timer.
"""

import atexit
import json
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

_EVERY_S = 0.004
_OURS = f"{os.sep}audiobook{os.sep}"
_weights: Counter[tuple[str, ...]] = Counter()
_noted_s = 0.0


def _note(_signal: int, frame: FrameType | None) -> None:
    global _noted_s  # noqa: PLW0603 -- a signal's handler has no other place for it
    now_s = time.process_time()
    _weights[_stack(frame)] += now_s - _noted_s  # type: ignore[assignment] -- a counter of seconds
    _noted_s = now_s


def _stack(frame: FrameType | None) -> tuple[str, ...]:
    """Name our functions that are under way, the outermost first; an import is one thing, whatever it brings."""
    names: list[str] = []
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith("<frozen importlib"):
            names = ["importing"]
        elif _OURS in code.co_filename and "site-packages" not in code.co_filename and code.co_name != "<module>":
            names.append(f"{Path(code.co_filename).stem}.{code.co_qualname.replace('.<locals>', '')}")
        frame = frame.f_back
    return ("importing",) if "importing" in names else tuple(reversed(names))


def _write_down(kind: str) -> None:
    signal.setitimer(signal.ITIMER_PROF, 0.0)  # a signal after Python's own handlers are gone would end the process
    _note(signal.SIGPROF, None)
    rows = [[list(stack), weight] for stack, weight in _weights.items()]
    Path(os.environ["BENCHMARK_SAMPLES"], f"{kind}-{os.getpid()}.json").write_text(json.dumps(rows), encoding="utf-8")


_command = " ".join(sys.orig_argv)
if "resource_tracker" not in _command:
    atexit.register(_write_down, "workers" if "spawn_main" in _command else "first process")
    signal.signal(signal.SIGPROF, _note)
    signal.siginterrupt(signal.SIGPROF, False)  # noqa: FBT003 -- as the standard library has it
    signal.setitimer(signal.ITIMER_PROF, _EVERY_S, _EVERY_S)
