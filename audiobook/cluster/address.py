"""Where a cluster is, as a person names it."""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterAddress:
    """A cluster, and how its takes come back.

    Attributes:
        scheduler: such as "tcp://192.168.1.10:8786".
        take_store: URL of a folder that this machine and all workers reach, as fsspec reads it; None if takes come back
            through the scheduler.
    """

    scheduler: str
    take_store: str | None = None


def absolute_url(folder: str) -> str:
    """Name a folder so that it means the same to other processes: a path without a scheme starts from where we are."""
    return folder if "://" in folder else f"file://{Path(folder).absolute().as_posix()}"


def without_password(url: str) -> str:
    """Show a URL as messages may: without what stands before an @."""
    return re.sub(r"//[^/@]*@", "//", url)
