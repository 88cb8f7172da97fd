"""The reading stage's entrance: from a path to a `Manuscript`.

Knows files, folders and how the chapters of several sources become one book. Refuses to know formats.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.model.manuscript import Block, BlockKind, Chapter, Manuscript, SourceFormat, SourceText
from audiobook.reading.book_folder import SUPPORTED_SUFFIXES, chapter_files, find_books, is_folder
from audiobook.reading.capitals import title_from_stem
from audiobook.reading.chapter_titles import title_chapters
from audiobook.reading.decoding import decode
from audiobook.reading.pieces import Piece
from audiobook.reading.text_reader import SourceReading, format_of, read_source

__all__ = ["book_files", "decode_sources", "find_books", "read_manuscript"]

_DEFAULT_LANGUAGE = "en"


def read_manuscript(path: Path, *, book: str) -> Manuscript:
    """Read a file, or a folder of chapter files, as one book.

    A labelled script (first line `audiobook-script 1 <book>`) is returned as its `SourceText` alone, `chapters` empty:
    what it says stands in its labels, which scripting parses.

    Args:
        path: a file or a folder.
        book: the book's slug.

    Raises:
        ManuscriptError: missing, unreadable, empty, binary or wrongly encoded, or a folder without manuscripts.
    """
    fallback_title = title_from_stem(_stem(path))
    sources = _load_sources(path)
    if any(source.format is SourceFormat.LABELLED for source in sources):
        return _labelled(path, sources, book=book, title=fallback_title)
    readings = [read_source(source, fallback_title=fallback_title) for source in sources]
    title = _book_title(readings) or fallback_title
    return Manuscript(
        book=book,
        title=title,
        author=next((reading.facts.author for reading in readings if reading.facts.author), None),
        language=next((r.facts.language for r in readings if r.facts.language), None) or _DEFAULT_LANGUAGE,
        sources=sources,
        chapters=_number_chapters(sources, readings, title=title, named_by_file=is_folder(path)),
    )


def book_files(path: Path) -> tuple[Path, ...]:
    """List the files a book is read from: the file itself, or a folder's chapter files in natural order.

    Raises:
        ManuscriptError: the folder cannot be listed, or holds no file that a reader supports.
    """
    return chapter_files(path) if is_folder(path) else (path,)


def decode_sources(path: Path) -> Mapping[str, str]:
    """Decode a book's files and do nothing else with them: each source's text by its name.

    Raises:
        ManuscriptError: as `read_manuscript`.
    """
    return {source.name: source.text for source in _load_sources(path)}


def _stem(path: Path) -> str:
    try:
        resolved = path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        raise ManuscriptError(f"{path}: cannot be resolved: {error}", hint="check the links in it") from error
    return resolved.name if is_folder(resolved) else resolved.stem


def _load_sources(path: Path) -> tuple[SourceText, ...]:
    if is_folder(path):
        return tuple(_load(file) for file in chapter_files(path))
    if path.suffix and path.suffix.lower() not in SUPPORTED_SUFFIXES and path.is_file():
        kinds = ", ".join(sorted(SUPPORTED_SUFFIXES))
        raise ManuscriptError(
            f"{path}: files of this kind ({path.suffix}) cannot be read",
            hint=f"save it as plain text or Markdown (extensions: {kinds})",
        )
    return (_load(path),)


def _load(path: Path) -> SourceText:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ManuscriptError(f"{path}: no such file or folder", hint="check the name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ManuscriptError(f"{path}: the file cannot be read: {reason}", hint="check its permissions") from error
    text, encoding = decode(data, name=str(path))
    return SourceText(name=path.name, text=text, encoding=encoding, format=format_of(text, suffix=path.suffix))


def _labelled(path: Path, sources: tuple[SourceText, ...], *, book: str, title: str) -> Manuscript:
    if len(sources) > 1:
        name = next(source.name for source in sources if source.format is SourceFormat.LABELLED)
        raise ManuscriptError(
            f"{path / name}: a labelled script is a whole book and cannot be one chapter of a folder",
            hint=f"move the other files away, or read it alone: audiobook make {path / name}",
        )
    return Manuscript(book=book, title=title, author=None, language=_DEFAULT_LANGUAGE, sources=sources, chapters=())


def _book_title(readings: Sequence[SourceReading]) -> str | None:
    """Take the title the text gives itself; of several files only one that none of them contradicts."""
    titles = [reading.facts.title for reading in readings if reading.facts.title]
    if len(readings) == 1:
        return titles[0] if titles else readings[0].heading_title
    return titles[0] if titles and len(set(titles)) == 1 and readings[0].facts.title else None


def _number_chapters(
    sources: Sequence[SourceText], readings: Sequence[SourceReading], *, title: str, named_by_file: bool
) -> tuple[Chapter, ...]:
    drafts = [(source, draft) for source, reading in zip(sources, readings, strict=True) for draft in reading.chapters]
    stems = [
        Path(source.name).stem if named_by_file and len(reading.chapters) == 1 else None
        for source, reading in zip(sources, readings, strict=True)
        for _ in reading.chapters
    ]
    titles = title_chapters([draft for _, draft in drafts], book_title=title, file_stems=stems)
    return tuple(
        Chapter(number=number, title=titles[number - 1], blocks=tuple(_block(source, piece) for piece in draft.pieces))
        for number, (source, draft) in enumerate(drafts, 1)
    )


def _block(source: SourceText, piece: Piece) -> Block:
    reason = piece.reason if piece.kind is BlockKind.NOTE else None
    return Block(kind=piece.kind, source=source.name, start=piece.start, end=piece.end, reason=reason)
