"""Disks that are full, and folders that may not be written."""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

from fault_trials.bench import Bench, Trial

_SIZES = 30


def full_disk(bench: Bench) -> Iterator[Trial]:
    """A disk that is full after so many kilobytes, then has room again. Linux, as root: it mounts a small disk."""
    if os.name == "nt" or os.geteuid() != 0:
        return
    needed_kb = sum(_sizes_of_build(bench)) // 1024
    step_kb = max(4, needed_kb // _SIZES)
    for size_kb in range(step_kb, needed_kb + 8 * step_kb, step_kb):
        project = bench.new_book()
        (project / "build").mkdir()
        if not _mount(project / "build", f"size={size_kb}k"):
            return
        ended = bench.make(project)
        _mount(project / "build", "remount,size=200m")
        trial = bench.judge(project, f"{size_kb} kB", ended)
        subprocess.run(("umount", str(project / "build")), check=True)
        yield trial


def limited_files(bench: Bench) -> Iterator[Trial]:
    """No file may grow beyond so many bytes, so that writes fail half way; then they may. Anybody may do that."""
    largest = max(_sizes_of_build(bench))
    for number in range(_SIZES):
        size = round(256 * (largest / 256) ** (number / _SIZES))
        project = bench.new_book()

        def limit(size: int = size) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        ended = bench.make(project, preexec_fn=limit)
        yield bench.judge(project, f"{size} bytes", ended)


def _sizes_of_build(bench: Bench) -> list[int]:
    project = bench.new_book()
    bench.make(project)
    return [path.stat().st_size for path in (project / "build").rglob("*") if path.is_file()]


def _mount(folder: Path, options: str) -> bool:
    return subprocess.run(("mount", "-t", "tmpfs", "-o", options, "none", str(folder)), check=False).returncode == 0


def read_only(bench: Bench) -> Iterator[Trial]:
    """A folder that may not be written, then may again; as root, to whom nothing is forbidden, by a mount."""
    for folder in ("build", "build/story", "build/.cache", "build/.cache/takes", "voices"):
        for is_made in (False, True):
            project = bench.new_book()
            if is_made:
                bench.make(project)
                bench.change(project)
            (project / folder).mkdir(parents=True, exist_ok=True)
            if not _forbid_writing(project / folder):
                return
            ended = bench.make(project)
            _allow_writing(project / folder)
            yield bench.judge(project, f"{folder}, {'made before' if is_made else 'new'}", ended)


def _forbid_writing(folder: Path) -> bool:
    if os.geteuid() != 0:
        folder.chmod(0o555)
        return True
    bound = ("mount", "--bind", str(folder), str(folder)), ("mount", "-o", "remount,ro,bind", str(folder))
    return all(subprocess.run(command, check=False).returncode == 0 for command in bound)


def _allow_writing(folder: Path) -> None:
    if os.geteuid() != 0:
        folder.chmod(0o755)
    else:
        subprocess.run(("umount", str(folder)), check=True)
