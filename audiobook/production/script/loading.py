"""The script of a book, worked out once and kept until something it depends on changes."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from audiobook.casting.book_file import read_book_file
from audiobook.casting.cast_file import read_cast
from audiobook.casting.known import known_characters
from audiobook.errors import AudiobookError, OutputError
from audiobook.model.cast import Cast
from audiobook.model.script import Correction, Script
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.progress import Progress
from audiobook.reading.book_folder import book_files
from audiobook.reading.languages import language_tag
from audiobook.reading.regular_files import fingerprint_file
from audiobook.scripting.forms.saved_script import script_from_json, script_to_json
from audiobook.scripting.parts import speaks_reason, switch_parts
from audiobook.scripting.script_version import SCRIPT_VERSION
from audiobook.workspace.kept_text import keep_text, recall_text
from audiobook.workspace.paths import Workspace


def read_script_of(
    source: Path, workspace: Workspace, *, name: str | None, second_opinion: str | None, progress: Progress
) -> Script:
    """Work out the script of a source with what its cast file says; nothing a person wrote is touched.

    Args:
        second_opinion: who is asked about doubtful lines; None leaves that to the cast file.

    Raises:
        UsageError: the book's cast file belongs to another source.
        ManuscriptError: the source cannot be read.
        CastError: the cast file cannot be read.
    """
    book = open_book(source, workspace, name=name)
    require_own_cast(book, named=name is not None)
    cast = read_cast(book.cast_path)
    if second_opinion is not None:
        cast = replace(cast, book=replace(cast.book, second_opinion=second_opinion))
    return load_script(book, cast, progress=progress)


def load_script(book: Book, cast: Cast, *, progress: Progress) -> Script:
    """Return the book's script, from the cache if source, cast and program are as they were.

    Raises:
        ManuscriptError: the source cannot be read.
        EngineError: whoever is to give a second opinion cannot be asked at all.
    """
    key = _script_key(book, cast)
    cached = _read_cached(book.workspace.script_cache(book.slug), key)
    script = cached or _write_script(book, cast, key, progress)
    if cast.book.second_opinion is None:
        return script
    from audiobook.production.script.second_opinions import hear_second_opinion

    return hear_second_opinion(book, script, cast, progress=progress)


def _write_script(book: Book, cast: Cast, key: str, progress: Progress) -> Script:
    from audiobook.production.script.collecting import rare_collections
    from audiobook.production.script.language_notes import describe_language
    from audiobook.production.script.split_chapters import keep_splitting, recall_splitting
    from audiobook.reading.reader import read_manuscript
    from audiobook.scripting.script_writer import write_script

    splitting = recall_splitting(book, cast)
    progress.start(f"Reading {book.source}", total=None)
    try:
        with rare_collections():
            said = _said_language(book, cast)
            spoken = partial(speaks_reason, cast.reading)
            manuscript = read_manuscript(book.source, book=book.slug, language=said, is_spoken=spoken)
            manuscript, stray = switch_parts(manuscript, cast.reading)
            script = write_script(
                manuscript,
                known=known_characters(cast),
                corrections=cast.corrections,
                recorded=_recorded(cast),
                speak_notes=cast.book.speak_notes,
                splitting=splitting,
            )
            notes = (*manuscript.warnings, *describe_language(manuscript, said=said), *stray)
            script = replace(script, warnings=(*notes, *script.warnings))
    finally:
        progress.finish()
    with suppress(OutputError):  # the caches save time and nothing else; commands that only print need no disk
        keep_text(book.workspace.script_cache(book.slug), script_to_json(script), key=key)
        keep_splitting(book, splitting)
    return script


def _script_key(book: Book, cast: Cast) -> str:
    """Digest everything the script is made from."""
    digest = hashlib.blake2b(digest_size=20)
    for part in _key_parts(book, cast):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _key_parts(book: Book, cast: Cast) -> Iterator[bytes]:
    settings = [SCRIPT_VERSION, book.slug, book.source.name, cast.book.speak_notes, cast.book.quotation_marks]
    yield json.dumps([*settings, _said_language(book, cast)]).encode()
    yield repr((known_characters(cast), cast.corrections, cast.reading, _recorded(cast))).encode(
        "utf-8", errors="surrogatepass"
    )
    for path in book_files(book.source):
        yield path.name.encode("utf-8", errors="surrogateescape")
        yield fingerprint_file(path)


def _said_language(book: Book, cast: Cast) -> str | None:
    """The language a person says the book is in, as a tag."""
    written = cast.book.language or read_book_file(book.details_path).language
    return None if written is None else language_tag(written) or written


def _recorded(cast: Cast) -> tuple[Correction, ...]:
    return tuple(recording.line for recording in cast.mastering.recordings)


def _read_cached(path: Path, key: str) -> Script | None:
    """Return the stored script if it has this key; anything odd about the file means that it is made again."""
    text = recall_text(path, key=key)
    try:
        return None if text is None else script_from_json(text)
    except AudiobookError:
        return None
