"""The lines of a book before anybody is asked who speaks: one draft for every segment of the script to come.

Knows blocks and passages; refuses to know speakers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audiobook.model.manuscript import Block, BlockKind, Manuscript
from audiobook.model.script import SegmentKind
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph, PassageKind

Place = tuple[str, int]
"""Where a line starts: name of its source and first code point."""

LABEL_REASON = "the label of a script-form line: it says who speaks and is not spoken itself"

_KIND_OF_BLOCK = {
    BlockKind.HEADING: SegmentKind.HEADING,
    BlockKind.PARAGRAPH: SegmentKind.NARRATION,
    BlockKind.NOTE: SegmentKind.NOTE,
    BlockKind.SCENE_BREAK: SegmentKind.SCENE_BREAK,
}
_KIND_OF_PASSAGE = {
    PassageKind.NARRATION: SegmentKind.NARRATION,
    PassageKind.SPEECH: SegmentKind.DIALOGUE,
    PassageKind.THOUGHT: SegmentKind.THOUGHT,
    PassageKind.LABEL: SegmentKind.NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line without its speaker; the fields it shares with a segment mean the same.

    Attributes:
        reason: why a note is not spoken; None on other kinds.
        is_label: the label of a script-form line, which is never spoken.
        is_writing: a letter, a sign or the like, which the narrator reads out.
    """

    chapter: int
    paragraph: int
    kind: SegmentKind
    source: str
    start: int
    end: int
    text: str
    reason: str | None = None
    is_label: bool = False
    is_writing: bool = False
    keeps_lines: bool = False

    @property
    def place(self) -> Place:
        """Where the line starts."""
        return (self.source, self.start)


def draft_lines(manuscript: Manuscript, chapters: tuple[ChapterPassages, ...]) -> tuple[Draft, ...]:
    """Lay out every line of the book in reading order."""
    texts = {source.name: source.text for source in manuscript.sources}
    drafts: list[Draft] = []
    for chapter, passages in zip(manuscript.chapters, chapters, strict=True):
        paragraphs = {paragraph.index: paragraph for paragraph in passages.paragraphs}
        for index, block in enumerate(chapter.blocks):
            lines = _lines_of(paragraphs[index]) if index in paragraphs else iter([_block_line(block)])
            drafts.extend(_draft(chapter.number, index, block, line, texts) for line in lines)
    return tuple(drafts)


_Line = tuple[SegmentKind, int, int, str | None]


def _lines_of(paragraph: Paragraph) -> Iterator[_Line]:
    for passage in paragraph.passages:
        reason = LABEL_REASON if passage.kind is PassageKind.LABEL else None
        yield _KIND_OF_PASSAGE[passage.kind], passage.start, passage.end, reason


def _block_line(block: Block) -> _Line:
    return _KIND_OF_BLOCK[block.kind], block.start, block.end, block.reason


def _draft(chapter: int, paragraph: int, block: Block, line: _Line, texts: Mapping[str, str]) -> Draft:
    kind, start, end, reason = line
    return Draft(
        chapter=chapter,
        paragraph=paragraph,
        kind=kind,
        source=block.source,
        start=start,
        end=end,
        text=texts[block.source][start:end],
        reason=reason,
        is_label=reason is LABEL_REASON,
        keeps_lines=block.keeps_lines,
    )
