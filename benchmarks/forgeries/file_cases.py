"""What stands where a manuscript should: devices, pipes, loops of links, files that change under the reader."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from forgeries.books import epub, pack
from forgeries.cases import Case, Outcome

_TEXT = "“You are late,” said Maud, and it was so.\n\n" * 20_000


def file_cases() -> Iterator[Case]:
    """Give those that this system can make."""
    yield _refused("a folder named x.epub", lambda folder: _made(folder / "x.epub", Path.mkdir))
    yield _refused(
        "a folder of empty folders",
        lambda folder: _made(folder / "book", lambda path: (path / "a").mkdir(parents=True)),
    )
    yield _refused("a name that is not there", lambda folder: folder / "none.txt")
    yield _refused("a name with a NUL-like escape and 300 characters", lambda folder: folder / ("n" * 300 + ".txt"))
    if os.name == "posix":
        yield from _posix_cases()
    yield Case(
        name="a text that is cut and written again while it is read",
        make=_growing_text,
        outcome=Outcome.EITHER,
        limit_s=60,
        limit_mib=800,
        while_read=_rewrite_text,
    )
    yield Case(
        name="an EPUB that is cut and written again while it is read",
        make=_changing_epub,
        outcome=Outcome.EITHER,
        limit_s=60,
        while_read=_rewrite_epub,
    )


def _posix_cases() -> Iterator[Case]:
    for device in ("/dev/zero", "/dev/random", "/dev/null", "/dev/tty"):
        yield _refused(device, lambda _folder, device=device: Path(device))
    for name in ("pipe.txt", "pipe.epub", "pipe.docx", "pipe.html"):
        yield _refused(f"a pipe named {name}", lambda folder, name=name: _made(folder / name, os.mkfifo))
    yield _refused("a socket", lambda folder: _made(folder / "s.txt", _bind))
    yield _refused("links in a loop", _loop)
    yield _refused(
        "a link to /dev/zero", lambda folder: _made(folder / "z.txt", lambda path: path.symlink_to("/dev/zero"))
    )
    yield _refused("a folder with a link to itself", _self_link)
    if os.geteuid() != 0:
        yield _refused("a file that may not be read", _unreadable)


def _refused(name: str, make: Callable[[Path], Path]) -> Case:
    return Case(name=name, make=make, outcome=Outcome.REFUSED)


def _made(path: Path, make: Callable[[Path], object]) -> Path:
    make(path)
    return path


def _bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def _loop(folder: Path) -> Path:
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    return folder / "a.txt"


def _self_link(folder: Path) -> Path:
    (folder / "book").mkdir()
    (folder / "book" / "book").symlink_to(folder / "book")
    return folder / "book"


def _unreadable(folder: Path) -> Path:
    path = folder / "secret.txt"
    path.write_text("It was so.")
    path.chmod(0)
    return path


def _growing_text(folder: Path) -> Path:
    path = folder / "b.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def _rewrite_text(path: Path) -> None:
    path.write_text(_TEXT[: len(_TEXT) // 2], encoding="utf-8")
    path.write_text(_TEXT, encoding="utf-8")


def _changing_epub(folder: Path) -> Path:
    path = folder / "b.epub"
    pack(path, epub())
    return path


def _rewrite_epub(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)
    pack(path, epub())
