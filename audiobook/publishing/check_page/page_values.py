"""What the page shows, worked out beforehand: the template decides nothing."""

import base64
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audiobook.model.release import Release
from audiobook.model.release_check import (
    CheckedFile,
    Failure,
    Finding,
    Measure,
    Pause,
    ProfileVerdict,
    ReleaseCheck,
    SoundFigures,
    Verdict,
    gather_failures,
)
from audiobook.publishing.check_page.picture import (
    LANE_HEIGHT,
    WIDTH,
    Bar,
    Lane,
    Tick,
    clock,
    close_below,
    height_of,
    loudness_curve,
    silence_bars,
    speech_lanes,
    time_ticks,
)
from audiobook.publishing.check_page.speakers import Speaker, list_speakers

_COVER = "cover.jpg"
_LARGEST_COVER_BYTES = 1_500_000
_MOST_LANES = 16
_LISTED_PAUSES = 5
_SOUND_HEADS = {
    Measure.LENGTH: ("Length", ""), Measure.LOUDNESS: ("Loudness", "LUFS"), Measure.RMS: ("RMS", "dBFS"),
    Measure.TRUE_PEAK: ("True peak", "dBTP"), Measure.PEAK: ("Peak", "dBFS"), Measure.CLIPPING: ("Clipping", ""),
    Measure.NOISE_FLOOR: ("Noise floor", "dBFS"), Measure.HEAD: ("Head", "s"), Measure.TAIL: ("Tail", "s"),
    Measure.PAUSES: ("Longest pause", "s"),
}  # fmt: skip
_FILE_HEADS = {
    Measure.FILE: ("Intact", ""), Measure.FORMAT: ("Format", ""), Measure.TAGS: ("Tags", ""),
    Measure.SPOKEN_TITLE: ("Title at the start", ""), Measure.TRANSCRIPT: ("Words", ""),
}  # fmt: skip
"""The columns of both tables, and the unit that all figures of a column share."""

