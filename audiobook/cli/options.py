"""Options that several commands share."""

import os
from pathlib import Path
from typing import Annotated

import typer

from audiobook.workspace.paths import Workspace

Source = Annotated[
    Path,
    typer.Argument(
        metavar="SOURCE", help="Your manuscript: a text file, or a folder with one file a chapter.", show_default=False
    ),
]
BuildDir = Annotated[
    Path, typer.Option("--build-dir", metavar="FOLDER", help="Where finished books go.", rich_help_panel="Places")
]
VoicesDir = Annotated[
    Path, typer.Option("--voices-dir", metavar="FOLDER", help="Where cast files are kept.", rich_help_panel="Places")
]
BookName = Annotated[
    str | None,
    typer.Option(
        "--book",
        metavar="NAME",
        help="Short name of the book, if the name of its file will not do.",
        show_default=False,
        rich_help_panel="Places",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, max=256, help="How many processes work at once.", show_default="all cores"),
]
Chapters = Annotated[
    str | None,
    typer.Option(
        "--chapters",
        metavar="NUMBERS",
        help="Only these chapters, by their numbers in the whole book: 3-5,8.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for other programs.")]

BUILD_DIR = Path("build")
VOICES_DIR = Path("voices")


def usable_cores() -> int:
    """Count the cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workspace(build_dir: Path, voices_dir: Path) -> Workspace:
    """Bundle the two folders of the command line."""
    return Workspace(build_dir=build_dir, voices_dir=voices_dir)
