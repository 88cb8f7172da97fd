"""EPUBs: what is not the book itself becomes a note with its reason; what is the author's stays."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind, Manuscript
from audiobook.reading.reader import read_manuscript
from tests.reading.epub.epub_files import EpubFile, prose
from tests.reading.manuscripts import all_blocks, of_kind, titles

_STORY = prose("Maud waited on the pier and counted gulls until the fog came over the water.", times=40)
_CHAPTERS = [("c1", f"<h2>Chapter One</h2>{_STORY}"), ("c2", f"<h2>Chapter Two</h2>{_STORY}")]


def read_with(tmp_path: Path, before: str, after: str = "<p>The end of all.</p>", **more: object) -> Manuscript:
    pages = [("front", before), *_CHAPTERS, ("back", after)]
    return read_manuscript(EpubFile(pages=pages, **more).write(tmp_path), book="ferry")  # type: ignore[arg-type]


def reasons(manuscript: Manuscript) -> set[str | None]:
    return {block.reason for block in all_blocks(manuscript) if block.kind is BlockKind.NOTE}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<section epub:type="titlepage"><h1>The Lost Ferry</h1><p>A novel of fog</p></section>', "title page"),
        ("<h1>The Lost Ferry</h1><p>Ada Moss</p><p>Quay Press</p>", "title page"),
        ('<section epub:type="copyright-page"><p>For sale to gulls only.</p></section>', "copyright and imprint"),
        ("<p>Copyright © 2021 Ada Moss</p><p>All rights reserved.</p><p>ISBN 978</p>", "copyright and imprint"),
        ("<h2>Contents</h2><p>Chapter One</p><p>Chapter Two</p>", "the table of contents"),
        ("<h2>Also by Ada Moss</h2><p>The Found Ferry</p>", "a list of the author's other books"),
        ("<h2>Praise for The Lost Ferry</h2><p>“Foggy.”</p>", "what reviewers said"),
    ],
)
def test_front_matter_is_a_note(tmp_path: Path, markup: str, reason: str) -> None:
    manuscript = read_with(tmp_path, markup)
    assert reasons(manuscript) == {reason}
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<h2>About the Author</h2><p>Ada lives by the sea.</p>", "about the author or the making of the book"),
        ("<h2>Acknowledgements</h2><p>Thanks to the gulls.</p>", "acknowledgements"),
        ("<h2>Join my newsletter</h2><p>Gulls weekly.</p>", "an advertisement or a newsletter"),
        ("<p>Sign up for more at www.example.org!</p>", "an advertisement or a newsletter"),
    ],
)
def test_back_matter_is_a_note(tmp_path: Path, markup: str, reason: str) -> None:
    manuscript = read_with(tmp_path, "<p>For my mother.</p>", markup)
    assert reasons(manuscript) == {reason}
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>Dedication</h2><p>For my mother.</p>",
        '<section epub:type="dedication"><p>For my mother.</p></section>',
        '<blockquote epub:type="epigraph"><p>The sea is everything.</p></blockquote>',
    ],
)
def test_dedication_and_epigraph_are_kept_with_the_first_chapter(tmp_path: Path, markup: str) -> None:
    manuscript = read_with(tmp_path, markup)
    assert reasons(manuscript) == set()
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]


def test_text_beside_the_reading_order_is_a_note(tmp_path: Path) -> None:
    manuscript = read_with(tmp_path, "<p>An answer key.</p>", not_linear=frozenset({"front"}))
    assert reasons(manuscript) == {"set beside the reading order by the book"}


def test_book_whose_every_text_is_beside_the_reading_order_is_read(tmp_path: Path) -> None:
    manuscript = read_with(tmp_path, "<p>Hello.</p>", not_linear=frozenset({"front", "c1", "c2", "back"}))
    assert reasons(manuscript) == set()


def test_guide_names_the_cover_and_the_contents(tmp_path: Path) -> None:
    manuscript = read_with(
        tmp_path, "<p>Ferry picture words</p>", version=2, guide=[("cover", "front.xhtml"), ("toc", "c1.xhtml")]
    )
    assert reasons(manuscript) == {"the cover"}
    assert titles(manuscript) == ["Chapter One", "Chapter Two"]


def test_footnotes_of_another_file_are_notes_and_their_marks_are_left_out(tmp_path: Path) -> None:
    mark = '<p>The gull<sup><a href="back.xhtml#n1" id="r1">1</a></sup> cried.</p>'
    notes = '<p id="n1"><a href="front.xhtml#r1">1</a> A bird.</p>'
    manuscript = read_with(tmp_path, mark, notes)
    assert of_kind(manuscript, BlockKind.PARAGRAPH)[0] == "The gull cried."
    assert reasons(manuscript) == {"a footnote"}
    assert [(each.text, each.reason) for each in manuscript.sources[0].omissions] == [("1", "a footnote's mark")]


def test_fanficfares_title_and_log_pages_are_notes(tmp_path: Path) -> None:
    pages = [
        ("title_page", "<h3>The Lost Ferry by Ada Moss</h3><div><b>Category:</b> Gulls<br/></div>"),
        ("file0001", f'<h3 class="fff_chapter_title">1. The Quay</h3>{_STORY}'),
        ("file0002", f'<h3 class="fff_chapter_title">2. The Fog</h3>{_STORY}'),
        ("log_page", "<p>2021-03-04: 2 chapters.</p>"),
    ]
    toc = [("1. The Quay", "file0001.xhtml", 1), ("2. The Fog", "file0002.xhtml", 1)]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc).write(tmp_path), book="ferry")
    assert reasons(manuscript) == {"title page", "the log of the program that saved the story"}
    assert titles(manuscript) == ["Chapter 1: The Quay", "Chapter 2: The Fog"]


def test_archive_of_our_owns_epub_is_read_though_calibre_cut_it_and_numbered_its_classes(tmp_path: Path) -> None:
    notes = '<p>Chapter Notes</p><blockquote class="calibre2"><p>Kudos welcome!</p></blockquote>'
    pages = [
        ("split_000", '<div id="preface"><h2 class="toc-heading">Preface</h2><p>Posted originally on</p></div>'),
        ("split_001", f'<div class="meta"><h2 class="toc-heading1">Chapter 1</h2>{notes}</div><div>{_STORY}</div>'),
        ("split_002", f'<h2 class="toc-heading1">Chapter 2</h2>{notes}<div class="userstuff2">{_STORY}</div>'),
        ("split_003", '<div id="afterword"><h2 class="toc-heading">Afterword</h2><p>Please comment</p></div>'),
    ]
    toc = [(name, f"split_00{n}.xhtml", 1) for n, name in enumerate(("Preface", "Chapter 1", "Chapter 2", "Afterword"))]
    manuscript = read_manuscript(EpubFile(pages=pages, toc=toc, version=2).write(tmp_path), book="ferry")
    assert titles(manuscript) == ["Chapter 1", "Chapter 2"]
    assert "Kudos welcome!" not in of_kind(manuscript, BlockKind.PARAGRAPH)
    assert len(reasons(manuscript)) == 3
