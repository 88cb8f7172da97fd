"""Which files are books and which are chapters of one."""

from pathlib import Path

import pytest

from audiobook.errors import ManuscriptError
from audiobook.reading.book_folder import chapter_files, find_books


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Maud left.")


def test_chapters_come_in_natural_order(tmp_path: Path) -> None:
    _touch(tmp_path, "chapter10.txt", "Chapter2.md", "chapter1.txt", "a.txt")
    assert [path.name for path in chapter_files(tmp_path)] == ["a.txt", "chapter1.txt", "Chapter2.md", "chapter10.txt"]


def test_what_is_no_chapter_is_left_out(tmp_path: Path) -> None:
    _touch(tmp_path, "one.txt", ".hidden.txt", "README.md", "readme.txt", "LICENSE", "LICENSE.txt", "book.toml")
    _touch(tmp_path, "cover.jpg", "cover.txt", "notes.pdf", "sub/two.txt")
    assert [path.name for path in chapter_files(tmp_path)] == ["one.txt"]


def test_folder_without_manuscripts_is_refused_with_what_would_help(tmp_path: Path) -> None:
    _touch(tmp_path, "README.md", "sub/one.txt")
    with pytest.raises(ManuscriptError, match="no manuscript") as caught:
        chapter_files(tmp_path)
    assert ".txt" in (caught.value.hint or "")


def test_books_are_the_files_and_folders_directly_inside(tmp_path: Path) -> None:
    _touch(tmp_path, "book10.txt", "book2.md", "README.md", ".git/a.txt", "saga/part1.txt", "empty/cover.jpg")
    _touch(tmp_path, "deep/er/one.txt")
    assert [path.name for path in find_books(tmp_path)] == ["book2.md", "book10.txt", "saga"]


def test_missing_folder_is_a_manuscript_error(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="no such folder"):
        find_books(tmp_path / "seeds")
