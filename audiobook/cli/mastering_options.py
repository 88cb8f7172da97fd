"""Options of `make` that say how the finished files are made."""

from typing import Annotated

import typer

Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="What the files are made for: podcast, librivox, acx, or a profile of your own in the cast file. "
        'For this run; to keep it, write profile = "NAME" under \\[book].',
        show_default=False,
    ),
]
Credits = Annotated[
    bool | None,
    typer.Option(
        "--credits/--no-credits",
        help="Have title, author and voices spoken before and after the book. Otherwise profile and cast file decide.",
        show_default=False,
    ),
]
Sample = Annotated[
    bool | None,
    typer.Option(
        "--sample/--no-sample",
        help="Also make a retail sample: the first minutes of a chapter. Once made it is kept up to date.",
        show_default=False,
    ),
]
