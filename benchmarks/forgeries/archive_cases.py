"""Hostile EPUB and DOCX files."""

import io
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from forgeries.archives import overlapping_archive, with_flag
from forgeries.books import CHAPTER, docx, epub, nav_point, ncx, pack, page
from forgeries.cases import Case, Outcome

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
_BILLION = f"<!DOCTYPE x [{_LAUGHS}]>"
_EXTERNAL = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
_REMOTE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY secret SYSTEM "http://127.0.0.1:9/x">]>'


def archive_cases() -> Iterator[Case]:
    """Give them all."""
    yield from _bombs()
    yield from _names()
    yield from _entities()
    yield from _structures()
    yield from _protected()
    yield from _covers()
    for tenth in range(1, 10):
        yield Case(name=f"EPUB cut off at {tenth}/10", make=partial(_cut, "book.epub", tenth), outcome=Outcome.REFUSED)
        yield Case(name=f"DOCX cut off at {tenth}/10", make=partial(_cut, "book.docx", tenth), outcome=Outcome.REFUSED)


def _bombs() -> Iterator[Case]:
    yield _case("zip bomb, flat: EPUB page of 1 GiB of zeros", "b.epub", _flat_epub)
    yield _case("zip bomb, flat: DOCX text of 1 GiB of zeros", "b.docx", _flat_docx)
    yield _case(
        "zip bomb, overlapping: 1,000 members, 10 GB in 97 KB",
        "b.epub",
        lambda path: path.write_bytes(overlapping_archive(members=1000, kernel=b"0" * 10_000_000)),
    )
    yield _case("zip bomb, nested: EPUB whose page is a zip", "b.epub", _nested, Outcome.EITHER)
    yield _case("6 pages of 60 MB of prose in one EPUB", "b.epub", _many_large, limit_s=120, limit_mib=1500)
    yield _case("EPUB of 60,000 members", "b.epub", _many_members)


def _names() -> Iterator[Case]:
    traversing = epub(pages=[("../../../../etc/passwd", page(CHAPTER))])
    yield _packed("path traversal: page ../../../../etc/passwd", "b.epub", traversing)
    yield _packed("absolute path: page /etc/passwd", "b.epub", epub(pages=[("/etc/passwd", page(CHAPTER))]))
    yield _packed("member ../../evil beside a sound book", "b.epub", {**epub(), "../../evil": "x"}, Outcome.READ)
    yield _case("link in an archive, to /etc/passwd", "b.epub", _link)
    yield _case("two members of one name", "b.epub", _twice)
    yield _packed("member with a name of 60,000 characters", "b.epub", {**epub(), "n" * 60_000: "x"}, Outcome.READ)
    yield _packed(
        "pages outside the archive: http, file",
        "b.epub",
        epub(
            manifest=(
                '<item id="a" href="http://127.0.0.1:9/a.xhtml" media-type="application/xhtml+xml"/>'
                '<item id="b" href="file:///etc/passwd" media-type="application/xhtml+xml"/>'
            ),
            spine='<itemref idref="a"/><itemref idref="b"/>',
        ),
        Outcome.EITHER,
    )


def _entities() -> Iterator[Case]:
    laughing = page("<p>&l9;</p>")
    secret = page("<p>It said: &secret;</p>")
    words = "<w:p><w:r><w:t>&{};</w:t></w:r></w:p>"
    for name, before, entity, content in (
        ("billion laughs", _BILLION, "l9", laughing),
        ("external entity", _EXTERNAL, "secret", secret),
        ("remote DTD and entity", _REMOTE, "secret", secret),
    ):
        yield _packed(f"{name}: EPUB page", "b.epub", epub(pages=[("a.xhtml", before + content)]), Outcome.EITHER)
        yield _packed(f"{name}: DOCX", "b.docx", docx(words.format(entity), before=before))
        broken = epub(before=before, manifest=f'<item id="x" href="&{entity};" media-type="a/b"/>')
        yield _packed(f"{name}: EPUB package", "b.epub", broken)


def _structures() -> Iterator[Case]:
    cyclic = ncx("".join(nav_point(f"{n}", "one.xhtml", nav_point("again", "toc.ncx")) for n in range(50)))
    yield _packed("contents that lead to themselves", "b.epub", epub(toc=cyclic), Outcome.READ)
    deep = nav_point("x", "one.xhtml", "{}")
    nested = "".join(deep.split("{}")[0] for _ in range(10_000)) + "</navPoint>" * 10_000
    yield _packed("contents nested 10,000 deep", "b.epub", epub(toc=ncx(nested)), Outcome.EITHER)
    again = '<itemref idref="p0"/>' * 100_000
    yield _packed("one page 100,000 times in the reading order", "b.epub", epub(spine=again), Outcome.EITHER)
    long = _packed("contents of 100,000 lines", "b.epub", _long_contents(), Outcome.EITHER)
    yield replace(long, limit_s=180.0, limit_mib=1500.0)
    yield _packed("wrong mimetype", "b.epub", epub(mimetype="text/plain"), Outcome.EITHER)
    yield _packed("EPUB under a DOCX's name", "b.docx", epub())
    yield _packed("DOCX under an EPUB's name", "b.epub", docx())
    yield _packed("zip under a text's name", "b.txt", epub())
    yield _packed("DOCX of 100,000 nested tables", "b.docx", docx("<w:tbl><w:tr><w:tc>" * 100_000))
    yield _packed("EPUB page that is no text", "b.epub", epub(pages=[("a.xhtml", bytes(range(256)) * 50)]))
    yield _packed("EPUB of no page", "b.epub", epub(pages=[]))


