"""EPUBs: chapters as the author meant them, from the table of contents and where it fails from headings."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind
from audiobook.reading.reader import read_manuscript
from tests.reading.epub.epub_files import EpubFile, prose
from tests.reading.manuscripts import of_kind, shown, titles

_ONE, _TWO, _THREE = prose("Maud waited."), prose("Tom came."), prose("Nobody spoke.")


@pytest.mark.parametrize("version", [2, 3])
def test_each_line_of_the_table_of_contents_is_a_chapter(tmp_path: Path, version: int) -> None:
    book = EpubFile(
        version=version,
        pages=[("a", f"<h2>Chapter One</h2>{_ONE}"), ("b", f"<h2>Chapter Two</h2>{_TWO}")],
        toc=[("Chapter One", "a.xhtml", 1), ("Chapter Two", "b.xhtml", 1)],
    )
    manuscript = read_manuscript(book.write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]
    assert manuscript.sources[0].name == "ferry.epub/OEBPS/a.xhtml"


def test_several_chapters_in_one_file_begin_at_their_anchors(tmp_path: Path) -> None:
    body = f'<h3 id="c1">I</h3>{_ONE}<a id="c2"></a><h3>II</h3>{_TWO}<h3>III<a id="c3"/></h3>{_THREE}'
    toc = [("The Quay", "a.xhtml#c1", 1), ("The Fog", "a.xhtml#c2", 1), ("The Café", "a.xhtml#c3", 1)]
    manuscript = read_manuscript(EpubFile(pages=[("a", body)], toc=toc).write(tmp_path), book="ferry")
    assert titles(manuscript) == ["The Quay", "The Fog", "The Café"]
    assert [shown(manuscript)[0], len(manuscript.chapters[2].blocks)] == [("heading", "I"), 13]


def test_one_chapter_may_run_over_several_files(tmp_path: Path) -> None:
    book = EpubFile(
        pages=[("a", f"<h2>Chapter One</h2>{_ONE}"), ("b", _TWO), ("c", f"<h2>Chapter Two</h2>{_THREE}")],
        toc=[("Chapter One", "a.xhtml", 1), ("Chapter Two", "c.xhtml", 1)],
    )
    manuscript = read_manuscript(book.write(tmp_path), book="ferry")
    assert [len(chapter.blocks) for chapter in manuscript.chapters] == [25, 13]
    assert {block.source for block in manuscript.chapters[0].blocks} == {
        "ferry.epub/OEBPS/a.xhtml",
        "ferry.epub/OEBPS/b.xhtml",
    }


def test_part_holds_its_chapters(tmp_path: Path) -> None:
    book = EpubFile(
        pages=[
            ("p1", "<h1>Part One</h1>"),
            ("a", f"<h2>The Quay</h2>{_ONE}"),
            ("b", f"<h2>The Fog</h2>{_TWO}"),
            ("p2", "<h1>Part Two</h1>"),
            ("c", f"<h2>The Café</h2>{_THREE}"),
        ],
        toc=[
            ("Part One", "p1.xhtml", 1), ("The Quay", "a.xhtml", 2), ("The Fog", "b.xhtml", 2),
            ("Part Two", "p2.xhtml", 1), ("The Café", "c.xhtml", 2),
        ],
    )  # fmt: skip
    manuscript = read_manuscript(book.write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Part One, The Quay", "The Fog", "Part Two, The Café"]


def test_part_without_a_page_of_its_own_is_still_named(tmp_path: Path) -> None:
    book = EpubFile(
        pages=[("a", f"<h2>The Quay</h2>{_ONE}"), ("b", f"<h2>The Fog</h2>{_TWO}")],
        toc=[("Part One", "", 1), ("The Quay", "a.xhtml", 2), ("The Fog", "b.xhtml", 2)],
    )
    assert titles(read_manuscript(book.write(tmp_path), book="ferry")) == ["Part One, The Quay", "The Fog"]


def test_sections_of_a_chapter_are_not_chapters(tmp_path: Path) -> None:
    body = f'<h2>Chapter One</h2>{_ONE}<h3 id="s">Morning</h3>{_TWO}'
    book = EpubFile(
        pages=[("a", body), ("b", f"<h2>Chapter Two</h2>{_THREE}")],
        toc=[("Chapter One", "a.xhtml", 1), ("Morning", "a.xhtml#s", 2), ("Chapter Two", "b.xhtml", 1)],
    )
    assert titles(read_manuscript(book.write(tmp_path), book="ferry")) == ["Chapter One", "Chapter Two"]


@pytest.mark.parametrize(
    "toc",
    [
        [],
        [("Start", "a.xhtml", 1)],
        [("Lost", "gone.xhtml", 1), ("Also lost", "gone.xhtml#x", 1)],
        [("Start", "../../../etc/passwd", 1), ("Web", "https://example.org/a.xhtml", 1)],
    ],
    ids=["none", "one-line", "dead-links", "links-outside"],
)
def test_without_a_usable_table_of_contents_headings_decide(tmp_path: Path, toc: list[tuple[str, str, int]]) -> None:
    pages = [("a", f"<h2>Chapter One</h2>{_ONE}"), ("b", f"<h2>Chapter Two</h2>{_TWO}")]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]


def test_chapters_that_the_table_of_contents_leaves_out_are_found(tmp_path: Path) -> None:
    pages = [(f"c{n}", f"<h2>Chapter {n}</h2>{_ONE}") for n in range(1, 7)]
    toc = [("Part One", "c1.xhtml", 1), ("Part Two", "c4.xhtml", 1)]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert [title.rpartition(", ")[2] for title in titles(manuscript)] == [f"Chapter {n}" for n in range(1, 7)]


def test_heading_without_markup_is_known_from_the_table_of_contents(tmp_path: Path) -> None:
    pages = [("a", f'<p class="ct">The Quay</p>{_ONE}'), ("b", f'<p class="ct">The Fog</p>{_TWO}')]
    toc = [("The Quay", "a.xhtml", 1), ("The Fog", "b.xhtml", 1)]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert of_kind(manuscript, BlockKind.HEADING) == ["The Quay", "The Fog"]


def test_text_says_more_than_the_table_of_contents(tmp_path: Path) -> None:
    pages = [("a", f"<h2>Chapter 1<br/>The Quay</h2>{_ONE}"), ("b", f"<h2>Chapter 2<br/>The Fog</h2>{_TWO}")]
    toc = [("Chapter 1", "a.xhtml", 1), ("The Fog", "b.xhtml", 1)]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Chapter 1: The Quay", "Chapter 2: The Fog"]


def test_heading_that_is_a_picture_is_read_from_its_description(tmp_path: Path) -> None:
    pages = [("a", f'<h2><img src="1.png" alt="Chapter One"/></h2>{_ONE}'), ("b", f"<h2>Chapter Two</h2>{_TWO}")]
    manuscript = read_manuscript(EpubFile(pages=pages).write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]


def test_table_of_contents_that_leads_in_circles_is_read_once(tmp_path: Path) -> None:
    toc = [("The Quay", "a.xhtml", 1), ("The Fog", "b.xhtml", 1)] * 30 + [("Contents", "nav.xhtml", 1)]
    pages = [("a", f"<h2>The Quay</h2>{_ONE}"), ("b", f"<h2>The Fog</h2>{_TWO}")]
    assert titles(read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")) == [
        "The Quay",
        "The Fog",
    ]


def test_new_chapter_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    pages = [("a", f"<h2>Chapter One</h2>{_ONE}"), ("b", f"<h2>Chapter Two</h2>{_TWO}")]
    toc = [("Chapter One", "a.xhtml", 1), ("Chapter Two", "b.xhtml", 1)]
    before = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    grown = EpubFile(
        pages=[*pages, ("c", f"<h2>Chapter Three</h2>{_THREE}")], toc=[*toc, ("Chapter Three", "c.xhtml", 1)]
    )
    after = read_manuscript(grown.write(tmp_path), book="ferry")
    assert after.chapters[:2] == before.chapters
    assert after.sources[:2] == before.sources


def test_number_and_title_that_are_listed_apart_are_one_chapter(tmp_path: Path) -> None:
    pages = [(f"c{n}", f'<h2>Chapter {n}</h2><h2 id="t">{title}</h2>{_ONE}') for n, title in ((1, "Fog"), (2, "Gulls"))]
    toc = [
        ("Chapter 1", "c1.xhtml", 1), ("Fog", "c1.xhtml#t", 1), ("Chapter 2", "c2.xhtml", 1), ("Gulls", "c2.xhtml#t", 1)
    ]  # fmt: skip
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Chapter 1: Fog", "Chapter 2: Gulls"]


def test_a_part_listed_in_place_of_its_first_chapter_holds_it(tmp_path: Path) -> None:
    pages = [
        ("a", f"<h2>Part One: The Sea</h2><h3>Chapter 1: The Quay</h3>{prose('Maud waited.')}"),
        ("b", f"<h3>Chapter 2: The Fog</h3>{prose('Nobody spoke.')}"),
        ("c", f"<h2>Part Two: The Land</h2><h3>Chapter 3: The Hill</h3>{prose('It rained.')}"),
    ]
    toc = [
        ("Part One: The Sea", "a.xhtml", 1),
        ("Chapter 2: The Fog", "b.xhtml", 1),
        ("Part Two: The Land", "c.xhtml", 1),
    ]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert titles(manuscript) == [
        "Part One: The Sea, Chapter 1: The Quay",
        "Chapter 2: The Fog",
        "Part Two: The Land, Chapter 3: The Hill",
    ]
