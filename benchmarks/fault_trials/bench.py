"""The faults that `faults.py` tries, each as a series of trials on a book of its own."""

import contextlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

STORY = "\n\n".join(
    f'Chapter {number}: Day {number}\n\n"Anybody there?" asked Mara on day {number}.\n\n'
    f'"Only me," said Tobias, for the {number}th time. He held lamp number {number} up.\n\n'
    + "\n\n".join(f"Step {step} of stair {number} creaked. It was cold." for step in range(1, 6))
    for number in range(1, 5)
)
CHANGED = STORY.replace("lamp number 2", "lantern number 2")
DAMAGES = ("a bit is flipped", "cut in half", "filled with zeros", "removed")


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One fault tried once.

    Attributes:
        what: where or when it happened.
        ended: how the disturbed run ended.
        is_well: the plain run after it ended with code 0 and the bytes of an undisturbed run.
    """

    what: str
    ended: str
    is_well: bool


class Bench:
    """Makes books and compares them.

    Args:
        folder: temporary.
        kills: how many moments of each kind of kill.
    """

    def __init__(self, folder: Path, *, chance: random.Random, kills: int) -> None:
        self.chance = chance
        self.kills = kills
        self.used: list[Path] = []
        self._folder = folder
        self._count = 0
        first = self.new_book()
        self.make(first)
        started = time.monotonic()
        shutil.rmtree(first / "build")
        self.make(first)
        self.cold_s = time.monotonic() - started
        self._expected = {STORY: files_of(first)}
        (first / "story.txt").write_text(CHANGED, encoding="utf-8")
        self.make(first)
        self._expected[CHANGED] = files_of(first)

    def new_book(self) -> Path:
        """Write the story into a project of its own."""
        self._count += 1
        project = self._folder / f"project-{self._count}"
        project.mkdir()
        (project / "story.txt").write_text(STORY, encoding="utf-8")
        self.used.append(project)
        return project

    def start(self, project: Path, **how: object) -> "subprocess.Popen[bytes]":
        """Begin to make the book."""
        command = (sys.executable, "-m", "audiobook", "make", "story.txt", "--engine", "tone", "--jobs", "2")
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return] -- the keywords differ by fault
            command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True, **how
        )

    def make(self, project: Path, **how: object) -> int:
        """Make the book, whatever comes of it; the exit code."""
        running = self.start(project, **how)
        running.communicate()
        return running.returncode

    def judge(self, project: Path, what: str, ended: str) -> Trial:
        """Run a plain make and compare."""
        code = self.make(project)
        text = (project / "story.txt").read_text(encoding="utf-8")
        is_well = code == 0 and files_of(project) == self._expected[text]
        return Trial(what=what, ended=ended, is_well=is_well)


def files_of(project: Path) -> dict[str, bytes]:
    """Give every file of the release; what is half written counts too."""
    return {path.name: path.read_bytes() for path in sorted((project / "build" / "story").iterdir())}


def kill_all(bench: Bench) -> Iterator[Trial]:
    """Kill -9 to program and workers at once, as when the machine goes off: during a cold or a second make."""
    yield from kills(bench, lambda running: os.killpg(running.pid, signal.SIGKILL))


def kill_program(bench: Bench) -> Iterator[Trial]:
    """Kill -9 to the program alone, whose workers must not live on."""
    yield from kills(bench, lambda running: running.kill())


def kills(bench: Bench, kill: Callable[["subprocess.Popen[bytes]"], None]) -> Iterator[Trial]:
    for number in range(bench.kills):
        project = bench.new_book()
        if number % 3 == 2:
            bench.make(project)
            (project / "story.txt").write_text(CHANGED, encoding="utf-8")
        moment_s = bench.chance.uniform(0.0, bench.cold_s)
        running = bench.start(project)
        time.sleep(moment_s)
        kill(running)
        running.communicate()
        yield bench.judge(project, f"after {moment_s:.2f} s", ended(running.returncode))


def kill_worker(bench: Bench) -> Iterator[Trial]:
    """Kill -9 to one worker; the run must go on by itself."""
    for _ in range(bench.kills // 4):
        project = bench.new_book()
        running = bench.start(project)
        moment_s = bench.chance.uniform(0.0, bench.cold_s)
        time.sleep(moment_s)
        for child in workers_of(running)[:1]:
            os.kill(child, signal.SIGKILL)
        running.communicate()
        yield bench.judge(project, f"after {moment_s:.2f} s", ended(running.returncode))


def no_memory(bench: Bench) -> Iterator[Trial]:
    """Give one worker no more memory from some moment on."""
    for _ in range(bench.kills // 4):
        project = bench.new_book()
        running = bench.start(project)
        moment_s = bench.chance.uniform(0.0, bench.cold_s)
        time.sleep(moment_s)
        for child in workers_of(running)[:1]:
            with contextlib.suppress(OSError):
                used = int(Path(f"/proc/{child}/statm").read_text().split()[0]) * resource.getpagesize()
                resource.prlimit(child, resource.RLIMIT_AS, (used, used))
        running.communicate()
        yield bench.judge(project, f"after {moment_s:.2f} s", ended(running.returncode))


def workers_of(running: "subprocess.Popen[bytes]") -> list[int]:
    """List the worker processes, the newest first; the resource tracker is none."""
    listed = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    try:
        children = [int(word) for word in listed.read_text().split()]
        commands = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    except OSError:
        return []
    return sorted((child for child in children if b"spawn_main" in commands[child]), reverse=True)


def damage_files(bench: Bench) -> Iterator[Trial]:
    """Damage each file of a finished build in turn, in every way; of the takes and caches when they are needed, too."""
    project = bench.new_book()
    bench.make(project)
    for path in sorted(path for path in (project / "build").rglob("*") if path.is_file()):
        for damage in DAMAGES:
            if not path.exists():
                continue
            hurt(path, damage)
            if ".cache" in path.parts:
                for chapter in (project / "build" / "story").glob("*.mp3"):
                    chapter.unlink()
            yield bench.judge(project, f"{path.name}: {damage}", "-")


def hurt(path: Path, damage: str) -> None:
    content = bytearray(path.read_bytes())
    if damage == "removed":
        path.unlink()
    elif damage == "cut in half":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "filled with zeros":
        path.write_bytes(bytes(len(content)))
    elif content:
        content[len(content) // 2] ^= 0x10
        path.write_bytes(content)


def two_at_once(bench: Bench) -> Iterator[Trial]:
    """Two makes of the same book at the same time."""
    for _ in range(max(1, bench.kills // 10)):
        project = bench.new_book()
        running = [bench.start(project), bench.start(project)]
        for one in running:
            one.communicate()
        yield bench.judge(project, "at once", " and ".join(ended(one.returncode) for one in running))


def full_disk(bench: Bench) -> Iterator[Trial]:
    """A disk that is full after so many kilobytes, then has room again. Linux, as root: it mounts a small disk."""
    if os.name == "nt" or os.geteuid() != 0:
        return
    project = bench.new_book()
    bench.make(project)
    needed_kb = sum(path.stat().st_size for path in (project / "build").rglob("*") if path.is_file()) // 1024
    step_kb = max(4, needed_kb // 30)
    for size_kb in range(step_kb, needed_kb + 8 * step_kb, step_kb):
        project = bench.new_book()
        (project / "build").mkdir()
        if not mount(project / "build", f"size={size_kb}k"):
            return
        code = bench.make(project)
        mount(project / "build", "remount,size=200m")
        trial = bench.judge(project, f"{size_kb} kB", ended(code))
        subprocess.run(("umount", str(project / "build")), check=True)
        yield trial


def mount(folder: Path, options: str) -> bool:
    return subprocess.run(("mount", "-t", "tmpfs", "-o", options, "none", str(folder)), check=False).returncode == 0


def read_only(bench: Bench) -> Iterator[Trial]:
    """A folder that may not be written, then may again; as root, to whom nothing is forbidden, by a mount."""
    for folder in ("build", "build/story", "build/.cache", "build/.cache/takes", "voices"):
        for is_made in (False, True):
            project = bench.new_book()
            if is_made:
                bench.make(project)
                (project / "story.txt").write_text(CHANGED, encoding="utf-8")
            (project / folder).mkdir(parents=True, exist_ok=True)
            if not forbid_writing(project / folder):
                return
            code = bench.make(project)
            allow_writing(project / folder)
            yield bench.judge(project, f"{folder}, {'made before' if is_made else 'new'}", ended(code))


def forbid_writing(folder: Path) -> bool:
    if os.geteuid() != 0:
        folder.chmod(0o555)
        return True
    bound = ("mount", "--bind", str(folder), str(folder)), ("mount", "-o", "remount,ro,bind", str(folder))
    return all(subprocess.run(command, check=False).returncode == 0 for command in bound)


def allow_writing(folder: Path) -> None:
    if os.geteuid() != 0:
        folder.chmod(0o755)
    else:
        subprocess.run(("umount", str(folder)), check=True)


def moved(bench: Bench) -> Iterator[Trial]:
    """The project's folder gets another name and place, finished or half made."""
    for share in (0.3, 0.6, 2.0):
        project = bench.new_book()
        running = bench.start(project)
        time.sleep(bench.cold_s * share)
        with contextlib.suppress(OSError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        place = project.with_name(f"{project.name} moved")
        project.rename(place)
        bench.used.append(place)
        yield bench.judge(place, f"at {share:.0%}", ended(running.returncode))


def misdated(bench: Bench) -> Iterator[Trial]:
    """Every file dated ten years ahead, then back: a clock that was wrong."""
    for seconds in (315_360_000.0, -315_360_000.0):
        project = bench.new_book()
        code = bench.make(project)
        for path in project.rglob("*"):
            os.utime(path, (time.time() + seconds, time.time() + seconds))
        (project / "story.txt").write_text(CHANGED, encoding="utf-8")
        os.utime(project / "story.txt", (0.0, 0.0))
        yield bench.judge(project, f"{seconds:+.0f} s", ended(code))


def ended(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"code {code}"


FAULTS: Mapping[str, Callable[[Bench], Iterator[Trial]]] = {
    "kill-all": kill_all,
    "kill-program": kill_program,
    "kill-worker": kill_worker,
    "no-memory": no_memory,
    "damaged-file": damage_files,
    "two-at-once": two_at_once,
    "full-disk": full_disk,
    "read-only": read_only,
    "moved": moved,
    "misdated": misdated,
}
