"""EPUBs: what they say about themselves, and their cover."""

from pathlib import Path

import pytest

from audiobook.reading.enclosed_cover import read_cover
from audiobook.reading.epub.reader import read_epub
from audiobook.reading.reader import read_manuscript
from tests.reading.epub.epub_files import METADATA, PICTURE, EpubFile

_PAGES = [("a", "<p>Maud waited.</p>")]


def test_dublin_core_gives_title_author_language_and_the_rest(tmp_path: Path) -> None:
    metadata = METADATA + (
        '<dc:publisher>Quay Press</dc:publisher><dc:date opf:event="modification">2024-01-01</dc:date>'
        '<dc:date opf:event="publication">2021-03-04</dc:date>'
        "<dc:description>&lt;p&gt;A &lt;b&gt;tale&lt;/b&gt;.&lt;/p&gt;</dc:description>"
    )
    manuscript = read_manuscript(EpubFile(pages=_PAGES, metadata=metadata).write(tmp_path), book="ferry")
    said = manuscript.publication
    assert (manuscript.title, manuscript.author, manuscript.language) == ("The Lost Ferry", "Ada Moss", "en-GB")
    assert (said.publisher, said.date, said.description) == ("Quay Press", "2021-03-04", "A tale.")
    assert said.identifier == "urn:isbn:9780000000002"


@pytest.mark.parametrize(
    "written",
    [
        '<meta name="calibre:series" content="Fogs"/><meta name="calibre:series_index" content="2.0"/>',
        (
            '<meta property="belongs-to-collection" id="s">Fogs</meta>'
            '<meta refines="#s" property="collection-type">series</meta>'
            '<meta refines="#s" property="group-position">2</meta>'
        ),
    ],
    ids=["calibre", "epub3"],
)
def test_series_is_read(tmp_path: Path, written: str) -> None:
    facts = read_epub(EpubFile(pages=_PAGES, metadata=METADATA + written).write(tmp_path)).facts
    assert (facts.series, facts.series_index) == ("Fogs", "2")


def test_only_authors_are_authors(tmp_path: Path) -> None:
    metadata = (
        '<dc:title>x</dc:title><dc:creator opf:role="ill">Bo Gull</dc:creator><dc:creator opf:role="aut">Ada Moss'
        '</dc:creator><dc:creator id="c">Cy Tern</dc:creator><meta refines="#c" property="role">aut</meta>'
    )
    assert read_epub(EpubFile(pages=_PAGES, metadata=metadata).write(tmp_path)).facts.authors == ("Ada Moss", "Cy Tern")


@pytest.mark.parametrize(
    ("metadata", "properties"),
    [('<meta name="cover" content="pic"/>', ""), ("", ' properties="cover-image"'), ("", "")],
    ids=["epub2", "epub3", "by-name"],
)
def test_cover_is_found(tmp_path: Path, metadata: str, properties: str) -> None:
    book = EpubFile(
        pages=_PAGES,
        metadata=METADATA + metadata,
        manifest=f'<item id="pic" href="cover.png" media-type="image/png"{properties}/>',
        extra={"OEBPS/cover.png": PICTURE},
    )
    cover = read_cover(book.write(tmp_path))
    assert cover is not None
    assert (cover.data, cover.media_type) == (PICTURE, "image/png")


def test_what_is_called_a_cover_and_is_no_picture_is_none(tmp_path: Path) -> None:
    manifest = '<item id="pic" href="cover.png" media-type="image/png" properties="cover-image"/>'
    book = EpubFile(pages=_PAGES, manifest=manifest, extra={"OEBPS/cover.png": b"<svg/>"})
    assert read_cover(book.write(tmp_path)) is None


def test_book_without_metadata_is_named_after_its_file(tmp_path: Path) -> None:
    manuscript = read_manuscript(EpubFile(pages=_PAGES, metadata="").write(tmp_path, "the_ferry.epub"), book="ferry")
    assert (manuscript.title, manuscript.author) == ("The Ferry", None)
