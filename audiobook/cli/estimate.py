"""`audiobook estimate`: what making a book will take, before it is made."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiobook.cli.border import command
from audiobook.cli.mastering_options import Profile
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
    Chapters,
    Engine,
    Jobs,
    Quiet,
    Source,
    VoicesDir,
    usable_cores,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import tell
from audiobook.language.clock import length_in_words
from audiobook.model.cast import BookDetails

if TYPE_CHECKING:
    from audiobook.production.status.book_estimate import BookEstimate

_WIDEST_NAME = 28


@command
def estimate(
    source: Source,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    engine: Engine = None,
    jobs: Jobs = None,
    chapters: Chapters = None,
    profile: Profile = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Say what making a book will take: time on this machine, audio, disk, each character's lines, and money if any.

    What is made already counts. Where nothing is known of this machine yet, a few lines of the book are spoken.
    """
    from audiobook.production.chapter_choice import parse_chapters
    from audiobook.production.recording.book_plan import MakeOptions
    from audiobook.production.status.book_estimate import estimate_book

    options = MakeOptions(
        name=book,
        engine=engine,
        jobs=jobs or usable_cores(),
        now=datetime.now(UTC),
        details=BookDetails(),
        profile=profile,
        chapters=None if chapters is None else parse_chapters(chapters),
    )
    found = estimate_book(source, workspace(build_dir, voices_dir), options, progress=make_progress(quiet=quiet))
    if as_json:
        tell(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    for row in _rows(found):
        tell(row)


def _rows(found: "BookEstimate") -> Iterator[str]:
    known = found.estimate
    yield f"{found.title}: {_chapters(known.chapters)}, {length_in_words(known.audio_s)} of audio"
    if known.missing_takes or known.chapters_to_make:
        left = f"{known.missing_takes:,} of {known.takes:,} lines to speak, {_chapters(known.chapters_to_make)} to make"
        processes = f"with {known.processes} process{'es' * (known.processes > 1)}"
        yield f"  time   about {length_in_words(known.time_s)} {processes}: {left}"
    else:
        yield "  time   a moment: everything is there"
    total = known.takes_bytes + known.release_bytes
    yield f"  disk   {total / 1e6:,.0f} MB in all, {known.new_bytes / 1e6:,.0f} MB of it new"
    if known.price is not None:
        yield f"  price  {known.price:,.2f} for {known.chars_to_pay:,} characters"
    width = min(_WIDEST_NAME, max(len(share.speaker) for share in known.speakers))
    for share in known.speakers:
        lines = f"{share.lines:,} line{'s' * (share.lines != 1)}"
        yield f"  {share.speaker:<{width}}  {lines:>12}  {length_in_words(share.audio_s):>11}"
    if not found.is_measured:
        yield "This machine's speed was guessed from a few lines; after the first make it is known."


def _chapters(count: int) -> str:
    return f"{count} chapter{'s' * (count != 1)}"
