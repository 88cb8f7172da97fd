"""What is said of a segment: its sentences as an engine should get them, each with its place in the source.

Knows how punctuation is written so that engines pause where a reader would; refuses to know voices and engines.
"""

import re
from dataclasses import dataclass, replace

from audiobook.language.markup import FILLER
from audiobook.language.sentences import Span, split_long, split_sentences
from audiobook.language.tongues import ENGLISH, is_english
from audiobook.language.words import has_word
from audiobook.model.script import Segment, SegmentKind
from audiobook.synthesis.drop_caps import join_drop_cap
from audiobook.synthesis.headings import speak_heading
from audiobook.synthesis.markup_mask import mask_markup
from audiobook.synthesis.short_forms import in_full

MAX_SENTENCE_CHARS = 400
"""Engines take time by the square of an utterance's length, and their melody suffers from long ones."""

_LINE = re.compile(r"[^\r\n]+")
_ELLIPSIS = re.compile(r" ?(?:\.(?: ?\.)+|\u2026[.\u2026]*)")
_DASH = re.compile(
    r" ?(?:(?<!\d)\u2013|\u2013(?!\d)|[\u2014\u2015\u2e3a\u2e3b]|--)[\u2013\u2014\u2015\u2e3a\u2e3b-]* ?"
    r"| -+ |(?<=\w)- (?!(?:and|or|to)\b)"
)
_SPACE_BEFORE_MARK = re.compile(r" (?=[,.;:!?)\]](?: |$))")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_UNSAID_START = " .,;:!?\u2013-\u2026)]"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSentence:
    """One utterance.

    Attributes:
        text: as spoken.
        start: where its words stand in the segment's text, code points;
        end: one past the last.
    """

    text: str
    start: int
    end: int


def spoken_of(segment: Segment, language: str) -> tuple[SpokenSentence, ...]:
    """Say what is spoken of a segment, sentence by sentence; empty if there is nothing to say.

    Args:
        segment: of a script.
        language: BCP 47 tag of its book.
    """
    is_heading = segment.kind is SegmentKind.HEADING
    sentences = spoken_sentences(segment.text, each_line_ends=segment.each_line_ends, language=language)
    if not is_heading:
        return sentences
    announced = [speak_heading(sentence.text, language) for sentence in sentences]
    if is_english(language):  # once more: "MR." is a short form only now that it is "Mr."
        announced = list(map(in_full, announced))
    return tuple(replace(sentence, text=text) for sentence, text in zip(sentences, announced, strict=True))


def spoken_sentences(text: str, *, each_line_ends: bool = False, language: str = ENGLISH) -> tuple[SpokenSentence, ...]:
    """Say what is spoken of a text, sentence by sentence; empty if there is nothing to say.

    Args:
        text: as it stands in the source, marks and markup included.
        each_line_ends: a line's end is a sentence's end too, as in headings and poems.
        language: BCP 47 tag; only English short forms are said in full here, engines know those of their languages.
    """
    masked = mask_markup(text)
    sentences: list[SpokenSentence] = []
    for start, end in _utterances(masked, each_line_ends=each_line_ends, language=language):
        said = _as_said(masked[start:end])
        said = said if start else join_drop_cap(said)
        said = in_full(said) if is_english(language) else said
        if has_word(said):
            sentences.append(SpokenSentence(text=said, start=start, end=end))
    return tuple(sentences)


def _utterances(masked: str, *, each_line_ends: bool, language: str) -> list[Span]:
    if not each_line_ends:
        spans = split_sentences(masked, language=language)
        return [piece for span in spans for piece in split_long(masked, span, MAX_SENTENCE_CHARS)]
    return [
        (line.start() + start, line.start() + end)
        for line in _LINE.finditer(masked)
        for span in split_sentences(line.group(), language=language)
        for start, end in split_long(line.group(), span, MAX_SENTENCE_CHARS)
    ]


def _as_said(masked: str) -> str:
    """Write a sentence so that engines speak it well: plain letters and blanks, one form of dash and ellipsis."""
    said = masked.replace(FILLER, "")
    said = " ".join((said if said.isascii() else said.translate(_LIGATURES)).split())
    said = _with_plain_pauses(said) if _may_have_pauses(said) else said
    return _SPACE_BEFORE_MARK.sub("", said).lstrip(_UNSAID_START)


def _may_have_pauses(said: str) -> bool:
    """Tell, much sooner than the patterns, that there is neither a dash nor an ellipsis in a sentence."""
    return "-" in said or ".." in said or ". ." in said or not said.isascii()


def _with_plain_pauses(said: str) -> str:
    said = _ELLIPSIS.sub("... ", said)
    return " ".join(_DASH.sub(" \u2013 ", said).split())
