"""Run the real `audiobook script` on a text, in folders of its own.

Knows the command line and the rows it prints; refuses to know gold.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from judge.coverage import Answer
from program_cost import Cost, run_measured

from audiobook.model.script import UNKNOWN, Script, SegmentKind
from audiobook.scripting.attribution.doubts import weigh_lines
from audiobook.scripting.forms.saved_doubts import doubts_from_json
from audiobook.scripting.forms.saved_script import script_from_json
from audiobook.workspace.paths import Workspace, book_slug

SPEECH_KINDS = (SegmentKind.DIALOGUE, SegmentKind.THOUGHT)
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line as `audiobook script --format jsonl` prints it; offsets are the corpus text's."""

    index: int
    kind: str
    speaker: str | None
    confidence: float | None
    evidence: str
    start: int
    end: int

    @property
    def is_speech(self) -> bool:
        """Whether somebody says or thinks it."""
        return self.kind in SPEECH_KINDS

    @property
    def answer(self) -> Answer:
        """The row as the judge takes it; an undecided speaker is none."""
        speaker = None if self.speaker == UNKNOWN else self.speaker or None
        return Answer(start=self.start, end=self.end, speaker=speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRun:
    """What a run printed and what it cost."""

    rows: tuple[Row, ...]
    cost: Cost

    @property
    def speech(self) -> tuple[Row, ...]:
        """The rows that somebody says or thinks, in reading order."""
        return tuple(row for row in self.rows if row.is_speech)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A folder in which texts are tried; nothing of the user's is read or written.

    Attributes:
        folder: temporary; texts, cast files, caches and compiled modules lie below it.
    """

    folder: Path

    def warm_up(self) -> None:
        """Compile the program and bring it into the file cache, so that the first measured run is like the others."""
        run_script(self, "warm-up", '"Good evening," said Nora.\n')

    def text_path(self, name: str) -> Path:
        """Where the text of a trial lies; each trial has a folder of its own."""
        return self.folder / name / f"{name}.txt"

    def workspace(self, name: str) -> Workspace:
        """The folders that the program is told to use."""
        home = self.folder / name
        return Workspace(build_dir=home / "build", voices_dir=home / "voices")


def run_script(bench: Bench, name: str, text: str) -> ScriptRun:
    """Work out who says what in a text.

    Args:
        bench: where.
        name: of the trial: its cast file is honoured if one lies there.
        text: written as UTF-8, newlines as they are.

    Raises:
        ProgramFailedError: the program ended with an exit code other than 0.
    """
    path, workspace = bench.text_path(name), bench.workspace(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    places = ("--build-dir", str(workspace.build_dir), "--voices-dir", str(workspace.voices_dir))
    words = (sys.executable, "-m", "audiobook", "script", str(path), "--format", "jsonl", "--quiet", *places)
    done = run_measured(words, in_folder=path.parent, environment=_environment(bench))
    mark_width = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    return ScriptRun(rows=tuple(_read_rows(done.output, shift=mark_width)), cost=done.cost)


def cast_path(bench: Bench, name: str) -> Path:
    """Where the cast file of a trial lies."""
    return bench.workspace(name).cast_file(book_slug(bench.text_path(name)))


def read_whole_script(bench: Bench, name: str) -> Script:
    """Read the script of the last run of a trial as the program itself keeps it; its segments are the printed rows.

    Every line has its worth, as in the program's list of doubtful lines.
    """
    workspace, slug = bench.workspace(name), book_slug(bench.text_path(name))
    script = script_from_json(_read_kept(workspace.script_cache(slug)))
    return weigh_lines(script, doubts_from_json(_read_kept(workspace.doubts_cache(slug))))


def _read_kept(cache: Path) -> str:
    """Read what the program keeps behind its digest and its key."""
    _, _, saved = cache.read_text(encoding="utf-8").split("\n", 2)
    return saved


def _read_rows(output: str, *, shift: int) -> Iterator[Row]:
    for index, line in enumerate(output.splitlines()):
        printed: dict[str, Any] = json.loads(line)
        yield Row(
            index=index,
            kind=printed["kind"],
            speaker=printed["speaker"],
            confidence=printed["confidence"],
            evidence=printed["evidence"],
            start=printed["start"] + shift,
            end=printed["end"] + shift,
        )


def _environment(bench: Bench) -> dict[str, str]:
    """Keep compiled modules, as a usual installation does, whatever this machine is set to."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(bench.folder / "compiled"), **kept}
