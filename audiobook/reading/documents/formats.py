"""Which reader draws out which kind of file, by the file's extension.

A reader is a function from a path to an `ExtractedDocument`; it raises ManuscriptError for whatever it cannot read and
nothing else, opens no network connection and writes nothing. Readers are imported when a file asks for them: their
parsers take time to load.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from audiobook.reading.documents.extracted import ExtractedDocument

DocumentReader = Callable[[Path], ExtractedDocument]

_READERS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".html", ".htm", ".xhtml"), "audiobook.reading.html.reader:read_html"),
        ".epub": "audiobook.reading.epub.reader:read_epub",
    }
)
"""Extension in lower case -> "module:function"."""

DOCUMENT_SUFFIXES = frozenset(_READERS)


def document_reader(path: Path) -> DocumentReader:
    """Give the reader for a file whose extension is one of `DOCUMENT_SUFFIXES`."""
    module, _, function = _READERS[path.suffix.lower()].partition(":")
    reader: DocumentReader = getattr(import_module(module), function)
    return reader
