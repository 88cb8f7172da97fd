r"""The grammar of a labelled script: a script as text that a novelist reads and edits.

    audiobook-script 1 lex
    title: The Ferry
    character: Clark | male | Superman, Clark Kent
    # a remark

    [chapter] Chapter 2
    [heading] Chapter 2

    [Clark] "A lifetime,"
    [narrator] replied Clark as he sat.

    [Clark, thinking] 'What would Lex want?'
    [Anna + Piet] "Yes!"

    [scene break] * * *

    [note: a reply to a review] Thanks for the review.

One line is one segment; a blank line ends a paragraph. A label is `[who]`, `[who, manner]` or `[note: reason]`; a
backslash before a character takes its special meaning away. Knows labels; refuses to know files and scripts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.model.script import NARRATOR, UNKNOWN, SegmentKind
from audiobook.scripting.corrections.wording import fold

CHAPTER = "chapter"
HEADING = "heading"
NOTE = "note"
SCENE_BREAK = "scene break"

MANNERS = {
    "speaking": SegmentKind.DIALOGUE,
    "thinking": SegmentKind.THOUGHT,
    "narrating": SegmentKind.NARRATION,
    "heading": SegmentKind.HEADING,
    "note": SegmentKind.NOTE,
}
"""What may stand after the comma of a label."""

_MANNER_OF = {kind: manner for manner, kind in MANNERS.items()}
_RESERVED = frozenset({CHAPTER, HEADING, NOTE, SCENE_BREAK, NARRATOR, UNKNOWN})
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL = "\\[],+:|"


class LabelError(ValueError):
    """A label or header cannot be read; says why in words for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says of its line.

    Attributes:
        kind: None for a chapter's border, which is no segment.
        speakers: who speaks; empty if nobody does.
        reason: why a note is not spoken; None if it does not say.
    """

    kind: SegmentKind | None
    speakers: tuple[str, ...] = ()
    reason: str | None = None


def format_label(kind: SegmentKind, speakers: Sequence[str], reason: str | None) -> str:
    """Write the label of a segment, brackets included."""
    if not speakers:
        if kind is SegmentKind.SCENE_BREAK:
            return f"[{SCENE_BREAK}]"
        return f"[{NOTE}: {escape(reason)}]" if reason else f"[{NOTE}]"
    if list(speakers) == [NARRATOR]:
        if kind is SegmentKind.NARRATION:
            return f"[{NARRATOR}]"
        return f"[{HEADING}]" if kind is SegmentKind.HEADING else f"[{NARRATOR}, {_MANNER_OF[kind]}]"
    names = " + ".join(_format_name(name) for name in speakers)
    return f"[{names}]" if kind is SegmentKind.DIALOGUE else f"[{names}, {_MANNER_OF[kind]}]"


def _format_name(name: str) -> str:
    if name in {NARRATOR, UNKNOWN}:
        return name
    escaped = escape(name)
    return f"\\{escaped}" if escaped.casefold() in _RESERVED else escaped


def escape(text: str) -> str:
    """Fold white space and take the special meaning from every character that has one."""
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in fold(text))


def find_label_end(line: str) -> int:
    """Find where the label at a line's start ends, its bracket included.

    Raises:
        LabelError: the line does not start with a label.
    """
    if not line.startswith("["):
        raise LabelError("the line has no label")
    index = 1
    while index < len(line):
        if line[index] == "]":
            return index + 1
        index += 2 if line[index] == "\\" else 1
    raise LabelError('the label has no closing "]"')


def parse_label(label: str) -> Label:
    """Read a label, brackets included.

    Raises:
        LabelError: it says something that no label may say.
    """
    content = label[1:-1]
    head, *reasons = split_unescaped(content, ":")
    if _plain(head) == NOTE:
        return Label(kind=SegmentKind.NOTE, reason=unescape(content.partition(":")[2]) or None)
    if reasons:
        raise LabelError(f'only a note may give a reason after ":", not "{head.strip()}"')
    if _plain(head) == CHAPTER:
        return Label(kind=None)
    if _plain(head) == SCENE_BREAK:
        return Label(kind=SegmentKind.SCENE_BREAK)
    if _plain(head) == HEADING:
        return Label(kind=SegmentKind.HEADING, speakers=(NARRATOR,))
    return _parse_speakers(head)


def _parse_speakers(head: str) -> Label:
    who, *manners = split_unescaped(head, ",")
    speakers = tuple(_parse_name(name) for name in split_unescaped(who, "+"))
    if len(manners) > 1:
        raise LabelError("a label has at most one comma; several voices are joined with +")
    if not manners:
        kind = SegmentKind.NARRATION if speakers == (NARRATOR,) else SegmentKind.DIALOGUE
        return Label(kind=kind, speakers=speakers)
    manner = _plain(manners[0])
    if manner not in MANNERS:
        raise LabelError(f'"{manners[0].strip()}" is none of {", ".join(MANNERS)}; several voices are joined with +')
    return Label(kind=MANNERS[manner], speakers=speakers)


def _parse_name(written: str) -> str:
    name = unescape(written)
    if not name:
        raise LabelError("the label names nobody")
    return _plain(written) if _plain(written) in {NARRATOR, UNKNOWN} else name


def _plain(written: str) -> str:
    """Fold a label's word; one with a backslash never equals a word of the grammar."""
    return " ".join(written.split()).casefold()


def split_unescaped(text: str, separator: str) -> list[str]:
    """Split at a separator, except where a backslash stands before it."""
    parts: list[str] = []
    start = index = 0
    while index < len(text):
        if text[index] == "\\":
            index += 2
            continue
        if text[index] == separator:
            parts.append(text[start:index])
            start = index + 1
        index += 1
    return [*parts, text[start:]]


def unescape(text: str) -> str:
    """Undo `escape`."""
    return fold(_ESCAPED.sub(r"\1", text))
