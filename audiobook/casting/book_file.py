"""`book.toml`: what a book is called and who wrote it, kept with the manuscript rather than with its cast.

Knows the file's keys, which are those of `[book]` in a cast file that describe the book itself. Refuses to know where
the file lies and which of the two wins.
"""

from pathlib import Path

from audiobook.casting.cast_reading import DESCRIPTION_KEYS, read_description
from audiobook.casting.typed_toml import parse_toml, read_text
from audiobook.model.cast import BookDetails


def read_book_file(path: Path) -> BookDetails:
    """Read a `book.toml`; a missing one says nothing.

    Raises:
        CastError: it cannot be read or anything in it is wrong; names file, line and value.
    """
    text = read_text(path)
    if text is None:
        return BookDetails()
    root = parse_toml(text, file=str(path))
    root.check_keys(DESCRIPTION_KEYS, what=path.name)
    return read_description(root)


def place_of_detail(path: Path, key: str) -> str:
    """Name file and line where a cast file or a `book.toml` says something of the book.

    Raises:
        CastError: the file cannot be read any more.
    """
    root = parse_toml(read_text(path) or "", file=str(path))
    return (root.table("book") or root).place_of(key)
