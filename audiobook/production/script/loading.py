"""The script of a book, worked out once and kept until something it depends on changes.

A kept script is loaded without a single module of those that work one out.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from audiobook.casting.cast_file import read_cast
from audiobook.errors import AudiobookError, OutputError
from audiobook.model.cast import Cast
from audiobook.model.script import Script
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.progress import Progress
from audiobook.production.script.script_key import script_key
from audiobook.scripting.attribution.doubts import Doubts, weigh_lines
from audiobook.scripting.forms.saved_doubts import doubts_from_json, doubts_to_json
from audiobook.scripting.forms.saved_script import script_from_json, script_to_json
from audiobook.workspace.kept_text import keep_text, recall_text
from audiobook.workspace.paths import Workspace

_Kept = TypeVar("_Kept", Script, Doubts)


def read_script_of(
    source: Path, workspace: Workspace, *, name: str | None, second_opinion: str | None, progress: Progress
) -> Script:
    """Work out the script of a source with what its cast file says; nothing a person wrote is touched.

    Args:
        second_opinion: who is asked about doubtful lines; None leaves that to the cast file.

    Raises:
        UsageError: the book's cast file belongs to another source.
        ManuscriptError: the source cannot be read.
        CastError: the cast file cannot be read.
    """
    book, cast = _open(source, workspace, name=name, second_opinion=second_opinion)
    return load_script(book, cast, progress=progress)


def read_weighed_script_of(
    source: Path, workspace: Workspace, *, name: str | None, second_opinion: str | None, progress: Progress
) -> Script:
    """The same with the worth of every line: what asking a person about it would mend."""
    book, cast = _open(source, workspace, name=name, second_opinion=second_opinion)
    key = script_key(book, cast)
    script = _recall(book.workspace.script_cache(book.slug), key, script_from_json)
    doubts = _recall(book.workspace.doubts_cache(book.slug), key, doubts_from_json)
    if script is None or doubts is None:
        script, doubts = _write(book, cast, key, progress)
    return _hear(book, weigh_lines(script, doubts), cast, progress)


def _open(source: Path, workspace: Workspace, *, name: str | None, second_opinion: str | None) -> tuple[Book, Cast]:
    book = open_book(source, workspace, name=name)
    require_own_cast(book, named=name is not None)
    cast = read_cast(book.cast_path)
    if second_opinion is not None:
        cast = replace(cast, book=replace(cast.book, second_opinion=second_opinion))
    return book, cast


def load_script(book: Book, cast: Cast, *, progress: Progress) -> Script:
    """Return the book's script, from the cache if source, cast and program are as they were; speech is not weighed.

    Raises:
        ManuscriptError: the source cannot be read.
        EngineError: whoever is to give a second opinion cannot be asked at all.
    """
    key = script_key(book, cast)
    script = _recall(book.workspace.script_cache(book.slug), key, script_from_json)
    if script is None:
        script, _ = _write(book, cast, key, progress)
    return _hear(book, script, cast, progress)


def renew_script(source: Path, workspace: Workspace, *, name: str | None, progress: Progress) -> None:
    """Work out the script as the cast file has it now, so that whoever wants it next need not wait.

    Whoever is asked for second opinions is not asked for this.

    Raises:
        AudiobookError: as `read_script_of`.
    """
    book, cast = _open(source, workspace, name=name, second_opinion=None)
    key = script_key(book, cast)
    if _recall(book.workspace.script_cache(book.slug), key, script_from_json) is None:
        _write(book, cast, key, progress)


def _hear(book: Book, script: Script, cast: Cast, progress: Progress) -> Script:
    if cast.book.second_opinion is None:
        return script
    from audiobook.production.script.second_opinions import hear_second_opinion

    return hear_second_opinion(book, script, cast, progress=progress)


def _write(book: Book, cast: Cast, key: str, progress: Progress) -> tuple[Script, Doubts]:
    """Write the script and keep it."""
    from audiobook.production.script.writing import write_book_script

    script, doubts = write_book_script(book, cast, progress=progress)
    with suppress(OutputError):  # the caches save time and nothing else; commands that only print need no disk
        keep_text(book.workspace.script_cache(book.slug), script_to_json(script), key=key)
        keep_text(book.workspace.doubts_cache(book.slug), doubts_to_json(doubts), key=key)
    return script, doubts


def _recall(path: Path, key: str, read: Callable[[str], _Kept]) -> _Kept | None:
    """Return what is stored with this key; anything odd about the file means that it is made again."""
    text = recall_text(path, key=key)
    try:
        return None if text is None else read(text)
    except AudiobookError:
        return None
