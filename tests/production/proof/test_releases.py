"""The proof of a release must notice whatever is done to its files, its takes, or the manuscript."""

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audiobook.assembly.release_file import load_release
from audiobook.errors import UsageError
from audiobook.model.cast import BookDetails
from audiobook.production.chapter_choice import parse_chapters
from audiobook.production.make import make_books
from audiobook.production.progress import SilentProgress
from audiobook.production.proof.release_proof import ChapterState, ProvedChapter
from audiobook.production.proof.verifying import Verified, VerifyOptions, verify_book
from audiobook.production.recording.book_plan import MakeOptions
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.paths import Workspace
from tests.reading.epub.epub_files import EpubFile, prose

STORY = """\
Chapter 1: The Quay

Wren lit the lamp. "Is it on?" she asked, _un_hurried.

"Since noon," said Odile, as if it were nothing.

Author's Note: thanks for reading!

Chapter 2: The Cellar

Odile poured the last of the tea. The rain went on &amp; on.

"Drink it now," said Odile.
"""


@dataclass(frozen=True)
class MadeStory:
    folder: Path
    file_name: str = "story.txt"

    @property
    def source(self) -> Path:
        return self.folder / self.file_name

    @property
    def workspace(self) -> Workspace:
        return Workspace(build_dir=self.folder / "build", voices_dir=self.folder / "voices")

    @property
    def release(self) -> Path:
        return self.folder / "build" / "story"

    def make(self, chapters: str | None = None) -> None:
        options = MakeOptions(
            name=None,
            engine="tone",
            jobs=1,
            now=datetime(2026, 1, 1, tzinfo=UTC),
            details=BookDetails(),
            chapters=None if chapters is None else parse_chapters(chapters),
        )
        (made,) = make_books([self.source], self.workspace, options, progress=SilentProgress())
        assert made.error is None

    def verify(self, options: VerifyOptions | None = None) -> Verified:
        return verify_book(self.source, self.workspace, options or VerifyOptions(), progress=SilentProgress())

    def prove(self, number: int) -> ProvedChapter:
        release = self.verify().release
        assert release is not None
        return next(chapter for chapter in release.chapters if chapter.number == number)

    def file(self, number: int, suffix: str) -> Path:
        return next(self.release.glob(f"{number:02} - *{suffix}"))

    def change_json(self, number: int, old: str, new: str) -> None:
        path = self.file(number, ".json")
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeStory:
    story = MadeStory(tmp_path_factory.mktemp("made"))
    story.source.write_text(STORY, encoding="utf-8")
    story.make()
    return story


@pytest.fixture
def story(made_once: MadeStory, tmp_path: Path) -> MadeStory:
    folder = tmp_path / "copy"
    shutil.copytree(made_once.folder, folder)
    return MadeStory(folder)


def test_a_release_as_made_is_whole_and_counted(story: MadeStory) -> None:
    release = story.verify().release
    assert release is not None
    assert release.is_whole
    first = release.chapters[0]
    assert (first.source_words, first.spoken_words, first.skipped_words) == (29, 24, 5)
    assert first.transcript_words == first.spoken_words - 1  # "_un_hurried" is two words in the source
    assert first.cues == first.takes == len(load_release(story.release).chapters[0].lines)
    assert first.length_s > 1


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("as if it were", "as it were", "missing: “if”"),
        ("as if it were", "as if if it were", "said twice: “if”"),
        ("if it were", "it if were", "“it”"),
        ("nothing", "something", "“something” in place of “nothing”"),
    ],
)
def test_a_word_dropped_doubled_swapped_or_changed_in_a_transcript_is_found(
    story: MadeStory, old: str, new: str, finding: str
) -> None:
    story.change_json(1, old, new)
    proved = story.prove(1)
    assert proved.state is ChapterState.DAMAGED
    assert any(finding in found for found in proved.findings), proved.findings
    assert story.prove(2).state is ChapterState.WHOLE


def test_a_cue_that_is_gone_moved_in_time_or_exchanged_is_found(story: MadeStory) -> None:
    path = story.file(2, ".json")
    whole = json.loads(path.read_text(encoding="utf-8"))
    cues = whole["segments"]
    late = [cues[0] | {"startTime": cues[0]["startTime"] + 0.5}, *cues[1:]]
    for changed in (cues[:-1], [cues[1], cues[0], *cues[2:]], late):
        path.write_text(json.dumps(whole | {"segments": changed}), encoding="utf-8")
        assert story.prove(2).state is ChapterState.DAMAGED
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert story.prove(2).state is ChapterState.WHOLE


def test_a_changed_word_in_the_vtt_and_a_missing_transcript_are_found(story: MadeStory) -> None:
    vtt = story.file(1, ".vtt")
    vtt.write_text(vtt.read_text(encoding="utf-8").replace("noon", "dawn"), encoding="utf-8")
    assert any("dawn" in finding for finding in story.prove(1).findings)
    vtt.unlink()
    assert any("is missing" in finding for finding in story.prove(1).findings)


