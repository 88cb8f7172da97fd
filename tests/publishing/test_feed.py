"""The feed, read by feedparser and podcastparser, and looked at as XML where they do not look."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import podcastparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiobook.publishing.bookshelf import PublishedBook, gather_book
from audiobook.publishing.feed import podcast_feed, season_of
from audiobook.publishing.plain_text import clean_text
from audiobook.publishing.site import list_resources
from tests.publishing.building import GUID, TAGS, make_book, make_identity, make_release

BASE = "https://example.org/books/"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"

NASTY_TITLES = (
    'It\'s “the” <End> & "more" ]]> 🐉',
    "Глава первая: Паром",
    "第一章 渡し船",
    "a\x00b\x0bc\x1b\ud800d\ufffee",
    "  two\n lines\t",
    "x" * 300,
    "e\u0301 \u202eright to left\u202c 👩‍👩‍👧",
    "&amp;&#0;<![CDATA[",
)


@pytest.fixture
def book(tmp_path: Path) -> PublishedBook:
    return make_book(tmp_path / "ferry", ("The Gate", "The Cellar", "The Attic"))


def channel_of(book: PublishedBook) -> ET.Element:
    channel = ET.fromstring(podcast_feed(book, base_url=BASE)).find("channel")
    assert channel is not None
    return channel


def text_of(parent: ET.Element, name: str) -> str:
    found = parent.find(name)
    assert found is not None
    return found.text or ""


def read_by_feedparser(data: bytes) -> Any:
    found = feedparser.parse(data)
    assert not found.bozo, found.get("bozo_exception")
    return found


def read_by_podcastparser(data: bytes) -> dict[str, Any]:
    import io

    return dict(podcastparser.parse(f"{BASE}ferry/feed.xml", io.BytesIO(data)))


def test_feedparser_reads_the_book_and_its_chapters(book: PublishedBook) -> None:
    found = read_by_feedparser(podcast_feed(book, base_url=BASE))
    assert (found.feed.title, found.feed.author, found.feed.language) == ("The Ferry", "A. Author", "en")
    assert found.feed.link == f"{BASE}ferry/"
    assert [entry.title for entry in found.entries] == ["1. The Gate", "2. The Cellar", "3. The Attic"]
    assert [entry.itunes_duration for entry in found.entries] == ["60", "120", "180"]
    assert [entry.itunes_episode for entry in found.entries] == ["1", "2", "3"]
    assert not any(entry.guidislink for entry in found.entries)


def test_podcastparser_reads_the_same(book: PublishedBook) -> None:
    found = read_by_podcastparser(podcast_feed(book, base_url=BASE))
    assert found["title"] == "The Ferry"
    assert found["cover_url"].startswith(f"{BASE}ferry/")
    assert found["type"] == "serial"
    assert found["explicit"] is False
    episodes = sorted(found["episodes"], key=lambda episode: int(episode["published"]))
    assert [episode["number"] for episode in episodes] == [1, 2, 3]
    assert [episode["total_time"] for episode in episodes] == [60, 120, 180]
    assert [len(episode["persons"]) for episode in episodes] == [2, 2, 2]
    assert all(episode["chapters_json_url"].endswith(".chapters.json") for episode in episodes)
    assert all(episode["transcript_url"].endswith(".vtt") for episode in episodes)


def test_every_address_of_the_feed_is_one_of_the_site(book: PublishedBook) -> None:
    resources = list_resources([book], base_url=BASE, pages=lambda _books, _url: ())
    feed = resources[book.feed_path].content
    assert isinstance(feed, bytes)
    addresses = re.findall(rb'(?:url|href)="([^"]+)"', feed) + re.findall(rb"<url>([^<]+)<", feed)
    paths = {address.decode("ascii").removeprefix(BASE) for address in addresses}
    assert len(paths) == 2 + 4 * 3
    assert paths <= set(resources)


def test_an_enclosure_has_its_true_length_and_a_version_in_its_address(book: PublishedBook) -> None:
    for item, chapter in zip(channel_of(book).iter("item"), book.chapters, strict=True):
        enclosure = item.find("enclosure")
        assert enclosure is not None
        assert int(enclosure.attrib["length"]) == (book.release.folder / chapter.released.file).stat().st_size
        assert chapter.released.audio_key[:12] in urlsplit(enclosure.attrib["url"]).path
        assert enclosure.attrib["type"] == "audio/mpeg"


def test_the_channel_says_what_podcast_apps_ask_for(book: PublishedBook) -> None:
    channel = channel_of(book)
    told = {
        "medium": "audiobook",
        "locked": "yes",
        "guid": GUID,
    }
    assert {name: text_of(channel, PODCAST + name) for name in told} == told
    assert text_of(channel, f"{ITUNES}type") == "serial"
    assert text_of(channel, f"{ITUNES}block") == "Yes"
    assert text_of(channel, f"{ITUNES}explicit") == "false"
    assert channel.find(f"{ITUNES}complete") is None
    assert channel.find(f"{ITUNES}category/{ITUNES}category") is not None
    assert channel.find(f"{ITUNES}owner") is None


def test_the_cast_are_persons_with_roles_of_the_taxonomy(book: PublishedBook) -> None:
    persons = [
        (person.text, person.get("group"), person.get("role"))
        for person in channel_of(book).findall(f"{PODCAST}person")
    ]
    assert persons == [
        ("A. Author", "writing", "author"),
        ("Ada", "cast", "narrator"),
        ("Robin as Lex", "cast", "voice actor"),
    ]


def test_a_chapter_names_only_those_who_speak_in_it(book: PublishedBook) -> None:
    item = next(channel_of(book).iter("item"))
    assert [person.text for person in item.findall(f"{PODCAST}person")] == ["A. Author", "Robin as Lex"]


def test_owner_and_explicit_are_said_where_they_are_known(tmp_path: Path) -> None:
    release = make_release(tmp_path / "ferry", tags=replace(TAGS, publisher="Ferry Press"))
    channel = channel_of(gather_book(release, make_identity(release), is_explicit=True))
    assert text_of(channel, f"{ITUNES}owner/{ITUNES}name") == "Ferry Press"
    assert text_of(channel, f"{ITUNES}explicit") == "true"


@pytest.mark.parametrize(
    ("part", "season"), [(None, 1), ("3", 3), ("03", 3), ("III", 1), ("0", 1), ("2.5", 1), ("²", 1)]
)
def test_the_season_is_the_part_of_the_series_if_that_is_a_number(part: str | None, season: int) -> None:
    assert season_of(replace(TAGS, series="Boats", series_part=part)) == season


def test_the_same_book_gives_the_same_bytes(book: PublishedBook) -> None:
    assert podcast_feed(book, base_url=BASE) == podcast_feed(book, base_url=BASE)


@pytest.mark.parametrize("title", NASTY_TITLES, ids=range(len(NASTY_TITLES)))
def test_any_title_survives_as_far_as_xml_can_hold_it(tmp_path: Path, title: str) -> None:
    tags = replace(TAGS, title=title, author=title, description=title)
    data = podcast_feed(make_book(tmp_path / "ferry", (title, "Two"), tags=tags), base_url=BASE)
    assert len(read_by_feedparser(data).entries) == 2  # it takes titles for HTML, so they are not compared
    channel = ET.fromstring(data).find("channel")
    assert channel is not None
    assert text_of(channel, "title") == clean_text(title)
    assert text_of(channel, "item/title") == clean_text(f"1. {title}")
    assert read_by_podcastparser(data)["title"].split() == clean_text(title).split()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(title=st.text(st.characters(), max_size=60), other=st.text(st.characters(), max_size=60))
def test_the_feed_is_well_formed_whatever_anything_is_called(book: PublishedBook, title: str, other: str) -> None:
    tags = replace(TAGS, title=title, author=other, description=other, language=title, series=title, publisher=other)
    chapters = tuple(replace(chapter, released=replace(chapter.released, title=title)) for chapter in book.chapters)
    odd = replace(book, release=replace(book.release, tags=tags), chapters=chapters)
    items = list(channel_of(odd).iter("item"))
    assert len(items) == len(chapters)
    assert len({text_of(item, "title") for item in items}) == len(items)
