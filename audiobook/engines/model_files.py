"""What an engine needs besides packages: files that are fetched once and known to the last byte.

Knows names, sizes and digests; refuses to know where they are fetched from and what is in them.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import EngineMissingError
from audiobook.workspace.user_data import user_data_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """One file.

    Attributes:
        path: below the engine's folder and below its home alike, with slashes.
    """

    path: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSet:
    """All files of one engine.

    Attributes:
        name: the engine's.
        home: the address that each file's path is appended to.
        essential: how many of the files, from the first, nothing works without.
    """

    name: str
    home: str
    files: tuple[ModelFile, ...]
    essential: int = 1

    @property
    def size_bytes(self) -> int:
        """All files together."""
        return sum(file.size_bytes for file in self.files)


def model_folder(engine: str) -> Path:
    """Give the folder with an engine's files, shared by all books of this user, whether it is there or not."""
    return user_data_folder(os.environ, home=Path.home()) / "models" / engine


def is_there(file: ModelFile, folder: Path) -> bool:
    """Tell whether a file is in its place and as long as it must be; installing has proved its bytes."""
    try:
        return (folder / file.path).stat().st_size == file.size_bytes
    except OSError:
        return False


def require_files(models: ModelSet, folder: Path) -> None:
    """Make sure that an engine's essential files are there.

    Raises:
        EngineMissingError: one is not; the hint is the command that fetches it.
    """
    for file in models.files[: models.essential]:
        if not is_there(file, folder):
            raise EngineMissingError(
                f"the engine {models.name} is not installed: there is no {folder / file.path}",
                hint=f"audiobook engines install {models.name}",
            )
