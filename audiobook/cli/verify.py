"""`audiobook verify`: proof that no word is lost, from the manuscript to the finished files."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
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
from audiobook.errors import ManuscriptError, OutputError

if TYPE_CHECKING:
    from audiobook.production.proof.verifying import Verified


@command
def verify(
    source: Source,
    release: Annotated[
        bool | None,
        typer.Option(
            "--release/--no-release",
            help="Also hold the finished release against the manuscript: transcripts, takes, sound files.",
            show_default="if there is one",
        ),
    ] = None,
    chapters: Chapters = None,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> int:
    """Prove that every word is spoken once, and list what is not spoken and why.

    Ends with exit code 3 if a single word is lost, and with 8 if the finished release is not what the manuscript says.
    """
    from audiobook.cli.verify_table import as_rows
    from audiobook.production.chapter_choice import parse_chapters
    from audiobook.production.proof.verifying import VerifyOptions, verify_book

    options = VerifyOptions(name=book, release=release, chapters=None if chapters is None else parse_chapters(chapters))
    places = workspace(build_dir, voices_dir)
    found = verify_book(source, places, options, progress=make_progress(quiet=quiet))
    if as_json:
        tell(json.dumps(_as_json(found), ensure_ascii=False, indent=1))
    else:
        for row in as_rows(found):
            tell(row)
    if not quiet:
        for note in found.notes:
            show(f"note: {note}")
    if found.words.losses:
        return ManuscriptError.exit_code
    return OutputError.exit_code if found.release is not None and not found.release.is_whole else 0


def _as_json(found: "Verified") -> dict[str, object]:
    release = None if found.release is None else asdict(found.release) | {"is_whole": found.release.is_whole}
    return asdict(found.words) | {
        "chapters": [asdict(count) for count in found.counts],
        "parts": [asdict(part) for part in found.parts],
        "kinds": [asdict(kind) for kind in found.kinds],
        "release": release,
        "notes": list(found.notes),
    }
