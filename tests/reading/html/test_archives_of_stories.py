"""Downloads of story archives in HTML: the story is read, what the archive adds is a note."""

from pathlib import Path

from audiobook.model.manuscript import BlockKind
from audiobook.reading.reader import read_manuscript
from tests.reading.manuscripts import of_kind, titles

_ARCHIVE_OF_OUR_OWN = """<!DOCTYPE html><html><head><title>The Lost Ferry - adamoss - Gulls</title></head><body>
<div id="preface"><p class="message"><b>The Lost Ferry</b><br/>Posted originally on the <a href="x">Archive of Our
Own</a> at <a href="x">http://archive.example/works/1</a>.</p>
<div class="meta"><dl class="tags"><dt>Rating:</dt><dd>General</dd><dt>Language:</dt><dd>English</dd>
<dt>Series:</dt><dd>Part <span class="position">2</span> of <a href="x">Fogs</a></dd></dl>
<h1>The Lost Ferry</h1><div class="byline">by <a rel="author" href="x">adamoss</a></div>
<p>Summary</p><blockquote class="userstuff"><p>A ferry is lost.</p></blockquote></div></div>
<div id="chapters" class="userstuff">
<div class="meta group"><h2 class="heading">Chapter 1: The Quay</h2><p>Chapter Notes</p>
<blockquote class="userstuff"><p>Kudos welcome!</p></blockquote></div>
<div class="userstuff"><p>Maud waited.</p><p>“Late,” she said.</p></div>
<div id="endnotes1"><p>Chapter End Notes</p><blockquote class="userstuff"><p>See you.</p></blockquote></div>
<div class="meta group"><h2 class="heading">Chapter 2: The Fog</h2></div>
<div class="userstuff"><p>Nobody spoke.</p></div></div>
<div id="afterword"><p class="message">Please <a href="x">drop by the archive and comment</a>!</p></div>
</body></html>"""

_FAN_FIC_FARE = """<!DOCTYPE html><html><head><title>The Lost Ferry by Ada Moss</title></head><body>
<h1><a href="x">The Lost Ferry</a> by <a class='authorlink' href='x'>Ada Moss</a></h1>
<table class="full"><tr><td><b>Category:</b></td><td>Gulls</td></tr>
<tr><td><b>Series:</b></td><td><a href='x'>Fogs [2]</a></td></tr></table>
<a name="TOCTOP"><h2>Table of Contents</h2></a><p><a href="#section0001">The Quay</a><br/>
<a href="#section0002">The Fog</a><br/></p>
<a name="section0001"><h2>The Quay</h2></a><div><p>Maud waited.</p></div>
<a name="section0002"><h2>The Fog</h2></a><div><p>Nobody spoke.</p></div></body></html>"""


def test_archive_of_our_own(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_text(_ARCHIVE_OF_OUR_OWN, encoding="utf-8")
    manuscript = read_manuscript(path, book="ferry")
    assert titles(manuscript) == ["Chapter 1: The Quay", "Chapter 2: The Fog"]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == ["Maud waited.", "“Late,” she said.", "Nobody spoke."]
    assert (manuscript.title, manuscript.author, manuscript.language) == ("The Lost Ferry", "adamoss", "en")
    assert (manuscript.publication.series, manuscript.publication.series_part) == ("Fogs", "2")


def test_fan_fic_fare(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_text(_FAN_FIC_FARE, encoding="utf-8")
    manuscript = read_manuscript(path, book="ferry")
    assert titles(manuscript) == ["The Quay", "The Fog"]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == ["Maud waited.", "Nobody spoke."]
    assert (manuscript.title, manuscript.author) == ("The Lost Ferry", "Ada Moss")
    assert (manuscript.publication.series, manuscript.publication.series_part) == ("Fogs", "2")
