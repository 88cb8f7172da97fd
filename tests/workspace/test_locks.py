import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from audiobook.errors import OutputError
from audiobook.workspace.locks import hold_lock


def test_the_second_waits_for_the_first_and_is_told(tmp_path: Path) -> None:
    order: list[str] = []
    first_has_it, second_waits = threading.Event(), threading.Event()

    def first() -> None:
        with hold_lock(tmp_path / "book.lock", on_wait=lambda: None):
            first_has_it.set()
            second_waits.wait(timeout=20)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    first_has_it.wait(timeout=20)
    with hold_lock(tmp_path / "book.lock", on_wait=second_waits.set):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def move_and_write_on(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    (folder / "locks").mkdir(parents=True)
    (folder / "locks" / "book.lock").touch()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no folder with an open file in it")
@pytest.mark.parametrize("disturb", [move_and_write_on, shutil.rmtree])
def test_a_folder_that_is_gone_or_another_at_the_end_is_an_error(
    tmp_path: Path, disturb: Callable[[Path], None]
) -> None:
    with (
        pytest.raises(OutputError, match="moved, renamed or removed"),
        hold_lock(tmp_path / "build" / "locks" / "book.lock", on_wait=lambda: None),
    ):
        disturb(tmp_path / "build")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no folder with an open file in it")
def test_an_error_inside_the_block_says_more_than_the_folder_that_is_gone(tmp_path: Path) -> None:
    def fail() -> None:
        shutil.rmtree(tmp_path / "build")
        raise KeyError

    with (
        pytest.raises(KeyError),
        hold_lock(tmp_path / "build" / "locks" / "book.lock", on_wait=lambda: None),
    ):
        fail()
