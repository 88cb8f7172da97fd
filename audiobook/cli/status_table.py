"""The state of books, for people and for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from audiobook.production.status.book_status import BookStatus
from audiobook.production.status.comparing import Change, ChangedLine
from audiobook.production.status.disk_use import DiskUse
from audiobook.production.status.file_status import FileState, FileStatus
from audiobook.production.status.pruning import Pruned

_LONGEST_LINE = 70


def as_rows(books: Sequence[BookStatus], *, most_lines: int | None) -> Iterator[str]:
    """Tell the state of each book.

    Args:
        most_lines: of each chapter, so many changed lines are shown; None for all.
    """
    for book in books:
        if book.error is None:
            yield from _rows_of_book(book, most_lines)


def pruned_row(pruned: Pruned) -> str:
    """Say what was removed."""
    removed, kept = megabytes(pruned.removed_bytes), megabytes(pruned.kept_bytes)
    if not pruned.removed_takes:
        return f"Nothing to remove: all {pruned.kept_takes:,} spoken lines ({kept}) are in use."
    return (
        f"Removed {pruned.removed_takes:,} spoken lines that no book uses ({removed}); "
        f"{pruned.kept_takes:,} stay ({kept})."
    )


def as_document(books: Sequence[BookStatus], pruned: Pruned | None) -> dict[str, object]:
    """Give the same as values that JSON can hold."""
    return {
        "books": [_book_as_document(book) for book in books],
        "pruned": asdict(pruned) if pruned is not None else None,
    }


def megabytes(size_bytes: int) -> str:
    """Write a size as people read it."""
    return f"{size_bytes / 1e9:.2f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.1f} MB"


def _book_as_document(book: BookStatus) -> dict[str, object]:
    return {
        "source": str(book.source),
        "book": book.book,
        "title": book.title,
        "folder": str(book.folder) if book.folder else None,
        "fresh": book.is_fresh,
        "lines_to_speak": book.lines_to_speak,
        "files": [asdict(file) for file in book.files],
        "disk": asdict(book.disk) if book.disk else None,
        "error": book.error.message if book.error else None,
        "exit_code": book.error.exit_code if book.error else 0,
    }


def _rows_of_book(book: BookStatus, most_lines: int | None) -> Iterator[str]:
    stale = sum(file.state is not FileState.FRESH for file in book.files)
    state = "all is up to date" if book.is_fresh else f"{stale} of {len(book.files)} files would change"
    to_speak = f", {_count(book.lines_to_speak, 'line')} to speak" if book.lines_to_speak else ""
    yield f"{book.title} ({book.book}): {state}{to_speak}"
    for file in book.files:
        yield f"  {file.file}: {file.state}"
        yield from (f"      {row}" for row in _reasons(file, most_lines))
    if book.disk is not None:
        yield f"  {_disk(book.disk)}"


def _reasons(file: FileStatus, most_lines: int | None) -> Iterator[str]:
    yield from map(_change, file.changes)
    for kind, alike in _grouped(file.lines):
        yield f"{_count(len(alike), 'line')}: {kind}"
        for line in alike[:most_lines]:
            yield f"    {line.speaker}: {_shortened(line.text)}"
        if most_lines is not None and len(alike) > most_lines:
            yield f"    and {len(alike) - most_lines} more (--lines lists them)"


def _grouped(lines: Sequence[ChangedLine]) -> list[tuple[str, list[ChangedLine]]]:
    """Put lines together that changed in the same way; other words are told by themselves."""

    def kind(line: ChangedLine) -> str:
        return "; ".join(_change(change) for change in line.changes)

    ordered = sorted(lines, key=kind)
    return [(name, list(alike)) for name, alike in groupby(ordered, key=kind)]


def _change(change: Change) -> str:
    if change.before is None and change.after is None:
        return change.what
    before, after = (_shortened(value) if value is not None else "none" for value in (change.before, change.after))
    return f"{change.what}: {before} -> {after}"


def _disk(disk: DiskUse) -> str:
    takes, release, other = map(megabytes, (disk.takes_bytes, disk.release_bytes, disk.other_bytes))
    return f"on disk: {release} finished, {takes} spoken lines, {other} kept to be quicker next time"


def _shortened(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST_LINE else f"{folded[: _LONGEST_LINE - 1]}…"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
