"""A chapter with new tags, or another name, made from its finished file alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.assembly.chapter_job import ChapterJob, render_chapter
from audiobook.assembly.intact_files import IntactFiles
from audiobook.assembly.retagging import RetagJob, retag
from audiobook.errors import OutputError
from audiobook.model.release import BookTags, Release, ReleasedChapter
from tests.assembly.building import MemoryTakes, Part, make_jobs, make_script, tone

TAKES = MemoryTakes({"s0": tone(0.4)})
SCRIPT = make_script(Part("It rained."))


def job_titled(folder: Path, title: str) -> ChapterJob:
    (job,) = make_jobs(folder, SCRIPT, TAKES, title=title)
    return job


def retagged(job: ChapterJob, released: ReleasedChapter) -> ReleasedChapter:
    return retag(RetagJob(folder=job.folder, file=job.file, tags=job.tags, released=released))


def test_the_file_is_as_if_rendered_with_the_new_tags(tmp_path: Path) -> None:
    before = render_chapter(job_titled(tmp_path / "here", "The Ferry Book"))
    expected = render_chapter(job_titled(tmp_path / "there", "Another"))
    assert retagged(job_titled(tmp_path / "here", "Another"), before) == expected
    files = [(folder / expected.file).read_bytes() for folder in (tmp_path / "here", tmp_path / "there")]
    assert files[0] == files[1]


def test_under_another_name_the_file_before_stays(tmp_path: Path) -> None:
    job = job_titled(tmp_path, "The Ferry Book")
    before = render_chapter(job)
    renamed = retagged(replace(job, file="02 - The Ferry.mp3"), replace(before, stale=True))
    assert renamed == replace(before, file="02 - The Ferry.mp3")
    assert {path.name for path in tmp_path.iterdir()} == {before.file, renamed.file}


def test_a_file_that_is_gone_meanwhile_is_an_output_error(tmp_path: Path) -> None:
    job = job_titled(tmp_path, "The Ferry Book")
    before = render_chapter(job)
    (tmp_path / before.file).unlink()
    with pytest.raises(OutputError, match="cannot be written"):
        retagged(job, before)


def test_intact_is_what_is_there_byte_for_byte(tmp_path: Path) -> None:
    made = render_chapter(job_titled(tmp_path, "The Ferry Book"))
    other = replace(made, file="02.mp3", sha256="0" * 64)
    (tmp_path / other.file).write_bytes((tmp_path / made.file).read_bytes())
    tags = BookTags(title="The Ferry Book", author="A. Author", language="en")
    release = Release(book="ferry", folder=tmp_path, tags=tags, profile="podcast", chapters=(made, other))
    found = IntactFiles(release)
    assert [found.has(made), found.has(other), found.has(replace(made, sha256="1" * 64))] == [True, False, False]
    assert not IntactFiles(None).has(made)
