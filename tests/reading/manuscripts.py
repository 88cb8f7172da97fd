"""Small manuscripts for tests, and their blocks in a form that is easy to compare."""

from collections.abc import Iterable
from pathlib import Path

from audiobook.model.manuscript import Block, BlockKind, Manuscript, SourceFormat, SourceText
from audiobook.reading.pieces import Piece
from audiobook.reading.reader import read_manuscript
from audiobook.reading.text_reader import read_source

Shown = list[tuple[str, str]]


def write_book(folder: Path, content: str | bytes, *, name: str = "the_lost-ferry.txt") -> Path:
    """Write a manuscript exactly as given; a string as UTF-8 with its newlines untouched."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def read_text(folder: Path, content: str | bytes, *, name: str = "the_lost-ferry.txt") -> Manuscript:
    """Write a manuscript and read it."""
    return read_manuscript(write_book(folder, content, name=name), book="book")


def all_blocks(manuscript: Manuscript) -> list[Block]:
    """Give the blocks of all chapters in reading order."""
    return [block for chapter in manuscript.chapters for block in chapter.blocks]


def shown(manuscript: Manuscript) -> Shown:
    """Give the whole book as (kind, words), white space within a block folded."""
    texts = {source.name: source.text for source in manuscript.sources}
    return [
        (block.kind.value, " ".join(texts[block.source][block.start : block.end].split()))
        for block in all_blocks(manuscript)
    ]


def of_kind(manuscript: Manuscript, kind: BlockKind) -> list[str]:
    """Give the words of all blocks of one kind."""
    return [words for shown_kind, words in shown(manuscript) if shown_kind == kind.value]


def titles(manuscript: Manuscript) -> list[str]:
    """Give the chapters' titles."""
    return [chapter.title for chapter in manuscript.chapters]


def pieces_of(text: str, *, source_format: SourceFormat = SourceFormat.PLAIN) -> list[Piece]:
    """Read a text without a file."""
    source = SourceText(name="book.txt", text=text, encoding="utf-8", format=source_format)
    reading = read_source(source, fallback_title="Book")
    return [piece for chapter in reading.chapters for piece in chapter.pieces]


def kinds_of(text: str, *, source_format: SourceFormat = SourceFormat.PLAIN) -> Shown:
    """Read a text without a file and give (kind, words)."""
    return [(piece.kind.value, " ".join(piece.text.split())) for piece in pieces_of(text, source_format=source_format)]


def notes_in(text: str) -> list[str]:
    """Read a plain text and give its notes."""
    return [words for kind, words in kinds_of(text) if kind == "note"]


def untiled(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Give what no span covers, white space removed; raise AssertionError if spans overlap or are out of order."""
    left = ""
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text), (position, start, end)
        assert text[start:end] == text[start:end].strip()
        left += text[position:start]
        position = end
    return "".join((left + text[position:]).split())
