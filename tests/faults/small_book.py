"""A small book made within this very process, so that a fault can be put anywhere and hundreds fit into a test."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from audiobook.assembly.covers.drawing import draw_cover
from audiobook.model.cast import BookDetails
from audiobook.production import make as making
from audiobook.production.make import MadeBook, make_books
from audiobook.production.progress import SilentProgress
from audiobook.production.recording import book_cover
from audiobook.production.recording.book_plan import MakeOptions
from audiobook.synthesis.jobs import SerialWorkers
from audiobook.synthesis.recent_takes import take_memory
from audiobook.workspace.paths import Workspace

STORY = """\
Chapter 1: The Gate

"Anybody there?" asked Mara.

"Only me," said Tobias.

Chapter 2: The Cellar

Tobias lit the lamp. "Mind the step," he said.
"""
SHORTEST = '"Anybody there?" asked Mara.'
"""Two lines."""

TRULY_NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


class WorkersHere(SerialWorkers):
    """Stands for `Workers`."""

    def __init__(self, process_count: int) -> None:
        super().__init__()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        pass

    def start(self, prepare: object) -> None:
        pass


@dataclass(frozen=True, slots=True)
class SmallBook:
    """A project with one story.

    Args:
        folder: of the project.
    """

    folder: Path

    @property
    def build(self) -> Path:
        return self.folder / "build"

    @property
    def release(self) -> Path:
        return self.build / "story"

    @property
    def cast_file(self) -> Path:
        return self.folder / "voices" / "story.toml"

    def make(self, *, now: datetime = TRULY_NOW, source: Path | None = None, name: str | None = None) -> MadeBook:
        """Run `make` as if in a new process."""
        take_memory.cache_clear()
        options = MakeOptions(name=name, engine="tone", jobs=1, now=now, details=BookDetails())
        workspace = Workspace(build_dir=self.build, voices_dir=self.folder / "voices")
        (made,) = make_books([source or self.folder / "story.txt"], workspace, options, progress=SilentProgress())
        return made

    def files(self) -> dict[str, bytes]:
        """Give everything in the release's folder."""
        return {path.name: path.read_bytes() for path in sorted(self.release.iterdir())}


def new_book(folder: Path, *, text: str = STORY) -> SmallBook:
    """Write a story into a new project."""
    folder.mkdir(parents=True)
    (folder / "story.txt").write_text(text, encoding="utf-8")
    return SmallBook(folder)


_draw_once = cache(draw_cover)


def speak_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have everything done in this process, and the cover, which takes longest, drawn only once."""
    monkeypatch.setattr(making, "Workers", WorkersHere)
    monkeypatch.setattr(book_cover, "draw_cover", _draw_once)
