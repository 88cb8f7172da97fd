"""What the package file says about the book (Dublin Core, EPUB 3 refinements, calibre's own names)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audiobook.reading.documents.extracted import DocumentFacts
from audiobook.reading.documents.parsing import Element, local_name, text_of
from audiobook.reading.epub.package import Package

_TAG = re.compile(r"<[^<>]{0,500}>")
_BREAK = re.compile(r"</?(?:p|br|div|li)\b[^<>]{0,200}>", re.IGNORECASE)
_NOBODY = frozenset({"unknown", "unknown author", "n/a"})
"""What programs write where they know no author."""
_AUTHOR_ROLES = frozenset({"aut", "author", ""})


@dataclass(frozen=True, slots=True)
class _Said:
    """A line of the metadata with what other lines say about it."""

    text: str
    element: Element
    refinements: dict[str, str]

    def about(self, what: str) -> str:
        """Give a refinement or an attribute, whatever its namespace; empty if there is none."""
        attributes = {key.rpartition("}")[2]: value for key, value in self.element.attrib.items()}
        return (self.refinements.get(what) or attributes.get(what) or "").strip()


def read_metadata(package: Package) -> DocumentFacts:
    """Read title, authors, language, series and the rest; the cover is found elsewhere."""
    if package.metadata is None:
        return DocumentFacts()
    lines = list(package.metadata.iter())
    creators = list(_said(lines, "creator"))
    named = [each for each in creators if each.text.casefold() not in _NOBODY]
    authors = [each.text for each in named if each.about("role").lower() in _AUTHOR_ROLES]
    series, index = _series(lines)
    return DocumentFacts(
        title=_title(lines),
        authors=tuple(dict.fromkeys(authors or [each.text for each in named])),
        language=next((each.text for each in _said(lines, "language")), None),
        series=series,
        series_index=index,
        publisher=next((each.text for each in _said(lines, "publisher")), None),
        date=_date(lines),
        identifier=_identifier(lines, package.unique_identifier),
        description=next((_plain(each.text) for each in _said(lines, "description")), None),
    )


def _said(lines: Sequence[Element], name: str) -> Iterator[_Said]:
    for element in lines:
        text = text_of(element)
        if local_name(element) == name and text:
            yield _Said(text, element, _refinements(lines, element.get("id")))


def _refinements(lines: Sequence[Element], id_: str | None) -> dict[str, str]:
    if not id_:
        return {}
    return {
        (element.get("property") or "").rpartition(":")[2]: text_of(element)
        for element in lines
        if element.get("refines") == f"#{id_}"
    }


def _title(lines: Sequence[Element]) -> str | None:
    titles = list(_said(lines, "title"))
    main = next((each.text for each in titles if each.about("title-type") == "main"), None)
    return main or next((each.text for each in titles if each.about("title-type") in {"", "main"}), None)


def _date(lines: Sequence[Element]) -> str | None:
    dates = [each for each in _said(lines, "date") if each.about("event") != "modification"]
    published = next((each.text for each in dates if "publication" in each.about("event")), None)
    return published or next((each.text for each in dates), None)


def _identifier(lines: Sequence[Element], unique: str | None) -> str | None:
    found = list(_said(lines, "identifier"))
    return next((each.text for each in found if each.element.get("id") == unique), None) or next(
        (each.text for each in found), None
    )


def _series(lines: Sequence[Element]) -> tuple[str | None, str | None]:
    named = {element.get("name"): element.get("content") for element in lines if element.get("name")}
    if named.get("calibre:series"):
        return named["calibre:series"], _number(named.get("calibre:series_index"))
    for element in lines:
        if element.get("property") == "belongs-to-collection" and text_of(element):
            about = _refinements(lines, element.get("id"))
            if about.get("collection-type", "series") == "series":
                return text_of(element), _number(about.get("group-position"))
    return None, None


def _number(written: str | None) -> str | None:
    """Write calibre's "2.0" as "2"."""
    return re.sub(r"\.0+$", "", written.strip()) or None if written else None


def _plain(description: str) -> str:
    """Take the markup off a description, which is often HTML inside the XML."""
    if "<" not in description:
        return description
    return " ".join(_TAG.sub("", _BREAK.sub(" ", description)).split())
