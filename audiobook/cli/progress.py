"""A progress bar on stderr for whatever takes longer than a second."""

import sys
import time
from typing import TYPE_CHECKING

from audiobook.cli.terminal import show
from audiobook.language.clock import length_in_words
from audiobook.production.progress import Progress, SilentProgress

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

SHOWN_AFTER_S = 1.0


def make_progress(*, quiet: bool) -> Progress:
    """Choose a bar for a person at a terminal, plain messages for a log file, nothing if asked for quiet."""
    if quiet:
        return SilentProgress()
    return TerminalProgress() if sys.stderr.isatty() else MessagesOnly()


class MessagesOnly(SilentProgress):
    """Says what should stay, draws nothing."""

    def say(self, message: str) -> None:
        """Print the message to stderr."""
        show(message)


class TerminalProgress:
    """A bar with the time left; it appears only when the activity turns out to be long."""

    def __init__(self) -> None:
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None
        self._activity = ""
        self._total: int | None = None
        self._done = 0
        self._started_s = 0.0

    def start(self, activity: str, *, total: int | None) -> None:
        """Begin an activity; an endless one is drawn at once, since nothing will call again until it ends."""
        self.finish()
        self._activity, self._total, self._done = activity, total, 0
        self._started_s = time.monotonic()
        if total is None:
            self._draw()

    def advance(self, amount: int) -> None:
        """Move the bar on."""
        self._done += amount
        if self._bar is None and time.monotonic() - self._started_s > SHOWN_AFTER_S:
            self._draw()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, left=self._left())

    def skip(self, amount: int) -> None:
        """Make the way shorter."""
        if self._total is not None:
            self._total -= amount
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self._total, left=self._left())

    def finish(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
        self._bar = self._task = None

    def say(self, message: str) -> None:
        """Print a message above the bar."""
        if self._bar is not None:
            self._bar.console.print(message, markup=False, highlight=False)
        else:
            show(message)

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as RichProgress

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[left]}"),
        )
        self._bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(self._activity, total=self._total, completed=self._done, left=self._left())
        self._bar.start()

    def _left(self) -> str:
        """Say how long the rest will take at the pace of the whole run; units are as even as the machine is known."""
        left_s = time_left_s(time.monotonic() - self._started_s, done=self._done, total=self._total)
        return "" if left_s is None else f"{length_in_words(left_s)} left"


def time_left_s(elapsed_s: float, *, done: int, total: int | None) -> float | None:
    """Work out how long the rest takes; None while nobody can know."""
    if total is None or done <= 0:
        return None
    return elapsed_s / done * max(0, total - done)
