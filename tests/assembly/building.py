"""Small books, takes in memory and sounds to test assembly with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audiobook.assembly.book_jobs import ReleaseSettings, chapter_job, group_by_chapter, name_chapters
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.profiles import PODCAST
from audiobook.codecs.loudness import block_energies
from audiobook.model.release import BookTags
from audiobook.model.script import ChapterHead, Script, Segment, SegmentKind
from audiobook.model.speech import Line, Pcm
from audiobook.model.take import PlannedTake, TakeFigures

RATE_HZ = 22050
SPOKEN = frozenset(SegmentKind) - {SegmentKind.SCENE_BREAK, SegmentKind.NOTE}


@dataclass(frozen=True)
class Part:
    """A segment to be: who says what, in which paragraph."""

    text: str
    speaker: str = "narrator"
    kind: SegmentKind = SegmentKind.NARRATION
    paragraph: int = 0
    chapter: int = 1


@dataclass
class MemoryTakes:
    """A take store without a disk."""

    sounds: dict[str, Pcm] = field(default_factory=dict)
    reads: list[str] = field(default_factory=list)

    def read(self, key: str) -> Pcm:
        self.reads.append(key)
        return self.sounds[key]

    def figures(self, key: str) -> TakeFigures | None:
        pcm = self.sounds.get(key)
        return None if pcm is None else measure(pcm)


def measure(pcm: Pcm) -> TakeFigures:
    samples = np.frombuffer(pcm.samples, dtype="<i2")
    return TakeFigures(
        rate_hz=pcm.rate_hz,
        length_samples=len(samples),
        peak=int(np.abs(samples.astype(np.int32)).max(initial=0)),
        block_energies=block_energies(samples, pcm.rate_hz),
    )


def make_script(*parts: Part, titles: Sequence[str] = ("The Ferry",)) -> Script:
    segments, position = [], 0
    for index, part in enumerate(parts):
        spoken = part.kind in SPOKEN
        segments.append(
            Segment(
                id=f"s{index}",
                chapter=part.chapter,
                paragraph=part.paragraph,
                kind=part.kind,
                source="book.txt",
                start=position,
                end=position + len(part.text),
                text=part.text,
                speaker=part.speaker if spoken else None,
                speakers=(part.speaker,) if spoken else (),
                confidence=None,
                evidence="",
                spoken=spoken,
            )
        )
        position += len(part.text) + 1
    return Script(
        book="ferry",
        title="The Ferry Book",
        author="A. Author",
        language="en",
        chapters=tuple(ChapterHead(number=number, title=title) for number, title in enumerate(titles, start=1)),
        segments=tuple(segments),
        characters=(),
    )


def make_takes(script: Script, *, loudness_lufs: float | None = -21.0) -> tuple[PlannedTake, ...]:
    """One take for each spoken segment; its key is the segment's id."""
    return tuple(
        PlannedTake(
            key=segment.id,
            engine="test",
            line=Line(text=segment.text, voice="v"),
            segment_index=index,
            start=segment.start,
            end=segment.end,
            volume_db=0.0,
            loudness_lufs=loudness_lufs,
        )
        for index, segment in enumerate(script.segments)
        if segment.spoken
    )


def speech_like(seconds: float, *, seed: int = 1, rate_hz: int = RATE_HZ, peak: float = 0.9) -> Pcm:
    """Sound with the traits of synthetic speech that matter here: pitch pulses, syllables, peaks near full scale."""
    random = np.random.default_rng(seed)
    time_s = np.arange(int(seconds * rate_hz)) / rate_hz
    pitch_hz = 110.0 + 60.0 * random.random()
    formants = ((1.0, 5.0), (0.6, 11.0), (0.5, 23.0))
    voice = sum(
        strength * np.cos(2 * np.pi * pitch_hz * partial * time_s + partial) ** 3 for strength, partial in formants
    )
    shimmer = random.uniform(0.2, 1.0, int(seconds * pitch_hz) + 2)[(time_s * pitch_hz).astype(int)]
    pulses = shimmer * np.exp(-((time_s * pitch_hz) % 1.0) * 3.0)
    stress = np.repeat(random.uniform(0.2, 1.0, int(seconds * 3) + 2) ** 0.7, rate_hz // 3 + 1)[: len(time_s)]
    syllables = stress * np.sin(np.pi * ((time_s * 3) % 1.0)) ** 2
    signal = voice * pulses * syllables + 0.01 * random.standard_normal(len(time_s))
    rounded = np.tanh(1.3 * signal / max(np.abs(signal).max(initial=0.0), 1e-9)) / np.tanh(1.3)
    scaled = rounded * peak * 32767
    return Pcm(samples=np.rint(scaled).astype("<i2").tobytes(), rate_hz=rate_hz)


def tone(seconds: float, *, hz: float = 440.0, rate_hz: int = RATE_HZ, level: float = 0.3) -> Pcm:
    time_s = np.arange(int(seconds * rate_hz)) / rate_hz
    return Pcm(
        samples=np.rint(np.cos(2 * np.pi * hz * time_s) * level * 32767).astype("<i2").tobytes(), rate_hz=rate_hz
    )


def as_array(pieces: Sequence[Pcm]) -> npt.NDArray[np.int16]:
    return np.frombuffer(b"".join(piece.samples for piece in pieces), dtype="<i2")


def make_jobs(
    folder: Path,
    script: Script,
    takes: MemoryTakes,
    *,
    title: str = "The Ferry Book",
    cover: bytes = b"not really a picture",
    loudness_lufs: float = -21.0,
) -> tuple[ChapterJob, ...]:
    settings = ReleaseSettings(
        folder=folder,
        tags=BookTags(title=title, author="A. Author", language="en"),
        cover=cover,
        profile=PODCAST,
        rate_hz=RATE_HZ,
        takes=takes,
    )
    planned = group_by_chapter(script, make_takes(script, loudness_lufs=loudness_lufs))
    figures = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    return tuple(
        chapter_job(script, name, planned[name.number], figures, settings)
        for name in name_chapters(script, book_title=title)
        if name.number in planned
    )
