import json
from typing import Any

import pytest

from tests.end_to_end.conftest import Project


def estimate(project: Project, *arguments: str) -> dict[str, Any]:
    done = project.run("estimate", "story.txt", "--engine", "tone", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["estimate"]
    assert isinstance(found, dict)
    return found


def test_length_and_disk_come_out_as_estimated(project: Project) -> None:
    expected = estimate(project)
    assert not project.cast_file.exists()
    assert not project.release.exists()
    made = project.make()
    audio_s = sum(chapter["seconds"] for chapter in made["chapters"])
    assert expected["audio_s"] == pytest.approx(audio_s, rel=0.15)
    released = sum(len(content) for name, content in project.files().items() if name[:2].isdigit())
    assert expected["release_bytes"] == pytest.approx(released, rel=0.15)


def test_what_is_there_is_counted_and_takes_no_time(project: Project) -> None:
    before = estimate(project)
    project.make()
    after = estimate(project)
    assert (after["missing_takes"], after["chapters_to_make"], after["new_bytes"]) == (0, 0, 0)
    assert after["time_s"] < before["time_s"]
    assert (after["takes"], after["chapters"]) == (before["takes"], before["chapters"])


def test_every_speaker_has_lines_and_seconds(project: Project) -> None:
    speakers = {share["speaker"]: share for share in estimate(project)["speakers"]}
    assert speakers["Mara"]["lines"] == 4
    assert all(share["audio_s"] > 0 for share in speakers.values())


def test_one_changed_line_is_estimated_as_one(project: Project) -> None:
    project.make()
    text = project.story.read_text(encoding="utf-8")
    project.story.write_text(text.replace("His hand shook", "His hand trembled"), encoding="utf-8")
    found = estimate(project)
    assert (found["missing_takes"], found["chapters_to_make"]) == (1, 1)


def test_some_chapters_are_estimated_alone_and_add_up(project: Project) -> None:
    first, second, both = (estimate(project, "--chapters", chosen) for chosen in ("1", "2", "1-2"))
    assert (first["chapters"], second["chapters"], both["chapters"]) == (1, 1, 2)
    assert first["audio_s"] + second["audio_s"] == pytest.approx(both["audio_s"])
    assert project.run("estimate", "story.txt", "--chapters", "9").returncode == 2
