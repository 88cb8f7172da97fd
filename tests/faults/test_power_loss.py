"""Power is lost: what was not forced to the disk may be anything, and what cannot be made again was forced there."""

import os
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from audiobook.workspace import files
from tests.faults.small_book import SmallBook, new_book, speak_here


class DiskLog:
    """Writes down, in order, what is forced to the disk and what gets its final name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[tuple[str, str]] = []
        self._name_of: dict[int, str] = {}
        create, fsync, replace = files._create, os.fsync, os.replace

        def logged_create(path: Path, mode: int) -> BinaryIO:
            file = create(path, mode)
            self._name_of[file.fileno()] = str(path)
            return file

        def logged_fsync(handle: int) -> None:
            self.steps.append(("sync", self._name_of.pop(handle, "folder")))
            fsync(handle)

        def logged_replace(source: Any, target: Any) -> None:
            self.steps.append(("rename", f"{source} {target}"))
            replace(source, target)

        monkeypatch.setattr(files, "_create", logged_create)
        monkeypatch.setattr(os, "fsync", logged_fsync)
        monkeypatch.setattr(os, "replace", logged_replace)

    def forced(self) -> set[str]:
        """Names of the files that were on the disk before they got their final name, and whose folder was after."""
        found = set()
        for before, here, after in zip(self.steps, self.steps[1:], self.steps[2:], strict=False):
            temporary, _, final = here[1].partition(" ")
            if here[0] == "rename" and before == ("sync", temporary) and after == ("sync", "folder"):
                found.add(Path(final).name)
        return found


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallBook:
    speak_here(monkeypatch)
    return new_book(tmp_path / "project")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no way to force a folder")
def test_the_cast_and_the_release_are_on_the_disk_before_they_bear_their_names(
    book: SmallBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = DiskLog(monkeypatch)
    assert book.make().error is None
    assert log.forced() == {"story.toml", "release.json"}


@pytest.mark.parametrize("rest", [b"", b"\0" * 4096], ids=["empty", "zeros"])
def test_all_else_may_be_lost_at_once_and_comes_back_the_same(book: SmallBook, rest: bytes) -> None:
    assert book.make().error is None
    expected = book.files()
    for path in book.build.rglob("*"):
        if path.is_file() and path.name != "release.json":
            path.write_bytes(rest)
    assert book.make().error is None
    assert book.files() == expected
