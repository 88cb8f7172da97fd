"""Options of `make` that say what a book is called and which files it becomes."""

from typing import Annotated, Any

import typer

_WORDS = "What the book is called (for this run; to keep it, write it into the cast file or book.toml)"


def _words(name: str, metavar: str, text: str) -> Any:
    return typer.Option(name, metavar=metavar, help=text, show_default=False, rich_help_panel=_WORDS)


M4b = Annotated[
    bool | None,
    typer.Option(
        "--m4b/--no-m4b",
        help="Also make one M4B of the whole book, with chapter marks. Once made it is kept up to date.",
        show_default=False,
    ),
]
SingleMp3 = Annotated[
    bool | None,
    typer.Option(
        "--single-mp3/--no-single-mp3",
        help="Also make one MP3 of the whole book, with chapter marks. Once made it is kept up to date.",
        show_default=False,
    ),
]
Title = Annotated[str | None, _words("--title", "TEXT", "Title of the book.")]
Subtitle = Annotated[str | None, _words("--subtitle", "TEXT", "Its subtitle.")]
Author = Annotated[str | None, _words("--author", "NAME", "Who wrote it.")]
Series = Annotated[str | None, _words("--series", "NAME", "The series it belongs to.")]
Part = Annotated[str | None, _words("--part", "NUMBER", "Its number in the series.")]
Year = Annotated[str | None, _words("--year", "YEAR", "When it was published.")]
Language = Annotated[str | None, _words("--language", "CODE", "Its language, such as en-GB.")]
Description = Annotated[str | None, _words("--description", "TEXT", "What it is about.")]
Genre = Annotated[str | None, _words("--genre", "TEXT", 'Its genre; "Audiobook" if none is given.')]
Publisher = Annotated[str | None, _words("--publisher", "NAME", "Who publishes it.")]
Cover = Annotated[str | None, _words("--cover", "FILE", "A picture; it is made square by padding, and never cut.")]
