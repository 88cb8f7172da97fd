"""Every file of a small build is damaged in turn; the next run must mend it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.small_book import SmallBook, new_book, speak_here


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes() or b"\0")
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def cut_in_half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def fill_with_zeros(path: Path) -> None:
    """What a power cut leaves on some file systems."""
    path.write_bytes(bytes(path.stat().st_size))


DAMAGES = (flip_a_bit, cut_in_half, fill_with_zeros, Path.unlink)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallBook:
    speak_here(monkeypatch)
    made = new_book(tmp_path / "project")
    assert made.make().error is None
    return made


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_whatever_file_of_a_build_is_damaged_the_next_run_mends_it(
    book: SmallBook, damage: Callable[[Path], None]
) -> None:
    expected = book.files()
    paths = [path for path in sorted(book.build.rglob("*")) if path.is_file()]
    for path in paths:
        damage(path)
        assert book.make().error is None, path
        assert book.files() == expected, path


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_take_or_cache_is_noticed_when_it_is_needed(book: SmallBook, damage: Callable[[Path], None]) -> None:
    expected = book.files()
    paths = [path for path in sorted((book.build / ".cache").rglob("*")) if path.is_file()]
    for path in paths:
        damage(path)
        shutil.rmtree(book.release)
        assert book.make().error is None, path
        assert book.files() == expected, path


def test_what_a_killed_writer_left_behind_is_swept(book: SmallBook) -> None:
    left = book.release / ".01 - x.mp3.123-0123abcd.tmp"
    left.write_bytes(b"half")
    book.make()
    assert not left.exists()
