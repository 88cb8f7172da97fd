"""Transcripts beside a file are read as players read them, and must say what is spoken, when."""

import json
from pathlib import Path

import pytest

from audiobook.assembly.checking.transcripts import read_transcripts
from audiobook.model.release_check import Measure
from tests.assembly.checking.releases import check, check_chapter, failing, release_book, release_chapter

GOOD = """\
WEBVTT

1
00:00.800 --> 00:04.800
<v narrator>The
Gate</v>

NOTE nobody reads this

00:00:05.800 --> 00:00:11.800 align:start
<v Mara>“Go.” &amp; &lt;
"""


def put(folder: Path, vtt: str) -> Path:
    path = folder / "01 - The Gate.mp3"
    path.with_suffix(".vtt").write_text(vtt, encoding="utf-8")
    return path


def test_cues_are_read_with_their_times_and_words(tmp_path: Path) -> None:
    (transcript,) = read_transcripts(put(tmp_path, GOOD))
    assert transcript.problem == ""
    assert [(cue.start_s, cue.end_s, cue.text) for cue in transcript.cues] == [
        (0.8, 4.8, "The Gate"),
        (5.8, 11.8, "“Go.” & <"),
    ]


@pytest.mark.parametrize(
    ("vtt", "problem"),
    [
        ("1\n00:00.800 --> 00:04.800\nHi\n", "does not begin with WEBVTT"),
        (GOOD.replace("00:00.800", "00:00,800"), "is no time"),
        (GOOD.replace("00:00.800", "00:61.800"), "is no time"),
        ("WEBVTT\n\nHi\nthere\n", "there is no time in 'Hi'"),
    ],
)
def test_a_broken_vtt_is_named(tmp_path: Path, vtt: str, problem: str) -> None:
    (transcript,) = read_transcripts(put(tmp_path, vtt))
    assert problem in transcript.problem


@pytest.mark.parametrize("text", ["{", "[]", '{"segments": [{}]}', '{"segments": [{"startTime": "x"}]}', "\udcff"])
def test_a_broken_json_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.mp3"
    path.with_suffix(".json").write_bytes(text.encode("utf-8", "surrogateescape"))
    (transcript,) = read_transcripts(path)
    assert "broken" in transcript.problem


def test_transcripts_that_fit_pass(tmp_path: Path) -> None:
    chapter = release_chapter(tmp_path)
    put(tmp_path, GOOD)
    segments = [
        {"speaker": "narrator", "startTime": 0.8, "endTime": 4.8, "body": "The Gate"},
        {"speaker": "Mara", "startTime": 5.8, "endTime": 11.8, "body": "“Go.”"},
    ]
    text = json.dumps({"version": "1.0.0", "segments": segments})
    (tmp_path / chapter.file).with_suffix(".json").write_text(text)
    assert check_chapter(tmp_path, chapter) == {}


@pytest.mark.parametrize(
    ("before", "after", "figure"),
    [
        ("Gate", "Door", "has other words than are spoken after 'the'"),
        ("“Go.”", "", "has other words"),
        ("00:00:11.800", "00:01:11.800", "goes on after the end, to 71.80 s"),
        ("00:00:05.800", "00:00:00.100", "goes back in time at 0.10 s"),
        ("00:04.800", "00:00.500", "goes back in time at 0.80 s"),
    ],
)
def test_a_transcript_that_does_not_fit_fails(tmp_path: Path, before: str, after: str, figure: str) -> None:
    chapter = release_chapter(tmp_path)
    put(tmp_path, GOOD.replace(before, after))
    found = check_chapter(tmp_path, chapter)
    assert list(found) == [Measure.TRANSCRIPT]
    assert figure in found[Measure.TRANSCRIPT].figure


@pytest.mark.parametrize("ending", [".vtt", ".json"])
def test_a_missing_transcript_fails_and_is_named(tmp_path: Path, ending: str) -> None:
    release = release_book(tmp_path)
    lost = Path(release.chapters[1].file).with_suffix(ending).name
    (tmp_path / lost).unlink()
    found = failing(check(release)[1])
    assert list(found) == [Measure.TRANSCRIPT]
    assert (found[Measure.TRANSCRIPT].complaint, found[Measure.TRANSCRIPT].figure) == ("missing", f"no {lost}")
