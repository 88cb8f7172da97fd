"""What a correction makes of a line's kind, and of the passage that attribution reads.

Knows kinds; refuses to know speakers beyond the narrator.
"""

from collections.abc import Mapping
from dataclasses import replace

from audiobook.model.script import NARRATOR, Correction, SegmentKind
from audiobook.scripting.drafts import Draft, Place
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph, Passage, PassageKind

_PASSAGE_OF_KIND = {
    SegmentKind.DIALOGUE: PassageKind.SPEECH,
    SegmentKind.THOUGHT: PassageKind.THOUGHT,
    SegmentKind.NARRATION: PassageKind.NARRATION,
    SegmentKind.HEADING: PassageKind.NARRATION,
    SegmentKind.SCENE_BREAK: PassageKind.NARRATION,
}
_UTTERED = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})


def corrected_kind(draft: Draft, correction: Correction | None) -> SegmentKind:
    """Say what a line is, a person's word first.

    Narration given to a character is dialogue, and dialogue given to the narrator is narration.
    """
    if correction is None:
        return draft.kind
    if correction.kind is not None:
        return correction.kind
    if correction.speaker is None:
        return draft.kind
    is_narrator = correction.speaker.casefold() == NARRATOR
    if draft.kind is SegmentKind.NARRATION and not is_narrator:
        return SegmentKind.DIALOGUE
    if draft.kind in _UTTERED and is_narrator:
        return SegmentKind.NARRATION
    return draft.kind


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
