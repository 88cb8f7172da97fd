"""The chapters of a book as they were last split into speech and narration, kept so that only changed ones are again.

Holds one file a book, with the chapters of its latest run and no others. Whatever is odd about it only costs time.
"""

from audiobook.errors import ManuscriptError
from audiobook.model.cast import Cast
from audiobook.production.books import Book
from audiobook.scripting.forms.saved_passages import passages_from_json, passages_to_json
from audiobook.scripting.quotations.splitting import Splitting
from audiobook.scripting.script_version import SCRIPT_VERSION
from audiobook.workspace.kept_text import keep_text, recall_text


def recall_splitting(book: Book, cast: Cast) -> Splitting:
    """Return how the book is to be split, with the chapters of its latest run."""
    marks = cast.book.quotation_marks
    text = recall_text(book.workspace.passages_cache(book.slug), key=SCRIPT_VERSION)
    try:
        known = passages_from_json(text, version=SCRIPT_VERSION) if text is not None else None
    except ManuscriptError:
        known = None
    return Splitting(marks=marks) if known is None else Splitting(marks=marks, known=known)


def keep_splitting(book: Book, splitting: Splitting) -> None:
    """Keep the chapters of this run.

    Raises:
        OutputError: the file cannot be written.
    """
    if splitting.kept:
        text = passages_to_json(splitting.kept, version=SCRIPT_VERSION)
        keep_text(book.workspace.passages_cache(book.slug), text, key=SCRIPT_VERSION)
