"""`audiobook check`: a finished book, measured."""

from pathlib import Path
from typing import Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BuildDir,
    Jobs,
    Quiet,
    VoicesDir,
    usable_cores,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell
from audiobook.errors import OutputError


@command
def check(
    release: Annotated[
        Path,
        typer.Argument(
            metavar="RELEASE", help="A finished book: its name, its manuscript, or its folder.", show_default=False
        ),
    ],
    profile: Annotated[
        str | None,
        typer.Option(metavar="NAME|all", help="Hold it against this profile.", show_default="the one it was made in"),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the result as a page with a picture of each chapter, too."),
    ] = None,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    jobs: Jobs = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> int:
    """Measure a finished book and say whether it is fit to publish: loudness, peaks, noise, silence, format, tags.

    Ends with exit code 8 if it misses the profile it is held against. Nothing is changed.
    """
    from audiobook.cli.check_table import as_json_text, as_table
    from audiobook.production.release.checking import (
        CheckOptions,
        check_release,
        require_place_for_page,
        write_check_page,
    )

    if html is not None:
        require_place_for_page(html)
    options = CheckOptions(profile=profile, jobs=jobs or usable_cores())
    found = check_release(release, workspace(build_dir, voices_dir), options, progress=make_progress(quiet=quiet))
    tell(as_json_text(found) if as_json else as_table(found))
    if html is not None:
        write_check_page(found, html)
        if not quiet:
            show(f"Written: {html}")
    return 0 if found.passes else OutputError.exit_code
