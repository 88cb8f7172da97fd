"""`audiobook make`: the whole way from a manuscript to chapters for a podcast app."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.book_options import (
    Author,
    Cover,
    Description,
    Genre,
    Language,
    M4b,
    Part,
    Publisher,
    Series,
    SingleMp3,
    Subtitle,
    Title,
    Year,
)
from audiobook.cli.border import command, show_error
from audiobook.cli.cluster_options import Cluster, SharedStore, cluster_address
from audiobook.cli.mastering_options import Credits, Profile, Sample
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
    CastFrom,
    Chapters,
    Engine,
    Jobs,
    Quiet,
    VoicesDir,
    usable_cores,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell
from audiobook.model.cast import BookDetails

if TYPE_CHECKING:
    from audiobook.production.make import MadeBook


@command
def make(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Manuscripts: a file (txt, md, docx, epub, html) is a book, and so is a folder with one file a "
            "chapter. Without any, every book in seeds/ is made.",
            show_default=False,
        ),
    ] = None,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    engine: Engine = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    take_store: SharedStore = None,
    chapters: Chapters = None,
    cast_from: CastFrom = None,
    profile: Profile = None,
    credits_: Credits = None,
    sample: Sample = None,
    m4b: M4b = None,
    single_mp3: SingleMp3 = None,
    title: Title = None,
    subtitle: Subtitle = None,
    author: Author = None,
    series: Series = None,
    part: Part = None,
    year: Year = None,
    language: Language = None,
    description: Description = None,
    genre: Genre = None,
    publisher: Publisher = None,
    cover: Cover = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> int:
    """Make an audiobook: chapters as tagged MP3 files, a cover, and a file in voices/ where you can change the cast.

    Run it again after you changed something: only what is different now is made again.
    """
    from audiobook.production.books import find_sources
    from audiobook.production.chapter_choice import parse_chapters
    from audiobook.production.make import make_books
    from audiobook.production.recording.book_plan import MakeOptions

    details = BookDetails(
        title=title,
        subtitle=subtitle,
        author=author,
        year=year,
        series=series,
        series_part=part,
        language=language,
        description=description,
        genre=genre,
        publisher=publisher,
        cover=cover,
        m4b=m4b,
        single_mp3=single_mp3,
    )
    options = MakeOptions(
        name=book,
        engine=engine,
        jobs=jobs or usable_cores(),
        details=details,
        profile=profile,
        credits=credits_,
        sample=sample,
        chapters=None if chapters is None else parse_chapters(chapters),
        cast_from=cast_from,
        cluster=cluster_address(cluster, take_store),
        now=datetime.now(UTC),
    )
    made = make_books(
        find_sources(sources or []), workspace(build_dir, voices_dir), options, progress=make_progress(quiet=quiet)
    )
    if as_json:
        tell(json.dumps([_as_json(each) for each in made], ensure_ascii=False, indent=1))
    for each in made:
        _tell(each, quiet=quiet or as_json)
    return next((each.error.exit_code for each in made if each.error), 0)


def _tell(made: "MadeBook", *, quiet: bool) -> None:
    from audiobook.cli.release_table import as_table

    if made.release is not None and not quiet:
        tell(as_table(made))
    for failure in made.failures:
        show(f"failed: {failure.chapter}: {failure.why}: {failure.text}")
    if not quiet:
        for note in made.notes:
            show(f"note: {note}")
    if made.error is not None:
        show_error(made.error)


def _as_json(made: "MadeBook") -> dict[str, object]:
    release = made.release
    return {
        "source": str(made.source),
        "cast_file": str(made.cast_path) if made.cast_path else None,
        "folder": str(release.folder) if release else None,
        "chapters": [
            {
                "number": chapter.number,
                "title": chapter.title,
                "file": chapter.file,
                "seconds": round(chapter.length_samples / chapter.rate_hz, 3),
                "stale": chapter.stale,
            }
            for chapter in (release.chapters if release else ())
        ],
        "files": [
            {
                "kind": extra.kind,
                "file": extra.file,
                "seconds": round(extra.length_samples / extra.rate_hz, 3),
                "bytes": extra.size_bytes,
            }
            for extra in (release.extras if release else ())
        ],
        "tags": asdict(release.tags) if release else None,
        "did": asdict(made.tally) if made.tally else None,
        "notes": list(made.notes),
        "failures": [asdict(failure) for failure in made.failures],
        "error": made.error.message if made.error else None,
        "exit_code": made.error.exit_code if made.error else 0,
    }
