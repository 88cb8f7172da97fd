"""Programs that are not ours. The check needs all of them; elsewhere a test without its program is skipped."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from audiobook.assembly.profiles import PROFILES, ReleaseProfile

PROJECT = Path(__file__).parents[2]
BOOK = "the-bear-at-quarter-to-eight"


@pytest.fixture(scope="session")
def outside() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run a program of somebody else's."""

    def run(program: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
        if shutil.which(program) is None:
            if os.environ.get("CI"):
                pytest.fail(f"{program} is not installed, and the check needs it")
            pytest.skip(f"{program} is not installed")
        command = [program, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)

    return run


@pytest.fixture(scope="session")
def chapters(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The sample book, made with the default engine."""
    return make_sample_book(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session", params=["podcast", "librivox", "acx"])
def profile_files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[ReleaseProfile, tuple[Path, ...]]:
    """A profile, and every file of the sample book made in it, credits and retail sample included."""
    name = str(request.param)
    return PROFILES[name], make_sample_book(tmp_path_factory.mktemp(name), "--profile", name, "--sample")


def make_sample_book(folder: Path, *options: str) -> tuple[Path, ...]:
    """Make the sample book in a folder and list its MP3 files."""
    from typer.testing import CliRunner

    from audiobook.cli.app import app

    places = ["--build-dir", str(folder / "build"), "--voices-dir", str(folder / "voices")]
    done = CliRunner().invoke(app, ["make", str(PROJECT / "seeds" / BOOK), *places, *options])
    assert done.exit_code == 0, done.output
    return tuple(sorted((folder / "build" / BOOK).glob("*.mp3")))
