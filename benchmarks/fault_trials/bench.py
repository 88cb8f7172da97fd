"""Small books to be disturbed, made as a user makes them, and compared with an undisturbed run's."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

STORY = "\n\n".join(
    f'Chapter {number}: Day {number}\n\n"Anybody there?" asked Mara on day {number}.\n\n'
    f'"Only me," said Tobias, for the {number}th time. He held lamp number {number} up.\n\n'
    + "\n\n".join(f"Step {step} of stair {number} creaked. It was cold." for step in range(1, 6))
    for number in range(1, 5)
)
CHANGED = STORY.replace("lamp number 2", "lantern number 2")
_LONGEST_S = 300.0
"""A run that takes longer has hung."""


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One fault tried once.

    Attributes:
        what: where or when it happened.
        ended: how the disturbed run ended.
        is_well: the disturbed run ended by itself or was killed, without a traceback, and the plain run after it
            ended with code 0 and the bytes of an undisturbed run.
    """

    what: str
    ended: str
    is_well: bool


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a run ended: its exit code, None if it had to be stopped, and what it said."""

    code: int | None
    said: str

    @property
    def told(self) -> str:
        """For the table."""
        if self.code is None:
            return "never"
        crashed = f" with a traceback ({self.said.strip().splitlines()[-1]})" if "Traceback" in self.said else ""
        return (f"killed by {signal.Signals(-self.code).name}" if self.code < 0 else f"code {self.code}") + crashed

    @property
    def is_orderly(self) -> bool:
        """Whether a person can live with it."""
        return self.code not in {None, 1} and "Traceback" not in self.said


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
        self.change(first)
        self.make(first)
        self._expected[CHANGED] = files_of(first)

    def new_book(self) -> Path:
        """Write the story into a project of its own."""
        project = self._new_place()
        project.mkdir()
        (project / "story.txt").write_text(STORY, encoding="utf-8")
        return project

    def copy_of(self, project: Path) -> Path:
        """Copy a whole project, with what was made."""
        return shutil.copytree(project, self._new_place())

    def _new_place(self) -> Path:
        self._count += 1
        place = self._folder / f"project-{self._count}"
        self.used.append(place)
        return place

    def new_books(self, count: int) -> Iterator[Path]:
        """Give projects with something to do: two new ones, then one that was made and then changed, and so on."""
        for number in range(count):
            project = self.new_book()
            if number % 3 == 2:
                self.make(project)
                self.change(project)
            yield project

    def change(self, project: Path) -> None:
        """Change a word of the story."""
        (project / "story.txt").write_text(CHANGED, encoding="utf-8")

    def wait_a_while(self, *, share: float = 1.0) -> float:
        """Let a random part of a cold make's time pass, `share` of it at most; how long that was, in seconds."""
        moment_s = self.chance.uniform(0.0, share * self.cold_s)
        time.sleep(moment_s)
        return moment_s

    def start(self, project: Path, *where: str, **how: object) -> "subprocess.Popen[str]":
        """Begin to make the book; `where` are options with places, else those of a plain run count."""
        story = str(project / "story.txt") if where else "story.txt"
        command = (sys.executable, "-m", "audiobook", "make", story, *where, "--engine", "tone", "--jobs", "2")
        started: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[call-overload] -- the keywords differ by fault
            command,
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            **{"cwd": project, **how},
        )
        return started

    def end(self, running: "subprocess.Popen[str]") -> Ended:
        """Wait until a run ends, and stop it if it never does."""
        try:
            _, said = running.communicate(timeout=_LONGEST_S)
        except subprocess.TimeoutExpired:
            with suppress(OSError):
                os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            return Ended(code=None, said="")
        return Ended(code=running.returncode, said=said)

    def make(self, project: Path, **how: object) -> Ended:
        """Make the book, whatever comes of it."""
        return self.end(self.start(project, **how))

    def judge(self, project: Path, what: str, *disturbed: Ended) -> Trial:
        """Run a plain make and compare."""
        plain = self.make(project)
        text = (project / "story.txt").read_text(encoding="utf-8")
        is_well = (
            plain.code == 0
            and files_of(project) == self._expected[text]
            and all(ended.is_orderly for ended in disturbed)
        )
        return Trial(what=what, ended=" and ".join(ended.told for ended in disturbed) or "-", is_well=is_well)


def files_of(project: Path) -> dict[str, bytes]:
    """Give every file of the release; what is half written counts too."""
    return {path.name: path.read_bytes() for path in sorted((project / "build" / "story").iterdir())}
