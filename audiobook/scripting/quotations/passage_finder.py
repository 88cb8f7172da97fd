"""A manuscript's paragraphs cut into narration, speech, thought and labels.

Knows which rule applies where; the rules themselves live beside it. Refuses to know who speaks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audiobook.model.manuscript import Block, BlockKind, Chapter, Manuscript
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.scripting.quotations.conventions import Convention, convention_of_part, settle_convention
from audiobook.scripting.quotations.open_quotations import quote_paragraphs
from audiobook.scripting.quotations.paragraph_cutter import ParagraphCutter
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph, Passage
from audiobook.scripting.quotations.script_lines import LabelJudge
from audiobook.scripting.quotations.splitting import Splitting, chapter_key


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlacedBlock:
    index: int
    block: Block
    text: str
    after_break: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitBook:
    """A book cut into passages.

    Attributes:
        marks: how its speech is marked, as asked or as found.
    """

    chapters: tuple[ChapterPassages, ...]
    marks: QuotationMarks


def split_book(manuscript: Manuscript, splitting: Splitting) -> SplitBook:
    """Cut every paragraph of the story into passages, chapter by chapter; what was cut before is not cut again."""
    texts = {source.name: source.text for source in manuscript.sources}
    chapters = [(chapter, tuple(_story_blocks(chapter, texts))) for chapter in manuscript.chapters]
    paragraphs = [placed.text for _, blocks in chapters for placed in blocks]
    convention = settle_convention(paragraphs, splitting.marks)
    cutter = ParagraphCutter(LabelJudge(paragraphs))
    split = tuple(
        ChapterPassages(number=chapter.number, paragraphs=_split(blocks, convention, cutter, splitting))
        for chapter, blocks in chapters
    )
    return SplitBook(chapters=split, marks=convention.marks)


def _story_blocks(chapter: Chapter, texts: dict[str, str]) -> Iterator[_PlacedBlock]:
    after_break = True
    for index, block in enumerate(chapter.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            text = texts[block.source][block.start : block.end]
            yield _PlacedBlock(index=index, block=block, text=text, after_break=after_break)
        after_break = block.kind in {BlockKind.HEADING, BlockKind.SCENE_BREAK}


def _split(
    blocks: tuple[_PlacedBlock, ...], book: Convention, cutter: ParagraphCutter, splitting: Splitting
) -> tuple[Paragraph, ...]:
    """Cut a chapter's paragraphs, or recall how they were cut."""
    texts = [placed.text for placed in blocks]
    convention = convention_of_part(texts, book)
    key = chapter_key(texts, convention, cutter.labels_of(texts))
    cut = splitting.recall(key, texts)
    if cut is None:
        cut = [cutter.cut(paragraph) for paragraph in quote_paragraphs(texts, convention)]
    splitting.keep(key, cut)
    return tuple(_place(placed, passages) for placed, passages in zip(blocks, cut, strict=True))


def _place(placed: _PlacedBlock, passages: Sequence[Passage]) -> Paragraph:
    """Put a paragraph, whose passages count from its own start, where it stands in its source."""
    at = placed.block.start
    return Paragraph(
        index=placed.index,
        source=placed.block.source,
        start=at,
        text=placed.text,
        passages=tuple(
            Passage(kind=passage.kind, start=at + passage.start, end=at + passage.end, continues=passage.continues)
            for passage in passages
        ),
        after_scene_break=placed.after_break,
    )
