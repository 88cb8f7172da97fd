"""The pages as HTML: what they lead to, what they escape, what they never contain."""

import posixpath
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from audiobook.model.release import BookTags
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.pages.page_values import length_in_words
from audiobook.publishing.pages.qr_codes import qr_as_svg, qr_for_terminal
from audiobook.publishing.pages.rendering import make_pages
from audiobook.publishing.resource import Resource
from audiobook.publishing.site import list_resources
from tests.publishing.building import TAGS, make_book

BASE = "http://127.0.0.1:8019/"
NASTY = "<script>alert(1)</script> \"quoted\" & 'single' 🐻 ספר {{ 7 * 7 }} </title>"


class Page(HTMLParser):
    """Elements with their attributes, and the text outside scripts and styles."""

    def __init__(self, resource: Resource) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        assert isinstance(resource.content, bytes)
        self.html = resource.content.decode()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def books(tmp_path: Path) -> tuple[PublishedBook, ...]:
    nasty = BookTags(title=NASTY, author=NASTY, language="he", voices=(NASTY,), series=NASTY, description=NASTY)
    return (
        make_book(
            tmp_path / "ferry", ["The Pier", "The Boat", "Home"], tags=replace(TAGS, series="Water", series_part="2")
        ),
        make_book(tmp_path / "nasty", [NASTY], tags=nasty),
    )


@pytest.fixture
def pages(books: tuple[PublishedBook, ...]) -> dict[str, Page]:
    return {page.path: Page(page) for page in make_pages(books, BASE) if page.path.endswith(".html")}


def test_there_is_a_page_of_all_books_and_one_for_each(pages: dict[str, Page]) -> None:
    assert list(pages) == ["index.html", "ferry/index.html", "nasty/index.html"]
    assert "2 books" in " ".join(pages["index.html"].text.split())
    assert "Water, part 2" in pages["ferry/index.html"].text


def test_everything_a_page_leads_to_is_there(books: tuple[PublishedBook, ...], pages: dict[str, Page]) -> None:
    listed = list_resources(books, base_url=BASE, pages=make_pages)
    for path, page in pages.items():
        for _, attributes in page.elements:
            for name in ("href", "src", "data-transcript", "data-cover"):
                target = attributes.get(name)
                if target is None or target.startswith(("#", "pcast:")):
                    continue
                assert not urlsplit(target).scheme, target
                found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
                found = "" if found == "." else found
                assert found in listed or posixpath.join(found, "index.html") in listed, target


def test_texts_of_others_are_shown_and_never_obeyed(pages: dict[str, Page]) -> None:
    for path in ("index.html", "nasty/index.html"):
        page = pages[path]
        assert NASTY in page.text
        scripts = [attributes for tag, attributes in page.elements if tag == "script"]
        assert all(attributes.get("src") for attributes in scripts)
        assert page.html.count("</title>") == 1
        assert "alert(1)</script>" not in page.html
    body = next(attributes for tag, attributes in pages["nasty/index.html"].elements if tag == "body")
    assert body["data-title"] == NASTY


def test_nothing_in_a_page_needs_a_weaker_policy(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not any("style" in attributes for _, attributes in page.elements)
        assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
        policies = [each["content"] for _, each in page.elements if each.get("http-equiv") == "Content-Security-Policy"]
        assert len(policies) == 1
        assert "unsafe" not in (policies[0] or "")


def test_each_book_has_its_feed_as_a_qr_code_and_as_text(pages: dict[str, Page]) -> None:
    for path in ("index.html", "ferry/index.html"):
        assert qr_as_svg(f"{BASE}ferry/feed.xml") in pages[path].html
        assert f"{BASE}ferry/feed.xml" in pages[path].text
        assert "pcast://127.0.0.1:8019/ferry/feed.xml" in pages[path].html


def test_a_terminal_of_any_colours_shows_a_qr_code_the_same() -> None:
    lines = qr_for_terminal(BASE).splitlines()
    assert all(line.startswith("\x1b[97;40m") and line.endswith("\x1b[0m") for line in lines)
    assert len({len(line) for line in lines}) == 1


def test_an_address_of_this_computer_only_says_so(books: tuple[PublishedBook, ...], pages: dict[str, Page]) -> None:
    assert "serve --lan" in pages["ferry/index.html"].text
    elsewhere = {page.path: Page(page) for page in make_pages(books, "http://192.168.1.5/t/") if "html" in page.path}
    assert "serve --lan" not in elsewhere["ferry/index.html"].text


def test_a_chapter_can_be_played_without_any_script(books: tuple[PublishedBook, ...], pages: dict[str, Page]) -> None:
    links = [
        attributes["href"] for tag, attributes in pages["ferry/index.html"].elements if "data-transcript" in attributes
    ]
    assert links == [f"../{chapter.audio.path}" for chapter in books[0].chapters]
    anchors = [attributes.get("id") for tag, attributes in pages["ferry/index.html"].elements if tag == "li"]
    assert anchors[:3] == [chapter.identity.id for chapter in books[0].chapters]


def test_every_button_and_field_says_what_it_is_for(pages: dict[str, Page]) -> None:
    for tag, attributes in pages["ferry/index.html"].elements:
        if tag == "button" and attributes.get("id") not in ("follow", None):
            assert attributes.get("aria-label"), attributes
        if tag == "input":
            assert attributes.get("aria-label")
        if tag == "img":
            assert "alt" in attributes
            assert attributes.get("width")
            assert attributes.get("height")


def test_without_a_book_the_page_says_what_to_do() -> None:
    (index, *_) = make_pages([], BASE)
    assert "audiobook make" in Page(index).text


def test_scripts_and_style_sheet_need_nothing_from_elsewhere(books: tuple[PublishedBook, ...]) -> None:
    assets = [page for page in make_pages(books, BASE) if page.path.startswith("web.")]
    assert {asset.path.rpartition(".")[2] for asset in assets} == {"css", "js", "svg"}
    for asset in assets:
        assert isinstance(asset.content, bytes)
        text = asset.content.decode().replace("http://www.w3.org/2000/svg", "")
        assert "://" not in text
        assert "innerHTML" not in text
        assert "eval(" not in text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59.6, "1 min"), (307, "5 min"), (3600, "1 h"), (18_750, "5 h 12 min")],
)
def test_lengths_are_written_as_people_say_them(seconds: float, words: str) -> None:
    assert length_in_words([seconds]) == words
