"""Memory that worker processes keep: arrays of sound do not come from the system one by one."""

import ctypes
import subprocess
import sys

import pytest

_COUNT_CLEARED_PAGES = """
import resource, sys
from audiobook.synthesis.kept_memory import keep_freed_memory
if sys.argv[1] == "kept":
    keep_freed_memory()
bytearray(8 << 20)
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(20):
    first, second = bytearray(2 << 20), bytearray(8 << 20)
    del first, second
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallopt"), reason="a setting of glibc")
def test_arrays_of_a_process_that_keeps_memory_are_not_cleared_by_the_system_again() -> None:
    kept, usual = (_cleared_pages(how) for how in ("kept", "usual"))

    assert kept < usual / 2


def _cleared_pages(how: str) -> int:
    command = [sys.executable, "-c", _COUNT_CLEARED_PAGES, how]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