def _protected() -> Iterator[Case]:
    yield _case("encrypted members", "b.epub", lambda path: path.write_bytes(with_flag(_packed_bytes(epub()), add=1)))
    kind = '<EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'
    reference = '<CipherData><CipherReference URI="one.xhtml"/></CipherData>'
    drm = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
        f'xmlns="http://www.w3.org/2001/04/xmlenc#">{kind}{reference}</EncryptedData></encryption>'
    )
    protected = {**epub(pages=[("one.xhtml", bytes(range(255, 0, -1)) * 20)]), "META-INF/encryption.xml": drm}
    yield _packed("copy-protected EPUB (encryption.xml)", "b.epub", protected)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)
    yield _case("DOCX with a password", "b.docx", lambda path: path.write_bytes(ole))


def _covers() -> Iterator[Case]:
    for name, href, kind, data in (
        ("cover of 60,000 x 60,000 points", "c.png", "image/png", _huge_picture()),
        ("cover that is no picture", "c.jpg", "image/jpeg", b"Not a picture."),
        ("cover in SVG, with a script", "c.svg", "image/svg+xml", b"<svg><script>alert(1)</script></svg>"),
    ):
        item = f'<item id="c" href="{href}" media-type="{kind}" properties="cover-image"/>'
        members = {**epub(manifest=item), href: data}
        yield replace(_packed(name, "b.epub", members, Outcome.EITHER), command="make", limit_s=60.0)


def _packed(name: str, file: str, members: Mapping[str, str | bytes], outcome: Outcome = Outcome.REFUSED) -> Case:
    def make(folder: Path) -> Path:
        pack(folder / file, members)
        return folder / file

    return Case(name=name, make=make, outcome=outcome)


def _case(
    name: str,
    file: str,
    write: Callable[[Path], object],
    outcome: Outcome = Outcome.REFUSED,
    *,
    limit_s: float = 20.0,
    limit_mib: float = 400.0,
) -> Case:
    def make(folder: Path) -> Path:
        write(folder / file)
        return folder / file

    return Case(name=name, make=make, outcome=outcome, limit_s=limit_s, limit_mib=limit_mib)


def _cut(file: str, tenth: int, folder: Path) -> Path:
    path = folder / file
    data = _packed_bytes(epub() if file.endswith("epub") else docx())
    path.write_bytes(data[: len(data) * tenth // 10])
    return path


def _packed_bytes(members: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    pack(packed, members)
    return packed.getvalue()


def _flat_epub(path: Path) -> None:
    _with_zeros(path, epub(pages=[("a.xhtml", page(CHAPTER)), ("z.xhtml", "")]), "z.xhtml")


def _flat_docx(path: Path) -> None:
    _with_zeros(path, docx(), "word/document.xml")


def _with_zeros(path: Path, members: Mapping[str, str | bytes], name: str) -> None:
    """Fill one member with a gigabyte of zeros, a piece at a time."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for each, data in members.items():
            if each != name:
                archive.writestr(each, data)
        with archive.open(name, "w") as stream:
            for _ in range(1024):
                stream.write(bytes(2**20))


def _nested(path: Path) -> None:
    inner = _packed_bytes(epub(pages=[("a.xhtml", bytes(50 * 2**20))]))
    pack(path, epub(pages=[("a.xhtml", page(CHAPTER)), ("b.xhtml", inner)]))


def _many_large(path: Path) -> None:
    words = "".join(f"<p>“Line {n},” said Maud {n * 7919 % 104729}.</p>" for n in range(1_300_000))
    pack(path, epub(pages=[(f"{n}.xhtml", page(words)) for n in range(6)]))


def _many_members(path: Path) -> None:
    pack(path, {**epub(), **{f"a/{n}.xhtml": "x" for n in range(60_000)}})


def _link(path: Path) -> None:
    entry = zipfile.ZipInfo("one.xhtml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    sound = [(name, data) for name, data in epub().items() if name != "one.xhtml"]
    pack(path, [*sound, (entry, "/etc/passwd")])


def _twice(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of what is meant here
        pack(path, [*epub().items(), ("one.xhtml", page("<p>Another.</p>"))])


def _long_contents() -> dict[str, str | bytes]:
    chapters = "".join(f'<h2 id="c{n}">Chapter {n}</h2><p>It was so.</p>' for n in range(100_000))
    points = "".join(nav_point(f"Chapter {n}", f"one.xhtml#c{n}") for n in range(100_000))
    return epub(pages=[("one.xhtml", page(chapters))], toc=ncx(points))


def _huge_picture() -> bytes:
    """Give a PNG that says it is 60,000 by 60,000 and would take 10 GB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">2L5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    lines = zlib.compress(bytes(30 * 2**20))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
