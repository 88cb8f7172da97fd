from pathlib import Path

from tests.end_to_end.conftest import STORY, Project


def test_a_story_becomes_chapters_cover_release_and_cast(project: Project) -> None:
    project.make()
    assert sorted(project.files()) == [
        "01 - Chapter 1 - The Gate.json",
        "01 - Chapter 1 - The Gate.mp3",
        "01 - Chapter 1 - The Gate.vtt",
        "02 - Chapter 2 - The Cellar.json",
        "02 - Chapter 2 - The Cellar.mp3",
        "02 - Chapter 2 - The Cellar.vtt",
        "cover.jpg",
        "release.json",
    ]
    cast = project.cast_file.read_text(encoding="utf-8")
    assert "[characters.Mara]" in cast
    assert "[characters.Tobias]" in cast
    assert 'source = "story.txt"' in cast


def test_a_draft_engine_never_gets_into_the_cast_file(project: Project) -> None:
    project.make()
    done = project.run("cast", "story.txt", "--json")
    assert '"voice": "tone' not in done.stdout
    assert 'engine = "tone"' not in project.cast_file.read_text(encoding="utf-8")


def test_a_second_run_speaks_nothing_and_encodes_nothing(project: Project) -> None:
    project.make()
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in project.release.iterdir()}
    cast = project.cast_file.read_bytes()
    did = project.make()["did"]
    assert did == {"spoken_takes": 0, "rendered": [], "retagged": [], "encoded": [], "written": []}
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in project.release.iterdir()} == before
    assert project.cast_file.read_bytes() == cast


def test_a_changed_voice_speaks_that_characters_lines_only(project: Project) -> None:
    project.make()
    project.run("cast", "story.txt", "set", "Tobias", "--pitch", "-10")
    did = project.make()["did"]
    assert did["spoken_takes"] == 3
    assert sorted(did["rendered"]) == [1, 2]


def test_a_changed_line_costs_itself_and_its_chapter(project: Project) -> None:
    project.make()
    project.story.write_text(STORY.replace("Mind the step,", "Mind the cat,"), encoding="utf-8")
    did = project.make()["did"]
    assert did["spoken_takes"] == 1
    assert did["rendered"] == [2]


def test_a_changed_volume_speaks_nothing(project: Project) -> None:
    project.make()
    project.run("cast", "story.txt", "set", "Mara", "--volume", "-3")
    did = project.make()["did"]
    assert did["spoken_takes"] == 0
    assert sorted(did["rendered"]) == [1, 2]


def test_a_changed_title_only_writes_new_tags(project: Project) -> None:
    project.make()
    text = project.cast_file.read_text(encoding="utf-8")
    project.cast_file.write_text(text.replace('title = "Story"', 'title = "The Ferry"'), encoding="utf-8")
    did = project.make()["did"]
    assert (did["spoken_takes"], did["rendered"]) == (0, [])
    assert sorted(did["retagged"]) == [1, 2]


def test_a_renamed_chapter_takes_its_file_along_and_leaves_what_is_not_ours(project: Project) -> None:
    project.make()
    own = project.release / "99 - My own.mp3"
    own.write_bytes(b"not made by the program")
    project.story.write_text(STORY.replace("The Cellar", "The Attic"), encoding="utf-8")
    project.make()
    names = set(project.files())
    assert "02 - Chapter 2 - The Attic.mp3" in names
    assert "02 - Chapter 2 - The Cellar.mp3" not in names
    assert own.read_bytes() == b"not made by the program"


def test_a_deleted_build_folder_comes_back_byte_for_byte(project: Project) -> None:
    project.make()
    before = project.files()
    (project.folder / "build").rename(project.folder / "old-build")
    project.make()
    assert project.files() == before


def test_a_damaged_take_is_spoken_again_and_nothing_else(project: Project) -> None:
    project.make()
    before = project.files()
    takes = sorted((project.folder / "build" / ".cache" / "takes").rglob("*.flac"))
    damaged = bytearray(takes[0].read_bytes())
    damaged[-20] ^= 0xFF
    takes[0].write_bytes(bytes(damaged))
    for mp3 in project.release.glob("*.mp3"):
        mp3.unlink()
    assert project.make()["did"]["spoken_takes"] == 1
    assert project.files() == before


def test_a_truncated_chapter_is_made_again(project: Project) -> None:
    project.make()
    before = project.files()
    mp3 = project.release / "01 - Chapter 1 - The Gate.mp3"
    mp3.write_bytes(mp3.read_bytes()[:-100])
    assert project.make()["did"]["rendered"] == [1]
    assert project.files() == before


def test_the_number_of_processes_makes_no_difference(project: Project) -> None:
    project.make("--jobs", "1")
    before = project.files()
    (project.folder / "build").rename(project.folder / "old-build")
    project.make("--jobs", "2")
    assert project.files() == before


def test_a_folder_of_chapters_is_one_book(project: Project) -> None:
    folder = project.folder / "serial"
    folder.mkdir()
    (folder / "chapter10.txt").write_text("The tenth.", encoding="utf-8")
    (folder / "chapter2.txt").write_text("The second.", encoding="utf-8")
    (folder / "README.md").write_text("Not a chapter.", encoding="utf-8")
    done = project.run("make", "serial", "--engine", "tone")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (project.folder / "build" / "serial").glob("*.mp3")) == [
        "01 - Chapter 1.mp3",
        "02 - Chapter 2.mp3",
    ]


def test_without_a_source_every_book_in_seeds_is_made(project: Project) -> None:
    seeds = project.folder / "seeds"
    (seeds / "serial").mkdir(parents=True)
    project.story.rename(seeds / "story.txt")
    (seeds / "serial" / "one.md").write_text("# One\n\nOnce.", encoding="utf-8")
    done = project.run("make", "--engine", "tone", "--quiet")
    assert done.returncode == 0, done.stderr
    assert done.stdout == done.stderr == ""
    assert {path.name for path in (project.folder / "build").iterdir()} == {".cache", "serial", "story"}


def test_a_printed_script_can_be_made_as_the_books_manuscript(project: Project) -> None:
    project.make()
    text = project.run("script", "story.txt", "--format", "text").stdout
    assert text.startswith("audiobook-script 1 story\n")
    labelled = project.folder / "edited.txt"
    labelled.write_text(text, encoding="utf-8")
    done = project.run("make", "edited.txt", "--engine", "tone", "--json")
    assert done.returncode == 0, done.stderr
    assert '"spoken_takes": 0' in done.stdout
    assert Path(project.folder / "build" / "edited").exists() is False
