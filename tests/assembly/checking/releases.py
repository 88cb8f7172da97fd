"""Small finished books whose sound is known exactly, and ways to spoil them."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audiobook.assembly.checking.judging import hold_against, put_together
from audiobook.assembly.checking.measuring import measure_file
from audiobook.assembly.profiles import PODCAST, ReleaseProfile
from audiobook.assembly.release_file import write_release
from audiobook.assembly.tagging.tags import ChapterTags, tag_bytes
from audiobook.assembly.transcripts import json_transcript, transcript_names, web_vtt
from audiobook.codecs.mp3 import Mp3Encoder
from audiobook.model.release import BookTags, Release, ReleasedChapter, ReleasedLine
from audiobook.model.release_check import CheckedFile, Finding, Measure, ProfileVerdict
from audiobook.model.speech import Pcm
from audiobook.model.timeline import SceneMark

RATE_HZ = 22050
COVER = b"not really a picture"
BOOK = BookTags(title="The Ferry Book", author="A. Author", language="en", voices=("Ada",))
SPEECH_PEAK = 0.171
"""Of the tone that stands for speech: near -19 LUFS once encoded."""

Signal = npt.NDArray[np.float64]


def silence(seconds: float, *, rate_hz: int = RATE_HZ) -> Signal:
    return np.zeros(round(seconds * rate_hz))


def tone(seconds: float, *, peak: float = SPEECH_PEAK, rate_hz: int = RATE_HZ, hz: float = 997.0) -> Signal:
    signal: Signal = peak * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)
    return signal


def chapter_sound(
    *, head_s: float = 0.75, tail_s: float = 3.5, peak: float = SPEECH_PEAK, rate_hz: int = RATE_HZ
) -> Signal:
    """Head, two lines of four and six seconds with a pause of one second between them, tail."""
    parts = (
        silence(head_s, rate_hz=rate_hz),
        tone(4.0, peak=peak, rate_hz=rate_hz),
        silence(1.0, rate_hz=rate_hz),
        tone(6.0, peak=peak, rate_hz=rate_hz),
        silence(tail_s, rate_hz=rate_hz),
    )
    return np.concatenate(parts)


def encode(signal: Signal, *, rate_hz: int = RATE_HZ, bit_rate_kbps: int = 64) -> bytes:
    encoder = Mp3Encoder(rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps)
    samples = np.rint(np.clip(signal, -1.0, 32767 / 32768) * 32768).astype("<i2").tobytes()
    return encoder.encode(Pcm(samples=samples, rate_hz=rate_hz)) + encoder.finish()


def tags(
    number: int = 1, *, title: str = "The Gate", total: int = 2, book: BookTags = BOOK, cover: bytes = COVER
) -> bytes:
    scenes = (SceneMark(title=title, start_sample=0, end_sample=RATE_HZ),)
    return tag_bytes(
        ChapterTags(
            book=book, title=title, number=number, total=total, scenes=scenes, rate_hz=RATE_HZ, cover=cover
        )
    )  # fmt: skip


def lines(*texts: str, head_s: float = 0.75) -> tuple[ReleasedLine, ...]:
    """The two lines of `chapter_sound`."""
    starts_and_lengths = ((head_s, 4.0), (head_s + 5.0, 6.0))
    return tuple(
        ReleasedLine(
            segment_id=f"s{place}",
            speaker="narrator" if place == 0 else "Mara",
            text=text,
            take_key=f"k{place}",
            start_sample=round(start_s * RATE_HZ),
            length_samples=round(length_s * RATE_HZ),
        )
        for place, (text, (start_s, length_s)) in enumerate(zip(texts, starts_and_lengths, strict=True))
    )


def release_chapter(
    folder: Path, number: int = 1, *, title: str = "The Gate", signal: Signal | None = None, data: bytes | None = None
) -> ReleasedChapter:
    """Write a chapter's file and say of it what a release says.

    Args:
        signal: what it sounds like; `chapter_sound()` if None.
        data: the whole file, instead of one made as this program does.
    """
    sound = chapter_sound() if signal is None else signal
    content = tags(number, title=title) + encode(sound) if data is None else data
    file = f"{number:02} - {title}.mp3"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(content)
    return ReleasedChapter(
        number=number,
        title=title,
        file=file,
        length_samples=len(sound),
        rate_hz=RATE_HZ,
        size_bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        audio_key="aa",
        tags_key="bb",
        scenes=(),
        lines=lines(title, "“Go.”"),
    )


def release_book(folder: Path, *chapters: ReleasedChapter, profile: str = "podcast") -> Release:
    """Write a release of these chapters, or of two good ones, with those transcripts that are not there yet."""
    made = chapters or (release_chapter(folder, 1), release_chapter(folder, 2, title="The Cellar"))
    release = Release(book="ferry", folder=folder, tags=BOOK, profile=profile, chapters=made)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cover.jpg").write_bytes(COVER)
    write_release(release)
    for chapter in made:
        texts = (web_vtt(chapter), json_transcript(chapter))
        for name, text in zip(transcript_names(chapter.file), texts, strict=True):
            if not (folder / name).exists():
                (folder / name).write_bytes(text)
    return release


def check(release: Release, profile: ReleaseProfile = PODCAST) -> tuple[tuple[CheckedFile, ...], ProfileVerdict]:
    """Measure and judge a release in this process."""
    names = [chapter.file for chapter in release.chapters] + [extra.file for extra in release.extras]
    files = put_together(release, {name: measure_file(release.folder / name) for name in names})
    cover = release.folder / "cover.jpg"
    digest = hashlib.sha256(cover.read_bytes()).hexdigest() if cover.is_file() else None
    return files, hold_against(profile, release, files, cover_sha256=digest)


def failing(verdict: ProfileVerdict) -> dict[Measure, Finding]:
    """What fails, in any file or of the release as a whole."""
    findings = [finding for of_file in (*verdict.findings, verdict.about_release) for finding in of_file]
    return {finding.measure: finding for finding in findings if finding.fails}


def check_chapter(folder: Path, chapter: ReleasedChapter, profile: ReleaseProfile = PODCAST) -> dict[Measure, Finding]:
    """What fails in a book of this one chapter."""
    return failing(check(release_book(folder, chapter, profile=profile.name), profile)[1])


def with_stated(chapter: ReleasedChapter, path: Path) -> ReleasedChapter:
    """The same, but with the size and digest its file has now: whoever spoilt it was at work before it was made."""
    data = path.read_bytes()
    return replace(chapter, size_bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
