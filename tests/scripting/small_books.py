"""Small manuscripts for tests, without the reading stage: paragraphs stand between blank lines."""

import re

from audiobook.model.manuscript import Block, BlockKind, Chapter, Manuscript, SourceFormat, SourceText
from audiobook.model.script import Script, Segment
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.splitting import Splitting

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def small_book(text: str, *, source: str = "book.txt") -> Manuscript:
    """Read "# heading", "***" and "NOTE ..." paragraphs as what they say; each heading starts a chapter."""
    chapters: list[list[Block]] = [[]]
    for match in _PARAGRAPH.finditer(text):
        words = match.group().rstrip()
        block = Block(
            kind=_kind(words),
            source=source,
            start=match.start(),
            end=match.start() + len(words),
            reason="a note of the test" if words.startswith("NOTE") else None,
        )
        if block.kind is BlockKind.HEADING and chapters[-1]:
            chapters.append([])
        chapters[-1].append(block)
    return manuscript_of(text, chapters, source=source)


def manuscript_of(text: str, chapters: list[list[Block]], *, source: str = "book.txt") -> Manuscript:
    """Bind blocks to a manuscript of one source."""
    return Manuscript(
        book="book",
        title="A Book",
        author=None,
        language="en",
        sources=(SourceText(name=source, text=text, encoding="utf-8", format=SourceFormat.PLAIN),),
        chapters=tuple(
            Chapter(number=number, title=f"Chapter {number}", blocks=tuple(blocks))
            for number, blocks in enumerate(chapters, 1)
        ),
    )


def labelled_book(text: str, *, source: str = "book.txt") -> Manuscript:
    """Give a labelled script the way the reading stage does: its source alone."""
    return Manuscript(
        book="book",
        title="Book",
        author=None,
        language="en",
        sources=(SourceText(name=source, text=text, encoding="utf-8", format=SourceFormat.LABELLED),),
        chapters=(),
    )


def _kind(words: str) -> BlockKind:
    if words.startswith("# "):
        return BlockKind.HEADING
    if words == "***":
        return BlockKind.SCENE_BREAK
    return BlockKind.NOTE if words.startswith("NOTE") else BlockKind.PARAGRAPH


def cut(*paragraphs: str) -> list[list[str]]:
    """Cut paragraphs; each passage as its kind's first letter (+ if it continues), a blank, and its words."""
    text = "\n\n".join(paragraphs)
    book = small_book(text)
    return [
        [
            f"{passage.kind.value[0]}{'+' if passage.continues else ''} {text[passage.start : passage.end]}"
            for passage in paragraph.passages
        ]
        for chapter in split_book(book, Splitting()).chapters
        for paragraph in chapter.paragraphs
    ]


def cut_last(*paragraphs: str) -> list[str]:
    """Cut the last of these paragraphs, the others being the book around it."""
    return cut(*paragraphs)[-1]


def lines_of(script: Script) -> list[tuple[str, str | None, str]]:
    """List kind, speaker and words of every row."""
    return [(segment.kind.value, segment.speaker, _words(segment)) for segment in script.segments]


def _words(segment: Segment) -> str:
    return " ".join(segment.text.split())
