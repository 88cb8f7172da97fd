"""`audiobook words`: names that a voice may say wrong."""

import json
from dataclasses import asdict

from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
    Quiet,
    Source,
    VoicesDir,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell

_MOST_CHAPTERS = 6


@command
def words(
    source: Source,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """List the book's uncommon names: how often and where they stand, and how they are pronounced."""
    from audiobook.production.script.word_list import list_words

    found = list_words(source, workspace(build_dir, voices_dir), name=book, progress=make_progress(quiet=quiet))
    if as_json:
        rows = [asdict(one.name) | {"respelling": one.said, "layer": one.layer} for one in found]
        tell(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    width = max((len(one.name.word) for one in found), default=0)
    for one in found:
        said = f"  {_shown(one.said)} ({one.layer})" if one.said is not None else ""
        place = f"line {one.name.first_line}, {_places(one.name.chapters)}"
        tell(f"{one.name.word:<{width}}  {one.name.count:>5}  {place}{said}")
    if not found and not quiet:
        show("There are no uncommon names in this book.")


def _shown(said: str) -> str:
    return said if said.startswith("/") else f'"{said}"'


def _places(chapters: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, chapters[:_MOST_CHAPTERS])) + ", ..." * (len(chapters) > _MOST_CHAPTERS)
    return f"chapter{'s' * (len(chapters) > 1)} {listed}"
