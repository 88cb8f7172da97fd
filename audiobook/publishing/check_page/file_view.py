"""What the page shows of one file: facts, failures and the picture, ready to be drawn."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audiobook.language.clock import length_on_clock, moment_on_clock
from audiobook.model.release import Release
from audiobook.model.release_check import CheckedFile, Finding, Pause, ReleaseCheck, SoundFigures
from audiobook.publishing.check_page.picture import (
    LANE_HEIGHT,
    WIDTH,
    Bar,
    Lane,
    Tick,
    close_below,
    height_of,
    loudness_curve,
    silence_bars,
    speech_lanes,
    time_ticks,
)
from audiobook.publishing.check_page.speakers import Speaker, list_speakers

_LISTED_PAUSES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture of one file, ready to be drawn; see `picture` for the units.

    Attributes:
        told: what the picture shows, in a sentence.
        level: where the integrated loudness stands, and what it is.
        scenes: where scenes begin, but for the first.
        minutes: what is in the table instead: from when on, and how loud the loudest three seconds are.
    """

    told: str
    line: str
    area: str
    level: tuple[float, str] | None
    ticks: tuple[Tick, ...]
    scenes: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    lanes_height: float
    silences: tuple[Bar, ...]
    speakers: tuple[Speaker, ...]
    minutes: tuple[tuple[str, str], ...]
    pauses: tuple[Pause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file's section.

    Attributes:
        failures: profile and finding of all that fails.
        picture: None if the file could not be decoded.
    """

    anchor: str
    name: str
    title: str
    facts: tuple[str, ...]
    failures: tuple[tuple[str, Finding], ...]
    picture: PictureView | None


def view_file(place: int, check: ReleaseCheck, speakers: Sequence[Speaker]) -> FileView:
    """Work out what is shown of a file.

    Args:
        place: its index in `check.files`.
        check: the whole check.
        speakers: everybody in the book, so that each has the same colour in every picture.
    """
    file = check.files[place]
    findings = [(verdict.profile, finding) for verdict in check.verdicts for finding in verdict.findings[place]]
    sound = file.measured.sound
    return FileView(
        anchor=f"file-{place + 1}",
        name=file.measured.file if file.number is None else f"Chapter {file.number}",
        title=file.title,
        facts=tuple(_facts(sound)) if sound else (),
        failures=tuple((profile, finding) for profile, finding in findings if finding.fails),
        picture=_draw(file, sound, check.release, speakers) if sound and sound.length_s > 0.0 else None,
    )


def _facts(sound: SoundFigures) -> Iterator[str]:
    yield length_on_clock(sound.length_s)
    yield "silent throughout" if math.isinf(sound.integrated_lufs) else f"{sound.integrated_lufs:.1f} LUFS"
    if not math.isinf(sound.true_peak_dbtp):
        yield f"peak {sound.true_peak_dbtp:.1f} dBTP"
    yield f"head {sound.head_s:.1f} s, tail {sound.tail_s:.1f} s"


def _draw(file: CheckedFile, sound: SoundFigures, release: Release, speakers: Sequence[Speaker]) -> PictureView:
    lanes = speech_lanes(file, sound.length_s, speakers)
    line = loudness_curve(sound)
    level = None if math.isinf(sound.integrated_lufs) else sound.integrated_lufs
    return PictureView(
        told=_tell(file, sound),
        line=line,
        area=close_below(line),
        level=None if level is None else (height_of(level), f"{level:.1f}"),
        ticks=time_ticks(sound.length_s),
        scenes=tuple(_scenes(file, sound, release)),
        lanes=lanes,
        lanes_height=len(lanes) * LANE_HEIGHT,
        silences=tuple(silence_bars(sound)),
        speakers=list_speakers([file]),
        minutes=tuple(_minutes(sound)),
        pauses=tuple(sorted(sound.pauses, key=lambda pause: -pause.length_s)[:_LISTED_PAUSES]),
    )


def _scenes(file: CheckedFile, sound: SoundFigures, release: Release) -> Iterator[Bar]:
    for chapter in release.chapters:
        if chapter.number == file.number:
            for scene in chapter.scenes[1:]:
                start_s = scene.start_sample / chapter.rate_hz
                told = f"{moment_on_clock(start_s)}: {scene.title}"
                yield Bar(x=round(WIDTH * start_s / sound.length_s, 1), width=0.0, told=told)


def _tell(file: CheckedFile, sound: SoundFigures) -> str:
    if math.isinf(sound.integrated_lufs):
        return f"{file.title}: {length_on_clock(sound.length_s)} of silence."
    heard = [value for value in sound.short_term_lufs if not math.isinf(value)]
    return (
        f"{file.title}: loudness over {length_on_clock(sound.length_s)}, {sound.integrated_lufs:.1f} LUFS as a whole, "
        f"at most {max(heard):.1f}; below it when each of {count_of(len(list_speakers([file])), 'speaker')} speaks."
    )


def _minutes(sound: SoundFigures) -> Iterator[tuple[str, str]]:
    for first in range(0, len(sound.short_term_lufs), 60):
        loudest = max(sound.short_term_lufs[first : first + 60])
        yield moment_on_clock(first), "silence" if math.isinf(loudest) else f"{loudest:.1f} LUFS"


def count_of(number: int, what: str) -> str:
    """Write a number of things."""
    return f"{number} {what}{'s' * (number != 1)}"
