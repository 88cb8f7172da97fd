"""The whole book as one file, looked at by ffprobe, ffmpeg, mp3val and mediainfo."""

import json
import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.outside.conftest import BOOK, PROJECT

Outside = Callable[..., "subprocess.CompletedProcess[str]"]

TITLE = "The “Bear” at ¼ to 8: Медведь, 熊, דוב 🐻"
AUTHOR = "Ann O’Nymous"
BLURB = "A hotel, a bear & a “duchess”; 3 < 4.\nAnd a second line."
WORDS = {
    "--title": TITLE,
    "--author": AUTHOR,
    "--series": "Night Porters",
    "--part": "2",
    "--year": "1994",
    "--description": BLURB,
    "--genre": "Humour",
    "--language": "en-GB",
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book as chapters, as an M4B and as a single MP3, under a title that asks much of tags."""
    from typer.testing import CliRunner

    from audiobook.cli.app import app

    folder = tmp_path_factory.mktemp("one-file")
    places = ["--build-dir", str(folder / "build"), "--voices-dir", str(folder / "voices")]
    words = [part for option in WORDS.items() for part in option]
    done = CliRunner().invoke(app, ["make", str(PROJECT / "seeds" / BOOK), "--m4b", "--single-mp3", *words, *places])
    assert done.exit_code == 0, done.output
    return folder / "build" / BOOK


@pytest.fixture(scope="module")
def listed(release: Path) -> Any:
    """What the release says of itself."""
    return json.loads((release / "release.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def m4b(release: Path, listed: Any) -> Path:
    return release / str(next(extra["file"] for extra in listed["extras"] if extra["kind"] == "m4b"))


@pytest.fixture(scope="module")
def single_mp3(release: Path, listed: Any) -> Path:
    return release / str(next(extra["file"] for extra in listed["extras"] if extra["kind"] == "single_mp3"))


def probe(outside: Outside, path: Path) -> Any:
    done = outside("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", path)
    assert done.stderr == ""
    return json.loads(done.stdout)


def levels(outside: Outside, path: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP."""
    measure = ("-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-")
    told = outside("ffmpeg", "-hide_banner", "-i", path, *measure).stderr
    summary = told[told.rindex("Summary:") :]
    found = [re.search(pattern, summary) for pattern in (r"I:\s+(-?[\d.]+) LUFS", r"Peak:\s+(-?[\d.]+) dBFS")]
    loudness_lufs, peak_dbtp = (float(match[1]) for match in found if match)
    return loudness_lufs, peak_dbtp


def test_ffprobe_sees_an_audiobook_with_tags_and_cover(outside: Outside, m4b: Path) -> None:
    seen = probe(outside, m4b)
    expected = {
        "major_brand": "M4B ",
        "title": TITLE,
        "album": TITLE,
        "artist": AUTHOR,
        "album_artist": AUTHOR,
        "date": "1994",
        "genre": "Humour",
        "description": BLURB,
        "grouping": "Night Porters #2",
        "SERIES": "Night Porters",
        "SERIES-PART": "2",
        "LANGUAGE": "eng",
        "media_type": "2",
    }
    tags = seen["format"]["tags"]
    assert {name: tags.get(name) for name in expected} == expected
    assert "; " in tags["composer"]
    sound, _, cover = seen["streams"]
    assert (sound["codec_name"], sound["profile"], sound["channels"]) == ("aac", "LC", 1)
    assert (cover["codec_name"], cover["width"], cover["height"]) == ("mjpeg", 1600, 1600)
    assert cover["disposition"]["attached_pic"] == 1


@pytest.mark.parametrize("kind", ["m4b", "single_mp3"])
def test_ffprobe_sees_every_chapter_where_it_begins(
    kind: str, outside: Outside, listed: Any, request: pytest.FixtureRequest
) -> None:
    seen = probe(outside, request.getfixturevalue(kind))
    marks, chapters = seen["chapters"], listed["chapters"]
    assert [mark["tags"]["title"] for mark in marks] == [chapter["title"] for chapter in chapters]
    assert marks[0]["start_time"] == "0.000000"
    assert all(before["end_time"] == after["start_time"] for before, after in pairwise(marks))
    assert float(marks[-1]["end_time"]) == pytest.approx(float(seen["format"]["duration"]), abs=0.05)
    lengths = [chapter["length_samples"] / chapter["rate_hz"] for chapter in chapters]
    starts = [sum(lengths[:index]) for index in range(len(lengths))]
    # A frame's half in the M4B; in the MP3, which adds its encoder's delay to each chapter, that as well.
    off = 0.024 if kind == "m4b" else 0.1 * len(lengths)
    assert [float(mark["start_time"]) for mark in marks] == pytest.approx(starts, abs=off)


@pytest.mark.parametrize("kind", ["m4b", "single_mp3"])
def test_ffmpeg_decodes_the_whole_book_without_a_word_and_to_the_sample(
    kind: str, outside: Outside, listed: Any, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(kind)
    done = outside("ffmpeg", "-v", "error", "-xerror", "-i", path, "-map", "0:a", "-f", "null", "-")
    assert (done.returncode, done.stderr) == (0, "")
    counted = outside("ffprobe", "-v", "error", "-select_streams", "a", "-of", "json", "-show_frames", path)
    decoded = sum(frame["nb_samples"] for frame in json.loads(counted.stdout)["frames"])
    extra = next(extra for extra in listed["extras"] if extra["kind"] == kind)
    assert decoded == pytest.approx(extra["length_samples"], abs=1024 if kind == "m4b" else 0)


@pytest.mark.parametrize("kind", ["m4b", "single_mp3"])
def test_whole_book_is_as_loud_as_its_chapters(kind: str, outside: Outside, request: pytest.FixtureRequest) -> None:
    loudness_lufs, peak_dbtp = levels(outside, request.getfixturevalue(kind))
    assert abs(loudness_lufs + 19.0) <= 1.0
    assert peak_dbtp <= -3.0


def test_mp3val_finds_one_stream_of_frames_and_nothing_wrong(outside: Outside, single_mp3: Path) -> None:
    told = outside("mp3val", single_mp3).stdout
    assert "WARNING" not in told
    assert "ERROR" not in told
    assert "CBR" in told
    assert "+ID3v2" in told


def test_mediainfo_sees_the_chapters_of_the_m4b_twice_and_its_cover(outside: Outside, m4b: Path, listed: Any) -> None:
    tracks = json.loads(outside("mediainfo", "--Output=JSON", m4b).stdout)["media"]["track"]
    general, sound, *menus = tracks
    assert (general["Cover"], general["Performer"], general["Album"]) == ("Yes", AUTHOR, TITLE)
    assert (general["ContentType"], general["IsStreamable"]) == ("Audiobook", "Yes")
    assert (sound["Format"], sound["Channels"]) == ("AAC", "1")
    assert [menu["@type"] for menu in menus] == ["Menu", "Menu"]
    titles = [chapter["title"] for chapter in listed["chapters"]]
    for menu in menus:
        assert [text for time, text in menu["extra"].items() if time.startswith("_")] == titles
