"""A digest of the program's code: another text, another digest."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audiobook.workspace.program_digest import program_digest


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "digested_parts"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise AssertionError('imported')\n")
    (folder / "inner" / "rules.py").write_text("WEIGHT = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    program_digest.cache_clear()


def digest() -> str:
    program_digest.cache_clear()
    return program_digest("digested_parts")


def test_the_same_code_has_the_same_digest_and_is_not_imported(package: Path) -> None:
    assert digest() == digest()
    assert package.name not in sys.modules


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "inner" / "rules.py").write_text("WEIGHT = 2\n"),
        lambda folder: (folder / "inner" / "rules.py").rename(folder / "rules.py"),
        lambda folder: (folder / "words.txt").write_text("said\n"),
        lambda folder: (folder / "inner" / "rules.py").unlink(),
        lambda folder: (folder / "inner" / "__init__.py").write_text(""),
    ],
)
def test_any_change_of_the_files_changes_it(package: Path, change: Callable[[Path], object]) -> None:
    before = digest()
    change(package)
    assert digest() != before


def test_compiled_files_do_not_count(package: Path) -> None:
    before = digest()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "rules.cpython-311.pyc").write_bytes(b"compiled")
    assert digest() == before


def test_a_single_module_can_be_digested() -> None:
    assert program_digest("audiobook.errors") != program_digest("audiobook.model")


def test_of_a_package_without_files_the_version_counts() -> None:
    assert program_digest("no_such_package") == program_digest()
