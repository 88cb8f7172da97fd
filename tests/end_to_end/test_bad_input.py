import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import STORY, Project


def assert_told(project: Project, arguments: tuple[str, ...], code: int, *words: str) -> None:
    done = project.run(*arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_a_missing_manuscript_is_named(project: Project) -> None:
    assert_told(project, ("make", "nosuch.txt"), 3, "nosuch.txt", "hint:")


def test_an_empty_manuscript_is_named(project: Project) -> None:
    (project.folder / "empty.txt").write_bytes(b"")
    assert_told(project, ("make", "empty.txt"), 3, "empty.txt", "empty")


def test_a_picture_is_no_manuscript(project: Project) -> None:
    (project.folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert_told(project, ("script", "picture.txt"), 3, "picture.txt")


def test_a_folder_without_manuscripts_is_named(project: Project) -> None:
    (project.folder / "nothing").mkdir()
    assert_told(project, ("make", "nothing"), 3, "nothing")


def test_no_source_and_no_seeds_says_what_to_do(project: Project) -> None:
    assert_told(project, ("make",), 2, "seeds", "hint:")


def test_a_text_with_nothing_to_speak_is_refused(project: Project) -> None:
    (project.folder / "marks.txt").write_text("* * *\n\n?!\n", encoding="utf-8")
    assert_told(project, ("make", "marks.txt", "--engine", "tone"), 3, "marks.txt")


def test_two_sources_of_one_name_are_refused_together(project: Project) -> None:
    other = project.folder / "other"
    other.mkdir()
    (other / "story.txt").write_text("Another story.", encoding="utf-8")
    assert_told(project, ("make", "story.txt", "other/story.txt"), 2, "story.txt", "other", "--book")


def test_a_cast_file_of_another_source_is_never_taken_over(project: Project) -> None:
    project.make()
    cast = project.cast_file.read_bytes()
    other = project.folder / "other"
    other.mkdir()
    (other / "story.txt").write_text("Another story.", encoding="utf-8")
    assert_told(project, ("make", "other/story.txt", "--engine", "tone"), 2, "story.txt", "--book")
    assert project.cast_file.read_bytes() == cast


def test_one_bad_book_does_not_stop_the_others(project: Project) -> None:
    (project.folder / "empty.txt").write_bytes(b"")
    assert_told(project, ("make", "empty.txt", "story.txt", "--engine", "tone"), 3, "empty.txt")
    assert (project.release / "release.json").is_file()


def test_a_syntax_error_in_the_cast_file_names_its_line_and_touches_nothing(project: Project) -> None:
    project.make()
    broken = project.cast_file.read_text(encoding="utf-8") + "\n[characters.Eve\n"
    project.cast_file.write_text(broken, encoding="utf-8")
    line = broken.count("\n")
    assert_told(project, ("make", "story.txt"), 4, f"story.toml:{line}")
    assert project.cast_file.read_text(encoding="utf-8") == broken


def test_an_unknown_voice_names_its_line(project: Project) -> None:
    project.make()
    text = project.cast_file.read_text(encoding="utf-8") + '\n[characters.Eve]\nvoice = "nosuch"\n'
    project.cast_file.write_text(text.replace("[characters.Tobias]", '[characters.Tobias]\npitch = "low"', 1))
    assert_told(project, ("make", "story.txt"), 4, "story.toml:", "pitch")


def test_a_voice_nobody_has_is_refused_on_the_command_line(project: Project) -> None:
    assert_told(project, ("cast", "story.txt", "set", "Mara", "--voice", "nosuch"), 4, "nosuch", "audiobook voices")


def test_a_character_nobody_knows_is_refused(project: Project) -> None:
    assert_told(project, ("cast", "story.txt", "set", "Mira", "--pitch", "5"), 2, "Mira", "Mara")


def test_an_unknown_engine_is_refused(project: Project) -> None:
    assert_told(project, ("make", "story.txt", "--engine", "nosuch"), 5, "nosuch", "tone")


def test_a_build_folder_that_is_a_file_is_refused(project: Project) -> None:
    (project.folder / "build").write_text("mine")
    assert_told(project, ("make", "story.txt", "--engine", "tone"), 8, "build")
    assert (project.folder / "build").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_refused(project: Project) -> None:
    build = project.folder / "build"
    build.mkdir(mode=0o500)
    assert_told(project, ("make", "story.txt", "--engine", "tone"), 8, "build")


def test_a_release_file_of_another_version_is_made_anew(project: Project) -> None:
    project.make()
    (project.release / "release.json").write_text('{"format": "audiobook-release 999"}')
    assert sorted(project.make()["did"]["rendered"]) == [1, 2]


def test_script_and_verify_leave_the_voices_folder_alone(project: Project) -> None:
    for command in ("script", "verify", "cast"):
        assert project.run(command, "story.txt").returncode == 0
    assert not (project.folder / "voices").exists()


def test_a_line_that_fails_keeps_all_others_and_holds_its_chapter_back(moody_project: Project) -> None:
    project = moody_project
    project.story.write_text(STORY.replace("Mind the step", "Mind the fail"), encoding="utf-8")
    done = project.run("make", "story.txt", "--engine", "moody")
    assert done.returncode == 6, done.stderr
    assert "Mind the fail" in done.stderr
    assert "The Cellar" in done.stderr
    assert [path.name for path in project.release.glob("*.mp3")] == ["01 - Chapter 1 - The Gate.mp3"]


def test_a_line_that_kills_its_process_costs_that_line_only(moody_project: Project) -> None:
    project = moody_project
    project.story.write_text(STORY.replace("Mind the step", "Mind the die"), encoding="utf-8")
    done = project.run("make", "story.txt", "--engine", "moody")
    assert done.returncode == 6, done.stderr
    assert "Mind the die" in done.stderr
    assert [path.name for path in project.release.glob("*.mp3")] == ["01 - Chapter 1 - The Gate.mp3"]


@pytest.mark.skipif(not sys.platform.startswith(("linux", "win")), reason="this system does not tell its free memory")
def test_an_engine_that_needs_more_memory_than_there_is_is_refused_before_it_speaks(moody_project: Project) -> None:
    done = moody_project.run("make", "story.txt", "--engine", "greedy")
    assert done.returncode == 5
    assert "greedy (1073741824 MiB) needs" in done.stderr
    assert "hint: close other programs" in done.stderr


def test_a_chapter_whose_line_fails_now_keeps_its_earlier_file_marked_stale(moody_project: Project) -> None:
    project = moody_project
    assert project.run("make", "story.txt", "--engine", "moody").returncode == 0
    before = project.files()["02 - Chapter 2 - The Cellar.mp3"]
    project.story.write_text(STORY.replace("Mind the step", "Mind the fail"), encoding="utf-8")
    assert project.run("make", "story.txt", "--engine", "moody").returncode == 6
    assert project.files()["02 - Chapter 2 - The Cellar.mp3"] == before
    assert '"stale": true' in (project.release / "release.json").read_text()
    project.story.write_text(STORY, encoding="utf-8")
    assert project.run("make", "story.txt", "--engine", "moody").returncode == 0
    assert '"stale": true' not in (project.release / "release.json").read_text()


def test_a_book_whose_every_line_fails_releases_nothing(moody_project: Project) -> None:
    project = moody_project
    project.story.write_text("They fail.", encoding="utf-8")
    assert project.run("make", "story.txt", "--engine", "moody").returncode == 6
    assert list(Path(project.release).glob("*.mp3")) == []


def test_a_script_of_another_version_is_not_read_aloud_as_a_novel(project: Project) -> None:
    (project.folder / "newer.txt").write_text("audiobook-script 2 story\n[narrator] Once.\n", encoding="utf-8")
    assert_told(project, ("make", "newer.txt", "--engine", "tone"), 3, "newer.txt:1", "audiobook-script 1")


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_links_in_a_circle_are_named(project: Project) -> None:
    (project.folder / "one.txt").symlink_to("two.txt")
    (project.folder / "two.txt").symlink_to("one.txt")
    assert_told(project, ("make", "one.txt"), 3, "one.txt")
    assert_told(project, ("script", "x" * 300), 3, "hint:")


def test_a_damaged_cover_in_the_cache_is_drawn_again(project: Project) -> None:
    project.make()
    before = project.files()
    for cover in (project.folder / "build" / ".cache" / "covers").iterdir():
        cover.write_bytes(b"")
    (project.release / "cover.jpg").unlink()
    project.make()
    assert project.files() == before


def test_what_a_killed_run_left_half_written_is_swept_up(project: Project) -> None:
    project.make()
    half = project.release / ".01 - Chapter 1 - The Gate.mp3.4711-0123abcd.tmp"
    half.write_bytes(b"half a chapter")
    project.make()
    assert not half.exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions are kept otherwise there")
def test_a_cast_file_keeps_its_permissions_and_stays_read_only(project: Project) -> None:
    project.make()
    project.cast_file.chmod(0o600)
    assert project.run("cast", "story.txt", "set", "Mara", "--pitch", "3").returncode == 0
    assert project.cast_file.stat().st_mode & 0o777 == 0o600
    project.cast_file.chmod(0o400)
    before = project.cast_file.read_bytes()
    assert_told(project, ("cast", "story.txt", "set", "Mara", "--pitch", "4"), 8, "read-only")
    assert project.cast_file.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("make story.txt --engine tone 2>&-", 0),
        ("make story.txt --engine tone >&- 2>&- <&-", 0),
        ("make nosuch.txt 2>&-", 3),
        ("voices >&-", 0),
        ("voices >/dev/full", 8),
        ("make nosuch.txt 2>/dev/full", 3),
    ],
)
def test_streams_that_are_closed_or_full_change_no_result(project: Project, line: str, code: int) -> None:
    command = f"{sys.executable} -m audiobook {line}"
    done = subprocess.run(["sh", "-c", command], cwd=project.folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    if "story" in line:
        assert (project.release / "release.json").is_file()
