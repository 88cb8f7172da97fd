import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.release_plan import Work, carry_out, plan_chapter, remove_gone
from audiobook.model.release import BookTags, ExtraKind, Release, ReleasedExtra
from tests.assembly.building import MemoryTakes, Part, make_jobs, make_script, tone

TAKES = MemoryTakes({"s0": tone(0.4), "s1": tone(0.5), "s2": tone(0.6)})


def jobs(folder: Path, *titles: str, book: str = "The Ferry Book") -> tuple[ChapterJob, ...]:
    """One line a chapter; it sounds the same under any title."""
    parts = [Part("It rained.", chapter=number) for number in range(1, len(titles) + 1)]
    script = make_script(*parts, titles=titles)
    return make_jobs(folder, script, TAKES, title=book)


def make(folder: Path, made: tuple[ChapterJob, ...], previous: Release | None = None) -> tuple[Release, list[Work]]:
    plans = [plan_chapter(job, previous, files=[other.file for other in made]) for job in made]
    release = Release(
        book="ferry",
        folder=folder,
        tags=BookTags(title="The Ferry Book", author="A. Author", language="en"),
        profile="podcast",
        chapters=tuple(carry_out(plan) for plan in plans),
    )
    return release, [plan.work for plan in plans]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_first_run_renders_everything(tmp_path: Path) -> None:
    _, work = make(tmp_path, jobs(tmp_path, "One", "Two"))
    assert work == [Work.RENDER, Work.RENDER]
    assert names(tmp_path) == ["01 - One.mp3", "02 - Two.mp3"]


def test_second_run_does_nothing(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One", "Two"))
    after, work = make(tmp_path, jobs(tmp_path, "One", "Two"), before)
    assert work == [Work.NOTHING, Work.NOTHING]
    assert after == before


def test_changed_book_title_retags_only(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One", "Two"))
    after, work = make(tmp_path, jobs(tmp_path, "One", "Two", book="Another"), before)
    assert work == [Work.RETAG, Work.RETAG]
    _, again = make(tmp_path, jobs(tmp_path, "One", "Two", book="Another"), after)
    assert again == [Work.NOTHING, Work.NOTHING]


def test_renamed_chapter_is_copied_and_its_old_file_goes(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One", "Two"))
    after, work = make(tmp_path, jobs(tmp_path, "One", "Second"), before)
    assert work == [Work.NOTHING, Work.RETAG]
    assert remove_gone(before, after) == ("02 - Two.mp3",)
    assert names(tmp_path) == ["01 - One.mp3", "02 - Second.mp3"]


def test_file_that_another_chapter_overwrites_is_no_source(tmp_path: Path) -> None:
    script = make_script(Part("It rained.", chapter=1), Part("It rained.", chapter=2), titles=("A", "A"))
    before, _ = make(tmp_path, make_jobs(tmp_path, script, TAKES))
    swapped = MemoryTakes({"s0": TAKES.sounds["s1"], "s1": TAKES.sounds["s0"]})
    _, work = make(tmp_path, make_jobs(tmp_path, script, swapped), before)
    assert work == [Work.RENDER, Work.RENDER]


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_missing_or_damaged_file_is_made_again(damage: bytes | None, tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One", "Two"))
    path = tmp_path / "01 - One.mp3"
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    after, work = make(tmp_path, jobs(tmp_path, "One", "Two"), before)
    assert work == [Work.RENDER, Work.NOTHING]
    assert after == before


def test_single_flipped_byte_is_noticed(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One"))
    path = tmp_path / "01 - One.mp3"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert make(tmp_path, jobs(tmp_path, "One"), before)[1] == [Work.RENDER]


def test_file_of_a_chapter_that_is_gone_is_removed(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One", "Two"))
    after, _ = make(tmp_path, jobs(tmp_path, "One"), before)
    assert remove_gone(before, after) == ("02 - Two.mp3",)
    assert names(tmp_path) == ["01 - One.mp3"]


def test_files_of_a_person_stay(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "One", "Two"))
    (tmp_path / "03 - Mine.mp3").write_bytes(b"mine")
    (tmp_path / "02 - Two.mp3").write_bytes(b"mine too")
    after, _ = make(tmp_path, jobs(tmp_path, "One"), before)
    assert remove_gone(before, after) == ()
    assert names(tmp_path) == ["01 - One.mp3", "02 - Two.mp3", "03 - Mine.mp3"]


@pytest.mark.parametrize(("changed", "stays"), [(b"", False), (b" and more", True)])
def test_extra_that_is_gone_is_removed_unless_a_person_changed_it(changed: bytes, stays: bool, tmp_path: Path) -> None:
    release, _ = make(tmp_path, jobs(tmp_path, "One"))
    extra = ReleasedExtra(
        kind=ExtraKind.M4B,
        file="The Ferry Book.m4b",
        size_bytes=4,
        sha256=hashlib.sha256(b"book").hexdigest(),
        key="k",
        length_samples=1,
        rate_hz=22050,
    )
    (tmp_path / extra.file).write_bytes(b"book" + changed)
    before = replace(release, extras=(extra,))
    assert remove_gone(before, before) == ()
    assert remove_gone(before, release) == (() if stays else (extra.file,))
    assert (tmp_path / extra.file).exists() == stays


def test_old_name_goes_though_it_differs_in_case_only(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "The ferry"))
    after, _ = make(tmp_path, jobs(tmp_path, "The Ferry"), before)
    if not (tmp_path / "01 - The ferry.mp3").samefile(tmp_path / "01 - The Ferry.mp3"):
        assert remove_gone(before, after) == ("01 - The ferry.mp3",)
    assert "01 - The Ferry.mp3" in names(tmp_path)


def test_old_name_stays_where_the_disk_takes_both_for_one(tmp_path: Path) -> None:
    before, _ = make(tmp_path, jobs(tmp_path, "The ferry"))
    after, _ = make(tmp_path, jobs(tmp_path, "The Ferry"), before)
    old, new = tmp_path / "01 - The ferry.mp3", tmp_path / "01 - The Ferry.mp3"
    if not old.samefile(new):
        old.unlink()
        old.hardlink_to(new)
    assert remove_gone(before, after) == ()
