"""Small books of two or three chapters, made into one file."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from audiobook.assembly.chapter_job import ChapterJob, render_chapter
from audiobook.assembly.whole_book.aac_parts import encode_part, find_part
from audiobook.assembly.whole_book.book_file import BookFileJob
from audiobook.model.release import BookTags, ExtraKind
from tests.assembly.building import MemoryTakes, Part, make_jobs, make_script, speech_like

TAGS = BookTags(title="The Ferry Book", author="A. Author", language="en-GB", voices=("Ada", "Rupert"))
TITLES = ("One: “Ünï” 🐉", "Глава вторая", "Three")
TAKES = MemoryTakes({f"s{index}": speech_like(1.3 + index / 3, seed=index) for index in range(3)})


def chapters(folder: Path, *, titles: tuple[str, ...] = TITLES, takes: MemoryTakes = TAKES) -> tuple[ChapterJob, ...]:
    """One line a chapter."""
    script = make_script(*(Part("It rained.", chapter=number + 1) for number in range(len(titles))), titles=titles)
    return make_jobs(folder, script, takes)


def book_job(folder: Path, kind: ExtraKind, jobs: tuple[ChapterJob, ...], **changes: object) -> BookFileJob:
    suffix = ".m4b" if kind is ExtraKind.M4B else ".mp3"
    job = BookFileJob(
        kind=kind,
        folder=folder,
        file=f"The Ferry Book{suffix}",
        tags=TAGS,
        cover=b"\xff\xd8\xff picture",
        chapters=jobs,
        parts_folder=folder / "parts",
    )
    return replace(job, **changes)  # type: ignore[arg-type]


def encode_parts(job: BookFileJob) -> list[Path]:
    return [find_part(job.parts_folder, chapter) or encode_part(chapter, job.parts_folder) for chapter in job.chapters]


def render_all(jobs: tuple[ChapterJob, ...]) -> None:
    for job in jobs:
        render_chapter(job)


def decode(path: Path) -> npt.NDArray[np.float32]:
    with av.open(str(path), "r") as container:
        return np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])
