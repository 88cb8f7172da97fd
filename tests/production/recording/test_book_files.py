"""What is made anew of the files with the whole book, counted by what reaches the encoders."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from audiobook.assembly import chapter_job
from audiobook.assembly.book_jobs import ReleaseSettings
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.profiles import PODCAST
from audiobook.assembly.release_plan import carry_out, plan_chapter
from audiobook.assembly.whole_book import aac_parts
from audiobook.codecs.aac import write_aac
from audiobook.codecs.mp3 import Mp3Encoder
from audiobook.model.cast import BookDetails
from audiobook.model.release import BookTags, ExtraKind, Release
from audiobook.production.recording.book_files import BookFiles, BookFilesPlan, choose_kinds
from audiobook.synthesis.jobs import SerialWorkers
from tests.assembly.book_files import TAKES, TITLES, chapters
from tests.assembly.building import RATE_HZ, MemoryTakes, speech_like

TAGS = BookTags(title="The Ferry Book", author="A. Author", language="en")
BOTH = (ExtraKind.M4B, ExtraKind.SINGLE_MP3)


@dataclass
class Encoders:
    """Counts the chapters that are encoded."""

    mp3: int = 0
    aac: int = 0

    def count(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            setattr(self, name, getattr(self, name) + 1)
            return real(*args, **kwargs)

        return counted


@pytest.fixture
def encoders(monkeypatch: pytest.MonkeyPatch) -> Encoders:
    found = Encoders()
    monkeypatch.setattr(chapter_job, "Mp3Encoder", found.count("mp3", Mp3Encoder))
    monkeypatch.setattr(aac_parts, "write_aac", found.count("aac", write_aac))
    return found


@dataclass
class Studio:
    """A release folder in which a book is made again and again."""

    folder: Path
    release: Release | None = None
    written: list[str] = field(default_factory=list)

    def make(
        self,
        *,
        kinds: tuple[ExtraKind, ...] = BOTH,
        titles: tuple[str, ...] = TITLES,
        takes: MemoryTakes = TAKES,
        tags: BookTags = TAGS,
        cover: bytes = b"\xff\xd8\xff picture",
    ) -> Release:
        jobs = tuple(
            replace(job, tags=replace(job.tags, book=tags, cover=cover))
            for job in chapters(self.folder, titles=titles, takes=takes)
        )
        names = [job.file for job in jobs]
        made = tuple(carry_out(plan_chapter(job, self.release, files=names)) for job in jobs)
        files = self._files(kinds, jobs, tags, cover)
        files.make()
        self.written = files.written
        self.release = Release(
            book="ferry", folder=self.folder, tags=tags, profile="podcast", chapters=made, extras=tuple(files.made)
        )
        return self.release

    def _files(
        self, kinds: tuple[ExtraKind, ...], jobs: tuple[ChapterJob, ...], tags: BookTags, cover: bytes
    ) -> BookFiles:
        settings = ReleaseSettings(
            folder=self.folder, tags=tags, cover=cover, profile=PODCAST, rate_hz=RATE_HZ, takes=TAKES
        )
        plan = BookFilesPlan(kinds=kinds, parts_folder=self.folder / "parts")
        return BookFiles(plan, jobs, settings, self.release, workers=SerialWorkers(), on_chapter=lambda _: None)


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def test_first_run_encodes_each_chapter_once_for_each_format(studio: Studio, encoders: Encoders) -> None:
    studio.make()
    assert (encoders.mp3, encoders.aac) == (3, 3)
    assert studio.written == ["The Ferry Book.m4b", "The Ferry Book.mp3"]


def test_second_run_writes_and_encodes_nothing(studio: Studio, encoders: Encoders) -> None:
    first = studio.make()
    assert studio.make() == first
    assert (encoders.mp3, encoders.aac) == (3, 3)
    assert studio.written == []


@pytest.mark.parametrize(
    "change",
    [
        {"tags": replace(TAGS, title="Another")},
        {"tags": replace(TAGS, description="What it is about.")},
        {"tags": replace(TAGS, language="de")},
        {"cover": b"\xff\xd8\xff another"},
        {"titles": ("A", "B", "C")},
    ],
    ids=["title", "description", "language", "cover", "chapter titles"],
)
def test_changed_words_or_cover_encode_nothing(change: dict[str, Any], studio: Studio, encoders: Encoders) -> None:
    studio.make()
    studio.make(**change)
    assert (encoders.mp3, encoders.aac) == (3, 3)
    assert len(studio.written) == 2


def test_words_change_without_the_kept_parts_too(studio: Studio, encoders: Encoders) -> None:
    studio.make()
    shutil.rmtree(studio.folder / "parts")
    studio.make(tags=replace(TAGS, title="Another"))
    assert encoders.aac == 3


def test_changed_chapter_is_the_only_one_encoded(studio: Studio, encoders: Encoders) -> None:
    studio.make()
    studio.make(takes=MemoryTakes(TAKES.sounds | {"s1": speech_like(2.5, seed=8)}))
    assert (encoders.mp3, encoders.aac) == (4, 4)
    assert len(list((studio.folder / "parts").iterdir())) == 3


def test_damaged_book_is_made_again_from_what_is_kept(studio: Studio, encoders: Encoders) -> None:
    first = studio.make()
    (studio.folder / "The Ferry Book.m4b").write_bytes(b"damaged")
    assert studio.make() == first
    assert encoders.aac == 3
    assert studio.written == ["The Ferry Book.m4b"]


def test_parts_go_with_the_book_they_are_for(studio: Studio) -> None:
    studio.make()
    release = studio.make(kinds=(ExtraKind.SINGLE_MP3,))
    assert [extra.kind for extra in release.extras] == [ExtraKind.SINGLE_MP3]
    assert list((studio.folder / "parts").iterdir()) == []


def test_run_decides_before_the_cast_file_and_that_before_what_is_there(studio: Studio) -> None:
    nothing, yes, no = BookDetails(), BookDetails(m4b=True), BookDetails(m4b=False)
    there = studio.make(kinds=(ExtraKind.M4B,))
    assert choose_kinds(nothing, nothing, None) == ()
    assert choose_kinds(nothing, nothing, there) == (ExtraKind.M4B,)
    assert choose_kinds(nothing, no, there) == ()
    assert choose_kinds(yes, no, None) == (ExtraKind.M4B,)
    assert choose_kinds(no, yes, there) == ()
    assert choose_kinds(BookDetails(single_mp3=True), yes, None) == BOTH


def test_a_book_called_like_the_retail_sample_leaves_that_its_file(studio: Studio) -> None:
    release = studio.make(tags=replace(TAGS, title="Retail sample"))
    assert [extra.file for extra in release.extras] == ["Retail sample.m4b", "Retail sample - whole book.mp3"]
