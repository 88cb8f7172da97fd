"""What a correction makes of a line's kind, and of the passage that attribution reads.

Knows kinds; refuses to know speakers beyond the narrator.
"""

from collections.abc import Mapping
from dataclasses import replace

from audiobook.model.script import NARRATOR, Correction, SegmentKind
from audiobook.scripting.drafts import Place
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph, Passage, PassageKind

_PASSAGE_OF_KIND = {
    SegmentKind.DIALOGUE: PassageKind.SPEECH,
    SegmentKind.THOUGHT: PassageKind.THOUGHT,
    SegmentKind.NARRATION: PassageKind.NARRATION,
    SegmentKind.HEADING: PassageKind.NARRATION,
    SegmentKind.SCENE_BREAK: PassageKind.NARRATION,
}
_NOT_NARRATED = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT, SegmentKind.SCENE_BREAK})
_NOT_SAID = frozenset({SegmentKind.NARRATION, SegmentKind.SCENE_BREAK})


def corrected_kind(kind: SegmentKind, correction: Correction | None) -> SegmentKind:
    """Say what a line of a kind is after a correction: a person's word first.

    Narration or a scene break given to a character is dialogue; dialogue or a scene break given to the narrator is
    narration.
    """
    if correction is None:
        return kind
    if correction.kind is not None:
        return correction.kind
    if correction.speaker is None:
        return kind
    if correction.speaker.casefold() == NARRATOR:
        return SegmentKind.NARRATION if kind in _NOT_NARRATED else kind
    return SegmentKind.DIALOGUE if kind in _NOT_SAID else kind


def retype(chapters: tuple[ChapterPassages, ...], kinds: Mapping[Place, SegmentKind]) -> tuple[ChapterPassages, ...]:
    """Give every passage the kind its line has after corrections."""
    return tuple(
        replace(chapter, paragraphs=tuple(_retype_paragraph(paragraph, kinds) for paragraph in chapter.paragraphs))
        for chapter in chapters
    )


def _retype_paragraph(paragraph: Paragraph, kinds: Mapping[Place, SegmentKind]) -> Paragraph:
    passages = tuple(_retype_passage(passage, kinds[paragraph.source, passage.start]) for passage in paragraph.passages)
    return paragraph if passages == paragraph.passages else replace(paragraph, passages=passages)


def _retype_passage(passage: Passage, kind: SegmentKind) -> Passage:
    if kind is SegmentKind.NOTE:
        is_label = passage.kind is PassageKind.LABEL
        return passage if is_label else replace(passage, kind=PassageKind.NARRATION, continues=False)
    return passage if _PASSAGE_OF_KIND[kind] is passage.kind else replace(passage, kind=_PASSAGE_OF_KIND[kind])