Heads = Mapping[Measure, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A figure, in the unit of its column."""

    figure: str
    complaint: str
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A file's figures.

    Attributes:
        number: of the chapter; empty for other files.
    """

    number: str
    title: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """Some figures of all files.

    Attributes:
        heads: of the columns: name and unit.
        wanted: what passes, one text a column; empty where nothing is asked.
        rows: of each file.
    """

    caption: str
    heads: tuple[tuple[str, str], ...]
    wanted: tuple[str, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """A profile's card."""

    profile: str
    passes: bool
    failures: tuple[Failure, ...]
    tables: tuple[TableView, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page.

    Attributes:
        cover: as the address of the picture itself; empty for none.
        colours: of the speakers, by name.
    """

    title: str
    author: str
    language: str
    made_in: str
    size: str
    cover: str
    passes: bool
    verdicts: tuple[VerdictView, ...]
    speakers: tuple[Speaker, ...]
    colours: Mapping[str, int]
    files: tuple[FileView, ...]


def view_check(check: ReleaseCheck) -> PageView:
    """Work out what is shown of a check."""
    release, speakers = check.release, list_speakers(check.files)
    names = [speaker.name for speaker in speakers]
    return PageView(
        title=release.tags.title,
        author=release.tags.author,
        language=release.tags.language,
        made_in=release.profile,
        size=_size(check),
        cover=_cover(release.folder / _COVER),
        passes=check.passes,
        verdicts=tuple(_view_verdict(check.files, verdict) for verdict in check.verdicts),
        speakers=speakers,
        colours={speaker.name: speaker.colour for speaker in speakers},
        files=tuple(_view_file(place, check, names) for place in range(len(check.files))),
    )


def _size(check: ReleaseCheck) -> str:
    chapters = [file for file in check.files if file.number is not None]
    seconds = sum(file.measured.sound.length_s for file in chapters if file.measured.sound)
    others = len(check.files) - len(chapters)
    parts = [
        _count(len(chapters), "chapter"),
        *([_count(others, "other file")] if others else []),
        clock(round(seconds)),
    ]
    return " · ".join(parts)


def _cover(path: Path) -> str:
    """Put the cover into the page itself; without one, or with a huge one, the page does without."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST_COVER_BYTES else b""
    except OSError:
        data = b""
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}" if data else ""


def _view_verdict(files: Sequence[CheckedFile], verdict: ProfileVerdict) -> VerdictView:
    return VerdictView(
        profile=verdict.profile,
        passes=verdict.passes,
        failures=gather_failures(files, verdict),
        tables=(
            _view_table("How it sounds", _SOUND_HEADS, files, verdict),
            _view_table("What it is", _FILE_HEADS, files, verdict),
        ),
    )


def _view_table(caption: str, heads: Heads, files: Sequence[CheckedFile], verdict: ProfileVerdict) -> TableView:
    by_file = [{finding.measure: finding for finding in findings} for findings in verdict.findings]
    return TableView(
        caption=caption,
        heads=tuple(heads.values()),
        wanted=tuple(
            _without_unit(next((found[measure].wanted for found in by_file if found[measure].wanted), ""), unit)
            for measure, (_, unit) in heads.items()
        ),
        rows=tuple(
            RowView(
                number="" if file.number is None else str(file.number),
                title=file.title,
                cells=tuple(_view_cell(found[measure], unit) for measure, (_, unit) in heads.items()),
            )
            for file, found in zip(files, by_file, strict=True)
        ),
    )


def _view_cell(finding: Finding, unit: str) -> CellView:
    return CellView(
        figure=_without_unit(finding.figure, unit),
        complaint=finding.complaint,
        is_asked=finding.verdict is not Verdict.NOT_ASKED,
    )


def _without_unit(text: str, unit: str) -> str:
    return text.replace(f" {unit}", "") if unit else text


def _view_file(place: int, check: ReleaseCheck, names: Sequence[str]) -> FileView:
    file = check.files[place]
    findings = [(verdict.profile, finding) for verdict in check.verdicts for finding in verdict.findings[place]]
    sound = file.measured.sound
    return FileView(
        anchor=f"file-{place + 1}",
        name=file.measured.file if file.number is None else f"Chapter {file.number}",
        title=file.title,
        facts=tuple(_facts(sound)) if sound else (),
        failures=tuple((profile, finding) for profile, finding in findings if finding.fails),
        picture=_draw(file, sound, check.release, names) if sound and sound.length_s > 0.0 else None,
    )


def _facts(sound: SoundFigures) -> Iterator[str]:
    yield clock(round(sound.length_s))
    yield "silent throughout" if math.isinf(sound.integrated_lufs) else f"{sound.integrated_lufs:.1f} LUFS"
    if not math.isinf(sound.true_peak_dbtp):
        yield f"peak {sound.true_peak_dbtp:.1f} dBTP"
    yield f"head {sound.head_s:.1f} s, tail {sound.tail_s:.1f} s"


def _draw(file: CheckedFile, sound: SoundFigures, release: Release, names: Sequence[str]) -> PictureView:
    lanes = speech_lanes(file, sound.length_s, names)[:_MOST_LANES]
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
                told = f"{clock(start_s)}: {scene.title}"
                yield Bar(x=round(WIDTH * start_s / sound.length_s, 1), width=0.0, told=told)


def _tell(file: CheckedFile, sound: SoundFigures) -> str:
    if math.isinf(sound.integrated_lufs):
        return f"{file.title}: {clock(sound.length_s)} of silence."
    heard = [value for value in sound.short_term_lufs if not math.isinf(value)]
    return (
        f"{file.title}: loudness over {clock(round(sound.length_s))}, {sound.integrated_lufs:.1f} LUFS as a whole, "
        f"at most {max(heard):.1f}; below it when each of {_count(len(list_speakers([file])), 'speaker')} speaks."
    )


def _minutes(sound: SoundFigures) -> Iterator[tuple[str, str]]:
    for first in range(0, len(sound.short_term_lufs), 60):
        loudest = max(sound.short_term_lufs[first : first + 60])
        yield clock(first), "silence" if math.isinf(loudest) else f"{loudest:.1f} LUFS"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
