"""What the site consists of now: a book made again, a new one, one that is gone, without a restart.

Knows when to look again; refuses to know what is looked at.
"""

import threading
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from audiobook.errors import AudiobookError
from audiobook.publishing.resource import Resource

LOOK_EVERY_S = 1.0
MOST_ORIGINS = 8
"""Listings kept: one for each name that clients use for this computer."""

Books = TypeVar("Books")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Generic[Books]):
    """Where a site comes from.

    Attributes:
        fingerprint: cheap; differs once anything may have changed.
        load: reads the books.
        list_resources: lays them out, given what their links begin with; keyed by path.
        report: tells the person something in a sentence.
    """

    fingerprint: Callable[[], Hashable]
    load: Callable[[], Books]
    list_resources: Callable[[Books, str], Mapping[str, Resource]]
    report: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic


@dataclass(slots=True)
class LiveSite(Generic[Books]):
    """The site as of now; may be asked from several threads."""

    source: Source[Books]
    _books: Books = field(init=False)
    _fingerprint: Hashable = None
    _looked_at: float = float("-inf")
    _listings: dict[str, Mapping[str, Resource]] = field(default_factory=dict)
    _listings_before: dict[str, Mapping[str, Resource]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """Load the books for the first time."""
        self._fingerprint = self.source.fingerprint()
        self._books = self.source.load()
        self._looked_at = self.source.clock()

    def resources(self, base_url: str) -> Mapping[str, Resource]:
        """List what there is, looking for changes if the last look is a while ago.

        Raises:
            AudiobookError: the books cannot be laid out.
        """
        with self._lock:
            if self.source.clock() - self._looked_at >= LOOK_EVERY_S:
                self._look_again()
            return self._listing(base_url)

    def resources_right_now(self, base_url: str) -> Mapping[str, Resource]:
        """List what there is after a look that was not due: something on the disk is not as it was listed.

        Raises:
            AudiobookError: as `resources`.
        """
        with self._lock:
            self._look_again()
            return self._listing(base_url)

    def _look_again(self) -> None:
        """Load the books again if they changed; while that fails, those loaded last stay."""
        self._looked_at = self.source.clock()
        fingerprint = self.source.fingerprint()
        if fingerprint == self._fingerprint:
            return
        self._fingerprint = fingerprint
        try:
            self._books = self.source.load()
        except AudiobookError as error:
            self.source.report(f"{error.message}; what was there before is served on")
            return
        self._listings_before, self._listings = self._listings or self._listings_before, {}

    def _listing(self, base_url: str) -> Mapping[str, Resource]:
        listing = self._listings.pop(base_url, None)
        if listing is None:
            listing = self._lay_out(base_url)
        self._listings[base_url] = listing  # at the end: the one used longest ago goes first
        while len(self._listings) > MOST_ORIGINS:
            del self._listings[next(iter(self._listings))]
        return listing

    def _lay_out(self, base_url: str) -> Mapping[str, Resource]:
        """List the books; if they do not go together, such as two that are copies, what was listed before stays."""
        try:
            return self.source.list_resources(self._books, base_url)
        except AudiobookError as error:
            before = self._listings_before.get(base_url)
            if before is None:
                raise
            self.source.report(f"{error.message}; what was there before is served on")
            return before
