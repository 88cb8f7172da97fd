"""What the page shows, worked out beforehand: the template decides nothing."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audiobook.language.clock import length_on_clock
from audiobook.model.release import COVER_FILE
from audiobook.model.release_check import CheckedFile, Finding, Measure, ProfileVerdict, ReleaseCheck, Verdict
from audiobook.model.release_failures import Failure, gather_failures
from audiobook.publishing.check_page.file_view import FileView, count_of, view_file
from audiobook.publishing.check_page.speakers import Speaker, list_speakers

_LARGEST_COVER_BYTES = 1_500_000
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
class PageView:
    """The whole page.

    Attributes:
        cover: as the address of the picture itself; empty for none.
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
    files: tuple[FileView, ...]


def view_check(check: ReleaseCheck) -> PageView:
    """Work out what is shown of a check."""
    release, speakers = check.release, list_speakers(check.files)
    return PageView(
        title=release.tags.title,
        author=release.tags.author,
        language=release.tags.language,
        made_in=release.profile,
        size=_size(check),
        cover=_cover(release.folder / COVER_FILE),
        passes=check.passes,
        verdicts=tuple(_view_verdict(check.files, verdict) for verdict in check.verdicts),
        speakers=speakers,
        files=tuple(view_file(place, check, speakers) for place in range(len(check.files))),
    )


def _size(check: ReleaseCheck) -> str:
    chapters = [file for file in check.files if file.number is not None]
    seconds = sum(file.measured.sound.length_s for file in chapters if file.measured.sound)
    others = len(check.files) - len(chapters)
    parts = [
        count_of(len(chapters), "chapter"),
        *([count_of(others, "other file")] if others else []),
        length_on_clock(seconds),
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
