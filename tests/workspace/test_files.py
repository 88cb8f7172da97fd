import errno
import os
from pathlib import Path

import pytest

from audiobook.errors import OutputError
from audiobook.workspace.files import make_folder, open_atomically, remove_file, write_atomically


def write_half(path: Path, error: BaseException) -> None:
    with open_atomically(path) as file:
        file.write(b"half")
        raise error


def test_a_file_and_its_folders_appear_with_their_content(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file.bin"
    write_atomically(path, b"content", durable=True)
    assert path.read_bytes() == b"content"
    assert [entry.name for entry in path.parent.iterdir()] == ["file.bin"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match="no space left"):
        write_half(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file.bin"]


def test_an_interruption_while_writing_leaves_no_part_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_half(tmp_path / "file.bin", KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught, open_atomically(tmp_path / "file.bin"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert caught.value.hint is not None
    assert "space" in caught.value.hint


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("not a folder")
    with pytest.raises(OutputError, match="build"):
        make_folder(tmp_path / "build" / "book")


def test_a_very_long_name_can_still_be_written_beside_itself(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250)
    write_atomically(path, b"1")
    assert path.read_bytes() == b"1"


def test_removing_what_is_gone_is_fine(tmp_path: Path) -> None:
    remove_file(tmp_path / "gone")
