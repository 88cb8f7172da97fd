"""The cover picture of an EPUB, wherever its maker noted it."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.model.manuscript import CoverImage
from audiobook.reading.archives import Archive
from audiobook.reading.documents.parsing import local_name, parse_page
from audiobook.reading.epub.package import Item, Package
from audiobook.reading.epub.places import resolve

_MAGIC = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif"))
_LARGEST_BYTES = 32 * 1024 * 1024


def find_cover(archive: Archive, package: Package, *, path: Path) -> CoverImage | None:
    """Give the first picture noted as the cover that is one; a book without a readable one has none."""
    for member in _candidates(archive, package, path=path):
        try:
            data = archive.read(member) if member in archive else b""
        except ManuscriptError:
            continue  # a broken picture is no reason not to read the book
        media_type = _media_type(data)
        if media_type and len(data) <= _LARGEST_BYTES:
            return CoverImage(data=data, media_type=media_type)
    return None


def _candidates(archive: Archive, package: Package, *, path: Path) -> Iterator[str]:
    items = package.items.values()
    yield from (item.member for item in items if "cover-image" in item.properties)
    for meta in package.metadata.iter() if package.metadata is not None else ():
        if local_name(meta) == "meta" and (meta.get("name") or "").lower() == "cover":
            named = package.items.get(meta.get("content") or "")
            place = resolve(meta.get("content") or "", base=package.member)
            yield from ([named.member] if named else [place.member] if place else [])
    for type_, place in package.guide:
        if type_ == "cover":
            yield from _pictures_on(archive, place.member, path=path)
    yield from (item.member for item in items if _is_called_cover(item))


def _pictures_on(archive: Archive, member: str, *, path: Path) -> Iterator[str]:
    """Yield the pictures of a page; a guide may also lead to the picture itself."""
    if posixpath.splitext(member)[1].lower() in {".jpg", ".jpeg", ".png", ".gif"}:
        yield member
        return
    try:
        root = parse_page(archive.read(member), name=f"{path}/{member}")
    except ManuscriptError:
        return
    for image in root.iter("img", "image"):
        place = resolve(image.get("src") or image.get("href") or "", base=member)
        if place is not None:
            yield place.member


def _is_called_cover(item: Item) -> bool:
    name = posixpath.basename(item.member).lower()
    return item.media_type.startswith("image/") and ("cover" in name or "cover" in item.id.lower())


def _media_type(data: bytes) -> str | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for magic, media_type in _MAGIC if data.startswith(magic)), None)
