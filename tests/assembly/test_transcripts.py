import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.assembly.caption_lines import break_into_lines
from audiobook.assembly.transcripts import cues_of, json_transcript, remove_transcripts, web_vtt, write_transcripts
from audiobook.errors import OutputError
from audiobook.model.release import BookTags, Release, ReleasedChapter, ReleasedLine
from tests.assembly.test_release_file import CHAPTER

RATE_HZ = 22050
TIMING = re.compile(r"(\d\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d\d+):(\d\d):(\d\d)\.(\d{3})")


def said(*lines: tuple[str, str], start: int = 16537, length: int = 22050, gap: int = 7717) -> ReleasedChapter:
    """A chapter of (speaker, words), each a second long."""
    rows = [
        ReleasedLine(
            segment_id=f"s{index}",
            speaker=speaker,
            text=text,
            take_key="ab",
            start_sample=start + index * (length + gap),
            length_samples=length,
        )
        for index, (speaker, text) in enumerate(lines)
    ]
    return replace(CHAPTER, rate_hz=RATE_HZ, lines=tuple(rows))


def vtt_of(*lines: tuple[str, str]) -> str:
    return web_vtt(said(*lines)).decode("utf-8")


def test_each_take_is_a_cue_with_its_speaker_and_its_time() -> None:
    assert vtt_of(("narrator", "The ferry waited."), ("Lex", "“Go.”")) == (
        "WEBVTT\n\n"
        "00:00:00.750 --> 00:00:01.750\n<v Narrator>The ferry waited.\n\n"
        "00:00:02.100 --> 00:00:03.100\n<v Lex>“Go.”\n"
    )


def test_json_says_the_same() -> None:
    data = json.loads(json_transcript(said(("narrator", "The ferry waited."), ("unknown", "“Go.”"))))
    assert data == {
        "version": "1.0.0",
        "segments": [
            {"speaker": "Narrator", "startTime": 0.75, "endTime": 1.75, "body": "The ferry waited."},
            {"speaker": "Unknown", "startTime": 2.1, "endTime": 3.1, "body": "“Go.”"},
        ],
    }


def test_what_means_something_in_webvtt_is_escaped() -> None:
    assert "<v Lex>a &lt;b&gt; --&gt; c &amp; d\n" in vtt_of(("Lex", "a <b> --> c & d"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("R>2\nD<2", "R&gt;2 D&lt;2"),
        ("Smith & Sons", "Smith &amp; Sons"),
        ("🐉 Dragon", "🐉 Dragon"),
        ("  ", "Unknown"),
        ("Ма\u0301ра", "Ма\u0301ра"),
        ("a\x00b\ud800", "ab?"),
    ],
)
def test_a_voice_with_odd_characters_survives_in_one_line(name: str, shown: str) -> None:
    assert f"\n<v {shown}>Go.\n" in vtt_of((name, "Go."))


def test_a_long_take_has_several_lines_none_longer_than_65_characters() -> None:
    words = " ".join(f"word{number}" for number in range(120))
    vtt = vtt_of(("Great-Aunt Zillah", words))
    lines = vtt.split("\n")[3:-1]
    assert len(lines) > 10
    assert max(map(len, lines)) <= 65
    assert " ".join(lines).removeprefix("<v Great-Aunt Zillah>") == words


def test_a_chapter_without_a_line_has_transcripts_without_one() -> None:
    assert web_vtt(said()) == b"WEBVTT\n"
    assert json.loads(json_transcript(said()))["segments"] == []


def test_hours_are_written_out() -> None:
    assert "01:00:00.000 --> 01:00:01.000\n" in web_vtt(said(("Lex", "Go."), start=RATE_HZ * 3600)).decode()


takes = st.lists(st.tuples(st.integers(0, 3 * RATE_HZ), st.integers(0, 3 * RATE_HZ), st.text(max_size=80)), max_size=20)


