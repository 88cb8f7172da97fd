"""A script as a table for people."""

import shutil
import sys
import textwrap
from collections.abc import Collection, Iterator

from audiobook.model.script import Script, Segment, SegmentKind

SURE = 0.8
"""A line marked at least so is not worth a person's minute: about nine in ten of those are right."""

_NARROWEST_TEXT = 40
_WIDEST_SPEAKER = 22
_MARKS = {SegmentKind.THOUGHT: "thinks", SegmentKind.NOTE: "not spoken", SegmentKind.SCENE_BREAK: "scene break"}


def as_table(script: Script, chapters: Collection[int]) -> Iterator[str]:
    """Yield the rows of some chapters: number, speaker, confidence, text; wrapped for a terminal, not for a pipe.

    A row's number is its line's in the whole book.
    """
    rows = [(number, one) for number, one in enumerate(script.segments, start=1) if one.chapter in chapters]
    names = [_who(segment) for _, segment in rows]
    name_width = min(_WIDEST_SPEAKER, max(map(len, names), default=0))
    number_width = len(str(len(script.segments)))
    indent = number_width + name_width + 10
    text_width = _text_width(indent)
    titles = {head.number: head.title for head in script.chapters}
    chapter = 0
    for (number, segment), name in zip(rows, names, strict=True):
        if segment.chapter != chapter:
            is_first = chapter == 0
            chapter = segment.chapter
            yield f"{'' if is_first else chr(10)}-- {titles[chapter]}"
        sure = "" if segment.confidence is None else f"{segment.confidence:4.0%}"
        head = f"{number:>{number_width}}  {name:<{name_width}}  {sure:>4}  "
        lines = _wrap(segment.text, text_width)
        yield head + lines[0]
        yield from (" " * len(head) + line for line in lines[1:])


def as_doubtful_table(script: Script, chapters: Collection[int]) -> Iterator[str]:
    """Yield the lines of some chapters worth a person's minute, most first, each with the reason.

    Of a run of lines that one answer settles only the line to ask about is shown before the others.
    """
    rows = [
        (-segment.worth, segment.confidence, index)
        for index, segment in enumerate(script.segments)
        if segment.spoken
        and segment.chapter in chapters
        and segment.confidence is not None
        and segment.confidence < SURE
    ]
    number_width = len(str(len(script.segments)))
    for _, confidence, index in sorted(rows):
        segment = script.segments[index]
        yield f"{index + 1:>{number_width}}  {confidence:4.0%}  {_who(segment)}: {' '.join(segment.text.split())}"
        yield f"{'':>{number_width}}        {segment.evidence}"


def _who(segment: Segment) -> str:
    """Name the speaker, or say why there is none."""
    if segment.speaker is None:
        name = _MARKS.get(segment.kind, "not spoken")
    else:
        name = " & ".join(segment.speakers) or segment.speaker
        if segment.kind is SegmentKind.THOUGHT:
            name += " (thinks)"
    return name if len(name) <= _WIDEST_SPEAKER else name[: _WIDEST_SPEAKER - 1] + "…"


def _text_width(indent: int) -> int | None:
    if not sys.stdout.isatty():
        return None
    return max(_NARROWEST_TEXT, shutil.get_terminal_size().columns - indent)


def _wrap(text: str, width: int | None) -> list[str]:
    folded = " ".join(text.split())
    return textwrap.wrap(folded, width) if width and folded else [folded]
