"""What a document's reader leaves out within sentences, and the line that has it spoken."""

from pathlib import Path

import pytest

from audiobook.cli.verify_table import as_rows
from audiobook.production.progress import SilentProgress
from audiobook.production.proof.verifying import Verified, VerifyOptions, verify_book
from audiobook.reading.reader import load_sources
from audiobook.workspace.paths import Workspace
from tests.reading.docx.word_files import paragraph, run, write_docx
from tests.reading.epub.epub_files import EpubFile, prose

PAGE = (
    '<h2 id="one">Chapter 1</h2><p>The <i>ferry</i><a epub:type="noteref" href="#n1">1</a> was late, '
    'said <ruby>漢字<rt>kanji</rt></ruby>. It <span epub:type="pagebreak" id="p12">12</span> rained. '
    'She drew <img src="m.png" alt="a map_of the *bay*"/>it.</p>'
    '<aside epub:type="footnote" id="n1"><p>Every ferry.</p></aside>' + prose("Nobody came.")
)
SECOND = f"<h2>Chapter 2</h2>{prose('The tide went out.')}"
SWITCHES = {
    "footnote's mark": "The *ferry 1* was late,",
    "how the word before it is read": "漢字 kanji.",
    "page number": "It 12 rained.",
    "picture's description": "She drew a map_of the \\*bay\\* it.",
}


def workspace(folder: Path) -> Workspace:
    return Workspace(build_dir=folder / "build", voices_dir=folder / "voices")


def verify(source: Path) -> Verified:
    return verify_book(source, workspace(source.parent), VerifyOptions(), progress=SilentProgress())


def switch(folder: Path, line: str) -> None:
    (folder / "voices").mkdir(exist_ok=True)
    (folder / "voices" / "ferry.toml").write_text(f"[reading]\n{line}\n", encoding="utf-8")


@pytest.fixture
def epub(tmp_path: Path) -> Path:
    toc = [("Chapter 1", "a.xhtml#one", 1), ("Chapter 2", "b.xhtml", 1)]
    return EpubFile(pages=[("a", PAGE), ("b", SECOND)], toc=toc).write(tmp_path)


def test_each_reason_has_a_line_that_is_printed_with_it(epub: Path) -> None:
    verified = verify(epub)
    assert [(kind.places, kind.line) for kind in verified.kinds] == [(1, f'speak = ["{name}"]') for name in SWITCHES]
    rows = list(as_rows(verified))
    assert all(any(kind.line in row for row in rows) for kind in verified.kinds)


@pytest.mark.parametrize("name", SWITCHES)
def test_the_line_has_it_spoken_and_nothing_else(epub: Path, name: str) -> None:
    before = verify(epub)
    line = next(kind.line for kind in before.kinds if name in kind.line)
    switch(epub.parent, line)
    after = verify(epub)
    assert (after.words.losses, after.notes) == ((), ())
    assert [kind.line for kind in after.kinds] == [
        f'speak = ["{name}", "{other}"]' for other in SWITCHES if other != name
    ]
    left = {place.reason for place in before.words.skipped} - {place.reason for place in after.words.skipped}
    assert len(left) == 1
    assert after.words.spoken_words > before.words.spoken_words
    assert after.words.total_words == before.words.total_words
    assert [count.title for count in after.counts] == ["Chapter 1", "Chapter 2"]


def test_the_words_stand_where_they_are_seen(epub: Path) -> None:
    text = load_sources(epub, is_spoken=lambda _: True)[0].text
    assert [words for words in SWITCHES.values() if words not in text] == []


def test_marks_in_a_word_document(tmp_path: Path) -> None:
    mark = run("7", '<w:vertAlign w:val="superscript"/>')
    path = write_docx(tmp_path / "a.docx", paragraph(run("Nobody came."), mark))
    assert load_sources(path)[0].text == "Nobody came."
    assert load_sources(path, is_spoken=lambda reason: "mark" in reason)[0].text == "Nobody came. 7"


def test_a_wish_for_nothing_names_what_is_left_out_within_sentences(epub: Path) -> None:
    switch(epub.parent, 'speak = ["margin notes"]')
    assert "footnote's mark" in verify(epub).notes[0]
