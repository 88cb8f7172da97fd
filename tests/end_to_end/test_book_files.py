import json
from pathlib import Path
from typing import Any

from mutagen.id3 import ID3
from mutagen.mp4 import MP4
from PIL import Image

from tests.end_to_end.conftest import STORY, Project

M4B, MP3 = "Story.m4b", "Story.mp3"


def test_whole_book_becomes_one_file_on_request_and_stays_up_to_date(project: Project) -> None:
    did = project.make("--m4b", "--single-mp3")["did"]
    assert (sorted(did["encoded"]), did["written"]) == ([1, 2], [M4B, MP3])
    project.story.write_text(STORY.replace("Mind the step,", "Mind the cat,"), encoding="utf-8")
    book = project.make()
    assert book["did"]["encoded"] == [2]
    assert book["did"]["written"] == [M4B, MP3]
    seconds = sum(chapter["seconds"] for chapter in book["chapters"])
    assert [(file["kind"], file["file"]) for file in book["files"]] == [("m4b", M4B), ("single_mp3", MP3)]
    assert all(abs(file["seconds"] - seconds) < 0.3 for file in book["files"])


def test_second_run_touches_neither_file(project: Project) -> None:
    project.make("--m4b", "--single-mp3")
    before = {path.name: path.stat().st_mtime_ns for path in project.release.iterdir()}
    did = project.make("--m4b", "--single-mp3")["did"]
    assert {path.name: path.stat().st_mtime_ns for path in project.release.iterdir()} == before
    assert (did["encoded"], did["written"]) == ([], [])


def test_changed_title_renames_and_retags_without_encoding(project: Project) -> None:
    project.make("--m4b", "--single-mp3")
    did = project.make("--title", "The Hill", "--description", "About a “hill” 🐉")["did"]
    assert (did["spoken_takes"], did["rendered"], did["encoded"]) == (0, [], [])
    assert did["written"] == ["The Hill.m4b", "The Hill.mp3"]
    assert {M4B, MP3}.isdisjoint(project.files())
    file: Any = MP4(project.release / "The Hill.m4b")  # type: ignore[no-untyped-call]
    assert (file.tags["©nam"], file.tags["desc"]) == (["The Hill"], ["About a “hill” 🐉"])


def test_files_no_longer_wanted_go_and_changed_ones_stay(project: Project) -> None:
    project.make("--m4b", "--single-mp3")
    (project.release / MP3).write_bytes(b"mine now")
    project.make("--no-m4b", "--no-single-mp3")
    files = project.files()
    assert M4B not in files
    assert files[MP3] == b"mine now"


def test_cast_file_can_ask_for_the_file(project: Project) -> None:
    project.make()
    text = project.cast_file.read_text(encoding="utf-8")
    project.cast_file.write_text(text.replace("[book]", "[book]\nm4b = true", 1), encoding="utf-8")
    assert project.make()["did"]["written"] == [M4B]
    project.cast_file.write_text(text.replace("[book]", '[book]\nm4b = "yes"', 1), encoding="utf-8")
    done = project.run("make", "story.txt")
    assert done.returncode == 4
    assert 'm4b must be true or false, not "yes"' in done.stderr


def test_book_file_beside_the_story_says_what_it_is_called(project: Project) -> None:
    project.make()
    Image.new("RGB", (600, 800), "#335577").save(project.folder / "front.webp")
    details = 'title = "Der Hügel 🐉"\nauthor = "שלום"\nseries = "Hügel"\nseries_part = 2\ncover = "front.webp"\n'
    (project.folder / "story.book.toml").write_text(details, encoding="utf-8")
    book = project.make()
    assert (book["tags"]["title"], book["tags"]["author"]) == ("Der Hügel 🐉", "שלום")
    assert book["did"]["rendered"] == []
    tag = ID3(project.release / book["chapters"][0]["file"])  # type: ignore[no-untyped-call]
    assert (str(tag["TALB"].text[0]), str(tag["TPE1"].text[0])) == ("Der Hügel 🐉", "שלום")
    with Image.open(project.release / "cover.jpg") as cover:
        assert cover.size == (1400, 1400)
    shown = project.run("make", "story.txt", "--engine", "tone").stdout
    assert shown.startswith("Der Hügel 🐉, by שלום: 2 chapters")
    assert "Hügel, part 2" in shown


def test_mistake_in_the_book_file_is_named_with_its_line(project: Project) -> None:
    (project.folder / "story.book.toml").write_text('\ntitel = "x"\n', encoding="utf-8")
    done = project.run("make", "story.txt", "--engine", "tone")
    assert done.returncode == 4
    assert "story.book.toml:2" in done.stderr


def test_title_of_one_book_is_not_given_to_two(project: Project) -> None:
    Path(project.folder / "other.txt").write_text(STORY, encoding="utf-8")
    done = project.run("make", "story.txt", "other.txt", "--title", "x", "--engine", "tone")
    assert done.returncode == 2
    assert "--title belongs to one book" in done.stderr


def test_failed_run_keeps_the_book_as_it_was(moody_project: Project) -> None:
    (moody_project.folder / "voices" / "story.toml").write_text(
        '[narrator]\nvoice = "grump"\n[characters.Mara]\nvoice = "grump"\n[characters.Tobias]\nvoice = "grump"\n',
        encoding="utf-8",
    )
    run = ("make", "story.txt", "--jobs", "2", "--json", "--m4b")
    assert moody_project.run(*run).returncode == 0
    before = moody_project.files()[M4B]
    moody_project.story.write_text(STORY.replace("Mind the step", "fail this"), encoding="utf-8")
    done = moody_project.run(*run)
    assert done.returncode == 6
    (book,) = json.loads(done.stdout)
    assert [file["file"] for file in book["files"]] == [M4B]
    assert moody_project.files()[M4B] == before
