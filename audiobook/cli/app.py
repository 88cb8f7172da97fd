"""The program `audiobook`: its commands, in the order a new user meets them."""

import os
import sys
from typing import Annotated

import typer

from audiobook import __version__
from audiobook.cli.assign import assign
from audiobook.cli.audition import audition
from audiobook.cli.blank_values import CommandWithoutBlanks
from audiobook.cli.cast import cast
from audiobook.cli.check import check
from audiobook.cli.doctor import doctor
from audiobook.cli.engines import engines
from audiobook.cli.estimate import estimate
from audiobook.cli.make import make
from audiobook.cli.publish import publish
from audiobook.cli.script import script
from audiobook.cli.serve import serve
from audiobook.cli.status import status
from audiobook.cli.terminal import prepare_streams
from audiobook.cli.verify import verify
from audiobook.cli.voices import voices
from audiobook.cli.words import words
from audiobook.errors import OutputError

app = typer.Typer(
    name="audiobook",
    help="Turn any manuscript (EPUB, Word, HTML, Markdown, plain text) into a full-cast audiobook on your own machine.",
    epilog="Start with: audiobook make my-story.txt",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"audiobook {__version__}")
        raise typer.Exit


@app.callback()
def _audiobook(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn any manuscript into a full-cast audiobook on your own machine."""


for _command in (
    make,
    status,
    estimate,
    script,
    assign,
    cast,
    voices,
    audition,
    words,
    engines,
    serve,
    publish,
    verify,
    check,
    doctor,
):
    app.command(cls=CommandWithoutBlanks)(_command)


def run() -> None:
    """Run the command line."""
    prepare_streams()
    try:
        app(prog_name="audiobook")
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # click's own end: whoever read the help has gone
            sys.exit(0)
        raise
    except OSError as error:  # the help or the version could not be printed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0 if isinstance(error, BrokenPipeError) else OutputError.exit_code)