def test_a_take_replaced_by_anothers_bytes_is_found(story: MadeStory) -> None:
    store = TakeStore(story.workspace.takes_folder)
    first, second = load_release(story.release).chapters[0].lines[:2]
    store.path(first.take_key).write_bytes(store.path(second.take_key).read_bytes())
    proved = story.prove(1)
    assert proved.state is ChapterState.DAMAGED
    assert any("another one's" in finding for finding in proved.findings)
    assert store.path(first.take_key).exists()


def test_a_take_with_one_flipped_bit_is_found_and_one_that_was_swept_is_counted(story: MadeStory) -> None:
    store = TakeStore(story.workspace.takes_folder)
    first, second = load_release(story.release).chapters[1].lines[:2]
    store.path(second.take_key).unlink()
    proved = story.prove(2)
    assert (proved.state, proved.takes) == (ChapterState.WHOLE, proved.cues - 1)
    path = store.path(first.take_key)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    assert story.prove(2).state is ChapterState.DAMAGED


def test_a_sound_file_of_another_chapter_is_found_even_if_the_release_agrees(story: MadeStory) -> None:
    other = story.file(2, ".mp3")
    shutil.copy(other, story.file(1, ".mp3"))
    assert any("not the file that was made" in finding for finding in story.prove(1).findings)
    record = story.release / "release.json"
    chapters = load_release(story.release).chapters
    text = record.read_text(encoding="utf-8").replace(chapters[0].sha256, chapters[1].sha256)
    record.write_text(text.replace(f'"size_bytes": {chapters[0].size_bytes}', f'"size_bytes": {other.stat().st_size}'))
    findings = story.prove(1).findings
    assert any("says that it is chapter 2" in finding for finding in findings)
    assert any("lasts" in finding for finding in findings)


def test_a_chapter_whose_text_changed_is_out_of_date_and_the_other_is_not(story: MadeStory) -> None:
    story.source.write_text(STORY.replace("the last of the tea", "the tea"), encoding="utf-8")
    assert story.prove(1).state is ChapterState.WHOLE
    proved = story.prove(2)
    assert proved.state is ChapterState.OUTDATED
    assert any("last of the" in finding for finding in proved.findings)


def test_a_chapter_put_in_before_others_is_missing_and_they_are_known_by_their_words(story: MadeStory) -> None:
    story.source.write_text(f"Chapter 0: Before\n\nNobody came.\n\n{STORY}", encoding="utf-8")
    release = story.verify().release
    assert release is not None
    assert [chapter.state for chapter in release.chapters] == [
        ChapterState.MISSING,
        ChapterState.OUTDATED,
        ChapterState.OUTDATED,
    ]
    assert release.chapters[1].findings == ("it was made as chapter 1; run audiobook make again",)


def test_a_chapter_that_left_the_manuscript_is_named(story: MadeStory) -> None:
    story.source.write_text(STORY[STORY.index("Chapter 2") :], encoding="utf-8")
    release = story.verify().release
    assert release is not None
    assert not release.is_whole
    assert any("01 - " in stray for stray in release.strays)


def test_only_the_chapters_that_are_asked_about_are_proved(story: MadeStory) -> None:
    story.change_json(1, "noon", "dawn")
    found = story.verify(VerifyOptions(chapters=parse_chapters("2")))
    assert found.release is not None
    assert found.release.is_whole
    assert found.numbers == (2,)
    with pytest.raises(UsageError, match="chapter 12 of 2"):
        story.verify(VerifyOptions(chapters=parse_chapters("12")))


def test_a_release_that_is_asked_for_and_not_there_is_told(story: MadeStory) -> None:
    shutil.rmtree(story.release)
    assert story.verify().release is None
    with pytest.raises(UsageError, match="there is no release"):
        story.verify(VerifyOptions(release=True))


def test_a_title_of_the_table_of_contents_alone_must_be_announced_once(tmp_path: Path) -> None:
    pages = [("a", prose("Wren lit the lamp.")), ("b", prose("Odile poured the tea."))]
    toc = [("Part One: The Sea", "a.xhtml", 1), ("1. The Quay", "a.xhtml", 2), ("2. The Cellar", "b.xhtml", 2)]
    story = MadeStory(tmp_path, "story.epub")
    EpubFile(pages=pages, toc=toc).write(tmp_path, "story.epub")
    story.make()
    verified = story.verify()
    assert verified.release is not None
    assert verified.release.is_whole
    assert [count.unwritten_title for count in verified.counts] == [
        "Part One: The Sea, Chapter 1: The Quay",
        "Chapter 2: The Cellar",
    ]
    renamed = [*toc[:2], ("2. The Attic", "b.xhtml", 2)]
    EpubFile(pages=pages, toc=renamed).write(tmp_path, "story.epub")
    second = story.prove(2)
    assert second.state is ChapterState.OUTDATED
    assert "“Chapter 2: The Attic”, which the table of contents alone has, is not announced once" in second.findings[0]
    story.make()
    assert story.prove(2).state is ChapterState.WHOLE
