"""The finished chapters, looked at by ffprobe, ffmpeg, mp3val and mediainfo."""

import json
import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

Outside = Callable[..., "subprocess.CompletedProcess[str]"]


def test_ffprobe_sees_tags_cover_and_scenes(outside: Outside, chapters: tuple[Path, ...]) -> None:
    for number, chapter in enumerate(chapters, start=1):
        done = outside(
            "ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", chapter
        )
        assert done.stderr == ""
        seen = json.loads(done.stdout)
        tags = seen["format"]["tags"]
        assert tags["album"] == "The Bear at Quarter to Eight"
        assert tags["genre"] == "Audiobook"
        assert tags["track"] == f"{number}/{len(chapters)}"
        assert "; " in tags["composer"]
        sound, cover = seen["streams"]
        assert (sound["codec_name"], sound["channels"], sound["bit_rate"]) == ("mp3", 1, "64000")
        assert (cover["codec_name"], cover["width"]) == ("mjpeg", cover["height"])
        scenes = seen["chapters"]
        assert scenes[0]["start_time"] == "0.000000"
        assert all(before["end_time"] == after["start_time"] for before, after in pairwise(scenes))
        assert abs(float(scenes[-1]["end_time"]) - float(seen["format"]["duration"])) < 0.2


def test_ffmpeg_decodes_every_frame_without_a_word(outside: Outside, chapters: tuple[Path, ...]) -> None:
    for chapter in chapters:
        done = outside("ffmpeg", "-v", "error", "-xerror", "-i", chapter, "-map", "0:a", "-f", "null", "-")
        assert (done.returncode, done.stderr) == (0, "")


def test_each_chapter_is_as_loud_as_podcasts_are(outside: Outside, chapters: tuple[Path, ...]) -> None:
    for chapter in chapters:
        told = outside(
            "ffmpeg", "-hide_banner", "-i", chapter, "-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-"
        ).stderr
        summary = told[told.rindex("Summary:") :]
        integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
        peak = re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
        assert integrated is not None
        assert peak is not None
        assert abs(float(integrated[1]) + 19.0) <= 1.0
        assert float(peak[1]) <= -3.0


def test_mp3val_finds_nothing_wrong(outside: Outside, chapters: tuple[Path, ...]) -> None:
    for chapter in chapters:
        told = outside("mp3val", chapter).stdout
        assert "WARNING" not in told
        assert "ERROR" not in told
        assert "CBR" in told


def test_mediainfo_sees_an_audiobook_with_a_cover(outside: Outside, chapters: tuple[Path, ...]) -> None:
    for chapter in chapters:
        told = outside("mediainfo", "--Output=JSON", chapter).stdout
        general, sound, *_ = json.loads(told)["media"]["track"]
        assert general["Genre"] == "Audiobook"
        assert general["Cover"] == "Yes"
        assert (sound["Format"], sound["BitRate_Mode"], sound["Channels"]) == ("MPEG Audio", "CBR", "1")
