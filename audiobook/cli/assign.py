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
        list[str] | None,
        typer.Argument(
            metavar="SPEAKER",
            help="A character, narrator, or unknown; several who say it together: Tom Ann.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        SegmentKind | None, typer.Option(help="What the line is, if that is wrong.", show_default=False)
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="The speaker is somebody the program has not found.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take corrections of these lines back.")] = False,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    quiet: Quiet = False,
) -> None:
    """Correct who says a line; the correction is kept for good, whatever changes elsewhere in the book."""
    from audiobook.production.cast.assignments import Assignment, assign_lines, take_back
    from audiobook.production.script.loading import renew_script

    place, progress = workspace(build_dir, voices_dir), make_progress(quiet=quiet)
    if undo:
        if speaker or kind is not None or new:
            raise UsageError("--undo takes nothing but lines", hint=f"audiobook assign SOURCE {line} --undo")
        _tell(take_back(source, place, line, name=book, progress=progress), quiet=quiet)
    elif not speaker and kind is None:
        raise UsageError("nothing to correct", hint='name the speaker: audiobook assign SOURCE 12 "Lex"')
    else:
        assignment = Assignment(lines=line, speakers=tuple(speaker or ()), kind=kind, is_new=new)
        _tell(assign_lines(source, place, assignment, name=book, progress=progress), quiet=quiet)
    renew_script(source, place, name=book, progress=progress)  # the answer stands there already: nobody waits for it


def _tell(done: tuple[str, ...], *, quiet: bool) -> None:
    if not quiet:
        for sentence in done:
            tell(sentence)
