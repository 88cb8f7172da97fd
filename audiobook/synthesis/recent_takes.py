"""The takes that this process spoke last, still in memory: a chapter rendered right after it need not decode them.

Decides how many that are; refuses to know what they are wanted for. Equal keys mean equal sound, so one memory serves
every store and book of a process.
"""

from collections import deque
from dataclasses import dataclass
from functools import cache

from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.synthesis.take_store import TakeStore

_MAX_BYTES = 48_000_000
"""18 minutes at 22.05 kHz: most chapters, while a process stays far below 300 MB."""


class TakeMemory:
    """Keeps the latest takes, up to `max_bytes` of samples."""

    def __init__(self, max_bytes: int = _MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._takes: dict[str, tuple[Pcm, TakeFigures]] = {}
        self._order: deque[str] = deque()

    def keep(self, key: str, pcm: Pcm, figures: TakeFigures) -> None:
        """Remember a take, and forget the oldest ones where there is no more room."""
        if key in self._takes:
            return
        self._takes[key] = (pcm, figures)
        self._order.append(key)
        self._bytes += len(pcm.samples)
        while self._bytes > self._max_bytes:
            forgotten, _ = self._takes.pop(self._order.popleft())
            self._bytes -= len(forgotten.samples)

    def recall(self, key: str) -> tuple[Pcm, TakeFigures] | None:
        """Give a take and its figures, or None if it is not remembered."""
        return self._takes.get(key)


@cache
def take_memory() -> TakeMemory:
    """Give this process's own memory."""
    return TakeMemory()


@dataclass(frozen=True, slots=True)
class RecentTakes:
    """The takes of a store, read from memory where this very process spoke them lately; it may be sent to others."""

    store: TakeStore

    def figures(self, key: str) -> TakeFigures | None:
        """Give what is known of a take without its samples; None if the store has no such take."""
        remembered = take_memory().recall(key)
        return self.store.figures(key) if remembered is None else remembered[1]

    def read(self, key: str) -> Pcm:
        """Give a take's samples.

        Raises:
            TakeLostError: as `TakeStore.read`.
        """
        remembered = take_memory().recall(key)
        return self.store.read(key) if remembered is None else remembered[0]
