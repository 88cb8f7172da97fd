"""Reads an EPUB: its texts in reading order, what it says about itself, and its table of contents."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audiobook.reading.archives import Archive, open_archive
from audiobook.reading.documents.extracted import DocumentFacts, ExtractedDocument, ExtractedMember
from audiobook.reading.documents.parsing import Element, parse_page, text_of
from audiobook.reading.epub.contents import outline_of, read_contents, read_landmarks
from audiobook.reading.epub.cover import find_cover
from audiobook.reading.epub.matter import matter_reason
from audiobook.reading.epub.metadata import read_metadata
from audiobook.reading.epub.package import Package, SpineEntry, find_package, read_package
from audiobook.reading.epub.places import resolve
from audiobook.reading.epub.protection import refuse_protection
from audiobook.reading.html.extracting import extract_page
from audiobook.reading.html.story_archives import recognise_archive
from audiobook.reading.html.styles import StyleSheet
from audiobook.reading.html.survey import Survey, survey

_TITLE_PAGES = 3
"""So many texts at the beginning may be the cover and the title page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text looked through; its tree is built again when its turn comes, so that only one is in memory at a time."""

    entry: SpineEntry
    data: bytes
    survey: Survey
    words: int
    linked_words: int


def read_epub(path: Path) -> ExtractedDocument:
    """Draw out an EPUB.

    Raises:
        ManuscriptError: it is broken, copy-protected, or beyond the limits of archives and parsers.
    """
    with open_archive(path) as archive:
        member = find_package(archive, path=path)
        refuse_protection(archive, [member], path=path)
        package, missing = _without_missing(read_package(archive, member, path=path), archive)
        refuse_protection(archive, [entry.item.member for entry in package.spine], path=path)
        members = _read_texts(archive, package, path=path)
        tables = read_contents(archive, package, path=path)
        outlines = [outline_of(table, members) for table in tables]
        facts = replace(_read_facts(archive, package, path=path), cover=find_cover(archive, package, path=path))
    return ExtractedDocument(
        members=tuple(members.values()),
        facts=facts,
        outline=max(outlines, key=_places, default=()),
        warnings=tuple(f"{path}: {name} is missing in it; the rest is read without it" for name in missing),
    )


def _without_missing(package: Package, archive: Archive) -> tuple[Package, list[str]]:
    """Take texts out of the reading order that are not there, unless none is; also give their names."""
    missing = [entry.item.member for entry in package.spine if entry.item.member not in archive]
    there = tuple(entry for entry in package.spine if entry.item.member in archive)
    return (replace(package, spine=there), missing) if there else (package, [])


def _read_facts(archive: Archive, package: Package, *, path: Path) -> DocumentFacts:
    """Read what the package says of the book; its series perhaps from the title page that a story archive made."""
    facts = read_metadata(package)
    for entry in package.spine[:_TITLE_PAGES] if facts.series is None else ():
        root = parse_page(archive.read(entry.item.member), name=f"{path}/{entry.item.member}")
        found = recognise_archive(root).facts
        if found.series is not None:
            return replace(facts, series=found.series, series_index=found.series_index)
    return facts


def _places(outline: Sequence[object]) -> int:
    """Prefer the first table that leads anywhere at all, and a later one only where the first has a single line."""
    return min(len(outline), 2)


def _read_texts(archive: Archive, package: Package, *, path: Path) -> Mapping[str, ExtractedMember]:
    texts = [_look_through(archive, entry, path=path) for entry in package.spine]
    note_places = _note_places(texts)
    pictures = sum((text.survey.pictures for text in texts), Counter[str]())
    landmarks = read_landmarks(archive, package, path=path)
    mixed = len({entry.is_linear for entry in package.spine}) > 1
    sheets: dict[str, str] = {}
    members: dict[str, ExtractedMember] = {}
    for text in texts:
        member = text.entry.item.member
        root = parse_page(text.data, name=f"{path}/{member}")
        members[member] = extract_page(
            root,
            replace(text.survey, pictures=pictures),
            name=f"{path.name}/{member}",
            sheet=StyleSheet(list(_sheets(archive, root, member, sheets))),
            note_ids=note_places.get(member, frozenset()),
            note=matter_reason(
                text.entry, package, landmarks, words=text.words, linked_words=text.linked_words, is_only_linear=mixed
            ),
        )
    return members


def _look_through(archive: Archive, entry: SpineEntry, *, path: Path) -> _Text:
    member = entry.item.member
    data = archive.read(member)
    root = parse_page(data, name=f"{path}/{member}")
    body = next(root.iter("body"), root)
    return _Text(
        entry=entry,
        data=data,
        survey=survey(root),
        words=len(text_of(body).split()),
        linked_words=sum(len(text_of(link).split()) for link in body.iter("a")),
    )


def _note_places(texts: Sequence[_Text]) -> Mapping[str, frozenset[str]]:
    """Gather, for each text, the places in it that footnotes' marks of any text lead to."""
    places: dict[str, set[str]] = {}
    for text in texts:
        for link in text.survey.note_links:
            place = resolve(link, base=text.entry.item.member)
            if place is not None and place.fragment:
                places.setdefault(place.member, set()).add(place.fragment)
    return {member: frozenset(found) for member, found in places.items()}


def _sheets(archive: Archive, root: Element, member: str, known: dict[str, str]) -> Iterator[str]:
    """Yield the style sheets that a text names and holds; those that are not in the archive are not fetched."""
    for link in root.iter("link"):
        place = resolve(link.get("href") or "", base=member)
        if place is None or "stylesheet" not in (link.get("rel") or "").lower() or place.member not in archive:
            continue
        if place.member not in known:
            known[place.member] = _decoded(archive.read(place.member))
        yield known[place.member]
    yield from (text_of(element) for element in root.iter("style"))


def _decoded(sheet: bytes) -> str:
    return sheet.decode("utf-8", errors="replace")
