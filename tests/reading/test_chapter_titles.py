"""Every chapter has a title of its own, and the author's are never touched."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.reading.chapter_titles import title_chapters
from audiobook.reading.outline import ChapterDraft
from audiobook.reading.reader import read_manuscript
from tests.reading.manuscripts import titles, write_book

_P = "Maud waited for the ferry.\n"
_OWN = ("Chapter 1", "Chapter 2", "Chapter II", "Part 2", "Prologue", "Opening", "The Ferry", "Interlude (2)", None)


def _titles_of(folder: Path, files: Mapping[str, str]) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        write_book(folder, text, name=name)
    return titles(read_manuscript(folder, book="book"))


def _title_all(*own: str | None) -> tuple[str, ...]:
    drafts = [ChapterDraft(title=title, division=None, opens_division=False, pieces=()) for title in own]
    return title_chapters(drafts, book_title="The Ferry", file_stems=[None] * len(own))


def test_chapter_added_in_front_changes_no_other_title(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    files = {"000_16ff64271809f903.txt": _P, "003_76000986d62be6e0.txt": f"Chapter 2\n\n{_P}"}
    assert _titles_of(folder, files) == ["Chapter 1", "Chapter 2"]
    assert _titles_of(folder, {"00 prologue.txt": _P}) == ["Prologue", "Chapter 1", "Chapter 2"]
    assert _titles_of(folder, {"000_0.txt": _P}) == ["Prologue", "Part 2", "Chapter 1", "Chapter 2"]


def test_untitled_chapter_never_takes_a_title_that_an_author_wrote() -> None:
    assert _title_all("Prologue", None, "Chapter 2") == ("Prologue", "Chapter 1", "Chapter 2")
    assert _title_all("Chapter 1", None, "Chapter II: Fog") == ("Chapter 1", "Part 2", "Chapter II: Fog")
    assert _title_all(None, "Chapter 1") == ("Opening", "Chapter 1")
    assert _title_all(None, None, "Chapter 2", None) == ("Opening", "Chapter 1", "Chapter 2", "Chapter 3")


def test_untitled_chapters_alone_are_counted() -> None:
    assert _title_all(None, None, "Home", None) == ("Chapter 1", "Chapter 2", "Home", "Chapter 4")


def test_chapter_that_shares_its_file_is_not_named_after_it(tmp_path: Path) -> None:
    text = "Maud waited for the ferry. " * 60 + f"\n\nChapter 2\n\n{_P}"
    assert _titles_of(tmp_path / "ferry", {"fog.txt": text}) == ["Chapter 1", "Chapter 2"]


def test_book_of_one_file_names_no_chapter_after_it(tmp_path: Path) -> None:
    assert titles(read_manuscript(write_book(tmp_path, _P, name="fog.txt"), book="fog")) == ["Chapter 1"]


@pytest.mark.parametrize("own", [("Fog", "Fog", "Fog (2)"), ("Fog", "fog", "Fog (2)", "Fog")])
def test_titles_that_look_alike_are_told_apart(own: tuple[str, ...]) -> None:
    assert len({title.casefold() for title in _title_all(*own)}) == len(own)


@given(own=st.lists(st.sampled_from(_OWN), max_size=12))
def test_titles_are_distinct_and_none_is_the_books(own: list[str | None]) -> None:
    told = {title.casefold() for title in _title_all(*own)}
    assert len(told) == len(own)
    assert "the ferry" not in told


@given(own=st.lists(st.sampled_from(_OWN), max_size=8))
def test_an_untitled_chapter_in_front_leaves_the_authors_titles_alone(own: list[str | None]) -> None:
    before, after = _title_all(*own), _title_all(None, *own)[1:]
    written = [index for index, title in enumerate(own) if title not in {None, "The Ferry"}]
    assert [before[index] for index in written] == [after[index] for index in written]
