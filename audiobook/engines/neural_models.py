"""What all engines with a model in ONNX need: the package, memory, one thread, and a digest of the model's file.

One thread, because lines are spoken side by side by as many worker processes as there are cores: they fill the machine,
and more threads would only fight. It also keeps samples the same however many workers there are: with two threads
Hibari's model was measured to give other samples than with one.
"""

import hashlib
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from audiobook.errors import EngineError, EngineMissingError
from audiobook.workspace.files import describe

_MEBIBYTE = 1 << 20


def require_package(module: str, *, extra: str) -> ModuleType:
    """Import an engine's package.

    Raises:
        EngineMissingError: it is not installed; the hint is the command that installs it.
        EngineError: it is there and does not work.
    """
    from importlib.util import find_spec

    hint = f'pip install "audiobook[{extra}]"'
    if find_spec(module) is None:
        raise EngineMissingError(f"the engine {extra} is not installed: there is no package {module}", hint=hint)
    try:
        return import_module(module)
    except (ImportError, OSError) as error:
        message = f"the package {module} of the engine {extra} does not work: {error}"
        raise EngineError(message, hint=f"{hint} --force-reinstall") from error


def open_model(path: Path, *, extra: str, memory_mib: int) -> Any:
    """Load a model into an onnxruntime session.

    Args:
        memory_mib: what it takes with all that it needs while it speaks.

    Raises:
        EngineMissingError: onnxruntime is not installed.
        EngineError: there is not enough memory, or the file is no model.
    """
    runtime = require_package("onnxruntime", extra=extra)
    require_memory(memory_mib, what=f"the model {path.name} of {extra}")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its own classes derive from nothing more exact
        raise EngineError(f"{path}: this model cannot be loaded: {type(error).__name__}") from error


def require_memory(needed_mib: int, *, what: str) -> None:
    """Make sure that there is memory, before the system ends whoever takes too much.

    Raises:
        EngineError: there is too little; nothing is said where the system does not tell.
    """
    free_mib = free_memory_mib()
    if free_mib is not None and free_mib < needed_mib:
        raise EngineError(
            f"{what} needs {needed_mib} MiB of memory, and {free_mib} MiB are free",
            hint="close other programs, or use fewer workers: --jobs 1",
        )


def free_memory_mib() -> int | None:
    """Say how much memory is free, within the limit of a container; None where nobody knows."""
    if sys.platform == "win32":
        return _free_on_windows()
    found = [free for free in (_free_on_linux(), _free_in_container()) if free is not None]
    return min(found) // _MEBIBYTE if found else None


def _free_on_linux(meminfo: Path = Path("/proc/meminfo")) -> int | None:
    try:
        lines = dict(line.split(":", 1) for line in meminfo.read_text(encoding="ascii").splitlines())
        return int(lines["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, KeyError):
        return None


def _free_in_container(folder: Path = Path("/sys/fs/cgroup")) -> int | None:
    """What the control group (version 2) leaves; its files' cache can be taken back and counts as free."""
    try:
        limit = int((folder / "memory.max").read_text(encoding="ascii"))
        used = int((folder / "memory.current").read_text(encoding="ascii"))
        details = dict(line.split() for line in (folder / "memory.stat").read_text(encoding="ascii").splitlines())
        return max(limit - used + int(details.get("inactive_file", "0")), 0)
    except (OSError, ValueError):
        return None


if sys.platform == "win32":

    def _free_on_windows() -> int | None:
        import ctypes

        status = (ctypes.c_uint64 * 8)()
        ctypes.cast(status, ctypes.POINTER(ctypes.c_uint32))[0] = ctypes.sizeof(status)
        if not ctypes.windll.kernel32.GlobalMemoryStatusEx(status):
            return None
        return int(status[2]) // _MEBIBYTE  # ullAvailPhys, after two numbers of 32 bits and the total


def file_digest(path: Path) -> str:
    """Digest a model's file: the sha256 of its bytes, read once in a process for as long as it is unchanged.

    Raises:
        EngineError: it cannot be read.
    """
    try:
        status = path.stat()
        return _digest(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise EngineError(f"{path}: cannot be read: {describe(error)}", hint="check the name") from error


def file_mib(path: Path) -> int:
    """Say how large a model's file is, rounded up.

    Raises:
        EngineError: it cannot be looked at.
    """
    try:
        return -(-path.stat().st_size // _MEBIBYTE)
    except OSError as error:
        raise EngineError(f"{path}: cannot be read: {describe(error)}", hint="check the name") from error


@cache
def _digest(path: Path, _size: int, _changed_ns: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def runtime_fingerprint(*packages: str) -> str:
    """Name the versions of what computes the samples, and the kind of processor, for theirs differ in the last bit."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    named = []
    for package in (*packages, "onnxruntime", "numpy"):
        try:
            named.append(f"{package} {version(package)}")
        except PackageNotFoundError:  # an optional part: its absence is part of the sound, too
            named.append(f"no {package}")
    return ", ".join((*named, f"{platform.machine()}, 1 thread"))
