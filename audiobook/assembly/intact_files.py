"""Which files of a release are still what was made, looked at once and side by side with other work.

Digesting leaves Python to others meanwhile, so this costs threads and no processes. Knows files as they were when it
was asked to look; whoever changes one afterwards knows better.
"""

import os
from concurrent.futures import Future, ThreadPoolExecutor

from audiobook.assembly.release_plan import is_intact, released_files
from audiobook.model.release import Release, ReleasedChapter, ReleasedExtra

_MOST_THREADS = 4


class IntactFiles:
    """Begins to look at every file of a release.

    Args:
        release: None if there is none.
    """

    def __init__(self, release: Release | None) -> None:
        self._looks: dict[tuple[str, str], Future[bool]] = {}  # by name and digest: two files may be alike
        if release is None:
            return
        threads = ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1), thread_name_prefix="intact")
        for released in reversed(released_files(release)):  # the whole book's files, which take longest, come first
            self._looks[_which(released)] = threads.submit(is_intact, release.folder, released)
        threads.shutdown(wait=False)

    def has(self, released: ReleasedChapter | ReleasedExtra) -> bool:
        """Say whether a file is what was made; waits until it has been looked at."""
        look = self._looks.get(_which(released))
        return look is not None and look.result()


def _which(released: ReleasedChapter | ReleasedExtra) -> tuple[str, str]:
    return released.file, released.sha256
