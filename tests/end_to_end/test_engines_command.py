"""Engines as a person meets them who has not installed one."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Project

PROFILE = '[profiles.nova]\nengine = "kokoro"\nvoice = "af_nova"\n'


@pytest.fixture
def bare_project(project: Project, tmp_path: Path) -> Project:
    """The story, and a user who never fetched anything."""
    return Project(project.folder, settings=(("AUDIOBOOK_DATA", str(tmp_path / "data")),))


def test_all_engines_are_listed_with_what_they_need(bare_project: Project) -> None:
    done = bare_project.run("engines", "--json")
    assert done.returncode == 0
    found = {engine["name"]: engine for engine in json.loads(done.stdout)}
    assert found["tone"]["is_ready"]
    assert not found["kokoro"]["is_ready"]
    table = bare_project.run("engines").stdout
    assert 'needs: pip install "audiobook[kokoro]", then: audiobook engines install kokoro' in table


def test_a_voice_of_an_engine_that_is_not_installed_names_the_command(bare_project: Project) -> None:
    profiles = bare_project.folder / "voices" / "profiles"
    profiles.mkdir(parents=True)
    (profiles / "mine.toml").write_text(PROFILE, encoding="utf-8")
    assert bare_project.run("cast", "story.txt", "set", "Mara", "--voice", "nova").returncode == 0
    done = bare_project.run("make", "story.txt")
    assert done.returncode == 5
    assert "the engine kokoro is not installed" in done.stderr
    assert 'pip install "audiobook[kokoro]"' in done.stderr or "audiobook engines install kokoro" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("install", "kokoro", "--from", "nothing.tgz"), 2, "there is no file or folder nothing.tgz"),
        (("install", "kokoro", "--from", "story.txt"), 5, "29 of 29 files are not in there"),
        (("install", "nobody"), 2, 'there is no speech engine "nobody"'),
        (("install",), 2, "install wants the name"),
        (("list", "kokoro"), 2, "list wants nothing more"),
        (("remove", "kokoro"), 2, '"remove" is nothing'),
    ],
)
def test_what_cannot_be_done_is_said(
    bare_project: Project, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = bare_project.run("engines", *arguments)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
