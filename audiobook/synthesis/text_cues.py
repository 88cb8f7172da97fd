"""What a sentence's own marks say about how it is spoken: an exclamation, a stammer, shouting capitals, a dash.

Knows one sentence as written; refuses to know its tag, and what is done about a cue.
"""

import re
from collections.abc import Iterator

from audiobook.model.delivery import Cue
from audiobook.model.script import SegmentKind
from audiobook.synthesis.shouting import has_shouting
from audiobook.synthesis.stressed_words import has_emphasis

_CLOSERS = "\"'“”‘’„‚«»‹›「」『』)]}*_~ \t\r\n\u2060"
_ELLIPSIS_END = re.compile(r"(?:…|\.\s?\.\s?\.)[.…\s]*$")
_DASHES = ("—", "–", "―", "⸺", "⸻", "-")
_EXCLAMATION_END = re.compile(r"![!?‽]*$|\?!+$")
_STAMMER = re.compile(
    r"(?<![\w'’-])(?P<start>[^\W\d_]|[^\W\d_aeiou]{2})(?:-|\s?(?:…|\.(?:\s?\.){1,3})\s?|[—–])(?=(?P=start))[^\W\d_]+",
    re.IGNORECASE,
)

_UTTERED = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})
_READ_OUT = frozenset({SegmentKind.NARRATION, SegmentKind.NOTE})


def find_text_cues(written: str, kind: SegmentKind) -> tuple[Cue, ...]:
    """Find the cues of one sentence.

    Args:
        written: as it stands in the source, marks and markup included.
        kind: of its segment; a narrator follows stress and keeps calm otherwise, and a heading has no cues.
    """
    if kind in _UTTERED:
        return tuple(_of_speech(written, kind))
    return tuple(_of_stress(written)) if kind in _READ_OUT else ()


def _of_speech(written: str, kind: SegmentKind) -> Iterator[Cue]:
    said = written.rstrip(_CLOSERS)
    if kind is SegmentKind.THOUGHT:
        yield Cue.THOUGHT
    if _EXCLAMATION_END.search(said):
        yield Cue.EXCLAMATION
    elif said.endswith("?"):
        yield Cue.QUESTION
    elif _ELLIPSIS_END.search(said):
        yield Cue.ELLIPSIS
    elif said.endswith(_DASHES):
        yield Cue.INTERRUPTED
    if _may_stammer(written) and _STAMMER.search(written):
        yield Cue.STAMMER
    yield from _of_stress(written)


def _may_stammer(written: str) -> bool:
    """Tell, sooner than the pattern, that nothing in a sentence breaks a word off."""
    return written.count(".") > 1 or any(mark in written for mark in "-…—–")


def _of_stress(written: str) -> Iterator[Cue]:
    if has_shouting(written):
        yield Cue.CAPITALS
    if has_emphasis(written):
        yield Cue.EMPHASIS
