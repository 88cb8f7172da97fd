"""`audiobook script`: who says what."""

from enum import StrEnum
from typing import Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    BookName,
    BuildDir,
    Chapters,
    Quiet,
    Source,
    VoicesDir,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell
from audiobook.errors import UsageError


class ScriptFormat(StrEnum):
    """How a script is printed."""

    TABLE = "table"
    TEXT = "text"
    JSONL = "jsonl"


@command
def script(
    source: Source,
    output: Annotated[
        ScriptFormat,
        typer.Option(
            "--format",
            help="table: for reading. text: a labelled script you can edit and give to make. jsonl: for programs.",
        ),
    ] = ScriptFormat.TABLE,
    doubtful: Annotated[
        bool,
        typer.Option(
            "--doubtful",
            help="Only the lines worth a minute of your time, those first that mend the most.",
        ),
    ] = False,
    second_opinion: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Ask somebody about doubtful lines: chat asks the language model that AUDIOBOOK_OPINION_URL and "
            "AUDIOBOOK_OPINION_MODEL name.",
            show_default=False,
        ),
    ] = None,
    chapters: Chapters = None,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    quiet: Quiet = False,
) -> None:
    """Show who says every line, how sure that is, and why.

    Nothing is spoken and nothing is changed. The number at the start of a row names the line for other commands.
    """
    from audiobook.cli.script_table import as_doubtful_table, as_table
    from audiobook.production.chapter_choice import choose_chapters, parse_chapters
    from audiobook.production.script.loading import read_script_of, read_weighed_script_of
    from audiobook.scripting.forms.printing import as_jsonl, as_labelled_text

    choice = None if chapters is None else parse_chapters(chapters)
    if choice is not None and output is ScriptFormat.TEXT:
        raise UsageError("a labelled script is a whole book", hint="leave --chapters out, or print a table")
    read = read_weighed_script_of if doubtful else read_script_of
    found = read(
        source,
        workspace(build_dir, voices_dir),
        name=book,
        second_opinion=second_opinion,
        progress=make_progress(quiet=quiet),
    )
    shown = choose_chapters(choice, [head.number for head in found.chapters])
    if doubtful:
        if output is not ScriptFormat.TABLE:
            raise UsageError(f"--doubtful makes a table and has no --format {output}", hint="leave one of them out")
        rows = list(as_doubtful_table(found, shown))
        for row in rows:
            tell(row)
        if not rows and not quiet:
            show("No line is in doubt.")
    elif output is ScriptFormat.TEXT:
        tell(as_labelled_text(found), end="")
    else:
        for row in as_jsonl(found, shown) if output is ScriptFormat.JSONL else as_table(found, shown):
            tell(row)
    if not quiet:
        for warning in found.warnings:
            show(f"note: {warning}")
