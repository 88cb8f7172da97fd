from pathlib import Path

import pytest

from audiobook.workspace.paths import Workspace, book_slug, slug_of_name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_16ff64271809f903", "000-16ff64271809f903"),
        ("The Lost  Ferry (final)", "the-lost-ferry-final"),
        ("Ｆｕｌｌ width", "full-width"),
        ("Чужая земля", "чужая-земля"),
        ("...", "book"),
        ("CON", "con-book"),
        ("Com1", "com1-book"),
        ("Aux.", "aux-book"),
        ("Contra", "contra"),
        ("", "book"),
    ],
)
def test_a_slug_is_letters_and_digits_joined_by_dashes(name: str, slug: str) -> None:
    assert slug_of_name(name) == slug


def test_a_file_loses_its_extension_and_a_folder_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "vol.2").mkdir()
    assert book_slug(tmp_path / "lex.luthor.txt") == "lex-luthor"
    assert book_slug(tmp_path / "vol.2") == "vol-2"


def test_the_folder_one_stands_in_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my story").mkdir()
    monkeypatch.chdir(tmp_path / "my story")
    assert book_slug(Path()) == "my-story"


def test_no_book_can_be_named_like_the_cache(tmp_path: Path) -> None:
    workspace = Workspace(build_dir=tmp_path, voices_dir=tmp_path)
    assert workspace.takes_folder.is_relative_to(tmp_path / ".cache")
    assert not slug_of_name(".cache").startswith(".")
