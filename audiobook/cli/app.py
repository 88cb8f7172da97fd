"""The program `audiobook`: its commands, in the order a new user meets them."""

import sys
from typing import Annotated

import typer

from audiobook import __version__
from audiobook.cli.assign import assign
from audiobook.cli.cast import cast
from audiobook.cli.doctor import doctor
from audiobook.cli.make import make
from audiobook.cli.script import script
from audiobook.cli.verify import verify
from audiobook.cli.voices import voices

app = typer.Typer(
    name="audiobook",
    help="Turn any manuscript into a full-cast audiobook on your own machine.",
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


for _command in (make, script, assign, cast, voices, verify, doctor):
    app.command()(_command)


def run() -> None:
    """Run the command line; results are UTF-8 whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app(prog_name="audiobook")
