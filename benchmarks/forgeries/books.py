"""Small EPUB and DOCX files, sound but for what a case puts into them."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

CHAPTER = "<h1>Chapter One</h1><p>“You are late,” said Maud. It was so.</p>"
_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="d" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)


def page(body: str, *, head: str = "") -> str:
    """Give a page of XHTML."""
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}<title>x</title></head><body>{body}</body></html>'


def epub(
    *,
    pages: Sequence[tuple[str, str | bytes]] = (("one.xhtml", page(CHAPTER)),),
    manifest: str = "",
    before: str = "",
    spine: str = "",
    toc: str = "",
    mimetype: str = "application/epub+zip",
) -> dict[str, str | bytes]:
    """Give the members of an EPUB.

    Args:
        pages: href and content, in reading order.
        manifest: further items, XML.
        before: XML in front of the package document, such as a DTD.
        spine: further places in the reading order, XML.
        toc: content of an NCX; none if empty.
    """
    kind = "application/xhtml+xml"
    items = "".join(f'<item id="p{n}" href="{href}" media-type="{kind}"/>' for n, (href, _) in enumerate(pages))
    order = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    ncx = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' if toc else ""
    package = (
        f'{before}<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry</dc:title></metadata>'
        f'<manifest>{items}{ncx}{manifest}</manifest><spine toc="ncx">{order}{spine}</spine></package>'
    )
    members: dict[str, str | bytes] = {"mimetype": mimetype, "META-INF/container.xml": _CONTAINER, "book.opf": package}
    if toc:
        members["toc.ncx"] = toc
    return {**members, **dict(pages)}


def ncx(points: str) -> str:
    """Give a table of contents of EPUB 2."""
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>{points}</navMap></ncx>'


def nav_point(label: str, href: str, inner: str = "") -> str:
    """Give one line of a table of contents of EPUB 2."""
    return f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{href}"/>{inner}</navPoint>'


def docx(body: str = "<w:p><w:r><w:t>It was so.</w:t></w:r></w:p>", *, before: str = "") -> dict[str, str | bytes]:
    """Give the members of a DOCX file.

    Args:
        body: XML inside `w:body`.
        before: XML in front of the document, such as a DTD.
    """
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return {"_rels/.rels": _RELATIONS, "word/document.xml": document}


def pack(
    place: Path | IO[bytes],
    members: Mapping[str, str | bytes] | Iterable[tuple[str | zipfile.ZipInfo, str | bytes]],
) -> None:
    """Write an archive."""
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in pairs:
            archive.writestr(name, data)
