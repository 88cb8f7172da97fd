"""A manuscript's paragraphs cut into narration, speech, thought and labels.

Knows which rule applies where; the rules themselves live beside it. Refuses to know who speaks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audiobook.model.manuscript import Block, BlockKind, Chapter, Manuscript
from audiobook.scripting.quotations.conventions import Convention, convention_of_part, detect_convention
from audiobook.scripting.quotations.open_quotations import QuotedParagraph, quote_paragraphs
from audiobook.scripting.quotations.paragraph_cutter import ParagraphCutter
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph
from audiobook.scripting.quotations.script_lines import LabelJudge


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlacedBlock:
    index: int
    block: Block
    text: str
    after_break: bool


def find_passages(manuscript: Manuscript) -> tuple[ChapterPassages, ...]:
    """Cut every paragraph of the story into passages, chapter by chapter."""
    texts = {source.name: source.text for source in manuscript.sources}
    chapters = [(chapter, tuple(_story_blocks(chapter, texts))) for chapter in manuscript.chapters]
    paragraphs = [placed.text for _, blocks in chapters for placed in blocks]
    book_convention = detect_convention(paragraphs)
    cutter = ParagraphCutter(LabelJudge(paragraphs))
    return tuple(
        ChapterPassages(number=chapter.number, paragraphs=tuple(_cut(blocks, book_convention, cutter)))
        for chapter, blocks in chapters
    )


def _story_blocks(chapter: Chapter, texts: dict[str, str]) -> Iterator[_PlacedBlock]:
    after_break = True
    for index, block in enumerate(chapter.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            text = texts[block.source][block.start : block.end]
            yield _PlacedBlock(index=index, block=block, text=text, after_break=after_break)
        after_break = block.kind in {BlockKind.HEADING, BlockKind.SCENE_BREAK}


def _cut(blocks: tuple[_PlacedBlock, ...], convention: Convention, cutter: ParagraphCutter) -> Iterable[Paragraph]:
    texts = [placed.text for placed in blocks]
    quoted: list[QuotedParagraph] = quote_paragraphs(texts, convention_of_part(texts, convention))
    for placed, paragraph in zip(blocks, quoted, strict=True):
        yield Paragraph(
            index=placed.index,
            source=placed.block.source,
            start=placed.block.start,
            text=placed.text,
            passages=cutter.cut(paragraph, at=placed.block.start),
            after_scene_break=placed.after_break,
        )
