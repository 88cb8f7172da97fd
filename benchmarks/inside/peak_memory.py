"""Each process writes down at its end, in the folder BENCHMARK_PEAKS, the most memory it ever held, in bytes."""

import atexit
import os
import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def _peak_bytes() -> int:
    """The largest resident memory; on Linux `ru_maxrss` would count what was there before the program was loaded."""
    if _STATUS.exists():
        facts = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="ascii").splitlines())
        return int(facts["VmHWM"].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _write_down(kind: str) -> None:
    Path(os.environ["BENCHMARK_PEAKS"], f"{kind}-{os.getpid()}").write_text(str(_peak_bytes()), encoding="ascii")


_command = " ".join(sys.orig_argv)
if "resource_tracker" not in _command:
    atexit.register(_write_down, "worker" if "spawn_main" in _command else "program")
