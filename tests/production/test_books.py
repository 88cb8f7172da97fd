from pathlib import Path

import pytest

from audiobook.errors import UsageError
from audiobook.production.books import open_book, require_distinct
from audiobook.workspace.paths import LONGEST_SLUG_BYTES, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")


def story(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("A story.", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["a" * (LONGEST_SLUG_BYTES + 1), "ä" * LONGEST_SLUG_BYTES])
def test_a_book_whose_name_no_file_can_have_asks_for_a_shorter_one(
    name: str, tmp_path: Path, workspace: Workspace
) -> None:
    with pytest.raises(UsageError, match=r'--book "[aä]{40}\.\.\." is too long') as caught:
        open_book(story(tmp_path, "story.txt"), workspace, name=name)
    assert "--book NAME" in (caught.value.hint or "")


def test_a_file_with_the_longest_name_there_is_needs_another_for_its_book(tmp_path: Path, workspace: Workspace) -> None:
    source = story(tmp_path, "a" * 251 + ".txt")
    with pytest.raises(UsageError, match="the book's name is too long"):
        open_book(source, workspace)
    assert open_book(source, workspace, name="short").slug == "short"
    require_distinct((source, story(tmp_path, "other.txt")), name=None)  # told when its turn comes


def test_the_longest_name_of_a_book_can_be_that_of_its_files(tmp_path: Path, workspace: Workspace) -> None:
    book = open_book(story(tmp_path, "story.txt"), workspace, name="a" * LONGEST_SLUG_BYTES)
    for path in (book.cast_path, book.workspace.lock_file(book.slug), book.workspace.script_cache(book.slug)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_one_manuscript_given_twice_is_told_as_such(tmp_path: Path) -> None:
    source = story(tmp_path, "story.txt")
    with pytest.raises(UsageError, match="is given twice"):
        require_distinct((source, tmp_path / "." / "story.txt"), name=None)
