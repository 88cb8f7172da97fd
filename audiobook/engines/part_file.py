"""A file that grows under another name until all of it is there, and is its own only then.

What was cut off stays, so that the next try goes on from there; what turns out wrong goes. Refuses to know where the
bytes come from.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from audiobook.engines.model_files import ModelFile
from audiobook.errors import EngineError, OutputError
from audiobook.workspace.files import describe, make_folder, remove_file


def part_path(final: Path) -> Path:
    """Where a file is while it is not finished."""
    return final.with_name(f"{final.name}.part")


class PartFile:
    """The unfinished `NAME.part` beside a file's own place.

    Args:
        file: what it will be.
        folder: the engine's.
        on_bytes: told how many bytes more are there, or fewer, counted from none.

    Raises:
        OutputError: the folder cannot be made, or the part not be looked at.
    """

    def __init__(self, file: ModelFile, folder: Path, *, on_bytes: Callable[[int], None]) -> None:
        self._file = file
        self._on_bytes = on_bytes
        self._final = folder / file.path
        self.path = part_path(self._final)
        make_folder(self.path.parent)
        self.size_bytes = self._size()
        on_bytes(self.size_bytes)
        if self.size_bytes > file.size_bytes:
            self.restart()

    def append(self, data: bytes) -> None:
        """Add what comes next, and see that it leaves this process, so that a crash loses none of it.

        Raises:
            OutputError: it cannot be written.
        """
        try:
            with self.path.open("ab") as part:
                part.write(data)
        except OSError as error:
            raise OutputError(
                f"{self.path}: cannot be written: {describe(error)}", hint="free some space, then run it again"
            ) from error
        self.size_bytes += len(data)
        self._on_bytes(len(data))

    def restart(self) -> None:
        """Throw away what is there."""
        remove_file(self.path)
        self._on_bytes(-self.size_bytes)
        self.size_bytes = 0

    def finish(self) -> None:
        """Prove the bytes and let the file take its place; one that is wrong is thrown away.

        Raises:
            EngineError: it is another file than the one that is known.
            OutputError: it cannot be read or moved.
        """
        try:
            with self.path.open("rb") as part:
                found = hashlib.file_digest(part, "sha256").hexdigest()
            if found == self._file.sha256:
                self.path.replace(self._final)
                return
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be read or moved: {describe(error)}") from error
        self.restart()
        raise EngineError(
            f"what came for {self._file.path} is another file: its sha256 is {found[:16]}…, "
            f"not {self._file.sha256[:16]}…",
            hint="it was thrown away; run the same command again, or use --from with the right files",
        )

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be looked at: {describe(error)}") from error
