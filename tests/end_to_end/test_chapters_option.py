"""`--chapters`: some chapters of a book, by their numbers in the whole book; the others stay as they are."""

import json

import pytest

from tests.end_to_end.conftest import STORY, Project

STORY_OF_THREE = STORY + '\nChapter 3: The Roof\n\n"There is nobody here," said Tobias.\n'


@pytest.fixture
def made(project: Project) -> Project:
    project.story.write_text(STORY_OF_THREE, encoding="utf-8")
    project.make("--m4b")
    return project


def states(project: Project) -> list[str]:
    release = json.loads(project.run("verify", "story.txt", "--json").stdout)["release"]
    return [chapter["state"] for chapter in release["chapters"]]


def test_only_the_chapters_named_are_made_and_the_others_stay_byte_for_byte(made: Project) -> None:
    before = made.files()
    changed = STORY_OF_THREE.replace("His hand shook", "His hand was still").replace("nobody here", "somebody here")
    made.story.write_text(changed, encoding="utf-8")
    book = made.make("--chapters", "2")
    after = made.files()
    changed_files = {name for name in after if after[name] != before.get(name)}
    assert {name for name in changed_files if name.startswith(("01", "03"))} == set()
    assert any(name.startswith("02") and name.endswith(".mp3") for name in changed_files)
    assert after.keys() == before.keys()
    assert [(chapter["number"], chapter["stale"]) for chapter in book["chapters"]] == [
        (1, False),
        (2, False),
        (3, False),
    ]
    assert any("M4B holds the whole book and was left as it was" in note for note in book["notes"])
    assert states(made) == ["whole", "whole", "out of date"]
    made.make()
    assert states(made) == ["whole"] * 3


def test_a_first_run_with_some_chapters_makes_these_and_a_feed_of_these(project: Project) -> None:
    project.story.write_text(STORY_OF_THREE, encoding="utf-8")
    book = project.make("--chapters", "2-3")
    assert [chapter["file"][:2] for chapter in book["chapters"]] == ["02", "03"]
    assert any("not made yet: chapter 1" in note for note in book["notes"])
    assert states(project) == ["not made yet", "whole", "whole"]
    done = project.run("publish", "story", "--base-url", "https://example.org/", "--to", "site")
    assert done.returncode == 0, done.stderr
    feed = next((project.folder / "site").rglob("*.xml")).read_text(encoding="utf-8")
    assert feed.count("<item>") == 2
    whole = project.make()
    assert [chapter["file"][:2] for chapter in whole["chapters"]] == ["01", "02", "03"]


def test_a_chapter_put_in_before_the_others_can_be_made_alone(made: Project) -> None:
    made.story.write_text("Chapter 0: Before\n\nNobody came.\n\n" + STORY_OF_THREE, encoding="utf-8")
    book = made.make("--chapters", "1")
    assert [(chapter["number"], chapter["title"]) for chapter in book["chapters"]] == [
        (1, "Chapter 0: Before"),
        (2, "Chapter 1: The Gate"),
        (3, "Chapter 2: The Cellar"),
        (4, "Chapter 3: The Roof"),
    ]
    assert [chapter["number"] for chapter in made.make()["chapters"]] == [1, 2, 3, 4]
    assert states(made) == ["whole"] * 4


def test_script_shows_the_lines_of_some_chapters_under_the_numbers_of_the_whole_book(project: Project) -> None:
    whole = project.run("script", "story.txt").stdout.splitlines()
    part = project.run("script", "story.txt", "--chapters", "2").stdout.splitlines()
    assert part[0] == "-- Chapter 2: The Cellar"
    assert list(map(str.split, part)) == list(map(str.split, whole[whole.index(part[0]) :]))
    rows = project.run("script", "story.txt", "--format", "jsonl", "--chapters", "2").stdout.splitlines()
    assert {json.loads(row)["chapter"] for row in rows} == {2}
    assert project.run("script", "story.txt", "--format", "text", "--chapters", "2").returncode == 2


@pytest.mark.parametrize("command", [["make", "--engine", "tone"], ["script"], ["verify"]])
def test_a_chapter_that_is_not_there_is_named(project: Project, command: list[str]) -> None:
    done = project.run(command[0], "story.txt", *command[1:], "--chapters", "12")
    assert done.returncode == 2
    assert "chapter 12 of 2" in done.stderr
