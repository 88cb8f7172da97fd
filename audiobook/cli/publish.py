"""`audiobook publish`: finished books as a folder that any web server can serve."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import BUILD_DIR, VOICES_DIR, AsJson, BuildDir, Quiet, VoicesDir, workspace
from audiobook.cli.terminal import tell

if TYPE_CHECKING:
    from audiobook.production.release.publication import Publication


@command
def publish(
    base_url: Annotated[
        str,
        typer.Option(
            metavar="URL", help="Where the folder's content will be on the web, for example https://example.org/books/."
        ),
    ],
    to: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Written into; empty, not there yet, or published to before.")
    ],
    releases: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RELEASE",
            help="Finished books: their names, or their folders. Without any, all in build/.",
            show_default=False,
        ),
    ] = None,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Write your books as a website with podcast feeds into a folder, to be put on a web server of your own.

    Run it again after you made a book again: only what is different now is written, and what is outdated is removed.
    """
    from audiobook.production.release.publication import publish_books

    done = publish_books(releases or [], workspace(build_dir, voices_dir), base_url=base_url, folder=to)
    if as_json:
        tell(json.dumps(_as_json(done), ensure_ascii=False, indent=1))
    elif not quiet:
        for sentence in _as_sentences(done, to):
            tell(sentence)


def _as_sentences(done: "Publication", folder: Path) -> list[str]:
    exported = done.exported
    counts = [f"{len(exported.written)} files written"]
    counts += [f"{len(exported.unchanged)} as they were"] if exported.unchanged else []
    counts += [f"{len(exported.removed)} outdated ones removed"] if exported.removed else []
    feeds = [f"  {book.release.tags.title}: {done.feed_address(book)}" for book in done.books]
    return [*feeds, f"In {folder}: {', '.join(counts)}.", f"Put what is in {folder} where {done.address} leads to."]


def _as_json(done: "Publication") -> dict[str, object]:
    return {
        "address": done.address,
        "books": [
            {
                "title": book.release.tags.title,
                "page": done.address + book.page_path,
                "feed": done.feed_address(book),
            }
            for book in done.books
        ],
        "written": list(done.exported.written),
        "unchanged": list(done.exported.unchanged),
        "removed": list(done.exported.removed),
    }
