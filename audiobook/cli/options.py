"""Options that several commands share."""

import os
from pathlib import Path
from typing import Annotated

import typer

from audiobook.workspace.paths import Workspace

Source = Annotated[
    Path,
    typer.Argument(
        metavar="SOURCE",
        help="Your manuscript: an EPUB, Word, HTML, Markdown or text file, or a folder with one file a chapter.",
        show_default=False,
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
Engine = Annotated[
    str | None,
    typer.Option(
        metavar="ENGINE",
        help="Speak everything with this engine in this run; your cast file stays as it is.",
        show_default=False,
    ),
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
CastFrom = Annotated[
    Path | None,
    typer.Option(
        "--cast-from",
        metavar="FILE",
        help="First take the voices of an earlier book's cast file for whoever speaks in this book too, and how they "
        "deliver their lines and say words.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for other programs.")]

_CPU_LIMIT = Path("/sys/fs/cgroup/cpu.max")

BUILD_DIR = Path("build")
VOICES_DIR = Path("voices")


def usable_cores(cpu_limit: Path = _CPU_LIMIT) -> int:
    """Count the cores this process may use, which in a container are fewer than the machine has.

    Args:
        cpu_limit: the control group's file with the processor time it may use and the period, both in microseconds.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        most_us, period_us = map(int, cpu_limit.read_text(encoding="ascii").split())
        return min(cores, max(1, round(most_us / period_us)))
    except (OSError, ValueError, ZeroDivisionError):  # no such file, or "max" in it
        return cores


def workspace(build_dir: Path, voices_dir: Path) -> Workspace:
    """Bundle the two folders of the command line."""
    return Workspace(build_dir=build_dir, voices_dir=voices_dir)
