"""What is too large, or no file at all, is refused before it costs time and memory."""

import os
from pathlib import Path

import pytest

from audiobook.errors import ManuscriptError
from audiobook.reading import loading, reader
from audiobook.reading.reader import read_manuscript


def test_text_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, loading.LARGEST_TEXT_BYTES + 1)
    with pytest.raises(ManuscriptError, match=r"huge\.txt: the file has 67,108,865 bytes; at most 67,108,864"):
        read_manuscript(path, book="huge")


def test_book_of_many_files_is_counted_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_BOOK_CHARACTERS", 20)
    for name in ("1.txt", "2.txt", "3.txt"):
        (tmp_path / name).write_text("So it was.")
    with pytest.raises(ManuscriptError, match=r"3\.txt: the book has over 20 characters"):
        read_manuscript(tmp_path, book="book")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names exist on POSIX only")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.html", "pipe.epub", "pipe.docx"])
def test_pipe_is_refused_without_waiting(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(ManuscriptError, match="this is a pipe"):
        read_manuscript(tmp_path / name, book="pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this device exists on POSIX only")
def test_device_without_end_is_refused() -> None:
    with pytest.raises(ManuscriptError, match="/dev/zero: this is a device"):
        read_manuscript(Path("/dev/zero"), book="zero")
