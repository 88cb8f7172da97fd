import threading
from pathlib import Path

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
