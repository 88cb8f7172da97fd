"""`audiobook check`, run as its user runs it."""

import json

from tests.end_to_end.conftest import Project


def test_a_book_that_was_just_made_is_checked_and_nothing_is_written(project: Project) -> None:
    project.make()
    before = project.files()
    done = project.run("check", "story.txt", "--json", "--jobs", "2")
    assert done.returncode in {0, 8}, done.stderr  # a tone engine is no voice: its levels are its own
    data = json.loads(done.stdout)
    assert data["passes"] is (done.returncode == 0)
    failing = {
        finding["measure"]
        for findings in data["profiles"][0]["findings"]
        for finding in findings
        if finding["verdict"] == "fails"
    }
    assert failing <= {"loudness", "rms", "true peak"}
    assert project.files() == before


def test_a_chapter_that_was_changed_makes_the_check_fail_with_code_8(project: Project) -> None:
    made = project.make()
    chapter = project.release / made["chapters"][0]["file"]
    chapter.write_bytes(chapter.read_bytes()[:-500])
    done = project.run("check", "story", "--html", "page.html")
    assert done.returncode == 8
    assert "DAMAGED" in done.stdout or "CHANGED" in done.stdout
    assert "hint: run audiobook make again" in done.stdout
    assert "Traceback" not in done.stderr
    assert (project.folder / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_book_that_was_never_made_is_told(project: Project) -> None:
    done = project.run("check", "story.txt")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "story.txt: there is no finished book of this name" in done.stderr
    assert "hint: make it first: audiobook make" in done.stderr
