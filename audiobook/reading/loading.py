"""Loads one file of a book: a text is decoded, a document with markup is drawn out by its format's reader."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.model.manuscript import CoverImage, SourceFormat, SourceText
from audiobook.reading.book_folder import SUPPORTED_SUFFIXES
from audiobook.reading.decoding import decode
from audiobook.reading.documents.extracted import ExtractedDocument
from audiobook.reading.documents.formats import DOCUMENT_SUFFIXES, document_reader
from audiobook.reading.documents.restoring import restore_omissions
from audiobook.reading.regular_files import read_regular_file
from audiobook.reading.text_reader import format_of

LARGEST_TEXT_BYTES = 64 * 1024 * 1024
"""What `LARGEST_BOOK_CHARACTERS` may take in any encoding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFile:
    """One file.

    Attributes:
        name: the file's own.
        sources: its texts: one, or one for each member of a document.
        document: None of a plain text.
    """

    name: str
    sources: tuple[SourceText, ...]
    document: ExtractedDocument | None = None

    @property
    def cover(self) -> CoverImage | None:
        """The cover that lies in the file."""
        return self.document.facts.cover if self.document is not None else None


def load_file(path: Path, *, is_spoken: Callable[[str], bool] | None = None) -> LoadedFile:
    """Load a file by its extension; one without extension is a text.

    Args:
        path: of the file.
        is_spoken: says of a reason for which characters are left out of a text whether they are wanted in it.

    Raises:
        ManuscriptError: missing, unreadable, of no known kind, empty, binary or wrongly encoded.
    """
    suffix = path.suffix.lower()
    if suffix in DOCUMENT_SUFFIXES:
        return _load_document(path, is_spoken)
    if suffix and suffix not in SUPPORTED_SUFFIXES and path.is_file():
        kinds = ", ".join(sorted(SUPPORTED_SUFFIXES))
        raise ManuscriptError(
            f"{path}: files of this kind ({path.suffix}) cannot be read",
            hint=f"save it as one of these kinds: {kinds}",
        )
    return _load_text(path)


def _load_document(path: Path, is_spoken: Callable[[str], bool] | None) -> LoadedFile:
    document = document_reader(path)(path)
    if is_spoken is not None:
        document = restore_omissions(document, is_spoken)
    sources = tuple(
        SourceText(
            name=member.name,
            text=member.text,
            encoding="utf-8",
            format=SourceFormat.EXTRACTED,
            omissions=member.omissions,
            restored=member.restored,
        )
        for member in document.members
    )
    if not any(source.text for source in sources):
        raise ManuscriptError(f"{path}: there is no text in it", hint="pictures of pages cannot be read")
    return LoadedFile(name=path.name, sources=sources, document=document)


def _load_text(path: Path) -> LoadedFile:
    data = read_regular_file(path, most_bytes=LARGEST_TEXT_BYTES, too_large_hint="split it into several books")
    text, encoding = decode(data, name=str(path))
    source = SourceText(name=path.name, text=text, encoding=encoding, format=format_of(text, suffix=path.suffix))
    return LoadedFile(name=path.name, sources=(source,))
