"""Memory that a process keeps to use again, instead of giving it back to the system after each piece of sound.

Sound is worked on in arrays of some hundred kilobytes. The C library of most Linux systems (glibc) fetches such arrays
from the system one by one and returns them at once, and the system clears every page anew: half of the processor time
that measuring a take's loudness took. Refuses to know who needs the memory. See mallopt(3).
"""

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h
_KEPT_BYTES = 32 << 20
"""So much may lie unused at the end of the heap; also the most that glibc takes for the other bound on 64 bits."""


def keep_freed_memory() -> None:
    """Have this process keep freed memory for its next arrays; does nothing where the C library has no such setting."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _KEPT_BYTES)
        mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
