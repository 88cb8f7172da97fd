from pathlib import Path

import pytest

from audiobook.engines.registry import engine_names, open_engine
from audiobook.errors import EngineError


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package "kazoo" that offers the engines "kazoo" and "torn"."""
    (tmp_path / "kazoo_speech.py").write_text("def open_kazoo():\n    return 'a kazoo'\n", encoding="utf-8")
    (tmp_path / "torn_speech.py").write_text("import a_module_that_is_not_there\n", encoding="utf-8")
    info = tmp_path / "kazoo-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kazoo\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[audiobook.engines]\nkazoo = kazoo_speech:open_kazoo\ntorn = torn_speech:open_torn\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_the_default_engine_and_the_tone_engine_are_always_there() -> None:
    assert {"pyttsx3", "tone"} <= set(engine_names())


def test_an_engine_opens_by_its_name() -> None:
    assert open_engine("tone").name == "tone"
    assert open_engine("pyttsx3").name == "pyttsx3"


def test_an_unknown_engine_is_an_error_that_lists_the_engines() -> None:
    with pytest.raises(EngineError, match='"whistle"') as caught:
        open_engine("whistle")
    assert caught.value.exit_code == 5
    assert caught.value.hint is not None
    assert "pyttsx3, tone" in caught.value.hint


def test_another_package_adds_an_engine(plug_in: Path) -> None:
    assert "kazoo" in engine_names()
    assert str(open_engine("kazoo")) == "a kazoo"


def test_an_engine_that_cannot_be_imported_names_its_package(plug_in: Path) -> None:
    with pytest.raises(EngineError, match="a_module_that_is_not_there") as caught:
        open_engine("torn")
    assert caught.value.hint == "install kazoo again"
