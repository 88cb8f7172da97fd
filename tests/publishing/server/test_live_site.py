from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from audiobook.errors import OutputError, UsageError
from audiobook.publishing.resource import Resource, resource_of_bytes
from audiobook.publishing.server.live_site import LOOK_EVERY_S, MOST_ORIGINS, LiveSite, Source
from tests.publishing.server.conftest import MODIFIED

BASE = "http://localhost/"


@dataclass(slots=True)
class Disk:
    """Books that are a word; a fingerprint that is the same word; a clock that a test sets."""

    word: str = "first"
    now_s: float = 100.0
    load_fails: bool = False
    listing_fails: bool = False
    loads: int = 0
    listings: int = 0
    told: list[str] = field(default_factory=list)

    def load(self) -> str:
        self.loads += 1
        if self.load_fails:
            raise OutputError("it is damaged")
        return self.word

    def list_resources(self, books: str, base_url: str) -> Mapping[str, Resource]:
        self.listings += 1
        if self.listing_fails:
            raise UsageError("two are the same")
        page = resource_of_bytes(
            "index.html", f"{books} {base_url}".encode(), media_type="text/html", modified=MODIFIED
        )
        return {page.path: page}

    def site(self) -> LiveSite[str]:
        return LiveSite(
            Source(
                fingerprint=lambda: self.word,
                load=self.load,
                list_resources=self.list_resources,
                report=self.told.append,
                clock=lambda: self.now_s,
            )
        )

    def change(self, word: str) -> None:
        self.word = word
        self.now_s += 2 * LOOK_EVERY_S


def page(resources: Mapping[str, Resource]) -> object:
    return resources["index.html"].content


def test_nothing_is_read_twice_while_nothing_changes() -> None:
    disk = Disk()
    site = disk.site()
    for _ in range(5):
        disk.now_s += 2 * LOOK_EVERY_S
        assert page(site.resources(BASE)) == b"first http://localhost/"
    assert (disk.loads, disk.listings) == (1, 1)


def test_a_change_is_seen_at_the_next_look() -> None:
    disk = Disk()
    site = disk.site()
    site.resources(BASE)
    disk.word = "second"
    assert page(site.resources(BASE)) == b"first http://localhost/"
    disk.now_s += LOOK_EVERY_S
    assert page(site.resources(BASE)) == b"second http://localhost/"


def test_a_look_out_of_turn_sees_it_at_once() -> None:
    disk = Disk()
    site = disk.site()
    site.resources(BASE)
    disk.word = "second"
    assert page(site.resources_right_now(BASE)) == b"second http://localhost/"


def test_books_that_cannot_be_read_leave_those_before() -> None:
    disk = Disk()
    site = disk.site()
    disk.load_fails = True
    disk.change("second")
    assert page(site.resources(BASE)) == b"first http://localhost/"
    assert disk.told == ["it is damaged; what was there before is served on"]


def test_books_that_do_not_go_together_leave_the_site_as_it_was_until_they_do() -> None:
    disk = Disk()
    site = disk.site()
    site.resources(BASE)
    disk.listing_fails = True
    for word in ("second", "third"):
        disk.change(word)
        assert page(site.resources(BASE)) == b"first http://localhost/"
    assert disk.told == ["two are the same; what was there before is served on"] * 2
    with pytest.raises(UsageError):
        site.resources("http://127.0.0.1/")
    disk.listing_fails = False
    disk.change("fourth")
    assert page(site.resources(BASE)) == b"fourth http://localhost/"


def test_listings_are_kept_for_a_few_names_only() -> None:
    disk = Disk()
    site = disk.site()
    for number in range(3 * MOST_ORIGINS):
        site.resources(f"http://10.0.0.{number}/")
    site.resources("http://10.0.0.23/")
    assert disk.listings == 3 * MOST_ORIGINS
    site.resources("http://10.0.0.0/")
    assert disk.listings == 3 * MOST_ORIGINS + 1
