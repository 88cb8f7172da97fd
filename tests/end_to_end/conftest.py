"""A project folder with a short story, and the program run in it as its user runs it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

STORY = """\
Chapter 1: The Gate

Mara stopped at the gate. She looked up at the old house.

"Is anybody there?" asked Mara.

"Only me," said Tobias. He came out of the shadow. "You are late."

"The ferry waited for nobody," said Mara.

* * *

'He knows,' thought Mara.

Chapter 2: The Cellar

Tobias lit the lamp. His hand shook.

"Mind the step," he said.

"I always mind the step," said Mara.

Author's Note: Thank you for reading, and please review!
"""

MISBEHAVING_ENGINES = """\
[audiobook.engines]
moody = tests.synthesis.engines:MoodyEngine
greedy = tests.synthesis.engines:GreedyEngine
"""
MOODY_PROFILE = """\
[profiles.grump]
engine = "moody"
voice = "hummer"
gender = "male"
description = "An engine that fails on purpose."

[profiles.glutton]
engine = "greedy"
voice = "hummer"
description = "An engine that needs too much."
"""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder in which the program is run.

    Args:
        folder: holds story.txt.
        path_entries: put before everything else that Python imports from.
        settings: of the environment.
    """

    folder: Path
    path_entries: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def story(self) -> Path:
        return self.folder / "story.txt"

    @property
    def cast_file(self) -> Path:
        return self.folder / "voices" / "story.toml"

    @property
    def release(self) -> Path:
        return self.folder / "build" / "story"

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(self.path_entries), "PYTHONUTF8": "1"}
        environment |= dict(self.settings)
        command = [sys.executable, "-m", "audiobook", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def make(self, *arguments: str) -> dict[str, Any]:
        """Make the story with the tone engine, two processes at once; the run must end well."""
        done = self.run("make", "story.txt", "--engine", "tone", "--jobs", "2", "--json", *arguments)
        assert done.returncode == 0, done.stderr
        (book,) = json.loads(done.stdout)
        assert isinstance(book, dict)
        return book

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.release.iterdir()}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def moody_project(tmp_path: Path) -> Project:
    """The same, with an engine installed beside us that fails where a line says so."""
    installed = tmp_path / "installed"
    package = installed / "moody-1.0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: moody\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text(MISBEHAVING_ENGINES)
    folder = tmp_path / "project"
    (folder / "voices" / "profiles").mkdir(parents=True)
    (folder / "voices" / "profiles" / "moody.toml").write_text(MOODY_PROFILE)
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return Project(folder, (str(installed), str(Path(__file__).parents[2])))
