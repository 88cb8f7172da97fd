"""Pronunciations from outside a book: those built in, and a person's own for all books and for series.

Knows the file `voices/shared.pronunciations.toml`: `[all]` for every book, `[series."Its Name"]` for those of a series.
A book's own and a character's stand in its cast file and win.
"""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from audiobook.casting.cast_reading import read_pronunciations
from audiobook.casting.typed_toml import parse_toml, read_text
from audiobook.model.pronunciation import Pronunciation

Entries = tuple[Pronunciation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLayers:
    """Pronunciations, layer by layer; a later one wins."""

    built_in: Entries = ()
    all_books: Entries = ()
    series: Entries = ()

    @property
    def entries(self) -> Entries:
        """All of them, in the order in which they win."""
        return (*self.built_in, *self.all_books, *self.series)


def read_layers(path: Path, *, series: str | None) -> WordLayers:
    """Read the pronunciations that a book shares with others.

    Args:
        path: a person's file; it may be missing.
        series: the book's, None if it belongs to none; capitals do not matter.

    Raises:
        CastError: the file is wrong; names file, line and value.
    """
    root = parse_toml(read_text(path) or "", file=str(path))
    root.check_keys(("all", "series"), what="a file of shared pronunciations")
    named = root.table("series")
    of_series = {} if named is None else {name: read_pronunciations(table) for name, table in named.tables()}
    return WordLayers(
        built_in=_built_in(),
        all_books=read_pronunciations(root.table("all")),
        series=next(
            (entries for name, entries in of_series.items() if series and name.casefold() == series.casefold()), ()
        ),
    )


def _built_in() -> Entries:
    file = resources.files("audiobook.casting") / "words" / "english.toml"
    return read_pronunciations(parse_toml(file.read_text(encoding="utf-8"), file=file.name))
