"""How long the silence is between two takes, and which kind of boundary lies there.

Knows a script's segments; refuses to know samples. Times are from the end of speech to the start of speech.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from audiobook.model.script import ANNOUNCED, Segment, SegmentKind

_SPEECH = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})
_SENTENCE_ENDS = frozenset(".!?…。！？")
_BROKEN_OFF = frozenset("—–-")
_CLOSING_MARKS = "\"'”’»›)]}*_"
_OPENING_MARKS = "\"'“‘„‚«‹([{*_—–- \t\r\n"
_WORDS_UP_TO_SPEECH_VERB = 4
_SPEECH_VERBS = frozenset(
    """
    said says asked asks replied answered cried exclaimed called shouted yelled whispered murmured muttered continued
    added began returned repeated demanded insisted agreed admitted explained observed remarked suggested thought
    wondered told gasped growled hissed laughed sighed snapped announced declared
    """.split()  # noqa: SIM905 - words read better than strings
)


class Boundary(StrEnum):
    """What lies between two takes that follow each other."""

    CLAUSE = "clause"
    """Within a sentence: a quotation and its attribution, or a sentence too long for one utterance."""
    SENTENCE = "sentence"
    SPEAKER = "speaker"
    PARAGRAPH = "paragraph"
    SCENE_BREAK = "scene_break"
    HEADING = "heading"
    """After a spoken chapter heading, and around whatever is announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Milliseconds of silence; RELEASE's numbers, to be tuned by ear."""

    clause_ms: int = 150
    sentence_ms: int = 350
    speaker_ms: int = 400
    paragraph_ms: int = 650
    scene_break_ms: int = 2200
    heading_ms: int = 2000
    head_ms: int = 750
    tail_ms: int = 3500

    def at(self, boundary: Boundary) -> int:
        """The pause that belongs to a boundary, in milliseconds."""
        return {
            Boundary.CLAUSE: self.clause_ms,
            Boundary.SENTENCE: self.sentence_ms,
            Boundary.SPEAKER: self.speaker_ms,
            Boundary.PARAGRAPH: self.paragraph_ms,
            Boundary.SCENE_BREAK: self.scene_break_ms,
            Boundary.HEADING: self.heading_ms,
        }[boundary]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A take as far as pauses care: its segment and its words within it.

    Attributes:
        start: first code point in the segment's source;
        end: one past the last.
    """

    segment_index: int
    start: int
    end: int


def find_boundary(segments: Sequence[Segment], before: Utterance, after: Utterance) -> Boundary:
    """Decide what lies between two utterances that follow each other.

    The strongest boundary wins: scene break, heading or announcement, paragraph. A reply in a paragraph of its own is a
    change of speaker and no more, so that an exchange keeps its pace.
    """
    left, right = segments[before.segment_index], segments[after.segment_index]
    if has_scene_break(segments, before.segment_index, after.segment_index):
        return Boundary.SCENE_BREAK
    if left.kind is SegmentKind.HEADING and right.kind is not SegmentKind.HEADING:
        return Boundary.HEADING
    if ANNOUNCED in (left.source, right.source) and left.paragraph != right.paragraph:
        return Boundary.HEADING
    if left.paragraph != right.paragraph:
        is_reply = left.kind in _SPEECH and right.kind in _SPEECH and left.speaker != right.speaker
        return Boundary.SPEAKER if is_reply else Boundary.PARAGRAPH
    if before.segment_index == after.segment_index:
        return Boundary.SENTENCE if _ends_sentence(_words_of(left, before)) else Boundary.CLAUSE
    return _boundary_within_paragraph(left, right)


def has_scene_break(segments: Sequence[Segment], before_index: int, after_index: int) -> bool:
    """Say whether a scene break stands between two segments."""
    return any(segment.kind is SegmentKind.SCENE_BREAK for segment in segments[before_index + 1 : after_index])


def _boundary_within_paragraph(left: Segment, right: Segment) -> Boundary:
    if _belongs_together(left, right):
        return Boundary.CLAUSE
    return Boundary.SENTENCE if left.speaker == right.speaker else Boundary.SPEAKER


def _belongs_together(left: Segment, right: Segment) -> bool:
    """One sentence runs on: `"Go," said Lex`, `"Go!" he said`, `Lex said, "Go."`."""
    is_speech_before_narration = left.kind in _SPEECH and right.kind not in _SPEECH
    if not _ends_sentence(left.text) and not (is_speech_before_narration and _breaks_off(left.text)):
        return True
    if not is_speech_before_narration:
        return False
    words = right.text.lstrip(_OPENING_MARKS).split(maxsplit=_WORDS_UP_TO_SPEECH_VERB)
    if not words or words[0][0].islower():
        return True
    return any(word.strip(".,;:!?").lower() in _SPEECH_VERBS for word in words[:_WORDS_UP_TO_SPEECH_VERB])


def _ends_sentence(text: str) -> bool:
    return _last_mark(text) in _SENTENCE_ENDS


def _breaks_off(text: str) -> bool:
    return _last_mark(text) in _BROKEN_OFF


def _last_mark(text: str) -> str:
    """The last character inside the closing marks; a full stop if there is none."""
    return (text.rstrip().rstrip(_CLOSING_MARKS).rstrip() or ".")[-1]


def _words_of(segment: Segment, utterance: Utterance) -> str:
    return segment.text[utterance.start - segment.start : utterance.end - segment.start]
