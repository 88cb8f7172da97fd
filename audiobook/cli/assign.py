"""`audiobook assign`: who says a line, if the program got it wrong."""

from typing import Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import BUILD_DIR, VOICES_DIR, BookName, BuildDir, Quiet, Source, VoicesDir, workspace
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import tell
from audiobook.errors import UsageError
from audiobook.model.script import SegmentKind


@command
def assign(
    source: Source,
    line: Annotated[
        str,
        typer.Argument(
            metavar="LINE",
            help="Number of the line in `audiobook script SOURCE`, a range such as 12-15, or the line's id.",
            show_default=False,
        ),
    ],
    speaker: Annotated[
        str | None,
        typer.Argument(metavar="[SPEAKER]", help="A character, narrator, or unknown.", show_default=False),
    ] = None,
    kind: Annotated[
        SegmentKind | None, typer.Option(help="What the line is, if that is wrong.", show_default=False)
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="The speaker is somebody the program has not found.")] = False,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    quiet: Quiet = False,
) -> None:
    """Correct who says a line; the correction is kept for good, whatever changes elsewhere in the book."""
    from audiobook.production.cast.assignments import Assignment, assign_lines

    if speaker is None and kind is None:
        raise UsageError("nothing to correct", hint='name the speaker: audiobook assign SOURCE 12 "Lex"')
    assignment = Assignment(lines=line, speaker=speaker, kind=kind, is_new=new)
    done = assign_lines(
        source, workspace(build_dir, voices_dir), assignment, name=book, progress=make_progress(quiet=quiet)
    )
    if not quiet:
        for sentence in done:
            tell(sentence)
