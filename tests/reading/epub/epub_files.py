"""A small writer of EPUBs for tests: everything in them is written out, so that a test can make it wrong."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
"""A PNG of one pixel."""

METADATA = (
    "<dc:title>The Lost Ferry</dc:title><dc:creator>Ada Moss</dc:creator><dc:language>en-GB</dc:language>"
    '<dc:identifier id="uid">urn:isbn:9780000000002</dc:identifier>'
)


@dataclass(frozen=True, kw_only=True)
class EpubFile:
    """What is written; every part has a sensible default.

    Attributes:
        pages: name without extension and the markup of the body, in spine order.
        toc: lines of the table of contents as (title, address, level); level 1 is the highest.
        not_linear: names of pages that are set beside the reading order.
        guide: type and address.
        extra: further members by their name in the archive.
    """

    pages: Sequence[tuple[str, str]]
    toc: Sequence[tuple[str, str, int]] = ()
    version: int = 3
    metadata: str = METADATA
    manifest: str = ""
    not_linear: frozenset[str] = frozenset()
    guide: Sequence[tuple[str, str]] = ()
    styles: str = ""
    extra: Mapping[str, bytes] = field(default_factory=dict)

    def data(self) -> bytes:
        """Give the bytes of the archive."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("mimetype", "application/epub+zip")
            for name, content in self._members().items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def write(self, folder: Path, name: str = "ferry.epub") -> Path:
        """Write the archive and give its path."""
        path = folder / name
        path.write_bytes(self.data())
        return path

    def _members(self) -> dict[str, bytes]:
        members = {"META-INF/container.xml": CONTAINER.encode(), "OEBPS/content.opf": self._package().encode()}
        members |= {f"OEBPS/{name}.xhtml": page(body).encode() for name, body in self.pages}
        members["OEBPS/style.css"] = self.styles.encode()
        if self.toc and self.version == 2:
            members["OEBPS/toc.ncx"] = ncx(self.toc).encode()
        elif self.toc:
            members["OEBPS/nav.xhtml"] = page(nav(self.toc)).encode()
        return members | dict(self.extra)

    def _package(self) -> str:
        items = "".join(
            f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name, _ in self.pages
        )
        if self.toc and self.version == 2:
            items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        elif self.toc:
            items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        refs = "".join(
            f'<itemref idref="{name}"{" linear=" + chr(34) + "no" + chr(34) if name in self.not_linear else ""}/>'
            for name, _ in self.pages
        )
        guide = "".join(f'<reference type="{type_}" href="{address}"/>' for type_, address in self.guide)
        return (
            f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="{self.version}.0" '
            'unique-identifier="uid"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:opf="http://www.idpf.org/2007/opf">{self.metadata}</metadata>'
            f"<manifest>{items}{self.manifest}</manifest>"
            f"<spine{' toc=' + chr(34) + 'ncx' + chr(34) if self.version == 2 else ''}>{refs}</spine>"
            f"<guide>{guide}</guide></package>"
        )


def page(body: str) -> str:
    """Give a whole XHTML page."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title><link rel="stylesheet" href="style.css"/>'
        f"</head><body>{body}</body></html>"
    )


def nav(toc: Sequence[tuple[str, str, int]]) -> str:
    """Give a navigation document's list."""
    parts = ['<nav epub:type="toc"><h1>Contents</h1>']
    depth = 0
    for title, address, level in toc:
        while depth >= level:
            parts.append("</li></ol>" if depth > level else "</li>")
            depth -= 1
        if depth < level and not parts[-1].endswith("</li>"):
            parts.append("<ol>")
        label = f'<a href="{address}">{title}</a>' if address else f"<span>{title}</span>"
        parts.append(f"<li>{label}")
        depth = level
    parts.append("</li></ol>" * depth + "</nav>")
    return "".join(parts)


def ncx(toc: Sequence[tuple[str, str, int]]) -> str:
    """Give an NCX."""
    parts = ['<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>']
    depth = 0
    for title, address, level in toc:
        parts.append("</navPoint>" * (depth - level + 1))
        parts.append(f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{address}"/>')
        depth = level
    parts.append("</navPoint>" * depth + "</navMap></ncx>")
    return "".join(parts)


def prose(words: str, *, times: int = 12) -> str:
    """Give paragraphs of story that are long enough to be one."""
    return "".join(
        f"<p>{words} It was the {number}. time that the ferry was late.</p>" for number in range(1, times + 1)
    )
