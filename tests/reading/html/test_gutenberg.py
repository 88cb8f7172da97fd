"""Project Gutenberg's HTML: its frame, title page, contents list, page numbers and footnotes are not the book."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind, Manuscript
from audiobook.reading.reader import read_manuscript
from tests.reading.manuscripts import all_blocks, of_kind, titles

_PAGE = """<!DOCTYPE html><html lang="en"><head><title>The Lost Ferry | Project Gutenberg</title>
<meta name="dc.creator" content="Moss, Ada, 1850-1910"></head><body>
<section class="pg-boilerplate pgheader" id="pg-header"><h2>The Project Gutenberg eBook of The Lost Ferry</h2>
<div>This ebook is for the use of anyone.</div>
<div>*** START OF THE PROJECT GUTENBERG EBOOK THE LOST FERRY ***</div></section>
<h1>THE LOST FERRY</h1><p>BY</p><h2>ADA MOSS</h2><p>LONDON<br>QUAY AND SONS<br>1890</p>
<h2>CONTENTS</h2><table><tr><td>I.</td><td><a href="#c1">The Quay</a></td><td>1</td></tr>
<tr><td>II.</td><td><a href="#c2">The Fog</a></td><td>12</td></tr></table>
<h2><a id="c1"></a>CHAPTER I.<br>THE QUAY</h2>
<p><span class="dropcap">M</span>AUD waited.<a id="FNanchor_1" href="#Footnote_1" class="fnanchor">[1]</a> It was <span
class="pagenum"><a id="Page_2">[Pg 2]</a></span>late.</p><hr class="tb"><p>“Late,” she said.</p>
<div class="figcenter"><img src="i.jpg" alt="A gull"><div class="caption"><p>“He looked.”</p></div></div>
<h2><a id="c2"></a>CHAPTER II.<br>THE FOG</h2><p>Nobody spoke.</p>
<div class="footnotes"><h3>FOOTNOTES:</h3><div class="footnote"><p><a id="Footnote_1"
href="#FNanchor_1"><span class="label">[1]</span></a> A pier.</p></div></div>
<div class="transnote"><h3>Transcriber's Note</h3><p>Spelling kept.</p></div>
<div>*** END OF THE PROJECT GUTENBERG EBOOK THE LOST FERRY ***</div><div>Updated editions</div></body></html>"""


@pytest.fixture
def manuscript(tmp_path: Path) -> Manuscript:
    path = tmp_path / "pg1-images.html"
    path.write_text(_PAGE, encoding="utf-8")
    return read_manuscript(path, book="ferry")


def test_story_alone_is_read(manuscript: Manuscript) -> None:
    assert titles(manuscript) == ["Chapter I: The Quay", "Chapter II: The Fog"]
    paragraphs = ["MAUD waited. It was late.", "“Late,” she said.", "Nobody spoke."]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == paragraphs


def test_all_else_has_its_reason(manuscript: Manuscript) -> None:
    assert {block.reason for block in all_blocks(manuscript) if block.reason} == {
        "Project Gutenberg's text around the book",
        "title page",
        "the table of contents",
        "a picture's description",
        "a picture's caption",
        "a footnote",
        "a transcriber's note",
    }


def test_title_and_author_are_written_as_people_write_them(manuscript: Manuscript) -> None:
    assert (manuscript.title, manuscript.author) == ("The Lost Ferry", "Ada Moss")
