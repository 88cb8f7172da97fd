"""A running `audiobook serve`, as other programs meet it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What `serve --json` told when it had started."""

    home: str
    page: str
    feed: str


@contextmanager
def serve(project: Path, *options: str) -> Iterator[Serving]:
    """Serve the books of a project's build folder, on any free port, until the block ends."""
    command = [sys.executable, "-m", "audiobook", "serve", "--json", "--port", "0", *options]
    with (
        (project / "serve-errors.txt").open("a", encoding="utf-8") as errors,
        subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=errors, text=True) as process,
    ):
        try:
            yield _read_start(process.stdout)
        finally:
            process.terminate()
    assert "Traceback" not in (project / "serve-errors.txt").read_text(encoding="utf-8")


def _read_start(told: IO[str] | None) -> Serving:
    assert told is not None
    line = told.readline()
    assert line, "audiobook serve ended at once: see serve-errors.txt beside the build folder"
    start = json.loads(line)
    (book,) = start["books"]
    return Serving(home=start["addresses"][0], page=book["page"], feed=book["feed"])
