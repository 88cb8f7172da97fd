"""Zip archives: what is read, and what is refused by name."""

import os
import stat
import struct
import zipfile
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED

import pytest

from audiobook.errors import ManuscriptError
from audiobook.reading import archives
from audiobook.reading.archives import open_archive
from tests.reading.forged_archives import overlapping_archive, with_flag


def _archive(folder: Path, *members: tuple[str | zipfile.ZipInfo, str | bytes], method: int = ZIP_DEFLATED) -> Path:
    path = folder / "book.epub"
    with zipfile.ZipFile(path, "w") as opened:
        for name, data in members:
            opened.writestr(name, data, method)
    return path


def _read(path: Path, name: str) -> bytes:
    with open_archive(path) as archive:
        return archive.read(name)


def test_reads_a_member_and_lists_names(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a/b.txt", "words"), ("c/", ""))
    with open_archive(path) as archive:
        assert archive.names == ("a/b.txt",)
        assert "a/b.txt" in archive
        assert "nothing" not in archive
        assert archive.read("a/b.txt") == b"words"


def test_name_in_utf8_that_does_not_say_so_is_understood(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("Kapitel/über.xhtml", "x"))
    path.write_bytes(with_flag(path.read_bytes(), clear=0x800))
    assert _read(path, "Kapitel/über.xhtml") == b"x"


@pytest.mark.parametrize("name", ["/etc/passwd", "../../etc/passwd", "a/../../b", "C:/Windows/win.ini", "..\\up.txt"])
def test_member_outside_the_archive_is_refused_and_not_listed(tmp_path: Path, name: str) -> None:
    path = _archive(tmp_path, (name, "x"))
    with open_archive(path) as archive:
        assert archive.names == ()
        with pytest.raises(ManuscriptError, match=r"absolute path|leads out"):
            archive.read(name.replace("\\", "/"))


def test_link_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link.xhtml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = _archive(tmp_path, (entry, "/etc/passwd"))
    with pytest.raises(ManuscriptError, match=r'book.epub: the member "link.xhtml" is a link'):
        _read(path, "link.xhtml")


def test_missing_member_is_named(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", "x"))
    with pytest.raises(ManuscriptError, match=r'book.epub: the member "b" is missing'):
        _read(path, "b")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_name_given_twice_is_refused_only_when_asked_for(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", "one"), ("a", "two"), ("b", "three"))
    assert _read(path, "b") == b"three"
    with pytest.raises(ManuscriptError, match='several members named "a"'):
        _read(path, "a")


def test_encrypted_member_is_refused_as_protected(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", "x"))
    path.write_bytes(with_flag(path.read_bytes(), add=0x1))
    with pytest.raises(ManuscriptError, match='"a" is encrypted') as caught:
        _read(path, "a")
    assert "copy protection" in (caught.value.hint or "")


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_other_methods_of_packing_are_refused(tmp_path: Path, method: int) -> None:
    path = _archive(tmp_path, ("a", "x" * 100), method=method)
    with pytest.raises(ManuscriptError, match=f"packed by method {method}"):
        _read(path, "a")


def test_wrong_checksum_is_damage(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", "words"), method=ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"words", b"wordz"))
    with pytest.raises(ManuscriptError, match=r'"a" is damaged: .*CRC'):
        _read(path, "a")


def test_member_that_says_it_is_smaller_than_it_is_is_damage(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", "0" * 1000))
    path.write_bytes(path.read_bytes().replace(struct.pack("<L", 1000), struct.pack("<L", 10)))
    with pytest.raises(ManuscriptError, match='"a" is damaged'):
        _read(path, "a")


def test_bomb_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", b"\0" * 8 * 2**20))
    with pytest.raises(ManuscriptError, match="packed over 250 to 1"):
        _read(path, "a")


def test_large_member_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBER_BYTES", 1000)
    path = _archive(tmp_path, ("a", os.urandom(1001)))
    with pytest.raises(ManuscriptError, match='"a" has over 1,000 bytes'):
        _read(path, "a")


def test_members_are_counted_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_TOTAL_BYTES", 1000)
    path = _archive(tmp_path, ("a", os.urandom(600)))
    with open_archive(path) as archive:
        archive.read("a")
        with pytest.raises(ManuscriptError, match='with "a", its members have over 1,000 bytes'):
            archive.read("a")


def test_members_that_share_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(overlapping_archive(members=3, kernel=b"0" * 5000))
    with pytest.raises(ManuscriptError, match=r'the members "0" and "1" overlap'), open_archive(path):
        pass


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_ENTRIES", 2)
    path = _archive(tmp_path, *((name, "x") for name in "abc"))
    with pytest.raises(ManuscriptError, match="it has 3 members; at most 2"), open_archive(path):
        pass


def test_directory_too_large_to_be_read_at_once_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_DIRECTORY_BYTES", 5000)
    path = _archive(tmp_path, *(("n" * 500 + str(n), "x") for n in range(20)))
    with pytest.raises(ManuscriptError, match="table of contents has over 5,000 bytes"), open_archive(path):
        pass


def test_name_without_end_is_refused(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("n" * 2000, "x"))
    with pytest.raises(ManuscriptError, match="has a name of 2,000 characters"):
        _read(path, "n" * 2000)


def test_name_that_a_terminal_would_obey_is_shown_harmless(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("a", "x"))
    with pytest.raises(ManuscriptError) as caught:
        _read(path, "\x1b[2J")
    assert "\x1b" not in caught.value.message


@pytest.mark.parametrize("tenth", range(1, 10))
def test_archive_cut_off_is_damage(tmp_path: Path, tenth: int) -> None:
    path = _archive(tmp_path, *((str(n), os.urandom(50)) for n in range(20)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * tenth // 10])
    with pytest.raises(ManuscriptError, match="damaged or cut off"), open_archive(path):
        pass


def test_no_archive_at_all(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_text("Once upon a time")
    with pytest.raises(ManuscriptError, match="no zip archive"), open_archive(path):
        pass


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.touch()
    with pytest.raises(ManuscriptError, match="the file is empty"), open_archive(path):
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names exist on POSIX only")
def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    os.mkfifo(path)
    with pytest.raises(ManuscriptError, match="this is a pipe"), open_archive(path):
        pass


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="this is a folder"), open_archive(tmp_path):
        pass
