"""A whole check on files made here: what is right passes, and each measure fails when its own thing is wrong."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from audiobook.assembly.checking.measuring import measure_file
from audiobook.assembly.profiles import ACX, LIBRIVOX, PODCAST, ReleaseProfile
from audiobook.model.release import BookTags, ExtraKind, ReleasedExtra
from audiobook.model.release_check import Finding, Measure
from audiobook.model.release_failures import gather_failures
from tests.assembly.checking.releases import (
    BOOK,
    RATE_HZ,
    Signal,
    chapter_sound,
    check,
    check_chapter,
    encode,
    failing,
    lines,
    release_book,
    release_chapter,
    silence,
    tags,
    tone,
    with_stated,
)
from tests.codecs.sound_files import write_sound


def only(found: dict[Measure, Finding], measure: Measure) -> Finding:
    assert list(found) == [measure]
    assert found[measure].wanted
    assert found[measure].hint
    return found[measure]


def test_a_good_release_passes_with_every_figure(tmp_path: Path) -> None:
    files, verdict = check(release_book(tmp_path))
    assert failing(verdict) == {}
    assert verdict.passes
    assert [file.number for file in files] == [1, 2]
    of_files = set(Measure) - {Measure.TITLES, Measure.COVER}
    assert all({finding.measure for finding in findings} == of_files for findings in verdict.findings)
    assert all(finding.figure for findings in verdict.findings for finding in findings)


QUIET, LOUD = chapter_sound(peak=0.08), chapter_sound(peak=0.4)


@pytest.mark.parametrize(
    ("signal", "measure", "complaint", "figure"),
    [
        (QUIET, Measure.LOUDNESS, "too quiet", "-25.7 LUFS"),
        (LOUD, Measure.LOUDNESS, "too loud", "-11.7 LUFS"),
        (chapter_sound(head_s=0.2), Measure.HEAD, "too short", "0.2 s"),
        (chapter_sound(head_s=2.0), Measure.HEAD, "too long", "2.0 s"),
        (chapter_sound(tail_s=0.5), Measure.TAIL, "too short", "0.5 s"),
        (chapter_sound(tail_s=6.0), Measure.TAIL, "too long", "6.0 s"),
    ],
)
def test_a_level_or_silence_outside_its_range_fails(
    tmp_path: Path, signal: Signal, measure: Measure, complaint: str, figure: str
) -> None:
    chapter = replace(release_chapter(tmp_path, signal=signal), lines=())
    finding = only(check_chapter(tmp_path, chapter), measure)
    assert finding.complaint == complaint
    number, unit = figure.split(" ")
    assert finding.figure.endswith(unit)
    assert float(finding.figure.split(" ")[0]) == pytest.approx(float(number), abs=0.2)


def test_a_peak_above_the_ceiling_fails_the_peak_alone(tmp_path: Path) -> None:
    signal = chapter_sound()
    signal[30_000:30_200] = tone(200 / 22050, peak=0.95, hz=500.0)
    found = check_chapter(tmp_path, release_chapter(tmp_path, signal=signal))
    assert only(found, Measure.TRUE_PEAK).complaint == "too high"


def test_the_loudness_of_hardly_any_words_is_shown_and_not_judged(tmp_path: Path) -> None:
    signal = np.concatenate((silence(0.75), tone(1.0, peak=0.12), silence(3.5)))
    chapter = release_chapter(tmp_path, signal=signal)
    word = replace(chapter.lines[0], text=chapter.title, length_samples=RATE_HZ)
    assert Measure.LOUDNESS in check_chapter(tmp_path, chapter)
    assert Measure.LOUDNESS not in check_chapter(tmp_path, replace(chapter, lines=(word,)))


def test_clipping_fails(tmp_path: Path) -> None:
    signal = chapter_sound()
    signal[30_000:30_400] = np.sign(tone(400 / 22050, hz=200.0))
    found = check_chapter(tmp_path, release_chapter(tmp_path, signal=signal))
    assert found[Measure.CLIPPING].complaint == "clipped"
    assert int(found[Measure.CLIPPING].figure.split(" ")[0]) > 10


def test_noise_in_the_pauses_fails(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).standard_normal(len(chapter_sound())) * 10 ** (-55 / 20)
    found = check_chapter(tmp_path, release_chapter(tmp_path, signal=chapter_sound() + noise))
    finding = only(found, Measure.NOISE_FLOOR)
    assert finding.complaint == "too noisy"
    assert float(finding.figure.split(" ")[0]) == pytest.approx(-55.6, abs=0.7)


def test_a_long_silence_in_the_middle_fails_and_says_where(tmp_path: Path) -> None:
    parts = (silence(0.75), tone(5.0), silence(9.0), tone(5.0), silence(3.5))
    chapter = replace(release_chapter(tmp_path, signal=np.concatenate(parts)), lines=())
    finding = only(check_chapter(tmp_path, chapter), Measure.PAUSES)
    assert finding.figure == "9.0 s at 0:05"


def test_rms_and_length_and_peak_are_asked_by_acx(tmp_path: Path) -> None:
    sound = chapter_sound(peak=0.9, rate_hz=44100)
    data = tags() + encode(sound, rate_hz=44100, bit_rate_kbps=192)
    chapter = replace(release_chapter(tmp_path, data=data), lines=())
    short = replace(ACX, limits=replace(ACX.limits, length_max_s=10.0, title_spoken=False))
    found = check_chapter(tmp_path, chapter, short)
    assert set(found) == {Measure.RMS, Measure.PEAK, Measure.LENGTH}
    assert found[Measure.LENGTH].figure == "0:15"
    assert found[Measure.LENGTH].wanted == "0:10 at most"


@pytest.mark.parametrize(
    ("profile", "rate_hz", "bit_rate_kbps", "complaint"),
    [
        (PODCAST, 22050, 48, "bit rate too low"),
        (LIBRIVOX, 44100, 64, "bit rate too low"),
        (LIBRIVOX, 48000, 128, "wrong sample rate"),
        (LIBRIVOX, 22050, 64, "not as asked"),
    ],
)
def test_another_rate_or_bit_rate_fails_the_format(
    tmp_path: Path, profile: ReleaseProfile, rate_hz: int, bit_rate_kbps: int, complaint: str
) -> None:
    tail_s = 5.0 if profile is LIBRIVOX else 3.5
    sound = chapter_sound(tail_s=tail_s, rate_hz=rate_hz)
    data = tags() + encode(sound, rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps)
    chapter = release_chapter(tmp_path, data=data, signal=chapter_sound(tail_s=tail_s))
    assert only(check_chapter(tmp_path, chapter, profile), Measure.FORMAT).complaint == complaint


def test_a_variable_bit_rate_and_two_channels_fail_the_format(tmp_path: Path) -> None:
    path = write_sound(
        tmp_path / "v.mp3", chapter_sound(rate_hz=44100, peak=0.19), rate_hz=44100, codec="libmp3lame",
        sample_format="fltp", layout="stereo", options={"global_quality": "472", "flags": "+qscale"},
    )  # fmt: skip
    chapter = release_chapter(tmp_path, data=tags() + path.read_bytes())
    finding = check_chapter(tmp_path, chapter)[Measure.FORMAT]
    assert finding.complaint == "not as asked"
    assert "VBR" in finding.figure
    assert "stereo" in finding.figure


def test_a_file_that_is_not_there_fails_and_nothing_else_is_guessed(tmp_path: Path) -> None:
    chapter = release_chapter(tmp_path)
    (tmp_path / chapter.file).unlink()
    assert only(check_chapter(tmp_path, chapter), Measure.FILE).complaint == "missing"


@pytest.mark.parametrize(
    ("spoil", "figure"),
    [
        (lambda data: data + bytes(1), "bytes, "),
        (lambda data: data.replace("Gate".encode("utf-16-le"), "Gato".encode("utf-16-le"), 1), "other bytes"),
    ],
)
def test_a_file_that_somebody_changed_fails(tmp_path: Path, spoil: Callable[[bytes], bytes], figure: str) -> None:
    chapter = release_chapter(tmp_path)
    path = tmp_path / chapter.file
    path.write_bytes(spoil(path.read_bytes()))
    finding = check_chapter(tmp_path, chapter)[Measure.FILE]
    assert finding.complaint in {"changed", "damaged"}
    if finding.complaint == "changed":
        assert figure in finding.figure


def _with_junk(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + random.Random(1).randbytes(3000) + data[middle + 3000 :]


@pytest.mark.parametrize("spoil", [lambda data: data[: len(data) * 6 // 10], _with_junk, lambda data: data[:400]])
def test_damage_fails_even_if_the_release_says_it_was_made_so(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    chapter = release_chapter(tmp_path)
    path = tmp_path / chapter.file
    path.write_bytes(spoil(path.read_bytes()))
    found = check_chapter(tmp_path, with_stated(chapter, path))
    assert Measure.FILE in found or Measure.TRANSCRIPT in found


def test_a_file_cut_off_between_two_frames_has_the_wrong_length(tmp_path: Path) -> None:
    sound = chapter_sound()
    whole = encode(sound)
    frames_start = [place for place in range(len(whole)) if whole.startswith(whole[:2], place)]
    cut = whole[: frames_start[len(frames_start) * 8 // 10]]
    chapter = release_chapter(tmp_path, data=tags() + cut)
    found = check_chapter(tmp_path, chapter)
    assert found[Measure.TRANSCRIPT].complaint == "wrong length"


def test_a_stale_chapter_fails(tmp_path: Path) -> None:
    chapter = replace(release_chapter(tmp_path), stale=True)
    assert only(check_chapter(tmp_path, chapter), Measure.FILE).complaint == "out of date"


OTHER = BookTags(title="Another Book", author="B. Author", language="en")


@pytest.mark.parametrize(
    ("tag", "complaint", "figure"),
    [
        (b"", "missing", "TIT2, TALB, TPE1, TRCK, TCON, APIC"),
        (tags(cover=b""), "missing", "APIC"),
        (tags(title="The Cellar"), "wrong", "title is 'The Cellar', not 'The Gate'"),
        (tags(book=OTHER), "wrong", "album is 'Another Book'"),
        (tags(book=OTHER), "wrong", "author is 'B. Author', not 'A. Author'"),
        (tags(number=2), "wrong", "track is '2/2', not 1"),
        (tags(cover=b"another picture"), "wrong", "another picture than cover.jpg"),
    ],
)
def test_a_missing_or_wrong_tag_fails(tmp_path: Path, tag: bytes, complaint: str, figure: str) -> None:
    chapter = release_chapter(tmp_path, data=tag + encode(chapter_sound()))
    finding = only(check_chapter(tmp_path, chapter), Measure.TAGS)
    assert finding.complaint == complaint
    assert figure in finding.figure


def test_two_chapters_with_one_title_or_the_books_fail(tmp_path: Path) -> None:
    first, second = release_chapter(tmp_path, 1), release_chapter(tmp_path, 2, title="The Gate")
    found = failing(check(release_book(tmp_path, first, second))[1])
    assert "2 chapters are called 'The Gate'" in only(found, Measure.TITLES).figure
    book = release_chapter(tmp_path, 1, title=BOOK.title)
    assert "called like the book" in check_chapter(tmp_path, book)[Measure.TITLES].figure


def test_a_release_without_any_chapter_fails(tmp_path: Path) -> None:
    release = replace(release_book(tmp_path), chapters=())
    assert only(failing(check(release)[1]), Measure.TITLES).figure == "there is no chapter"


def test_a_chapter_of_nothing_but_silence_fails(tmp_path: Path) -> None:
    chapter = replace(release_chapter(tmp_path, signal=silence(10.0)), lines=())
    finding = check_chapter(tmp_path, chapter)[Measure.LOUDNESS]
    assert (finding.figure, finding.complaint) == ("digital silence", "too quiet")


def test_a_missing_cover_fails(tmp_path: Path) -> None:
    release = release_book(tmp_path)
    (tmp_path / "cover.jpg").unlink()
    assert only(failing(check(release)[1]), Measure.COVER).complaint == "missing"


def test_lines_where_nothing_is_heard_fail(tmp_path: Path) -> None:
    chapter = release_chapter(tmp_path, signal=np.concatenate((silence(0.75), tone(4.0), silence(11.0))))
    found = check_chapter(tmp_path, chapter)
    assert found[Measure.TRANSCRIPT].complaint == "silent lines"
    assert "1 of 2 lines" in found[Measure.TRANSCRIPT].figure


LIBRIVOX_SOUND = chapter_sound(tail_s=5.0)


@pytest.mark.parametrize(
    ("title", "first_line", "figure"),
    [
        ("Chapter 1: The Gate", "# CHAPTER 1 — The Gate", ""),
        ("The Gate (2)", "The Gate", ""),
        ("The Gate", "Mara stopped.", "starts otherwise"),
        ("Chapter 1", "Mara stopped.", "has no heading"),
        ("Die Fähre", "Die Fähre.", ""),
    ],
)
def test_a_chapter_that_does_not_begin_with_its_title_fails_where_that_is_asked(
    tmp_path: Path, title: str, first_line: str, figure: str
) -> None:
    data = tags(title=title) + encode(chapter_sound(tail_s=5.0, rate_hz=44100), rate_hz=44100, bit_rate_kbps=128)
    chapter = release_chapter(tmp_path, title="file", data=data, signal=LIBRIVOX_SOUND)
    chapter = replace(chapter, title=title, lines=lines(first_line, "“Go.”"))
    found = check_chapter(tmp_path, chapter, LIBRIVOX)
    assert [finding.figure for finding in found.values()] == ([figure] if figure else [])
    asked_nowhere = replace(LIBRIVOX, limits=replace(LIBRIVOX.limits, title_spoken=False))
    assert check_chapter(tmp_path, chapter, asked_nowhere) == {}


def test_opening_credits_may_stand_before_the_title(tmp_path: Path) -> None:
    data = tags() + encode(chapter_sound(tail_s=5.0, rate_hz=44100), rate_hz=44100, bit_rate_kbps=128)
    chapter = release_chapter(tmp_path, data=data, signal=LIBRIVOX_SOUND)
    credits_, title = lines("The Ferry Book. Written by A. Author.", "The Gate")
    chapter = replace(chapter, lines=(replace(credits_, segment_id="announced-opening"), title))
    assert check_chapter(tmp_path, chapter, LIBRIVOX) == {}


def test_another_profiles_failures_say_how_to_make_it_so(tmp_path: Path) -> None:
    release = release_book(tmp_path)
    files, verdict = check(release, ACX)
    failures = gather_failures(files, verdict)
    assert {failure.measure for failure in failures} == {Measure.FORMAT}
    assert failures[0].hint == "make it in this profile: audiobook make SOURCE --profile acx"
    assert [place.where for place in failures[0].places] == ["all 2 files"]


def test_files_that_are_no_chapters_are_held_to_what_fits_them(tmp_path: Path) -> None:
    sample = chapter_sound(head_s=0.0, tail_s=0.0)
    path = tmp_path / "Retail sample.mp3"
    path.write_bytes(tags(title="Retail sample") + encode(sample))
    book = write_sound(
        tmp_path / "Book.m4b", chapter_sound(peak=0.163), rate_hz=22050, codec="aac", sample_format="fltp"
    )
    extras = tuple(
        ReleasedExtra(
            kind=kind, file=file.name, size_bytes=0, sha256="", key="k", length_samples=length, rate_hz=22050
        )
        for kind, file, length in (
            (ExtraKind.RETAIL_SAMPLE, path, len(sample)),
            (ExtraKind.M4B, book, len(chapter_sound())),
        )
    )  # fmt: skip
    release = replace(release_book(tmp_path), extras=extras)
    files, verdict = check(release)
    assert [file.kind for file in files] == [None, None, ExtraKind.RETAIL_SAMPLE, ExtraKind.M4B]
    by_kind = {
        file.kind: {finding.measure for finding in findings if finding.fails}
        for file, findings in zip(files, verdict.findings, strict=True)
    }
    assert by_kind[ExtraKind.RETAIL_SAMPLE] == {Measure.FILE}  # its bytes were not told; its bare ends do not matter
    assert by_kind[ExtraKind.M4B] == {Measure.FILE, Measure.TAGS}


def test_measuring_stops_at_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder.mp3").mkdir()
    (tmp_path / "text.mp3").write_text("Once upon a time.\n" * 1000)
    (tmp_path / "empty.mp3").write_bytes(b"")
    for name in ("folder.mp3", "text.mp3", "empty.mp3"):
        measured = measure_file(tmp_path / name)
        assert measured.problem
        assert measured.sound is None
