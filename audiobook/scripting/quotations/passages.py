"""Paragraphs cut into narration and quotations: what attribution reads.

Knows where speech starts and ends; refuses to know who speaks.
"""

from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a stretch of a paragraph is."""

    NARRATION = "narration"
    SPEECH = "speech"
    THOUGHT = "thought"
    LABEL = "label"
    """The name before a script-form line, with its colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a paragraph with one kind: `source.text[start:end]`, quotation marks included.

    Attributes:
        continues: the speech was left open by the paragraph before, so its speaker goes on.
    """

    kind: PassageKind
    start: int
    end: int
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the story (never a heading, note or scene break) and its passages.

    Attributes:
        index: of its block within the chapter, from 0.
        start: first code point in the source, which is also where `text` starts.
        passages: in order; together they cover `text` but for white space between them.
        after_scene_break: a scene break or heading stands right before it.
    """

    index: int
    source: str
    start: int
    text: str
    passages: tuple[Passage, ...]
    after_scene_break: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPassages:
    """A chapter's paragraphs in reading order."""

    number: int
    paragraphs: tuple[Paragraph, ...]
