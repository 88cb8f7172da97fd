"""The package file of an EPUB (OPF 2.0.1, EPUB 3.3): what files there are and in which order they are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.reading.archives import Archive
from audiobook.reading.documents.parsing import Element, local_name, parse_xml
from audiobook.reading.epub.places import MemberNames, Place, resolve

_CONTAINER = "META-INF/container.xml"
_TEXTS = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/html+xml"})
_NOT_AN_EPUB = "if this is an EPUB, open it in an e-book program that can repair it and save it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A file of the book.

    Attributes:
        member: its name in the archive.
        properties: such as "nav" or "cover-image".
        fallback: id of the item to show instead if this one cannot be shown.
    """

    id: str
    member: str
    media_type: str
    properties: frozenset[str]
    fallback: str | None

    @property
    def is_text(self) -> bool:
        """True for HTML and XHTML."""
        return self.media_type in _TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class SpineEntry:
    """A text in the reading order.

    Attributes:
        is_linear: False for what the book sets beside its reading order.
    """

    item: Item
    is_linear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The package file.

    Attributes:
        member: its name in the archive.
        items: by id.
        spine: texts in reading order, each once.
        ncx: the older table of contents, if there is one.
        guide: what places are called by the older list of landmarks: type and place.
    """

    member: str
    metadata: Element | None
    unique_identifier: str | None
    items: Mapping[str, Item]
    spine: tuple[SpineEntry, ...]
    ncx: Item | None
    guide: tuple[tuple[str, Place], ...]

    @property
    def nav(self) -> Item | None:
        """The newer table of contents, if there is one."""
        return next((item for item in self.items.values() if "nav" in item.properties), None)


def find_package(archive: Archive, *, path: Path) -> str:
    """Give the name of the package file: the one that the container names, else the only one there is.

    Raises:
        ManuscriptError: there is none.
    """
    named: list[str] = []
    if _CONTAINER in archive:
        root = parse_xml(archive.read(_CONTAINER), name=f"{path}/{_CONTAINER}")
        named = [each.get("full-path") or "" for each in root.iter() if local_name(each) == "rootfile"]
    names = MemberNames(archive.names)
    found = next((member for member in map(names.find, named) if member), None)
    if found is None:
        found = next((name for name in archive.names if name.lower().endswith(".opf")), None)
    if found is None:
        raise ManuscriptError(f"{path}: there is no package file (.opf) in it, so this is no EPUB", hint=_NOT_AN_EPUB)
    return found


def read_package(archive: Archive, member: str, *, path: Path) -> Package:
    """Read the package file.

    Raises:
        ManuscriptError: it is broken, or its reading order names no text.
    """
    root = parse_xml(archive.read(member), name=f"{path}/{member}")
    parts = {local_name(child): child for child in reversed(list(root))}
    names = MemberNames(archive.names)
    items = _read_items(parts.get("manifest"), base=member, names=names)
    spine = parts.get("spine")
    entries = _read_spine(spine, items)
    if not entries:
        raise ManuscriptError(f"{path}: {member} names no text to read", hint=_NOT_AN_EPUB)
    ncx = items.get((spine.get("toc") if spine is not None else None) or "")
    if ncx is None:
        ncx = next((item for item in items.values() if item.media_type == "application/x-dtbncx+xml"), None)
    return Package(
        member=member,
        metadata=parts.get("metadata"),
        unique_identifier=root.get("unique-identifier"),
        items=items,
        spine=entries,
        ncx=ncx,
        guide=_read_guide(parts.get("guide"), base=member, names=names),
    )


def _read_items(manifest: Element | None, *, base: str, names: MemberNames) -> dict[str, Item]:
    items: dict[str, Item] = {}
    for element in manifest if manifest is not None else ():
        place = resolve(element.get("href") or "", base=base)
        if local_name(element) != "item" or place is None or not element.get("id"):
            continue
        item = Item(
            id=element.get("id") or "",
            member=names.find(place.member) or place.member,
            media_type=(element.get("media-type") or "").strip().lower(),
            properties=frozenset((element.get("properties") or "").split()),
            fallback=element.get("fallback"),
        )
        items.setdefault(item.id, item)
    return items


def _read_spine(spine: Element | None, items: Mapping[str, Item]) -> tuple[SpineEntry, ...]:
    entries: dict[str, SpineEntry] = {}
    for element in spine if spine is not None else ():
        item = _shown_item(element.get("idref") or "", items) if local_name(element) == "itemref" else None
        if item is not None:
            is_linear = (element.get("linear") or "yes").strip().lower() != "no"
            entries.setdefault(item.member, SpineEntry(item=item, is_linear=is_linear))
    return tuple(entries.values())


def _shown_item(id_: str, items: Mapping[str, Item]) -> Item | None:
    """Follow fallbacks to a text; None if there is none, however the fallbacks run in circles."""
    seen: set[str] = set()
    item = items.get(id_)
    while item is not None and not item.is_text and item.id not in seen:
        seen.add(item.id)
        item = items.get(item.fallback or "")
    return item if item is not None and item.is_text else None


def _read_guide(guide: Element | None, *, base: str, names: MemberNames) -> tuple[tuple[str, Place], ...]:
    found: list[tuple[str, Place]] = []
    for element in guide if guide is not None else ():
        place = resolve(element.get("href") or "", base=base)
        if local_name(element) == "reference" and place is not None:
            member = names.find(place.member) or place.member
            found.append(((element.get("type") or "").lower(), Place(member=member, fragment=place.fragment)))
    return tuple(found)
