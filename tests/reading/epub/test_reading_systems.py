"""What EPUB 3.3 asks of every reading system, as the W3C's tests for them are built: each a small book of its own."""

import zipfile
from pathlib import Path

import pytest

from audiobook.errors import ManuscriptError
from audiobook.model.manuscript import BlockKind
from audiobook.reading.reader import read_manuscript
from tests.reading.epub.epub_files import CONTAINER, METADATA, EpubFile, page, prose
from tests.reading.manuscripts import of_kind, titles

QUAY, FOG = prose("Maud waited."), prose("Nobody spoke.")
_XHTML = "application/xhtml+xml"


def write(folder: Path, members: dict[str, bytes], *, container: str = CONTAINER) -> Path:
    path = folder / "ferry.epub"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def package(manifest: str, spine: str, *, after: str = "", attributes: str = "") -> bytes:
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" '
        f'{attributes}><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{METADATA}</metadata>'
        f"<manifest>{manifest}</manifest><spine>{spine}</spine>{after}</package>"
    ).encode()


def item(id_: str, href: str, media_type: str = _XHTML, more: str = "") -> str:
    return f'<item id="{id_}" href="{href}" media-type="{media_type}" {more}/>'


def refs(*ids: str) -> str:
    return "".join(f'<itemref idref="{id_}" unknown="1"/>' for id_ in ids)


def said(path: Path) -> str:
    return " ".join(of_kind(read_manuscript(path, book="ferry"), BlockKind.PARAGRAPH))


@pytest.mark.parametrize(
    ("href", "member"),
    [
        ("ch%201.xhtml", "OEBPS/ch 1.xhtml"),
        ("ch 1.xhtml", "OEBPS/ch 1.xhtml"),
        ("B%C3%BCcher/%E7%AB%A0.xhtml", "OEBPS/Bücher/章.xhtml"),
        ("Bücher/章.xhtml", "OEBPS/Bücher/章.xhtml"),
        ("../text/./a.xhtml", "text/a.xhtml"),
        ("/text/a.xhtml", "text/a.xhtml"),
        ("A.XHTML", "OEBPS/a.xhtml"),
        ("a.xhtml?x=1", "OEBPS/a.xhtml"),
    ],
)
def test_names_and_addresses(tmp_path: Path, href: str, member: str) -> None:
    members = {"OEBPS/content.opf": package(item("a", href), refs("a")), member: page(QUAY).encode()}
    assert said(write(tmp_path, members)).startswith("Maud waited.")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    text = page("<p>Señora Müller waited.</p>").replace('encoding="utf-8"', f'encoding="{declared}"')
    members = {"OEBPS/content.opf": package(item("a", "a.xhtml"), refs("a")), "OEBPS/a.xhtml": text.encode(encoding)}
    assert said(write(tmp_path, members)) == "Señora Müller waited."


def test_a_foreign_text_falls_back_to_one_that_can_be_read(tmp_path: Path) -> None:
    manifest = (
        item("j", "a.json", "application/json", 'fallback="x"')
        + item("x", "a.xml", "application/xml", 'fallback="a"')
        + item("a", "a.xhtml")
        + item("loop", "b.json", "application/json", 'fallback="loop"')
        + item("svg", "c.svg", "image/svg+xml")
    )
    members = {
        "OEBPS/content.opf": package(manifest, refs("j", "loop", "svg", "nowhere")),
        "OEBPS/a.xhtml": page(QUAY).encode(),
        "OEBPS/a.json": b"{}",
    }
    assert said(write(tmp_path, members)).startswith("Maud waited.")


def test_the_first_of_several_renditions_is_read(tmp_path: Path) -> None:
    other = '<rootfile full-path="FXL/content.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    members = {
        "OEBPS/content.opf": package(item("a", "a.xhtml"), refs("a")),
        "FXL/content.opf": package(item("b", "b.xhtml"), refs("b")),
        "OEBPS/a.xhtml": page(QUAY).encode(),
        "FXL/b.xhtml": page(FOG).encode(),
    }
    path = write(tmp_path, members, container=CONTAINER.replace("</rootfiles>", other))
    assert "Nobody" not in said(path)


def test_a_contents_list_with_spans_nested_lists_and_hidden_tables(tmp_path: Path) -> None:
    nav = """<nav epub:type="page-list" hidden=""><ol><li><a href="a.xhtml#p1">1</a></li></ol></nav>
    <nav epub:type="toc"><h2><span>Contents</span></h2><ol><li><span>Part <b>One</b></span><ol>
    <li><a href="a.xhtml"><i>Chapter</i> 1 <img src="x.png" alt="x"/></a></li></ol></li>
    <li><a href="b.xhtml">Chapter 2</a><ol hidden=""><li><a href="b.xhtml#s">A scene</a></li></ol></li></ol></nav>"""
    pages = [("a", f"<h2>Chapter 1</h2>{QUAY}"), ("b", f"<h2>Chapter 2</h2>{FOG}<h3 id='s'>A scene</h3>{FOG}")]
    manifest = item("nav", "nav.xhtml", more='properties="nav"')
    path = EpubFile(pages=pages, manifest=manifest, extra={"OEBPS/nav.xhtml": page(nav).encode()}).write(tmp_path)
    assert titles(read_manuscript(path, book="ferry")) == ["Part One, Chapter 1", "Chapter 2"]


def test_a_guide_alone_says_what_is_no_chapter(tmp_path: Path) -> None:
    pages = [
        ("x1", "<p>The Lost Ferry</p><p>Moss Press</p>"),
        ("x2", f"<h2>One</h2>{QUAY}"),
        ("x3", f"<h2>Two</h2>{FOG}"),
    ]
    path = EpubFile(pages=pages, version=2, guide=[("title-page", "x1.xhtml"), ("text", "x2.xhtml")]).write(tmp_path)
    manuscript = read_manuscript(path, book="ferry")
    assert "The Lost Ferry" in of_kind(manuscript, BlockKind.NOTE)
    assert titles(manuscript) == ["One", "Two"]


def test_repeated_ids_lead_to_the_first_place(tmp_path: Path) -> None:
    body = f'<h2 id="s">The Quay</h2>{QUAY}<h2 id="t">The Fog</h2>{FOG}<p id="t">Late.</p>'
    path = EpubFile(pages=[("a", body)], toc=[("The Quay", "a.xhtml#s", 1), ("The Fog", "a.xhtml#t", 1)]).write(
        tmp_path
    )
    manuscript = read_manuscript(path, book="ferry")
    assert titles(manuscript) == ["The Quay", "The Fog"]
    assert manuscript.chapters[1].blocks[0].kind is BlockKind.HEADING


def test_pages_of_pictures_have_no_letter_and_are_refused_in_one_sentence(tmp_path: Path) -> None:
    pages = [(name, f'<div><img src="{name}.png" alt=""/></div>') for name in "abc"]
    with pytest.raises(ManuscriptError, match="no text"):
        read_manuscript(EpubFile(pages=pages).write(tmp_path), book="ferry")


def test_what_is_elsewhere_is_not_fetched_and_what_is_foreign_not_said(tmp_path: Path) -> None:
    body = (
        '<p><img src="https://example.org/x.png" alt=""/>Maud <a href="https://example.org/">waited</a>.</p>'
        '<object data="x.mov" type="video/quicktime"><p>No film.</p></object>'
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math><audio src="https://example.org/a.mp3"/>'
    )
    assert said(EpubFile(pages=[("a", body)]).write(tmp_path)).startswith("Maud waited.")
