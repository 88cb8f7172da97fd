"""Putting an engine's files into their place: fetched from their home, or taken from what a person has.

A file appears under its name when its bytes are proved, never before; what is in place and proves right is not fetched
again. Refuses to know which engine it is for.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from audiobook.endpoints.downloading import Patience, download
from audiobook.engines.model_files import ModelFile, ModelSet, is_there
from audiobook.engines.model_sources import offered_files
from audiobook.engines.neural_models import file_digest
from audiobook.engines.part_file import PartFile, part_path
from audiobook.errors import EngineError, OutputError
from audiobook.workspace.files import describe, make_folder, open_atomically, remove_file, sweep_temporary_files
from audiobook.workspace.locks import hold_lock

_SPARE_BYTES = 64 << 20
"""Left on the disk when all is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """An engine's files and their place.

    Attributes:
        on_bytes: told how many bytes more are there, or fewer after a false start.
    """

    models: ModelSet
    folder: Path
    on_bytes: Callable[[int], None] = lambda _: None

    def missing(self) -> tuple[ModelFile, ...]:
        """List the files that are not there, or not right to the last byte.

        Raises:
            EngineError: one that is there cannot be read.
        """
        return tuple(file for file in self.models.files if not self._is_right(file))

    def lock(self, *, on_wait: Callable[[], None]) -> AbstractContextManager[None]:
        """Have a second installation of the same engine wait for the first."""
        return hold_lock(self.folder.with_suffix(".lock"), on_wait=on_wait)

    def _is_right(self, file: ModelFile) -> bool:
        return is_there(file, self.folder) and file_digest(self.folder / file.path) == file.sha256


def fetch(installation: Installation, files: Iterable[ModelFile], *, home: str, patience: Patience) -> None:
    """Download files; one that was cut off last time goes on from there.

    Args:
        home: what each file's path is appended to.

    Raises:
        EngineError: a file cannot be had, or is another one than the known.
        OutputError: the disk is too full, or cannot be written.
    """
    parts = [(file, PartFile(file, installation.folder, on_bytes=installation.on_bytes)) for file in files]
    _require_space(installation.folder, sum(file.size_bytes - part.size_bytes for file, part in parts))
    for file, part in parts:
        address = f"{home.rstrip('/')}/{file.path}"
        was_begun = part.size_bytes > 0
        download(address, part, size_bytes=file.size_bytes, patience=patience)
        try:
            part.finish()
        except EngineError:
            if not was_begun:
                raise
            download(address, part, size_bytes=file.size_bytes, patience=patience)  # the fault was in what was there
            part.finish()


def take(installation: Installation, files: Iterable[ModelFile], source: Path) -> tuple[ModelFile, ...]:
    """Copy files out of a folder, an archive or a single file, whatever they are called there; hold the lock.

    Returns:
        The files that were not found.

    Raises:
        UsageError: there is no such source.
        EngineError: it cannot be read.
        OutputError: the disk is too full, or cannot be written.
    """
    wanted = {file.sha256: file for file in files}
    make_folder(installation.folder)
    sweep_temporary_files(installation.folder)
    _require_space(installation.folder, sum(file.size_bytes for file in wanted.values()))
    for offered in offered_files(source, sizes={file.size_bytes for file in wanted.values()}):
        found = _take_if_wanted(offered, wanted, installation.folder)
        if found is not None:
            del wanted[found.sha256]
            installation.on_bytes(found.size_bytes)
        if not wanted:
            break
    return tuple(wanted.values())


def _take_if_wanted(offered: Iterable[bytes], wanted: Mapping[str, ModelFile], folder: Path) -> ModelFile | None:
    """Copy a file beside the others, and give it its name if it turns out to be one of them."""
    incoming = folder / "incoming"
    digest = hashlib.sha256()
    with open_atomically(incoming) as copy:
        for chunk in offered:
            digest.update(chunk)
            copy.write(chunk)
    file = wanted.get(digest.hexdigest())
    if file is None:
        remove_file(incoming)
        return None
    final = folder / file.path
    make_folder(final.parent)
    try:
        incoming.replace(final)
    except OSError as error:
        raise OutputError(f"{final}: cannot be written: {describe(error)}") from error
    remove_file(part_path(final))
    return file


def _require_space(folder: Path, needed_bytes: int) -> None:
    """Make sure that the disk will hold it all.

    Raises:
        OutputError: it will not.
    """
    make_folder(folder)
    free_bytes = shutil.disk_usage(folder).free
    if free_bytes < needed_bytes + _SPARE_BYTES:
        raise OutputError(
            f"{folder}: {needed_bytes / 1e6:.0f} MB are needed here, and {free_bytes / 1e6:.0f} MB are free",
            hint="free some space, or let AUDIOBOOK_DATA name a folder on another disk",
        )
