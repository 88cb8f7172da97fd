"""`audiobook status`: what is out of date and exactly why."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from audiobook.cli.border import command, show_error
from audiobook.cli.mastering_options import Profile
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
    Chapters,
    Engine,
    Quiet,
    VoicesDir,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import tell
from audiobook.model.cast import BookDetails


@command
def status(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Manuscripts, as for make. Without any, every book in seeds/.",
            show_default=False,
        ),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune", help="Remove the spoken lines that no book in the build folder uses; no book loses anything."
        ),
    ] = False,
    lines: Annotated[bool, typer.Option("--lines", help="List every changed line, not only the first few.")] = False,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    engine: Engine = None,
    chapters: Chapters = None,
    profile: Profile = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> int:
    """Say of each book and chapter whether it is up to date, and exactly why if not; and how much disk it uses.

    Nothing is made or changed, except that --prune removes what is of no use any more.
    """
    from audiobook.cli.status_table import as_document, as_rows, pruned_row
    from audiobook.production.books import find_sources
    from audiobook.production.chapter_choice import parse_chapters
    from audiobook.production.recording.book_plan import MakeOptions
    from audiobook.production.status.book_status import look_at_books
    from audiobook.production.status.pruning import prune_takes

    options = MakeOptions(
        name=book,
        engine=engine,
        jobs=1,
        now=datetime.now(UTC),
        details=BookDetails(),
        profile=profile,
        chapters=None if chapters is None else parse_chapters(chapters),
    )
    places, progress = workspace(build_dir, voices_dir), make_progress(quiet=quiet)
    found = look_at_books(find_sources(sources or []), places, options, progress=progress)
    progress.finish()
    pruned = prune_takes(places, progress=progress) if prune else None
    progress.finish()
    if as_json:
        tell(json.dumps(as_document(found, pruned), ensure_ascii=False, indent=1))
    else:
        for row in as_rows(found, most_lines=None if lines else 3):
            tell(row)
        if pruned is not None:
            tell(pruned_row(pruned))
    for each in found:
        if each.error is not None:
            show_error(each.error)
    return next((each.error.exit_code for each in found if each.error), 0)
