"""The script of a book worked out from its manuscript, with everything its cast file says."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from audiobook.casting.known import known_characters
from audiobook.errors import OutputError
from audiobook.model.cast import Cast
from audiobook.model.manuscript import Manuscript
from audiobook.model.script import Script
from audiobook.production.books import Book
from audiobook.production.progress import Progress
from audiobook.production.script.collecting import rare_collections
from audiobook.production.script.language_notes import describe_language
from audiobook.production.script.script_key import recorded_lines, said_language
from audiobook.production.script.split_chapters import keep_splitting, recall_splitting
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.attribution.doubts import Doubts
from audiobook.scripting.parts import speaks_reason, switch_parts
from audiobook.scripting.script_writer import write_unweighed_script


def write_book_script(book: Book, cast: Cast, *, progress: Progress) -> tuple[Script, Doubts]:
    """Write a book's script, and what is in doubt about it.

    Raises:
        ManuscriptError: the source cannot be read.
    """
    progress.start(f"Reading {book.source}", total=None)
    try:
        with rare_collections():
            return _write(book, cast)
    finally:
        progress.finish()


def _write(book: Book, cast: Cast) -> tuple[Script, Doubts]:
    said = said_language(book, cast)
    splitting = recall_splitting(book, cast)
    manuscript, stray = switch_parts(_read(book, cast, said), cast.reading)
    script, doubts = write_unweighed_script(
        manuscript,
        known=known_characters(cast),
        corrections=cast.corrections,
        recorded=recorded_lines(cast),
        speak_notes=cast.book.speak_notes,
        splitting=splitting,
    )
    with suppress(OutputError):  # it saves time and nothing else
        keep_splitting(book, splitting)
    notes = (*manuscript.warnings, *describe_language(manuscript, said=said), *stray)
    return replace(script, warnings=(*notes, *script.warnings)), doubts


def _read(book: Book, cast: Cast, said: str | None) -> Manuscript:
    spoken = partial(speaks_reason, cast.reading)
    return read_manuscript(book.source, book=book.slug, language=said, is_spoken=spoken)
