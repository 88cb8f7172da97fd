"""Titles that the table of contents alone has, which a listener would otherwise not hear."""

from pathlib import Path

import pytest

from audiobook.reading.reader import read_manuscript
from tests.reading.epub.epub_files import EpubFile, prose

QUAY, HARBOUR, HILL = prose("Mara walked to the quay."), prose("Tobias slept."), prose("The hill was bare.")


def titles(path: Path) -> list[tuple[str, str | None]]:
    return [(each.title, each.unwritten_title) for each in read_manuscript(path, book="ferry").chapters]


def read(folder: Path, pages: list[tuple[str, str]], toc: list[tuple[str, str, int]]) -> list[tuple[str, str | None]]:
    return titles(EpubFile(pages=pages, toc=toc).write(folder))


def test_parts_and_chapters_that_no_text_names(tmp_path: Path) -> None:
    toc = [
        ("Part One: The Sea", "", 1),
        ("Chapter 1: The Quay", "a.xhtml", 2),
        ("Chapter 2: The Harbour", "b.xhtml", 2),
        ("Part Two: The Land", "", 1),
        ("Chapter 3: The Hill", "c.xhtml", 2),
    ]
    assert read(tmp_path, [("a", QUAY), ("b", HARBOUR), ("c", HILL)], toc) == [
        (title, title)
        for title in (
            "Part One: The Sea, Chapter 1: The Quay",
            "Chapter 2: The Harbour",
            "Part Two: The Land, Chapter 3: The Hill",
        )
    ]


def test_a_part_alone_may_be_missing_in_the_text(tmp_path: Path) -> None:
    toc = [("Part One: The Sea", "", 1), ("1. The Quay", "a.xhtml", 2), ("2. The Harbour", "b.xhtml", 2)]
    pages = [("a", f"<h2>1. The Quay</h2>{QUAY}"), ("b", f"<h2>2. The Harbour</h2>{HARBOUR}")]
    assert [said for _, said in read(tmp_path, pages, toc)] == ["Part One: The Sea", None]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>Chapter {} - The {}</h2>",
        "<p>CHAPTER {}</p><p>THE {}</p>",
        "<p class='head'>{}.</p>",
        "<h2>Another name for it</h2>",
    ],
)
def test_what_the_text_says_in_its_own_way_is_not_said_twice(tmp_path: Path, heading: str) -> None:
    pages = [("a", heading.format(1, "Quay") + QUAY), ("b", heading.format(2, "Harbour") + HARBOUR)]
    toc = [("Chapter 1: The Quay", "a.xhtml", 1), ("Chapter 2: The Harbour", "b.xhtml", 1)]
    assert [said for _, said in read(tmp_path, pages, toc)] == [None, None]


def test_what_programs_and_title_pages_list_is_no_title(tmp_path: Path) -> None:
    toc = [("The Lost Ferry", "a.xhtml", 1), ("Section 2", "b.xhtml", 1), ("part0003.xhtml", "c.xhtml", 1)]
    assert [said for _, said in read(tmp_path, [("a", QUAY), ("b", HARBOUR), ("c", HILL)], toc)] == [None] * 3


def test_several_chapters_in_one_file_and_one_over_several(tmp_path: Path) -> None:
    middle = HARBOUR.replace("<p>", '<p id="two">', 1)
    pages = [("a", QUAY + middle), ("b", HILL), ("c", prose("A third began."))]
    toc = [("The Quay", "a.xhtml", 1), ("The Harbour", "a.xhtml#two", 1), ("The Hill", "c.xhtml", 1)]
    path = EpubFile(pages=pages, toc=toc).write(tmp_path)
    assert titles(path) == [("The Quay", "The Quay"), ("The Harbour", "The Harbour"), ("The Hill", "The Hill")]
    second = read_manuscript(path, book="ferry").chapters[1]
    assert [block.source.rpartition("/")[2] for block in (second.blocks[0], second.blocks[-1])] == [
        "a.xhtml",
        "b.xhtml",
    ]


def test_a_title_of_a_page_that_is_skipped_is_not_said_before_what_follows(tmp_path: Path) -> None:
    about = '<section epub:type="colophon"><p>About Moss: born by the sea.</p></section>'
    pages = [("about", about), ("epigraph", "<p>The sea keeps no calendar.</p>"), ("a", QUAY), ("b", HILL)]
    toc = [("About", "about.xhtml", 1), ("The Pier", "a.xhtml", 1), ("The Dune", "b.xhtml", 1)]
    said = [unwritten for _, unwritten in read(tmp_path, pages, toc)]
    assert "About" not in said
    assert said[-2:] == ["The Pier", "The Dune"]
