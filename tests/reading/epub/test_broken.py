"""EPUBs that are broken, protected or odd: read where they can be, refused in one sentence where they cannot."""

import zipfile
from pathlib import Path

import pytest

from audiobook.errors import ManuscriptError
from audiobook.reading.reader import read_manuscript
from tests.reading.epub.epub_files import EpubFile
from tests.reading.manuscripts import all_blocks

_PAGES = [("a", "<p>Maud waited.</p>")]
_ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
    'xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/><CipherData><CipherReference '
    'URI="{}"/></CipherData></EncryptedData></encryption>'
)
_AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
_FONT = "http://www.idpf.org/2008/embedding"


def test_copy_protected_book_is_refused_by_name(tmp_path: Path) -> None:
    encryption = _ENCRYPTED.format(_AES, "OEBPS/a.xhtml").encode()
    extra = {"META-INF/encryption.xml": encryption, "META-INF/license.lcpl": b"{}"}
    path = EpubFile(pages=_PAGES, extra=extra).write(tmp_path)
    with pytest.raises(ManuscriptError, match="copy-protected \\(Readium LCP\\)") as caught:
        read_manuscript(path, book="ferry")
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(("algorithm", "member"), [(_FONT, "OEBPS/a.otf"), (_AES, "OEBPS/film.mp4")])
def test_obfuscated_fonts_and_locked_films_do_not_matter(tmp_path: Path, algorithm: str, member: str) -> None:
    extra = {"META-INF/encryption.xml": _ENCRYPTED.format(algorithm, member).encode()}
    assert all_blocks(read_manuscript(EpubFile(pages=_PAGES, extra=extra).write(tmp_path), book="ferry"))


def test_a_missing_text_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    pages = [*_PAGES, ("gone", "<p>Nobody knows.</p>"), ("c", "<p>The ferry came.</p>")]
    path = tmp_path / "ferry.epub"
    with (
        zipfile.ZipFile(EpubFile(pages=pages).write(tmp_path, "whole.epub")) as whole,
        zipfile.ZipFile(path, "w") as cut,
    ):
        for name in whole.namelist():
            if "gone" not in name:
                cut.writestr(name, whole.read(name))
    manuscript = read_manuscript(path, book="ferry")
    assert [source.text for source in manuscript.sources] == ["Maud waited.", "The ferry came."]
    assert manuscript.warnings == (f"{path}: OEBPS/gone.xhtml is missing in it; the rest is read without it",)


def test_package_file_is_found_without_its_container(tmp_path: Path) -> None:
    path = tmp_path / "ferry.epub"
    with (
        zipfile.ZipFile(EpubFile(pages=_PAGES).write(tmp_path, "whole.epub")) as whole,
        zipfile.ZipFile(path, "w") as cut,
    ):
        for name in whole.namelist():
            if name != "META-INF/container.xml":
                cut.writestr(name, whole.read(name))
    assert all_blocks(read_manuscript(path, book="ferry"))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"META-INF/container.xml": None, "OEBPS/content.opf": None}, "no package file"),
        ({"OEBPS/content.opf": b"<package>"}, "not well-formed"),
        ({"OEBPS/content.opf": b"<package><spine/></package>"}, "names no text"),
        ({"OEBPS/a.xhtml": None}, "missing"),
        ({"OEBPS/a.xhtml": b""}, "empty"),
    ],
)
def test_broken_book_is_refused(tmp_path: Path, changed: dict[str, bytes | None], message: str) -> None:
    path = tmp_path / "ferry.epub"
    with (
        zipfile.ZipFile(EpubFile(pages=_PAGES).write(tmp_path, "whole.epub")) as whole,
        zipfile.ZipFile(path, "w") as cut,
    ):
        for name in whole.namelist():
            content = changed.get(name, whole.read(name))
            if content is not None:
                cut.writestr(name, content)
    with pytest.raises(ManuscriptError, match=message) as caught:
        read_manuscript(path, book="ferry")
    assert caught.value.hint


def test_page_of_broken_markup_is_read_as_browsers_do(tmp_path: Path) -> None:
    broken = {"OEBPS/a.xhtml": b'<html xmlns="http://www.w3.org/1999/xhtml"><title/><body><p>Maud<p>waited &nbsp;<br>'}
    manuscript = read_manuscript(EpubFile(pages=_PAGES, extra=broken).write(tmp_path), book="ferry")
    text = manuscript.sources[0].text
    assert [text[block.start : block.end] for block in all_blocks(manuscript)] == ["Maud", "waited"]


def test_entities_that_the_file_declares_are_refused_not_expanded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a "gull"><!ENTITY b "&a;&a;">]><html xmlns="http://www.w3.org/1999/xhtml"><p>&b;</p></html>'
    with pytest.raises(ManuscriptError, match="entity &b;"):
        read_manuscript(EpubFile(pages=_PAGES, extra={"OEBPS/a.xhtml": bomb}).write(tmp_path), book="ferry")


def test_references_differ_from_members_in_capitals_and_escapes(tmp_path: Path) -> None:
    book = EpubFile(
        pages=[],
        manifest='<item id="z" href="Text/My%20Page.XHTML" media-type="application/xhtml+xml"/>',
        extra={"OEBPS/text/my page.xhtml": b"<p>Maud waited.</p>"},
    )
    data = book.data()
    path = tmp_path / "ferry.epub"
    path.write_bytes(data)
    patched = tmp_path / "patched.epub"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(patched, "w") as cut:
        for name in dict.fromkeys(whole.namelist()):
            cut.writestr(name, whole.read(name).replace(b"<spine>", b'<spine><itemref idref="z"/>'))
    assert read_manuscript(patched, book="ferry").sources[0].text == "Maud waited."
