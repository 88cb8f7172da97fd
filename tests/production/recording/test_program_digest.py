from collections.abc import Callable
from pathlib import Path

import pytest

from audiobook.production.recording.program_digest import digest_folder, program_digest


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    (tmp_path / "one.py").write_text("a = 1\n")
    (tmp_path / "inner" / "table.toml").write_text("b = 2\n")
    return tmp_path


def change(package: Path) -> None:
    (package / "one.py").write_text("a = 2\n")


def change_data(package: Path) -> None:
    (package / "inner" / "table.toml").write_text("b = 3\n")


def add(package: Path) -> None:
    (package / "inner" / "two.py").write_text("")


def rename(package: Path) -> None:
    (package / "one.py").rename(package / "other.py")


def move_a_line(package: Path) -> None:
    (package / "one.py").write_text("")
    (package / "inner" / "table.toml").write_text("a = 1\nb = 2\n")


@pytest.mark.parametrize("edit", [change, change_data, add, rename, move_a_line])
def test_every_edit_of_the_program_gives_another_digest(package: Path, edit: Callable[[Path], None]) -> None:
    before = digest_folder(package)
    edit(package)
    assert digest_folder(package) != before


def test_what_python_compiled_makes_no_difference(package: Path) -> None:
    before = digest_folder(package)
    (package / "inner" / "__pycache__").mkdir()
    (package / "inner" / "__pycache__" / "two.pyc").write_bytes(b"compiled")
    assert digest_folder(package) == before


def test_without_files_the_version_counts(tmp_path: Path) -> None:
    assert digest_folder(tmp_path / "archive.zip" / "audiobook")


def test_this_program_is_digested_once() -> None:
    assert program_digest() is program_digest()
