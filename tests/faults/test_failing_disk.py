"""Every single request to the disk fails in turn; the next run must not show that it did."""

import errno
from pathlib import Path

import pytest

from tests.faults.failing_disk import FailingDisk
from tests.faults.small_book import SHORTEST, new_book, speak_here


def count_requests(folder: Path, code: int) -> int:
    with pytest.MonkeyPatch.context() as patch:
        speak_here(patch)
        book = new_book(folder, text=SHORTEST)
        disk = FailingDisk(book.folder, at=10**9, code=code)
        disk.install(patch)
        assert book.make().error is None
        return disk.count


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC], ids=["one request fails", "the disk is full from then on"])
def test_whichever_request_fails_the_next_run_ends_with_the_same_bytes(tmp_path: Path, code: int) -> None:
    total = count_requests(tmp_path / "undisturbed", code)
    expected = {path.name: path.read_bytes() for path in (tmp_path / "undisturbed" / "build" / "story").iterdir()}
    for number in range(1, total + 1):
        book = new_book(tmp_path / f"at-{number}", text=SHORTEST)
        with pytest.MonkeyPatch.context() as patch:
            speak_here(patch)
            disk = FailingDisk(book.folder, at=number, code=code)
            disk.install(patch)
            made = book.make()  # fails as an error of ours, or goes on without what it can do without
            assert disk.failed
            assert made.error is None or made.error.exit_code in {4, 8}, number
        with pytest.MonkeyPatch.context() as patch:
            speak_here(patch)
            assert book.make().error is None, number
        assert book.files() == expected, number
