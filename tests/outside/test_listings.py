"""Feed and transcripts of the sample book, read by podcast-partytime and webvtt-parser."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audiobook.production.release.finding import read_published_book
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.feed import podcast_feed
from audiobook.workspace.paths import Workspace

Outside = Callable[..., "subprocess.CompletedProcess[str]"]
HERE = Path(__file__).parent
BASE = "https://example.org/"


@pytest.fixture
def read_by_node(outside: Outside) -> Callable[..., Any]:
    """Run one of the scripts beside this file, which print JSON; NODE_PATH says where npm put what they need."""

    def read(script: str, package: str, *files: object) -> Any:
        done = outside("node", HERE / script, *files)
        if f"Cannot find module '{package}'" in done.stderr:
            outside(package)  # a module of npm: as good as a program that is missing
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    return read


@pytest.fixture(scope="module")
def book(chapters: tuple[Path, ...]) -> PublishedBook:
    release = chapters[0].parent
    workspace = Workspace(build_dir=release.parent, voices_dir=release.parents[1] / "voices")
    return read_published_book(release, workspace)


def test_podcast_partytime_reads_the_whole_book(
    read_by_node: Callable[..., Any], book: PublishedBook, tmp_path: Path
) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(podcast_feed(book, base_url=BASE))
    found = read_by_node("read_feed.cjs", "podcast-partytime", feed)
    assert (found["medium"], found["guid"]) == ("audiobook", book.identity.podcast_guid)
    assert found["itunesType"] == "serial"
    assert found["itunesBlock"] is True
    items = found["items"]
    assert [item["enclosure"]["length"] for item in items] == [chapter.audio.size_bytes for chapter in book.chapters]
    assert [item["duration"] for item in items] == [round(chapter.length_s) for chapter in book.chapters]
    for item, chapter in zip(items, book.chapters, strict=True):
        assert item["guid"].endswith(f"#{chapter.identity.id}")
        assert [file["type"] for file in item["podcastTranscripts"]] == ["text/vtt", "application/json"]
        assert item["podcastChapters"]["url"] == BASE + chapter.scenes.path
    people = {(person["role"], person["group"]) for item in items for person in item["podcastPeople"]}
    assert people == {("Narrator", "Cast"), ("Voice Actor", "Cast")}


def test_webvtt_parser_has_nothing_to_say_about_any_transcript(
    read_by_node: Callable[..., Any], book: PublishedBook
) -> None:
    files = [chapter.captions.content for chapter in book.chapters]
    told = read_by_node("read_captions.cjs", "webvtt-parser", *files)
    for read, chapter in zip(told, book.chapters, strict=True):
        assert read["errors"] == []
        assert len(read["cues"]) == len(chapter.released.lines)
        for (start_s, end_s, speaker), line in zip(read["cues"], chapter.released.lines, strict=True):
            assert abs(start_s - line.start_sample / chapter.released.rate_hz) < 0.001
            assert abs(end_s - (line.start_sample + line.length_samples) / chapter.released.rate_hz) < 0.001
            assert speaker == ("Narrator" if line.speaker == "narrator" else line.speaker)
