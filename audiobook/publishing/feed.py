"""A book's podcast feed: RSS 2.0 with the iTunes and podcast namespaces.

RSS: https://www.rssboard.org/rss-specification · iTunes: https://podcasters.apple.com/support/823-podcast-requirements
· podcast: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md

Knows what a feed says; refuses to know who reads it. The same book under the same address gives the same bytes.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from audiobook.model.release import BookTags
from audiobook.publishing.bookshelf import PublishedBook, PublishedChapter
from audiobook.publishing.people import Person, people_of_book, people_of_chapter
from audiobook.publishing.plain_text import clean_text
from audiobook.publishing.resource import Resource

_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    # The same namespace by its earlier name, the only one that gPodder knows; what it reads is said under both.
    "xmlns:early": "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
}
_CATEGORY, _SUBCATEGORY = "Arts", "Books"
_WHOLE_NUMBER = re.compile(r"0*([1-9][0-9]{0,3})")


def podcast_feed(book: PublishedBook, *, base_url: str) -> bytes:
    """Write the feed of a book.

    Args:
        book: with at least one chapter.
        base_url: absolute address of the site's root, ending in "/".
    """
    rss = ET.Element("rss", {"version": "2.0", **_NAMESPACES})
    channel = ET.SubElement(rss, "channel")
    _describe_book(channel, book, base_url)
    for chapter in book.chapters:
        _describe_chapter(ET.SubElement(channel, "item"), book, chapter, base_url)
    ET.indent(rss, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(rss, encoding="unicode").encode() + b"\n"


def address_of(resource: Resource, *, base_url: str) -> str:
    """The absolute address of a resource, in ASCII."""
    return base_url + quote(resource.path)


def chapter_guid(book: PublishedBook, chapter: PublishedChapter) -> str:
    """What podcast apps know a chapter by: made from ids only, so that it outlives files, titles and addresses."""
    return f"{book.identity.id}#{chapter.identity.id}"


def numbered_title(chapter: PublishedChapter) -> str:
    """A chapter's title as an episode has it.

    The number in front makes it unique: AntennaPod drops a second item with the same title, day and length.
    """
    return f"{chapter.released.number}. {chapter.released.title}"


def _describe_book(channel: ET.Element, book: PublishedBook, base_url: str) -> None:
    tags = book.release.tags
    page, cover = base_url + quote(book.page_path), address_of(book.cover, base_url=base_url)
    _add(channel, "title", tags.title)
    _add(channel, "link", page)
    _add(channel, "description", tags.description or f"{tags.title} by {tags.author}: an audiobook with a full cast.")
    _add(channel, "language", tags.language)
    _add(channel, "generator", "audiobook")
    _add(channel, "pubDate", _date(max(chapter.identity.first_published for chapter in book.chapters)))
    _add(channel, "atom:link", href=base_url + quote(book.feed_path), rel="self", type="application/rss+xml")
    image = ET.SubElement(channel, "image")
    for name, text in (("url", cover), ("title", tags.title), ("link", page)):
        _add(image, name, text)
    _add_itunes(channel, book, cover)
    _add(channel, "podcast:guid", book.identity.podcast_guid or "")
    _add(channel, "podcast:medium", "audiobook")
    _add(channel, "podcast:locked", "yes")
    _add_people(channel, "podcast", people_of_book(book.release))


def _add_itunes(channel: ET.Element, book: PublishedBook, cover: str) -> None:
    tags = book.release.tags
    _add(channel, "itunes:author", tags.author)
    _add(channel, "itunes:image", href=cover)
    category = ET.SubElement(channel, "itunes:category", {"text": _CATEGORY})
    ET.SubElement(category, "itunes:category", {"text": _SUBCATEGORY})
    if tags.publisher:
        _add(ET.SubElement(channel, "itunes:owner"), "itunes:name", tags.publisher)
    _add(channel, "itunes:explicit", _explicit(book))
    _add(channel, "itunes:type", "serial")
    _add(channel, "itunes:block", "Yes")


def _describe_chapter(item: ET.Element, book: PublishedBook, chapter: PublishedChapter, base_url: str) -> None:
    tags = book.release.tags
    _add(item, "title", numbered_title(chapter))
    _add(item, "link", f"{base_url}{quote(book.page_path)}#{quote(chapter.identity.id)}")
    _add(item, "description", f"{tags.title} by {tags.author}: {chapter.released.title}")
    _add(item, "guid", chapter_guid(book, chapter), isPermaLink="false")
    _add(item, "pubDate", _date(chapter.identity.first_published))
    audio = chapter.audio
    enclosure = {"url": address_of(audio, base_url=base_url), "length": str(audio.size_bytes), "type": audio.media_type}
    _add(item, "enclosure", **enclosure)
    _add(item, "itunes:duration", str(max(1, round(chapter.length_s))))
    _add(item, "itunes:season", str(season_of(tags)))
    _add(item, "itunes:episode", str(chapter.released.number))
    _add(item, "itunes:episodeType", "full")
    _add(item, "itunes:explicit", _explicit(book))
    people = people_of_chapter(book.release, chapter.released)
    _add_files(item, "podcast", tags, (chapter.scenes, chapter.captions, chapter.transcript), base_url)
    _add_people(item, "podcast", people)
    _add_files(item, "early", tags, (chapter.scenes, chapter.captions), base_url)
    _add_people(item, "early", people)


def _add_files(item: ET.Element, prefix: str, tags: BookTags, files: Sequence[Resource], base_url: str) -> None:
    """Add a chapter's scenes, which come first, and its transcripts."""
    scenes, *transcripts = files
    _add(item, f"{prefix}:chapters", url=address_of(scenes, base_url=base_url), type=scenes.media_type)
    for file in transcripts:
        address = address_of(file, base_url=base_url)
        _add(item, f"{prefix}:transcript", url=address, type=file.media_type, language=tags.language)


def season_of(tags: BookTags) -> int:
    """The part of its series that a book is, if it is a whole number, else 1."""
    number = _WHOLE_NUMBER.fullmatch((tags.series_part or "").strip())
    return int(number[1]) if number else 1


def _add_people(parent: ET.Element, prefix: str, people: Iterable[Person]) -> None:
    for person in people:
        _add(parent, f"{prefix}:person", person.name, group=person.group, role=person.role)


def _explicit(book: PublishedBook) -> str:
    return "true" if book.is_explicit else "false"


def _date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    cleaned = {key: clean_text(value) for key, value in attributes.items()}
    ET.SubElement(parent, name, cleaned).text = clean_text(text) or None
