import json
from typing import Any

from tests.end_to_end.conftest import STORY, Project


def status(project: Project, *arguments: str) -> dict[str, Any]:
    done = project.run("status", "story.txt", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert isinstance(document, dict)
    return document


def look(project: Project, *arguments: str) -> dict[str, Any]:
    (book,) = status(project, "--engine", "tone", *arguments)["books"]
    assert isinstance(book, dict)
    return book


def states(book: dict[str, Any]) -> list[str]:
    return [file["state"] for file in book["files"]]


def test_status_writes_nothing_beside_its_caches(project: Project) -> None:
    book = look(project)
    assert states(book) == ["not made yet", "not made yet"]
    assert not project.cast_file.exists()
    assert not project.release.exists()


def test_what_was_just_made_is_fresh(project: Project) -> None:
    project.make()
    book = look(project)
    assert (book["fresh"], states(book), book["lines_to_speak"]) == (True, ["fresh", "fresh"], 0)


def test_a_changed_line_is_named_and_its_chapter_only(project: Project) -> None:
    project.make()
    project.story.write_text(STORY.replace("His hand shook", "His hand trembled"), encoding="utf-8")
    book = look(project)
    assert states(book) == ["fresh", "out of date"]
    (line,) = book["files"][1]["lines"]
    assert line["changes"] == [{"what": "text", "before": "shook.", "after": "trembled."}]
    assert line["must_be_spoken"]
    assert book["lines_to_speak"] == 1


def test_another_voice_is_named_for_each_line_of_its_speaker(project: Project) -> None:
    project.make()
    assert project.run("cast", "story.txt", "set", "Mara", "--rate", "10").returncode == 0
    changed = [line for file in look(project)["files"] for line in file["lines"]]
    assert {line["speaker"] for line in changed} == {"Mara"}
    assert {change["what"] for line in changed for change in line["changes"]} == {"the voice's rate"}


def test_another_title_asks_for_new_tags_only(project: Project) -> None:
    project.make()
    (project.folder / "story.book.toml").write_text('title = "The Ferry"\nauthor = "Ann"\n')
    project.cast_file.write_text(project.cast_file.read_text().replace("\ntitle =", "\n# title ="))
    book = look(project)
    assert states(book) == ["old tags", "old tags"]
    assert {"what": "the book's title", "before": "Story", "after": "The Ferry"} in book["files"][0]["changes"]


def test_a_chapter_that_left_the_book_is_listed(project: Project) -> None:
    project.make()
    project.story.write_text(STORY.split("Chapter 2")[0], encoding="utf-8")
    gone = [file for file in look(project)["files"] if file["state"] == "no longer in the book"]
    assert [file["number"] for file in gone] == [2]


def test_a_file_changed_by_another_program_is_told(project: Project) -> None:
    project.make()
    with next(project.release.glob("01*.mp3")).open("ab") as file:
        file.write(b"x")
    book = look(project)
    assert states(book) == ["out of date", "fresh"]
    assert "changed by something else" in book["files"][0]["changes"][0]["what"]


def test_prune_keeps_what_two_books_use_and_removes_the_rest(project: Project) -> None:
    project.make()
    (project.folder / "other.txt").write_text("The ferry came at noon. Nobody got off.\n", encoding="utf-8")
    assert project.run("make", "other.txt", "--engine", "tone").returncode == 0
    project.story.write_text(STORY.replace("Tobias lit the lamp.", "Tobias put out the lamp."), encoding="utf-8")
    project.make()
    before = project.files()
    assert status(project, "--prune")["pruned"]["removed_takes"] == 1
    assert project.make()["did"]["spoken_takes"] == 0
    assert project.files() == before
    again = project.run("make", "other.txt", "--engine", "tone", "--json")
    assert json.loads(again.stdout)[0]["did"]["spoken_takes"] == 0


def test_prune_removes_nothing_when_a_book_cannot_be_understood(project: Project) -> None:
    project.make()
    (project.release / "release.json").write_text("{")
    project.story.unlink()
    (project.folder / "other.txt").write_text("The ferry came at noon.\n", encoding="utf-8")
    takes = set((project.folder / "build").rglob("*.flac"))
    done = project.run("status", "other.txt", "--prune")
    assert done.returncode == 2
    assert "nothing was removed" in done.stderr
    assert set((project.folder / "build").rglob("*.flac")) == takes


def test_a_missing_manuscript_ends_with_its_exit_code(project: Project) -> None:
    done = project.run("status", "missing.txt")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_some_chapters_are_looked_at_alone(project: Project) -> None:
    project.make()
    project.story.write_text(STORY.replace("I always mind", "I never mind"), encoding="utf-8")
    first, second = (look(project, "--chapters", number) for number in ("1", "2"))
    assert [file["state"] for file in first["files"]] == ["fresh"]
    assert [file["number"] for file in second["files"]] == [2]
    assert second["files"][0]["state"] != "fresh"
    assert (first["lines_to_speak"], second["lines_to_speak"]) == (0, 1)
    assert first["disk"] == second["disk"]
    assert project.run("status", "story.txt", "--chapters", "9").returncode == 2
