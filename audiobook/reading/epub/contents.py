"""The tables of contents of an EPUB: the navigation document of EPUB 3 and the NCX of EPUB 2."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.reading.archives import Archive
from audiobook.reading.documents.extracted import ExtractedMember, OutlineEntry
from audiobook.reading.documents.parsing import Element, local_name, parse_page, parse_xml, text_of
from audiobook.reading.epub.package import Package
from audiobook.reading.epub.places import MemberNames, Place, resolve

_MOST_ENTRIES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table of contents; `place` None if it leads nowhere."""

    title: str
    level: int
    place: Place | None


def read_contents(archive: Archive, package: Package, *, path: Path) -> tuple[tuple[Line, ...], ...]:
    """Read the tables of contents that there are, the newer kind first; one that is broken is as good as none."""
    names = MemberNames(archive.names)
    tables: list[tuple[Line, ...]] = []
    for item, read in ((package.nav, _nav_lines), (package.ncx, _ncx_lines)):
        if item is None or item.member not in archive:
            continue
        try:
            data = archive.read(item.member)
            lines = tuple(read(data, f"{path}/{item.member}"))[:_MOST_ENTRIES]
        except ManuscriptError:
            continue  # the headings of the texts say where chapters begin
        tables.append(tuple(_resolved(line, reference, item.member, names) for line, reference in lines))
    return tuple(tables)


def read_landmarks(archive: Archive, package: Package, *, path: Path) -> tuple[tuple[str, Place], ...]:
    """Read what the navigation document and the guide call places of the book: type and place."""
    if package.nav is None or package.nav.member not in archive:
        return package.guide
    try:
        root = parse_page(archive.read(package.nav.member), name=f"{path}/{package.nav.member}")
    except ManuscriptError:
        return package.guide
    found: list[tuple[str, Place]] = []
    for nav in root.iter("nav"):
        for link in nav.iter("a") if "landmarks" in (nav.get("epub-type") or "").split() else ():
            place = resolve(link.get("href") or "", base=package.nav.member)
            if place is not None:
                found += ((each.lower(), place) for each in (link.get("epub-type") or "").split())
    return (*found, *package.guide)


def outline_of(lines: tuple[Line, ...], members: Mapping[str, ExtractedMember]) -> tuple[OutlineEntry, ...]:
    """Find the lines of a table of contents in the texts; a heading without a link stands where its first entry does.

    Args:
        lines: the table.
        members: texts by the name of their member in the archive.
    """
    outline: list[OutlineEntry] = []
    waiting: list[Line] = []
    for line in lines:
        member = members.get(line.place.member) if line.place else None
        if line.place is None or member is None:
            waiting = [*(each for each in waiting if each.level < line.level), line] if line.place is None else waiting
            continue
        offset = member.anchors.get(line.place.fragment, 0) if line.place.fragment else 0
        lines_here = (*(each for each in waiting if each.level < line.level), line)
        outline += (
            OutlineEntry(title=each.title, level=each.level, member=member.name, offset=offset) for each in lines_here
        )
        waiting = []
    return tuple(outline)


def _resolved(line: Line, reference: str, base: str, names: MemberNames) -> Line:
    place = resolve(reference, base=base) if reference else None
    member = names.find(place.member) if place else None
    found = Place(member=member, fragment=place.fragment) if place and member else None
    if reference and found is None:
        found = Place(member="", fragment="")  # it leads nowhere, which is not the same as a heading without a link
    return Line(title=line.title, level=line.level, place=found)


def _nav_lines(data: bytes, name: str) -> Iterator[tuple[Line, str]]:
    root = parse_page(data, name=name)
    navs = list(root.iter("nav"))
    table = next((nav for nav in navs if "toc" in (nav.get("epub-type") or nav.get("role") or "").split()), None)
    if table is None:
        table = navs[0] if len(navs) == 1 else root
    for entry in table.iter("li"):
        label = next((child for child in entry if child.tag in {"a", "span"}), None)
        link = (
            label
            if label is not None and label.tag == "a"
            else next(label.iter("a"), None)
            if label is not None
            else None
        )
        if label is not None and text_of(label):
            reference = (link.get("href") or "") if link is not None else ""
            yield Line(title=text_of(label), level=_depth(entry, "li", below=table) + 1, place=None), reference


def _ncx_lines(data: bytes, name: str) -> Iterator[tuple[Line, str]]:
    root = parse_xml(data, name=name)
    for point in root.iter():
        if local_name(point) != "navPoint":
            continue
        parts = {local_name(child): child for child in reversed(list(point))}
        title = text_of(parts["navLabel"]) if "navLabel" in parts else ""
        content = parts.get("content")
        if title:
            reference = (content.get("src") or "") if content is not None else ""
            yield Line(title=title, level=_depth(point, "navPoint", below=root) + 1, place=None), reference


def _depth(element: Element, name: str, *, below: Element) -> int:
    """Count the elements of a name above an element."""
    depth = 0
    above = element.getparent()
    while above is not None and above is not below:
        depth += local_name(above) == name
        above = above.getparent()
    return depth
