"""A book's uncommon names, and which layer says how each is pronounced."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audiobook.casting.cast_file import read_cast
from audiobook.casting.shared_pronunciations import WordLayers, read_layers
from audiobook.model.cast import BookDetails, Cast
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import Script
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.progress import Progress
from audiobook.production.recording.metadata import read_metadata
from audiobook.production.script.loading import load_script
from audiobook.scripting.uncommon_names import UncommonName, find_uncommon_names
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedWord:
    """An uncommon name with its pronunciation.

    Attributes:
        said: respelling, or IPA between slashes: the book's, or of the layer that wins; None leaves it to the engine.
        layer: "book", "series", "all books" or "built-in"; None without a pronunciation.
    """

    name: UncommonName
    said: str | None
    layer: str | None


def list_words(source: Path, workspace: Workspace, *, name: str | None, progress: Progress) -> tuple[ListedWord, ...]:
    """List the uncommon names of a book, the most frequent first; nothing is written.

    Raises:
        UsageError: the cast file belongs to another source.
        ManuscriptError: the source cannot be read.
        CastError: the cast file or the shared pronunciations are wrong.
    """
    book = open_book(source, workspace, name=name)
    require_own_cast(book, named=name is not None)
    cast = read_cast(book.cast_path)
    script = load_script(book, cast, progress=progress)
    layers = book_layers(book, script, cast)
    known = {entry.word: (entry.shown, layer) for layer, entries in _layers(layers, cast) for entry in entries}
    found = find_uncommon_names(script)
    return tuple(_listed(one, *known.get(one.word, (None, None))) for one in found)


def book_layers(book: Book, script: Script, cast: Cast) -> WordLayers:
    """Read the pronunciations that a book shares with others."""
    series = read_metadata(book, script, cast, BookDetails()).details.series
    return read_layers(book.workspace.shared_pronunciations, series=series)


def _layers(layers: WordLayers, cast: Cast) -> Iterator[tuple[str, tuple[Pronunciation, ...]]]:
    yield "built-in", layers.built_in
    yield "all books", layers.all_books
    yield "series", layers.series
    yield "book", cast.pronunciations


def _listed(name: UncommonName, said: str | None, layer: str | None) -> ListedWord:
    return ListedWord(name=name, said=said, layer=layer)
