"""Transcripts beside a sound file, read as a player reads them: WebVTT, and the podcast namespace's JSON.

Knows as much of both formats as it takes to get words and times; strict where players are, since one bad time stamp
loses the whole transcript in some of them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audiobook.model.release_check import Cue, FoundTranscript
from audiobook.workspace.files import describe

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^>]*>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&lrm;": "", "&rlm;": ""}
_ENTITY = re.compile("|".join(_ENTITIES))


def read_transcripts(sound_file: Path) -> tuple[FoundTranscript, ...]:
    """Read those transcripts that lie beside a sound file; there may be none."""
    found = []
    for ending, parse in ((".vtt", _parse_vtt), (".json", _parse_json)):
        path = sound_file.with_suffix(ending)
        try:
            cues = tuple(parse(path.read_text(encoding="utf-8-sig")))
        except FileNotFoundError:
            continue
        except OSError as error:
            found.append(FoundTranscript(file=path.name, problem=f"cannot be read: {describe(error)}"))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            found.append(FoundTranscript(file=path.name, problem=f"is broken: {error}"))
        else:
            found.append(FoundTranscript(file=path.name, cues=cues))
    return tuple(found)


def _parse_vtt(text: str) -> Iterator[Cue]:
    """Read the cues of a WebVTT file (W3C WebVTT, section 6)."""
    head, *blocks = re.split(r"\n{2,}", text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", head):
        raise ValueError("it does not begin with WEBVTT")
    for block in blocks:
        lines = block.split("\n")
        at = next((index for index, line in enumerate(lines[:2]) if "-->" in line), None)
        if at is None:
            if re.match(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)", lines[0]):
                continue
            raise ValueError(f"there is no time in {lines[0]!r}")
        times = _TIMES.fullmatch(lines[at])
        if times is None:
            raise ValueError(f"{lines[at]!r} is no time")
        groups = times.groups()
        words = _TAG.sub("", " ".join(lines[at + 1 :]))
        yield Cue(
            start_s=_seconds(groups[:4]),
            end_s=_seconds(groups[4:]),
            text=_ENTITY.sub(lambda entity: _ENTITIES[entity[0]], words),
        )


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(group or 0) for group in groups)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _parse_json(text: str) -> Iterator[Cue]:
    """Read the segments of a podcast namespace's JSON transcript."""
    data: Any = json.loads(text)
    for segment in data["segments"]:
        start, end, body = segment["startTime"], segment["endTime"], segment["body"]
        if not isinstance(body, str):
            raise TypeError(f"{body!r} is no text")
        yield Cue(start_s=float(start), end_s=float(end), text=body)
