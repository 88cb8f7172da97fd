"""What the head of a page says about its book."""

import re
from collections.abc import Mapping
from dataclasses import replace

from audiobook.reading.documents.extracted import DocumentFacts
from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.html.story_archives import recognise_archive

_AUTHOR = ("author", "dc.creator", "dcterms.creator", "citation_author", "book:author", "article:author")
_TITLE = ("dc.title", "dcterms.title", "og:title", "citation_title")
_DESCRIPTION = ("description", "dc.description", "og:description")
_DATE = ("dc.date", "dcterms.issued", "article:published_time", "date")
_GUTENBERG = re.compile(r"^The Project Gutenberg E-?Book of |\s*\|\s*Project Gutenberg$", re.IGNORECASE)
_LIBRARY_NAME = re.compile(r"(?P<family>[^,]+), (?P<given>[^,]+), [\d?]{0,4}\??-[\d?]{0,4}\??")
_PUBLISHER = ("dc.publisher", "dcterms.publisher")


def read_facts(root: Element) -> DocumentFacts:
    """Read title, author, language and the like; an archive's own page about the story wins."""
    said = _metas(root)
    title = next(root.iter("title"), None)
    written = DocumentFacts(
        title=_GUTENBERG.sub("", _first(said, _TITLE) or (text_of(title) if title is not None else "")) or None,
        authors=tuple(_name_in_order(name) for name in (_first(said, _AUTHOR),) if name and "://" not in name),
        language=_language(root),
        description=_first(said, _DESCRIPTION),
        date=_first(said, _DATE),
        publisher=_first(said, _PUBLISHER),
    )
    found = recognise_archive(root).facts
    return replace(
        written,
        title=found.title or written.title,
        authors=found.authors or written.authors,
        language=written.language or found.language,
        series=found.series,
        series_index=found.series_index,
        publisher=found.publisher or written.publisher,
    )


def _metas(root: Element) -> Mapping[str, str]:
    said: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        value = " ".join((element.get("content") or "").split())
        if name and value:
            said.setdefault(name, value)
    return said


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _name_in_order(written: str) -> str:
    """Write a library's "Moss, Ada, 1850-1910" as "Ada Moss"; other names stay."""
    match = _LIBRARY_NAME.fullmatch(written)
    return f"{match['given']} {match['family']}" if match else written


def _language(root: Element) -> str | None:
    for element in (root, next(root.iter("body"), root)):
        language = (element.get("lang") or "").strip()
        if language:
            return language
    return None
