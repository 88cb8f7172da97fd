"""What is said of a segment: its sentences as an engine should get them, each with its place in the source.

Knows how punctuation is written so that engines pause where a reader would; refuses to know voices and engines.
"""

import re
from dataclasses import dataclass

from audiobook.language.markup import FILLER
from audiobook.language.sentences import Span, split_long, split_sentences
from audiobook.language.words import has_word
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


def spoken_sentences(text: str, *, each_line_ends: bool = False) -> tuple[SpokenSentence, ...]:
    """Say what is spoken of a segment's text, sentence by sentence; empty if there is nothing to say.

    Args:
        text: as it stands in the source, marks and markup included.
        each_line_ends: a line's end is a sentence's end too, as in headings.
    """
    masked = mask_markup(text)
    sentences: list[SpokenSentence] = []
    for start, end in _utterances(masked, each_line_ends=each_line_ends):
        said = _as_said(masked[start:end])
        if has_word(said):
            sentences.append(SpokenSentence(text=said, start=start, end=end))
    return tuple(sentences)


def _utterances(masked: str, *, each_line_ends: bool) -> list[Span]:
    if not each_line_ends:
        return [piece for span in split_sentences(masked) for piece in split_long(masked, span, MAX_SENTENCE_CHARS)]
    return [
        (line.start() + start, line.start() + end)
        for line in _LINE.finditer(masked)
        for span in split_sentences(line.group())
        for start, end in split_long(line.group(), span, MAX_SENTENCE_CHARS)
    ]


def _as_said(masked: str) -> str:
    """Write a sentence so that engines speak it well: one form of dash and ellipsis, short forms in full."""
    said = " ".join(masked.replace(FILLER, "").split())
    said = _ELLIPSIS.sub("... ", said)
    said = _DASH.sub(" \u2013 ", said)
    said = _SPACE_BEFORE_MARK.sub("", " ".join(said.split()))
    return in_full(said.lstrip(_UNSAID_START))
