"""A character's most telling lines: those by which a voice is best judged.

Knows scripts; refuses to know voices. The same script gives the same lines.
"""

from collections.abc import Collection

from audiobook.model.script import NARRATOR, Script, Segment, SegmentKind

_MOST_LINES = 4
_MOST_CHARS = 420
_BEST_CHARS = 140
"""Long enough for a melody, short enough to be heard several times."""

_NEW_COLOUR = 60
_SURE = 0.8
_DOUBTED = 80


def choose_telling_lines(script: Script, speaker: str, chapters: Collection[int]) -> tuple[int, ...]:
    """Choose a few lines of a speaker, in reading order: not too short, sure to be theirs, each of another colour.

    Args:
        script: the book's.
        speaker: whose lines.
        chapters: numbers of those they are taken from.

    Returns:
        Indexes into `script.segments`; empty if the speaker says nothing.
    """
    own = [
        index
        for index, segment in enumerate(script.segments)
        if segment.spoken and segment.chapter in chapters and _is_own(segment, speaker)
    ]
    chosen: list[int] = []
    colours: set[str] = set()
    chars = 0
    while own and len(chosen) < _MOST_LINES:
        best = max(own, key=lambda index: (_worth(script.segments[index], colours), -index))
        own.remove(best)
        length = len(script.segments[best].text)
        if chosen and chars + length > _MOST_CHARS:
            continue
        chosen.append(best)
        chars += length
        colours |= _colours(script.segments[best])
    return tuple(sorted(chosen))


def _is_own(segment: Segment, speaker: str) -> bool:
    if speaker == NARRATOR:
        return segment.speaker == NARRATOR and segment.kind is SegmentKind.NARRATION
    return segment.speaker == speaker


def _worth(segment: Segment, heard: set[str]) -> int:
    length = len(segment.text)
    doubt = _DOUBTED if segment.confidence is not None and segment.confidence < _SURE else 0
    too_long = max(0, length - 2 * _BEST_CHARS)
    return min(length, _BEST_CHARS) - too_long - doubt + _NEW_COLOUR * len(_colours(segment) - heard)


def _colours(segment: Segment) -> set[str]:
    marks = {mark for mark in "!?" if mark in segment.text}
    return {*marks, *(cue.value for cue in segment.manner), segment.kind.value}
