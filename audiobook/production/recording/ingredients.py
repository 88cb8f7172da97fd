"""What each chapter's sound was made from, written down beside the caches under the key of that sound.

So the next run need not guess why a chapter is out of date. A file that is gone or damaged costs an explanation, never
a sound. Knows the file's form; what has changed is found in `production.status`.
"""

import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import asdict
from operator import attrgetter
from pathlib import Path
from typing import Any

from audiobook.assembly.chapter_job import ChapterJob, rendered_with
from audiobook.errors import OutputError
from audiobook.model.ingredients import ChapterIngredients, LineIngredients, SpeakerVoice
from audiobook.model.take import PlannedTake
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.workspace.files import remove_file, write_atomically

_AS_ROW = attrgetter(*LineIngredients.__slots__)  # a hundred times quicker than `astuple`, which copies deeply

_KEY_DIGITS = 40  # of the 64 of an audio key: enough to be unique, short enough for every disk


def ingredients_of(plan: PlannedBook, number: int) -> ChapterIngredients:
    """Say what a chapter's sound is made from, as far as a plan knows it: all but its beds."""
    settings = plan.settings
    lines = tuple(_line(plan, take) for take in plan.takes[number])
    return ChapterIngredients(
        rendered_with=_as_read(rendered_with(settings.profile, rate_hz=settings.rate_hz)),
        sounds=(),
        voices={line.speaker: _voice(plan, line.speaker) for line in lines if line.speaker in plan.voices},
        lines=lines,
    )


def keep_ingredients(plan: PlannedBook, number: int, job: ChapterJob, audio_key: str) -> None:
    """Write down what a chapter was made from, unless that is done; a full disk is no reason to fail here."""
    path = _path(plan.ingredients_folder, audio_key)
    if path.exists():
        return
    found = ingredients_of(plan, number)
    sounds = tuple(dict.fromkeys(bed.take_key for bed in job.timeline.beds))
    document = {
        "key": audio_key,
        "rendered_with": found.rendered_with,
        "sounds": sounds,
        "voices": {speaker: asdict(voice) for speaker, voice in found.voices.items()},
        "lines": [_AS_ROW(line) for line in found.lines],
    }
    with suppress(OutputError):
        write_atomically(path, json.dumps(document).encode())


def read_ingredients(folder: Path, audio_key: str) -> ChapterIngredients | None:
    """Read what a chapter was made from; None if that was not written down, or is damaged."""
    try:
        data = json.loads(_path(folder, audio_key).read_bytes())
        return _ingredients(data) if data["key"] == audio_key else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def sweep_ingredients(folder: Path, *, used: Collection[str]) -> None:
    """Remove what is said of chapters that are no longer in the release.

    Args:
        folder: the book's.
        used: audio keys of those that are.

    Raises:
        OutputError: a file cannot be removed.
    """
    kept = {_path(folder, key) for key in used}
    for path in folder.glob("*.json"):
        if path not in kept:
            remove_file(path)


def _path(folder: Path, audio_key: str) -> Path:
    return folder / f"{audio_key[:_KEY_DIGITS]}.json"


def _line(plan: PlannedBook, take: PlannedTake) -> LineIngredients:
    segment = plan.script.segments[take.segment_index]
    return LineIngredients(
        key=take.key,
        speaker=segment.speaker or "",
        written=" ".join(segment.text[take.start - segment.start : take.end - segment.start].split()),
        said=take.line.text,
        engine=take.engine,
        fingerprint=take.fingerprint,
        voice=take.line.voice,
        pitch_percent=take.line.pitch_percent,
        rate_percent=take.line.rate_percent,
        volume_db=take.volume_db,
        loudness_lufs=take.loudness_lufs,
        pause_ms=take.pause_ms,
        effect=None if take.effect is None else str(take.effect),
    )


def _voice(plan: PlannedBook, speaker: str) -> SpeakerVoice:
    voice = plan.voices[speaker]
    return SpeakerVoice(
        profile=voice.profile.name,
        pitch_percent=voice.adjustment.pitch_percent,
        rate_percent=voice.adjustment.rate_percent,
        volume_db=voice.adjustment.volume_db,
    )


def _as_read(value: dict[str, object]) -> dict[str, object]:
    """Give values the form they have when they come back from JSON, so that both can be compared."""
    read: dict[str, object] = json.loads(json.dumps(value))
    return read


def _ingredients(data: Any) -> ChapterIngredients:
    return ChapterIngredients(
        rendered_with=dict(data["rendered_with"]),
        sounds=tuple(map(str, data["sounds"])),
        voices={speaker: SpeakerVoice(**voice) for speaker, voice in data["voices"].items()},
        lines=_lines(data["lines"]),
    )


def _lines(rows: Sequence[Any]) -> tuple[LineIngredients, ...]:
    names = LineIngredients.__slots__
    return tuple(LineIngredients(**dict(zip(names, row, strict=True))) for row in rows)
