"""An EPUB is worked on as a text is: proved, corrected, and grown by a chapter without a change to the others."""

from pathlib import Path

from audiobook.model.script import Correction, Script, SegmentKind
from audiobook.production.proof.words import add_omissions, prove_words
from audiobook.reading.reader import load_sources, read_manuscript
from audiobook.scripting.script_writer import write_script
from tests.reading.epub.epub_files import EpubFile

_TALK = "<p>“Late,” said Maud.</p><p>“As ever,” said Tom. <i>Poor Maud</i>.</p><p>“Yes.”</p>"
_PAGES = [
    ("c1", f'<h2>Chapter One</h2><p>Fog<sup><a epub:type="noteref" href="c1.xhtml#n1">1</a></sup> came.</p>{_TALK}'),
    ("c2", '<h2>Chapter Two</h2><p>Tom slept.</p><aside epub:type="footnote" id="n1"><p>1 Mist.</p></aside>'),
]
_TOC = [("Chapter One", "c1.xhtml", 1), ("Chapter Two", "c2.xhtml", 1)]
_NEXT = ("c3", "<h2>Chapter Three</h2><p>“Gulls,” said Maud.</p>")
_CORRECTION = Correction(text="“Yes.”", speaker="Tom", source="ferry.epub/OEBPS/c1.xhtml")


def script_of(path: Path) -> Script:
    return write_script(read_manuscript(path, book="ferry"), corrections=(_CORRECTION,))


def test_every_word_is_spoken_or_listed_with_its_reason(tmp_path: Path) -> None:
    path = EpubFile(pages=_PAGES, toc=_TOC).write(tmp_path)
    sources = load_sources(path)
    proof = add_omissions(prove_words(script_of(path), {each.name: each.text for each in sources}), sources)
    assert proof.losses == ()
    listed = {(place.reason, place.excerpt) for place in proof.skipped}
    assert {("a footnote's mark", "1"), ("a footnote", "1 Mist.")} <= listed
    assert proof.total_words == proof.spoken_words + sum(place.words for place in proof.skipped)


def test_offsets_point_into_the_member(tmp_path: Path) -> None:
    path = EpubFile(pages=_PAGES, toc=_TOC).write(tmp_path)
    texts = {source.name: source.text for source in load_sources(path)}
    segments = script_of(path).segments
    assert all(segment.text == texts[segment.source][segment.start : segment.end] for segment in segments)


def test_new_chapter_leaves_ids_and_corrections_of_the_others(tmp_path: Path) -> None:
    before = script_of(EpubFile(pages=_PAGES, toc=_TOC).write(tmp_path))
    grown = EpubFile(pages=[*_PAGES, _NEXT], toc=[*_TOC, ("Chapter Three", "c3.xhtml", 1)])
    after = script_of(grown.write(tmp_path))
    assert [segment.id for segment in after.segments if segment.chapter < 3] == [each.id for each in before.segments]
    corrected = next(each for each in after.segments if each.text == "“Yes.”")
    assert (corrected.speaker, corrected.kind) == ("Tom", SegmentKind.DIALOGUE)
    assert after.warnings == ()


def test_verses_keep_their_lines_up_to_the_script(tmp_path: Path) -> None:
    verse = "<h2>One</h2><p>The waves are grey,<br/>the gulls are gone,<br/>and nobody will say</p><p>Maud slept.</p>"
    script = script_of(EpubFile(pages=[("a", verse)]).write(tmp_path))
    assert [(each.text.count("\n"), each.each_line_ends) for each in script.segments[1:]] == [(2, True), (0, False)]
