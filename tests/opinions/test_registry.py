from pathlib import Path

import pytest

from audiobook.errors import EngineError
from audiobook.opinions.registry import open_opinion_source, opinion_source_names


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package "oracle" that offers the sources "oracle" and "torn"."""
    (tmp_path / "oracle_opinions.py").write_text("def open_oracle():\n    return 'an oracle'\n", encoding="utf-8")
    (tmp_path / "torn_opinions.py").write_text("import a_module_that_is_not_there\n", encoding="utf-8")
    info = tmp_path / "oracle-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: oracle\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[audiobook.opinions]\noracle = oracle_opinions:open_oracle\ntorn = torn_opinions:open_torn\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_the_chat_endpoint_is_always_there() -> None:
    assert "chat" in opinion_source_names()


def test_a_source_opens_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIOBOOK_OPINION_URL", "http://localhost:1/v1")
    monkeypatch.setenv("AUDIOBOOK_OPINION_MODEL", "small-model")
    assert open_opinion_source("chat").name == "chat"


def test_a_source_without_settings_says_which_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDIOBOOK_OPINION_URL", raising=False)
    with pytest.raises(EngineError, match="AUDIOBOOK_OPINION_URL is not set") as caught:
        open_opinion_source("chat")
    assert caught.value.exit_code == 5


def test_an_unknown_source_is_an_error_that_lists_the_sources() -> None:
    with pytest.raises(EngineError, match='"tea leaves"') as caught:
        open_opinion_source("tea leaves")
    assert caught.value.hint == "there are: chat"


def test_another_package_adds_a_source(plug_in: Path) -> None:
    assert opinion_source_names() == ("chat", "oracle", "torn")
    assert str(open_opinion_source("oracle")) == "an oracle"


def test_a_source_that_cannot_be_imported_names_its_package(plug_in: Path) -> None:
    with pytest.raises(EngineError, match="a_module_that_is_not_there") as caught:
        open_opinion_source("torn")
    assert caught.value.hint == "install oracle again"
