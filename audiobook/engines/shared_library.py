"""Loading, silencing and unloading a shared library, and handing it a path, on each system.

Knows the system calls; refuses to know which library it is. `ctypes` can load but has no public way to unload.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STANDARD_ERROR = 2


def load_library(path: Path) -> ctypes.CDLL:
    """Load a library for this caller alone: no other library finds its symbols.

    Raises:
        OSError: it is missing, or not made for this system.
    """
    return ctypes.CDLL(str(path))


@contextmanager
def silenced() -> Iterator[None]:
    """Keep what a library prints to standard error away from the user; all of this process is silent meanwhile."""
    try:
        usual = os.dup(_STANDARD_ERROR)
    except OSError:  # there is none to keep clean
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(usual, _STANDARD_ERROR)
        os.close(usual)
        os.close(nowhere)


if sys.platform == "win32":
    from _ctypes import FreeLibrary

    _kernel = ctypes.WinDLL("kernel32")

    def unload_library(library: ctypes.CDLL) -> None:
        """Let a library go; nothing of it may be called afterwards."""
        FreeLibrary(library._handle)  # noqa: SLF001 - ctypes has no public way

    def is_loaded(path: Path) -> bool:
        """Tell whether this process holds a library at the moment."""
        handle_of = _kernel.GetModuleHandleW
        handle_of.restype = ctypes.c_void_p
        return bool(handle_of(ctypes.c_wchar_p(str(path))))

    def encode_path(path: Path) -> bytes:
        """Encode a path for the C library's `fopen`: in the ANSI code page.

        Raises:
            UnicodeEncodeError: the code page lacks a letter of it.
        """
        return str(path).encode("mbcs", "strict")

    def short_path(folder: Path) -> Path:
        """Give the 8.3 path that the file system keeps for a folder, or the folder itself."""
        buffer = ctypes.create_unicode_buffer(1024)
        length = _kernel.GetShortPathNameW(ctypes.c_wchar_p(str(folder)), buffer, len(buffer))
        return Path(buffer.value) if length else folder

else:
    from _ctypes import dlclose

    _RTLD_NOLOAD = 0x10 if sys.platform == "darwin" else 0x4
    """From dlfcn.h; `os` has it on Linux only."""

    def unload_library(library: ctypes.CDLL) -> None:
        """Let a library go; nothing of it may be called afterwards."""
        dlclose(library._handle)  # noqa: SLF001 - ctypes has no public way

    def is_loaded(path: Path) -> bool:
        """Tell whether this process holds a library at the moment."""
        try:
            library = ctypes.CDLL(str(path), mode=os.RTLD_NOW | _RTLD_NOLOAD)
        except OSError:
            return False
        unload_library(library)
        return True

    def encode_path(path: Path) -> bytes:
        """Encode a path for the C library's `fopen`: the file system's own bytes."""
        return os.fsencode(path)
