"""Programs that are not ours listen to what `audiobook serve` serves: curl and gPodder."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.outside.conftest import BOOK, PROJECT
from tests.outside.serving import Serving, serve

SOURCE = PROJECT / "seeds" / BOOK
Outside = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def project(chapters: tuple[Path, ...]) -> Path:
    """The folder that the sample book was made in."""
    return chapters[0].parents[2]


@pytest.fixture(scope="module")
def serving(project: Path) -> Iterator[Serving]:
    with serve(project) as running:
        yield running


def digests(files: Iterator[Path] | tuple[Path, ...]) -> list[str]:
    return sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def enclosures(outside: Outside, serving: Serving) -> list[dict[str, str]]:
    feed = ET.fromstring(outside("curl", "-sS", "--fail", serving.feed).stdout)
    return [enclosure.attrib for enclosure in feed.iter("enclosure")]


def head(outside: Outside, *arguments: str) -> tuple[str, dict[str, str]]:
    told = outside("curl", "-sS", "-I", *arguments).stdout
    status, *lines = told.strip().splitlines()
    return status, {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def test_curl_is_told_how_long_each_chapter_is_and_that_it_may_be_sent_in_parts(
    outside: Outside, serving: Serving, chapters: tuple[Path, ...]
) -> None:
    found = enclosures(outside, serving)
    assert len(found) == len(chapters)
    for enclosure, chapter in zip(found, chapters, strict=True):
        status, headers = head(outside, enclosure["url"])
        assert status.startswith("HTTP/1.1 200")
        assert headers["content-length"] == enclosure["length"] == str(chapter.stat().st_size)
        assert headers["content-type"] == enclosure["type"] == "audio/mpeg"
        assert headers["accept-ranges"] == "bytes"
        assert re.fullmatch(r'"[0-9a-f]{64}"', headers["etag"])


def test_curl_gets_the_hundred_bytes_it_asks_for(
    outside: Outside, serving: Serving, chapters: tuple[Path, ...], tmp_path: Path
) -> None:
    url = enclosures(outside, serving)[0]["url"]
    got = outside("curl", "-sS", "-r", "100-199", "-o", tmp_path / "part", "-w", "%{http_code} %{size_download}", url)
    assert got.stdout == "206 100"
    assert (tmp_path / "part").read_bytes() == chapters[0].read_bytes()[100:200]


def test_curl_takes_up_a_download_where_it_broke_off(
    outside: Outside, serving: Serving, chapters: tuple[Path, ...], tmp_path: Path
) -> None:
    url = enclosures(outside, serving)[0]["url"]
    whole = chapters[0].read_bytes()
    (tmp_path / "sound.mp3").write_bytes(whole[:70_000])
    assert outside("curl", "-sS", "-C", "-", "-o", tmp_path / "sound.mp3", url).returncode == 0
    assert (tmp_path / "sound.mp3").read_bytes() == whole


def test_curl_does_not_fetch_again_what_it_has(outside: Outside, serving: Serving, tmp_path: Path) -> None:
    kept = ("--etag-save", tmp_path / "etag", "--etag-compare", tmp_path / "etag")
    for address in (serving.feed, serving.page, serving.home):
        codes = [
            outside("curl", "-sS", *kept, "-o", tmp_path / "body", "-w", "%{http_code}", address).stdout
            for _ in range(2)
        ]
        assert codes == ["200", "304"]
        (tmp_path / "etag").unlink()


@pytest.fixture
def gpodder(outside: Outside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run gPodder's command line in a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GPODDER_HOME", str(tmp_path / "gpodder"))
    monkeypatch.setenv("GPODDER_DOWNLOAD_DIR", str(tmp_path / "downloads"))

    def run(*arguments: str) -> str:
        done = outside("gpo", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_gpodder_subscribes_updates_and_downloads_every_chapter_bit_for_bit(
    gpodder: Callable[..., str], serving: Serving, chapters: tuple[Path, ...], tmp_path: Path
) -> None:
    gpodder("subscribe", serving.feed, "The Bear")
    gpodder("update")
    assert "The Bear" in gpodder("list")
    gpodder("download")
    assert digests(tuple((tmp_path / "downloads").rglob("*.mp3"))) == digests(chapters)


def test_gpodder_keeps_a_chapter_that_is_made_again_in_its_place(
    gpodder: Callable[..., str], project: Path, chapters: tuple[Path, ...], outside: Outside, tmp_path: Path
) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    program = (sys.executable, "-m", "audiobook")
    with serve(copy) as running:
        gpodder("subscribe", running.feed, "The Bear")
        gpodder("update")
        gpodder("download")
        before, listed = enclosures(outside, running), gpodder("episodes")
        for arguments in (("cast", str(SOURCE), "set", "Duchess", "--volume", "-3"), ("make", str(SOURCE), "--quiet")):
            subprocess.run([*program, *arguments], cwd=copy, check=True, capture_output=True)
        gpodder("update")
        after = enclosures(outside, running)
        assert gpodder("episodes") == listed
        remade = tuple(sorted((copy / "build").rglob("*.mp3")))
        is_new = [old.read_bytes() != new.read_bytes() for old, new in zip(chapters, remade, strict=True)]
        assert any(is_new)
        assert [old["url"] != new["url"] for old, new in zip(before, after, strict=True)] == is_new
        fetched = [outside("curl", "-sS", "-o", tmp_path / f"{n}.mp3", new["url"]) for n, new in enumerate(after)]
        assert [done.returncode for done in fetched] == [0] * len(after)
        assert digests(tuple(tmp_path.glob("*.mp3"))) == digests(remade) != digests(chapters)
