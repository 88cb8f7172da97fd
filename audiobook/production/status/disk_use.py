"""How much disk a book uses."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from audiobook.production.recording.planned_book import PlannedBook
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.files import size_of
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskUse:
    """Bytes on disk.

    Attributes:
        takes_bytes: of the takes this book uses as it is now; other books may use some of them as well.
        release_bytes: of everything in the book's folder.
        other_bytes: of what is kept so that the next run is quicker.
    """

    takes_bytes: int
    release_bytes: int
    other_bytes: int


def measure_disk_use(plan: PlannedBook, workspace: Workspace, keys: Collection[str]) -> DiskUse:
    """Measure a book.

    Args:
        keys: of its takes.
    """
    store = TakeStore(workspace.takes_folder)
    sounds = {sound.key for sound in plan.own_sounds}
    caches = (
        workspace.script_cache,
        workspace.doubts_cache,
        workspace.passages_cache,
        workspace.recipes_cache,
        workspace.sketches_cache,
    )
    folders = (plan.book_files.parts_folder, plan.ingredients_folder)
    return DiskUse(
        takes_bytes=sum(size_of(store.path(key)) for key in {*keys, *sounds}),
        release_bytes=size_below(plan.settings.folder),
        other_bytes=sum(size_of(cache(plan.slug)) for cache in caches) + sum(map(size_below, folders)),
    )


def size_below(folder: Path) -> int:
    """Add up all files below a folder."""
    return sum(size_of(path) for path in folder.rglob("*") if path.is_file())
