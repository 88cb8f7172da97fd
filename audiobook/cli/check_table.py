"""A check for people and for programs."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from audiobook.model.release_check import (
    CheckedFile,
    Finding,
    Measure,
    ProfileVerdict,
    ReleaseCheck,
    SoundFigures,
    Verdict,
)
from audiobook.model.release_failures import gather_failures

_HEADS = {
    Measure.LENGTH: "length", Measure.LOUDNESS: "LUFS", Measure.RMS: "RMS", Measure.TRUE_PEAK: "dBTP",
    Measure.PEAK: "peak", Measure.CLIPPING: "clipped", Measure.NOISE_FLOOR: "floor", Measure.HEAD: "head",
    Measure.TAIL: "tail", Measure.PAUSES: "pause", Measure.FORMAT: "format", Measure.FILE: "file",
    Measure.TAGS: "tags", Measure.SPOKEN_TITLE: "title", Measure.TRANSCRIPT: "words",
}  # fmt: skip
_IN_WORDS = frozenset({Measure.FORMAT, Measure.FILE, Measure.TAGS, Measure.SPOKEN_TITLE, Measure.TRANSCRIPT})
_UNITS = (" LUFS", " dBTP", " dBFS", " s")
_SILENCE = "digital silence"
_NOTHING = "-"


def as_table(check: ReleaseCheck) -> str:
    """Show every figure, what fails in capitals, and for each profile the verdict with what to do."""
    return "\n".join(_rows(check))


def _rows(check: ReleaseCheck) -> Iterator[str]:
    tags = check.release.tags
    yield f"{tags.title}, by {tags.author}, made in the profile {check.release.profile}"
    for verdict in check.verdicts:
        yield ""
        yield f"{verdict.profile}: {'passes' if verdict.passes else 'FAILS'}"
        yield from _figures(check.files, verdict)
        yield from _failures(check.files, verdict)


def _figures(files: Sequence[CheckedFile], verdict: ProfileVerdict) -> Iterator[str]:
    """One row a file, one column a measure, titles last because they may be long."""
    table = [["", *_HEADS.values()]]
    for file, findings in zip(files, verdict.findings, strict=True):
        by_measure = {finding.measure: finding for finding in findings}
        number = "" if file.number is None else str(file.number)
        table.append([number, *(_cell(by_measure[measure]) for measure in _HEADS)])
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    names = ["", *(file.title for file in files)]
    for row, name in zip(table, names, strict=True):
        yield "  ".join((*(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True)), name)).rstrip()


def _cell(finding: Finding) -> str:
    """A figure without its unit; what fails with its complaint in capitals."""
    if finding.measure in _IN_WORDS:
        figure = {Verdict.PASSES: "ok", Verdict.FAILS: "", Verdict.NOT_ASKED: _NOTHING}[finding.verdict]
    else:
        figure = finding.figure.replace(_SILENCE, "silent") or _NOTHING
        for unit in _UNITS:
            figure = figure.removesuffix(unit)
    return f"{figure} {finding.complaint.upper()}".strip()


def _failures(files: Sequence[CheckedFile], verdict: ProfileVerdict) -> Iterator[str]:
    """Say what fails, where, and what to do."""
    for failure in gather_failures(files, verdict):
        yield f"  {failure.measure}: {failure.complaint}; what passes: {failure.wanted}"
        for place in failure.places:
            yield f"    {': '.join(filter(None, (place.figure, place.where)))}"
        yield f"    hint: {failure.hint}"


def as_json_text(check: ReleaseCheck) -> str:
    """Give everything that was found; a level of digital silence is null, since JSON has no infinity."""
    data = {
        "book": check.release.book,
        "folder": str(check.release.folder),
        "made_in_profile": check.release.profile,
        "passes": check.passes,
        "files": [_file_as_json(file) for file in check.files],
        "profiles": [_verdict_as_json(verdict) for verdict in check.verdicts],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)


def _file_as_json(file: CheckedFile) -> dict[str, object]:
    measured = file.measured
    return {
        "file": measured.file,
        "kind": file.kind or "chapter",
        "number": file.number,
        "title": file.title,
        "problem": measured.problem,
        "encoding": asdict(measured.encoding) if measured.encoding else None,
        "tags": asdict(measured.tags) if measured.tags else None,
        "sound": _sound_as_json(measured.sound) if measured.sound else None,
    }


def _sound_as_json(sound: SoundFigures) -> dict[str, Any]:
    data = asdict(sound)
    del data["short_term_lufs"]  # what the page draws
    figures = {name: _round(value) for name, value in data.items() if name != "pauses"}
    pauses = [{"start_s": round(pause.start_s, 2), "length_s": round(pause.length_s, 2)} for pause in sound.pauses]
    return figures | {"pauses": pauses}


def _round(value: float) -> float | None:
    return None if math.isinf(value) else round(value, 3)


def _verdict_as_json(verdict: ProfileVerdict) -> dict[str, object]:
    return {
        "profile": verdict.profile,
        "passes": verdict.passes,
        "about_release": [asdict(finding) for finding in verdict.about_release],
        "findings": [[asdict(finding) for finding in findings] for findings in verdict.findings],
    }
