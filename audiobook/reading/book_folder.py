"""Which files are books and which are chapters of one: the folder rules.

A folder is one book: the files in it that a reader supports, in natural order. Hidden files, README, LICENSE,
`book.toml` and covers are not chapters; subfolders are not looked into.
"""

import re
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.reading.documents.formats import DOCUMENT_SUFFIXES

SUPPORTED_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".mdown"}) | DOCUMENT_SUFFIXES
_NOT_CHAPTERS = frozenset(
    {"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors", "cover"}
)


def find_books(folder: Path) -> tuple[Path, ...]:
    """List what counts as a book directly inside a folder such as `seeds/`, in natural order.

    Each supported file is a book, and each folder with at least one supported file directly in it.

    Raises:
        ManuscriptError: the folder is missing, is a file, or cannot be listed.
    """
    books = [path for path in _entries(folder) if _is_chapter_file(path) or _is_book_folder(path)]
    return tuple(sorted(books, key=natural_key))


def book_files(path: Path) -> tuple[Path, ...]:
    """List the files a book is read from: the file itself, or a folder's chapter files in natural order.

    Raises:
        ManuscriptError: the folder cannot be listed, or holds no file that a reader supports.
    """
    return chapter_files(path) if is_folder(path) else (path,)


def chapter_files(folder: Path) -> tuple[Path, ...]:
    """List a book folder's chapter files in natural order.

    Raises:
        ManuscriptError: the folder cannot be listed, or holds no file that a reader supports.
    """
    files = sorted((path for path in _entries(folder) if _is_chapter_file(path)), key=natural_key)
    if not files:
        kinds = ", ".join(sorted(SUPPORTED_SUFFIXES))
        raise ManuscriptError(
            f"{folder}: no manuscript in this folder", hint=f"put chapter files into it (extensions: {kinds})"
        )
    return tuple(files)


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder.

    Raises:
        ManuscriptError: the path cannot be looked at.
    """
    try:
        return path.is_dir()
    except OSError as error:
        raise ManuscriptError(f"{path}: cannot be looked at: {error.strerror}", hint="check its permissions") from error


def natural_key(path: Path) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Order names as people do: `chapter2` before `chapter10`, capitals like small letters."""
    parts = re.split(r"([0-9]+)", path.stem.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part), path.name


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError as error:
        raise ManuscriptError(f"{folder}: no such folder", hint="check the name, or name a file or folder") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ManuscriptError(f"{folder}: the folder cannot be read: {reason}", hint="check its permissions") from error


def _is_chapter_file(path: Path) -> bool:
    if path.name.startswith((".", "~$")) or path.suffix.lower() not in SUPPORTED_SUFFIXES:
        return False
    return path.stem.lower() not in _NOT_CHAPTERS and path.is_file()


def _is_book_folder(path: Path) -> bool:
    if path.name.startswith(".") or not path.is_dir():
        return False
    try:
        return any(_is_chapter_file(file) for file in _entries(path))
    except ManuscriptError:
        return True  # a folder that cannot be listed says so when it is read as a book; the other books go on
