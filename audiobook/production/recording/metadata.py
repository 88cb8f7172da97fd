"""What a book is called: the options of a run win over the cast file, that over `book.toml`, that over the manuscript.

Title and author that the program itself wrote into a new cast file, because the manuscript says so, are no decision of
a person's: `book.toml` wins over them. Knows the order; refuses to know how players show any of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from audiobook.assembly.tagging.tag_text import find_year
from audiobook.casting.book_file import place_of_detail, read_book_file
from audiobook.errors import AudiobookError, CastError, UsageError
from audiobook.language.language_tags import TAG_HINT, language_tag
from audiobook.model.cast import BookDetails, Cast
from audiobook.model.release import NO_AUTHOR, BookTags
from audiobook.model.script import Script
from audiobook.production.books import Book

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCover:
    """A picture that a person names as the cover.

    Attributes:
        named_by: the option, or the file and the line, for messages.
        error: what is wrong if the picture is: the command line or that file.
    """

    path: Path
    named_by: str
    error: type[AudiobookError]

    def blame(self, reason: AudiobookError) -> AudiobookError:
        """Say of a picture that will not do who named it."""
        return self.error(f"{self.named_by}: {reason.message}", hint=reason.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a book.

    Attributes:
        details: from all sources; what none says is None.
        cover: a person's own picture; None if one is to be looked for, or drawn.
    """

    details: BookDetails
    cover: NamedCover | None


def require_one_book(asked: BookDetails, sources: Sequence[Path]) -> None:
    """Make sure that what belongs to one book is not said of several; an author or a series may be.

    Raises:
        UsageError: it is.
    """
    options = {
        "--title": asked.title,
        "--subtitle": asked.subtitle,
        "--part": asked.series_part,
        "--description": asked.description,
        "--cover": asked.cover,
    }
    given = [option for option, value in options.items() if value is not None]
    if given and len(sources) > 1:
        raise UsageError(
            f"{given[0]} belongs to one book, but {len(sources)} are to be made", hint="name the manuscript it is for"
        )


def understand_wishes(asked: BookDetails) -> BookDetails:
    """Give what the options of a run say, with the language as its tag.

    Raises:
        UsageError: the year is one that no tag can hold, or the language is none.
    """
    if asked.year is not None and find_year(asked.year) is None:
        raise UsageError(f'--year "{asked.year}" is no year', hint="write it in four digits: --year 1994")
    if asked.language is None:
        return asked
    tag = language_tag(asked.language)
    if tag is None:
        raise UsageError(f'--language "{asked.language}" is no language', hint=TAG_HINT)
    return replace(asked, language=tag)


def read_metadata(book: Book, script: Script, cast: Cast, asked: BookDetails) -> Metadata:
    """Put together what is known of a book.

    Args:
        book: says where its `book.toml` may be.
        script: what was found in the text.
        cast: the cast file.
        asked: the options of this run.

    Raises:
        CastError: `book.toml` is wrong, or a cover that it or the cast file names is not there.
        UsageError: the cover of this run's options is not there, or its part has no series.
    """
    found = _found(script)
    written = read_book_file(book.details_path)
    decided = replace(
        cast.book,
        title=None if cast.book.title == found.title else cast.book.title,
        author=None if cast.book.author == found.author else cast.book.author,
    )
    details = _overlay((asked, decided, written, found))
    _require_series(asked, details)
    return Metadata(
        details=details,
        cover=_find_cover(book, asked=asked.cover, cast=cast.book.cover, written=written.cover),
    )


def _found(script: Script) -> BookDetails:
    """Say what the manuscript itself tells."""
    said = script.publication
    year = _YEAR.search(said.date or "")
    return BookDetails(
        title=script.title,
        author=script.author,
        language=script.language,
        series=said.series,
        series_part=said.series_part,
        publisher=said.publisher,
        description=said.description,
        year=year.group() if year else None,
    )


def _require_series(asked: BookDetails, details: BookDetails) -> None:
    if asked.series_part is not None and details.series is None:
        raise UsageError(f"--part {asked.series_part} belongs to no series", hint='name it too: --series "Its Name"')


def as_tags(details: BookDetails, voices: Sequence[str]) -> BookTags:
    """Put together what players show of a book.

    Args:
        details: of the book; one without an author gets `NO_AUTHOR`.
        voices: names of voice profiles, in order of appearance.
    """
    return BookTags(
        title=details.title or "",
        author=details.author or NO_AUTHOR,
        language=details.language or "",
        voices=tuple(listed_name(voice) for voice in voices),
        year=details.year,
        series=details.series,
        series_part=details.series_part,
        description=details.description,
        publisher=details.publisher,
        subtitle=details.subtitle,
        genre=details.genre,
    )


def listed_name(voice: str) -> str:
    """The name of a voice profile as listeners see it: "great-aunt" is listed as "Great Aunt"."""
    return voice.replace("-", " ").title()


def _overlay(sources: Sequence[BookDetails]) -> BookDetails:
    """Take each value from the first source that has one; a blank text counts as none."""
    values = {
        field.name: next((value for value in (getattr(said, field.name) for said in sources) if _says(value)), None)
        for field in fields(BookDetails)
    }
    return BookDetails(**{name: value for name, value in values.items() if value is not None})


def _says(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _find_cover(book: Book, *, asked: str | None, cast: str | None, written: str | None) -> NamedCover | None:
    """Find the picture that the first source names which names one; each means it relative to another place."""
    beside = book.source if book.source.is_dir() else book.source.parent
    if asked:
        return _named_cover(asked, "--cover", (Path(),), error=UsageError)
    if cast:
        folders = (beside, book.workspace.voices_dir.parent, Path())
        return _named_cover(cast, place_of_detail(book.cast_path, "cover"), folders)
    if written:
        return _named_cover(written, place_of_detail(book.details_path, "cover"), (beside,))
    return None


def _named_cover(
    name: str, named_by: str, folders: Sequence[Path], *, error: type[AudiobookError] = CastError
) -> NamedCover:
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        raise error(f"{named_by}: the cover {name} is not there", hint=f"put the picture into {folders[0].resolve()}")
    return NamedCover(path=found, named_by=named_by, error=error)
