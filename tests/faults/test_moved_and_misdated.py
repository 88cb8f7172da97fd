"""A project that was moved, files from the future, a clock that was set back."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.small_book import TRULY_NOW, SmallBook, new_book, speak_here


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallBook:
    speak_here(monkeypatch)
    made = new_book(tmp_path / "project")
    assert made.make().error is None
    return made


def test_a_project_that_was_moved_has_nothing_made_again(book: SmallBook) -> None:
    before = book.files()
    moved = SmallBook(book.folder.rename(book.folder.parent / "another place"))
    made = moved.make()
    assert made.error is None
    assert made.tally is not None
    assert (made.tally.spoken_takes, made.tally.rendered) == (0, [])
    assert moved.files() == before


def test_a_renamed_manuscript_is_offered_its_old_cast_and_not_given_it(book: SmallBook) -> None:
    before = book.files()
    renamed = book.folder / "tale.txt"
    (book.folder / "story.txt").rename(renamed)
    made = book.make(source=renamed)
    (offer,) = (note for note in made.notes if "under another name" in note)
    assert str(book.cast_file) in offer
    assert offer.endswith("--book story")
    assert made.tally is not None
    assert sorted(made.tally.rendered) == [1, 2]
    taken = book.make(source=renamed, name="story")
    assert taken.tally is not None
    assert taken.tally.rendered == []
    assert book.files() == before


def test_a_copy_or_another_story_is_offered_nothing(book: SmallBook) -> None:
    copy = book.folder / "copy.txt"
    copy.write_bytes((book.folder / "story.txt").read_bytes())
    other = book.folder / "other.txt"
    other.write_text("A ferry left at noon. Nobody waved, and the gulls slept on.", encoding="utf-8")
    assert not [note for note in book.make(source=copy).notes if "under another name" in note]
    (book.folder / "story.txt").unlink()
    assert not [note for note in book.make(source=other).notes if "under another name" in note]


def test_files_from_the_future_count_by_what_is_in_them(book: SmallBook) -> None:
    before = book.files()
    future = (TRULY_NOW + timedelta(days=3650)).timestamp()
    for path in book.folder.rglob("*"):
        os.utime(path, (future, future))
    story = book.folder / "story.txt"
    story.write_text(story.read_text(encoding="utf-8").replace("lamp", "lantern"), encoding="utf-8")
    os.utime(story, (0, 0))
    made = book.make()
    assert made.tally is not None
    assert made.tally.rendered == [2]
    assert book.files() != before


def test_a_clock_set_back_changes_no_finished_file(book: SmallBook) -> None:
    before = book.files()
    assert book.make(now=TRULY_NOW - timedelta(days=4000)).error is None
    assert book.files() == before