@given(takes, st.text(max_size=20), st.sampled_from([8000, 22050, 24000, 44100]))
def test_no_cue_is_empty_and_none_overlaps_the_next(
    pieces: list[tuple[int, int, str]], name: str, rate_hz: int
) -> None:
    position, lines = 0, []
    for gap, length, text in pieces:
        position += gap
        lines.append(
            ReleasedLine(
                segment_id="s", speaker=name, text=text, take_key="a", start_sample=position, length_samples=length
            )
        )
        position += length
    chapter = replace(CHAPTER, rate_hz=rate_hz, lines=tuple(lines))
    cues = list(cues_of(chapter))
    assert all(cue.start_ms < cue.end_ms and cue.text and cue.speaker for cue in cues)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(cues))
    blocks = web_vtt(chapter).decode("utf-8").split("\n\n")
    assert len(blocks) == 1 + len(cues)
    assert all(TIMING.match(block) and block.split("\n", 1)[1].startswith("<v ") for block in blocks[1:])


@given(st.text(min_size=1, max_size=300).map(lambda text: " ".join(text.split())).filter(bool), st.integers(20, 65))
def test_breaking_loses_no_character_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = break_into_lines(text, width, first=width)
    joined = "".join(lines).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert joined.replace(" ", "") == text.replace(" ", "")
    assert all(lines)


def test_a_word_longer_than_a_line_is_broken_but_no_emoji_is() -> None:
    family = "👩\u200d👩\u200d👧"
    lines = break_into_lines(family * 30, 65, first=20)
    assert all(len(line) % len(family) == 0 for line in lines)
    assert max(map(len, lines)) <= 65


def released(folder: Path, *chapters: ReleasedChapter) -> Release:
    tags = BookTags(title="Lex", author="A", language="en")
    return Release(book="lex", folder=folder, tags=tags, profile="podcast", chapters=chapters)


def test_transcripts_that_say_so_already_are_not_written_again(tmp_path: Path) -> None:
    chapter = said(("Lex", "Go."))
    write_transcripts(tmp_path, chapter)
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    assert set(before) == {"01 - Die Fahre.vtt", "01 - Die Fahre.json"}
    write_transcripts(tmp_path, chapter)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before
    write_transcripts(tmp_path, said(("Clark", "Go.")))
    assert "<v Clark>" in (tmp_path / "01 - Die Fahre.vtt").read_text(encoding="utf-8")


def test_transcripts_of_a_chapter_that_is_gone_go_with_it(tmp_path: Path) -> None:
    before, after = said(("Lex", "Go.")), replace(said(("Lex", "Go.")), file="01 - The Ferry.mp3")
    for chapter in (before, after):
        write_transcripts(tmp_path, chapter)
    remove_transcripts(released(tmp_path, before), released(tmp_path, after))
    assert {path.name for path in tmp_path.iterdir()} == {"01 - The Ferry.vtt", "01 - The Ferry.json"}


def test_transcripts_under_another_spelling_go_where_the_disk_tells_both_apart(tmp_path: Path) -> None:
    before, after = said(("Lex", "Go.")), replace(said(("Lex", "Go.")), file="01 - DIE FAHRE.mp3")
    for chapter in (before, after):
        write_transcripts(tmp_path, chapter)
    remove_transcripts(released(tmp_path, before), released(tmp_path, after))
    assert len(list(tmp_path.iterdir())) == 2
    assert (tmp_path / "01 - DIE FAHRE.vtt").exists()


def test_a_transcript_that_a_person_changed_is_not_removed(tmp_path: Path) -> None:
    chapter = said(("Lex", "Go."))
    write_transcripts(tmp_path, chapter)
    (tmp_path / "01 - Die Fahre.vtt").write_text("mine", encoding="utf-8")
    remove_transcripts(released(tmp_path, chapter), released(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"01 - Die Fahre.vtt"}


def test_a_folder_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "release").write_bytes(b"")
    with pytest.raises(OutputError):
        write_transcripts(tmp_path / "release", said(("Lex", "Go.")))
