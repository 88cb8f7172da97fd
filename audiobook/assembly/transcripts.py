"""What is said in a chapter and when, beside its MP3: WebVTT and the JSON of the podcast namespace.

WebVTT: https://www.w3.org/TR/webvtt1/ · JSON and the length of lines:
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md

Made from `release.json` alone: each take is a cue, timed as it sounds, so nothing is guessed and nothing encoded.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from audiobook.assembly.caption_lines import break_into_lines, escape
from audiobook.model.release import Release, ReleasedChapter
from audiobook.model.script import NARRATOR, UNKNOWN
from audiobook.workspace.files import remove_file, stands_for, write_atomically

_LINE_LENGTH = 65  # characters, markup included
_LEAST_TEXT = 20  # characters; beside a very long name the first line is longer, for words must stand there too
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LABELS = {NARRATOR: "Narrator", UNKNOWN: "Unknown", "": "Unknown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Some words, who says them, and when, in milliseconds; it ends after it starts."""

    start_ms: int
    end_ms: int
    speaker: str
    text: str


def write_transcripts(folder: Path, chapter: ReleasedChapter) -> str:
    """Write both transcripts of a chapter, unless the files say so already.

    Returns:
        A digest of both, as `digest_transcripts` gives it.

    Raises:
        OutputError: one cannot be written.
    """
    files = _files_of(chapter)
    for name, content in files:
        if _content_of(folder / name) != content:
            write_atomically(folder / name, content)
    return _digest([content for _, content in files])


def digest_transcripts(folder: Path, chapter: ReleasedChapter) -> str | None:
    """Digest both transcripts of a chapter as they are; None if one cannot be read."""
    contents = [_content_of(folder / name) for name in transcript_names(chapter.file)]
    there = [content for content in contents if content is not None]
    return _digest(there) if len(there) == len(contents) else None


def remove_transcripts(previous: Release | None, current: Release) -> None:
    """Remove the transcripts of chapters that are gone or have another name now, if they are still what was made.

    Raises:
        OutputError: a file cannot be removed.
    """
    files = frozenset(chapter.file for chapter in current.chapters)
    kept = frozenset(name for file in files for name in transcript_names(file))
    for chapter in previous.chapters if previous else ():
        if chapter.file not in files:
            for name, content in _files_of(chapter):
                if not stands_for(current.folder, name, kept) and _content_of(current.folder / name) == content:
                    remove_file(current.folder / name)


def cues_of(chapter: ReleasedChapter) -> Iterator[Cue]:
    """Time a chapter's lines in milliseconds, rounded once; none is empty, none overlaps the next."""
    earliest_ms = 0
    for line in chapter.lines:
        start_ms = max(earliest_ms, _milliseconds(line.start_sample, chapter.rate_hz))
        end_ms = max(start_ms + 1, _milliseconds(line.start_sample + line.length_samples, chapter.rate_hz))
        text, speaker = _speakable(line.text), _speakable(line.speaker)
        if text:
            yield Cue(start_ms=start_ms, end_ms=end_ms, speaker=_LABELS.get(speaker, speaker), text=text)
            earliest_ms = end_ms


def web_vtt(chapter: ReleasedChapter) -> bytes:
    """Write a chapter's words as WebVTT, with the speaker's name on every cue."""
    return _as_vtt(cues_of(chapter))


def json_transcript(chapter: ReleasedChapter) -> bytes:
    """Write a chapter's words as the JSON transcript of the podcast namespace."""
    return _as_json(cues_of(chapter))


def transcript_names(chapter_file: str) -> tuple[str, str]:
    """Name the transcripts that lie beside a chapter's file: WebVTT and JSON."""
    stem = chapter_file.removesuffix(".mp3")
    return f"{stem}.vtt", f"{stem}.json"


def _files_of(chapter: ReleasedChapter) -> tuple[tuple[str, bytes], ...]:
    cues = tuple(cues_of(chapter))
    return tuple(zip(transcript_names(chapter.file), (_as_vtt(cues), _as_json(cues)), strict=True))


def _as_vtt(cues: Iterable[Cue]) -> bytes:
    return "\n".join(["WEBVTT\n", *map(_cue_as_vtt, cues)]).encode()


def _as_json(cues: Iterable[Cue]) -> bytes:
    rows = [
        json.dumps(
            {"speaker": cue.speaker, "startTime": cue.start_ms / 1000, "endTime": cue.end_ms / 1000, "body": cue.text},
            ensure_ascii=True,
        )
        for cue in cues
    ]
    return ('{"version": "1.0.0", "segments": [\n' + ",\n".join(rows) + "\n]}\n").encode()


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.blake2b(digest_size=20)
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _content_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # not there; if it cannot be written either, writing says why


def _cue_as_vtt(cue: Cue) -> str:
    tag = f"<v {escape(cue.speaker)}>"
    room = _LINE_LENGTH - len(tag)
    lines = break_into_lines(cue.text, _LINE_LENGTH, first=max(room, _LEAST_TEXT))
    return f"{_clock(cue.start_ms)} --> {_clock(cue.end_ms)}\n{tag}" + "\n".join(lines) + "\n"


def _speakable(text: str) -> str:
    """One line of text without control characters, which any encoding of Unicode can hold."""
    folded = " ".join(text.split())
    return _CONTROLS.sub("", folded).encode("utf-8", "replace").decode()


def _milliseconds(samples: int, rate_hz: int) -> int:
    return (2000 * samples + rate_hz) // (2 * rate_hz)


def _clock(time_ms: int) -> str:
    seconds, milliseconds = divmod(time_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"
