"""The reading stage's entrance: from a path to a `Manuscript`.

Knows files, folders and how the chapters of several sources become one book. Refuses to know formats.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.language.detection import detect_language
from audiobook.model.manuscript import Chapter, Manuscript, Publication, SourceFormat, SourceText
from audiobook.reading.book_folder import book_files, is_folder
from audiobook.reading.capitals import title_from_stem
from audiobook.reading.chapter_titles import title_chapters
from audiobook.reading.document_reader import read_document
from audiobook.reading.loading import LoadedFile, load_file
from audiobook.reading.source_reading import SourceReading
from audiobook.reading.text_reader import read_source

LARGEST_BOOK_CHARACTERS = 24_000_000
"""Four million words, twice the longest novel in print; a script takes some 150 bytes of memory for each character."""

_DEFAULT_LANGUAGE = "en"


def read_manuscript(
    path: Path, *, book: str, language: str | None = None, is_spoken: Callable[[str], bool] | None = None
) -> Manuscript:
    """Read a file, or a folder of chapter files, as one book.

    A labelled script (first line `audiobook-script 1 <book>`) is returned as its `SourceText` alone, `chapters` empty:
    what it says stands in its labels, which scripting parses.

    Args:
        path: a file or a folder.
        book: the book's slug.
        language: BCP 47 tag as a person gives it; None takes what the manuscript says of itself, else what its words
            look like.
        is_spoken: says of a reason for which a document's reader leaves out characters within its text, such as "a
            footnote's mark", whether a person wants them spoken; None leaves them all out.

    Raises:
        ManuscriptError: missing, unreadable, empty, binary or wrongly encoded, or a folder without manuscripts.
    """
    fallback_title = title_from_stem(_stem(path))
    files = _load_files(path, is_spoken)
    sources = tuple(chain.from_iterable(file.sources for file in files))
    if any(source.format is SourceFormat.LABELLED for source in sources):
        labelled = _labelled(path, sources, book=book, title=fallback_title)
        return labelled if language is None else replace(labelled, language=language)
    readings = [_read(file, fallback_title=fallback_title) for file in files]
    title = _book_title(readings) or fallback_title
    language = language or _find_language(sources, readings)
    return Manuscript(
        book=book,
        title=title,
        author=next((reading.facts.author for reading in readings if reading.facts.author), None),
        language=language,
        sources=sources,
        chapters=_number_chapters(files, readings, title=title, language=language, named_by_file=is_folder(path)),
        publication=readings[0].publication if len(readings) == 1 else Publication(),
        warnings=tuple(chain.from_iterable(file.document.warnings for file in files if file.document is not None)),
    )


def load_sources(path: Path, *, is_spoken: Callable[[str], bool] | None = None) -> tuple[SourceText, ...]:
    """Decode a book's files, or draw their text out, and do nothing else with them.

    Args:
        path: a file or a folder.
        is_spoken: as of `read_manuscript`.

    Raises:
        ManuscriptError: as `read_manuscript`.
    """
    return tuple(source for file in _load_files(path, is_spoken) for source in file.sources)


def decode_sources(path: Path) -> Mapping[str, str]:
    """Decode a book's files and do nothing else with them: each source's text by its name.

    Raises:
        ManuscriptError: as `read_manuscript`.
    """
    return {source.name: source.text for source in load_sources(path)}


def _stem(path: Path) -> str:
    try:
        resolved = path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        raise ManuscriptError(f"{path}: cannot be resolved: {error}", hint="check the links in it") from error
    return resolved.name if is_folder(resolved) else resolved.stem


def _load_files(path: Path, is_spoken: Callable[[str], bool] | None) -> tuple[LoadedFile, ...]:
    """Load a book's files, and stop at the first that makes it too large."""
    files: list[LoadedFile] = []
    characters = 0
    for file in book_files(path):
        loaded = load_file(file, is_spoken=is_spoken)
        characters += sum(len(source.text) for source in loaded.sources)
        if characters > LARGEST_BOOK_CHARACTERS:
            raise ManuscriptError(
                f"{file}: the book has over {LARGEST_BOOK_CHARACTERS:,} characters with this file",
                hint="split it into several books",
            )
        files.append(loaded)
    return tuple(files)


def _read(file: LoadedFile, *, fallback_title: str) -> SourceReading:
    if file.document is not None:
        return read_document(file.document, fallback_title=fallback_title)
    return read_source(file.sources[0], fallback_title=fallback_title)


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


def _find_language(sources: Sequence[SourceText], readings: Sequence[SourceReading]) -> str:
    """Take the language the manuscript says it is in, else the one its words look like."""
    said = next((reading.facts.language for reading in readings if reading.facts.language), None)
    return said or detect_language("\n".join(source.text for source in sources)) or _DEFAULT_LANGUAGE


def _number_chapters(
    files: Sequence[LoadedFile],
    readings: Sequence[SourceReading],
    *,
    title: str,
    language: str,
    named_by_file: bool,
) -> tuple[Chapter, ...]:
    drafts = [draft for reading in readings for draft in reading.chapters]
    stems = [
        Path(file.name).stem if named_by_file and len(reading.chapters) == 1 else None
        for file, reading in zip(files, readings, strict=True)
        for _ in reading.chapters
    ]
    titles = title_chapters(drafts, book_title=title, file_stems=stems, language=language)
    blocks = chain.from_iterable(reading.blocks for reading in readings)
    return tuple(
        Chapter(number=number, title=title, blocks=each, unwritten_title=draft.unwritten_title)
        for number, (title, each, draft) in enumerate(zip(titles, blocks, drafts, strict=True), 1)
    )
