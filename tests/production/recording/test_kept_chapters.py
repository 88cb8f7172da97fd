from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.model.release import ReleasedLine
from audiobook.production.recording.kept_chapters import (
    KeptBook,
    KeptChapter,
    keep_chapters,
    recall_chapters,
    trace_takes,
)
from audiobook.production.recording.recipes import ChapterRecipe
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.kept_text import keep_text
from tests.assembly.building import tone

CHAPTER = KeptChapter(recipe=ChapterRecipe(takes="a", sound="b", tags="c"), transcripts="d", traces="e")
LINE = ReleasedLine(segment_id="s0", speaker="Lex", text="Go.", take_key="abc", start_sample=0, length_samples=9)


@pytest.fixture
def book(tmp_path: Path) -> KeptBook:
    kept = KeptBook(
        path=tmp_path / "recipes" / "ferry.json", release="digest", chapters={"sha": CHAPTER}, book_files={"m4b": "f"}
    )
    keep_chapters(kept)
    return kept


def test_what_was_written_is_read_again(book: KeptBook) -> None:
    assert recall_chapters(book.path, release="digest") == book
    assert book.takes == {"a"}


@pytest.mark.parametrize("release", [None, "another"])
def test_it_counts_for_the_release_it_was_written_with_alone(release: str | None, book: KeptBook) -> None:
    assert recall_chapters(book.path, release=release) == KeptBook(path=book.path)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"chapters": {"sha": {}}}', '{"chapters": {"sha": {"recipe": 1}}, "book_files": {}}'],
)
def test_whatever_else_is_in_the_file_counts_as_nothing(text: str, book: KeptBook) -> None:
    keep_text(book.path, text, key="digest")
    assert recall_chapters(book.path, release="digest") == KeptBook(path=book.path)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, book: KeptBook) -> None:
    (tmp_path / "file").write_text("no folder")
    keep_chapters(replace(book, path=tmp_path / "file" / "ferry.json"))


def test_a_take_leaves_a_trace_of_when_it_was_written(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    gone = trace_takes(store, [LINE])
    store.write("abc", tone(0.2))
    there = trace_takes(store, [LINE])
    store.path("abc").unlink()
    store.write("abc", tone(0.3))
    assert len({gone, there, trace_takes(store, [LINE])}) == 3
