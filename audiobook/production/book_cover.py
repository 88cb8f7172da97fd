"""The cover of a book: the person's own picture, or one drawn from title and author.

Knows where a picture may be; refuses to know how one is drawn.
"""

import hashlib
from pathlib import Path

from audiobook.assembly.cover import COVER_VERSION, draw_cover, fit_cover
from audiobook.errors import ManuscriptError
from audiobook.production.books import Book
from audiobook.workspace.files import describe, write_atomically

_PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")


def make_cover(book: Book, *, title: str, author: str, named: str | None) -> bytes:
    """Return the cover as a square JPEG; made once and kept.

    Args:
        author: written on a drawn cover; empty if nobody knows.
        named: what the cast file says under `cover`, relative to the manuscript or to the project; None if nothing.

    Raises:
        ManuscriptError: the picture is missing or broken.
        OutputError: the cover cannot be stored.
    """
    picture = _find_picture(book, named)
    made_from = _read(picture) if picture else f"{title}\n{author}".encode("utf-8", "replace")
    key = hashlib.blake2b(made_from, digest_size=16, person=COVER_VERSION.encode()[:16]).hexdigest()
    stored = book.workspace.cover_cache(key)
    if stored.is_file():
        return stored.read_bytes()
    cover = fit_cover(picture) if picture else draw_cover(title, author)
    write_atomically(stored, cover)
    return cover


def _find_picture(book: Book, named: str | None) -> Path | None:
    folder = book.source if book.source.is_dir() else book.source.parent
    if named is not None:
        candidates = [folder / named, book.workspace.voices_dir.parent / named, Path(named)]
        found = next((path for path in candidates if path.is_file()), None)
        if found is None:
            raise ManuscriptError(
                f"{book.cast_path}: the cover {named} is not there", hint=f"put the picture into {folder}"
            )
        return found
    if not book.source.is_dir():
        return None  # beside a single file lie other books' pictures
    pictures = (folder / f"cover{suffix}" for suffix in _PICTURE_SUFFIXES)
    return next((path for path in pictures if path.is_file()), None)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ManuscriptError(f"{path}: this cover cannot be read: {describe(error)}") from error
