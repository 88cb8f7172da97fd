"""The cover that lies inside a manuscript.

Knows which files may have one; loads nothing that reads documents before there is a document.
"""

from pathlib import Path

from audiobook.model.manuscript import CoverImage
from audiobook.reading.book_folder import is_folder
from audiobook.reading.documents.formats import DOCUMENT_SUFFIXES


def read_cover(path: Path) -> CoverImage | None:
    """Give the cover that lies in the one file of a book, if there is one.

    Raises:
        ManuscriptError: the file cannot be read.
    """
    if is_folder(path) or path.suffix.lower() not in DOCUMENT_SUFFIXES:
        return None
    from audiobook.reading.loading import load_file

    return load_file(path).cover
