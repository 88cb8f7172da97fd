"""The cover of a book: the person's own picture, the one inside the manuscript, or one drawn from title and author.

Knows where a picture may be; refuses to know how one is drawn.
"""

import hashlib
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from audiobook.assembly.covers.drawing import COVER_VERSION, draw_cover
from audiobook.assembly.covers.fitting import fit_cover
from audiobook.errors import ManuscriptError, OutputError
from audiobook.model.manuscript import CoverImage
from audiobook.model.release import COVER_FILE
from audiobook.production.books import Book
from audiobook.production.recording.metadata import NamedCover
from audiobook.reading.covers import read_cover
from audiobook.workspace.files import describe, write_atomically

_PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")


def make_cover(book: Book, *, title: str, author: str, named: NamedCover | None) -> bytes:
    """Return the cover as a square JPEG; made once and kept.

    Args:
        author: written on a drawn cover; empty if nobody knows.
        named: a person's picture; None if one may lie beside the manuscript or in it.

    Raises:
        ManuscriptError: the picture beside the manuscript is broken.
        CastError: the one that a file names is.
        UsageError: the one that an option names is.
    """
    if named is None:
        return _make_cover(book, title=title, author=author, picture=_find_picture(book))
    try:
        return _make_cover(book, title=title, author=author, picture=named.path)
    except ManuscriptError as error:
        raise named.blame(error) from error


def _make_cover(book: Book, *, title: str, author: str, picture: Path | None) -> bytes:
    enclosed = read_cover(book.source) if picture is None else None
    made_from = _made_from(picture, enclosed, title=title, author=author)
    key = hashlib.blake2b(made_from, digest_size=16, person=COVER_VERSION.encode()[:16]).hexdigest()
    stored = _read_stored(book.workspace.covers_folder, key)
    if stored is not None:
        return stored
    if picture is not None:
        cover = fit_cover(picture)
    else:
        cover = _fit_enclosed(enclosed, title=title, author=author) if enclosed else draw_cover(title, author)
    with suppress(OutputError):  # keeping it saves time and nothing else
        write_atomically(book.workspace.covers_folder / f"{key}-{_digest(cover)}.jpg", cover)
    return cover


def _made_from(picture: Path | None, enclosed: CoverImage | None, *, title: str, author: str) -> bytes:
    """Give what a cover is made from: a picture's bytes, and the words that are drawn where none can be shown."""
    if picture is not None:
        return _read(picture)
    words = f"{title}\n{author}".encode("utf-8", "replace")
    return words if enclosed is None else b"\n".join((words, enclosed.data))


def _fit_enclosed(picture: CoverImage, *, title: str, author: str) -> bytes:
    """Fit the picture inside a manuscript; one that is broken is nobody's choice, so a cover is drawn instead."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cover"
        path.write_bytes(picture.data)
        try:
            return fit_cover(path)
        except ManuscriptError:
            return draw_cover(title, author)


def place_cover(book: Book, cover: bytes) -> None:
    """Put the cover beside the chapters, unless it is there.

    Raises:
        OutputError: it cannot be written.
    """
    path = book.release_folder / COVER_FILE
    try:
        if path.read_bytes() == cover:
            return
    except OSError:
        pass  # not there yet; if it cannot be written either, the next line says why
    write_atomically(path, cover)


def _read_stored(folder: Path, key: str) -> bytes | None:
    """Give the cover kept under this key, if its content is still what its name says."""
    for path in sorted(folder.glob(f"{key}-*.jpg")):
        try:
            cover = path.read_bytes()
        except OSError:
            continue
        if path.stem == f"{key}-{_digest(cover)}":
            return cover
    return None


def _digest(cover: bytes) -> str:
    return hashlib.blake2b(cover, digest_size=8).hexdigest()


def _find_picture(book: Book) -> Path | None:
    if not book.source.is_dir():
        return None  # beside a single file lie other books' pictures
    pictures = (book.source / f"cover{suffix}" for suffix in _PICTURE_SUFFIXES)
    return next((path for path in pictures if path.is_file()), None)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ManuscriptError(f"{path}: this cover cannot be read: {describe(error)}") from error
