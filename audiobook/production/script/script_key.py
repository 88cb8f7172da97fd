"""What a book's script is made from, as one key: another key, another script.

Knows source, cast file and the program's own code; imports nothing that reads or writes.
"""

import hashlib
import json
from collections.abc import Iterator

from audiobook.casting.book_file import read_book_file
from audiobook.casting.known import known_characters
from audiobook.model.cast import Cast
from audiobook.model.script import Correction
from audiobook.production.books import Book
from audiobook.reading.book_folder import book_files
from audiobook.reading.regular_files import fingerprint_file
from audiobook.workspace.program_digest import program_digest

_PROGRAM = (
    "audiobook.model",
    "audiobook.language",
    "audiobook.reading",
    "audiobook.scripting",
    "audiobook.production.script",
)


def script_version() -> str:
    """A digest of everything in the program that decides what a script says."""
    return program_digest(*_PROGRAM)


def script_key(book: Book, cast: Cast) -> str:
    """Digest everything the script is made from.

    Raises:
        ManuscriptError: the source cannot be read.
    """
    digest = hashlib.blake2b(digest_size=20)
    for part in _key_parts(book, cast):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def said_language(book: Book, cast: Cast) -> str | None:
    """The language a person says the book is in, as a tag."""
    return cast.book.language or read_book_file(book.details_path).language


def recorded_lines(cast: Cast) -> tuple[Correction, ...]:
    """The lines that a person has recorded."""
    return tuple(recording.line for recording in cast.mastering.recordings)


def _key_parts(book: Book, cast: Cast) -> Iterator[bytes]:
    settings = [script_version(), book.slug, book.source.name, cast.book.speak_notes, cast.book.quotation_marks]
    yield json.dumps([*settings, said_language(book, cast)]).encode()
    yield repr((known_characters(cast), cast.corrections, cast.reading, recorded_lines(cast))).encode(
        "utf-8", errors="surrogatepass"
    )
    for path in book_files(book.source):
        yield path.name.encode("utf-8", errors="surrogateescape")
        yield fingerprint_file(path)
