import os
import stat
from pathlib import Path

import pytest

from audiobook.errors import UsageError
from audiobook.publishing.server.private_settings import (
    PrivateSettings,
    keep_private_settings,
    make_token,
    read_private_settings,
)


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    settings = PrivateSettings(token=make_token(), port=8019)
    keep_private_settings(tmp_path / "voices" / "serve.private.toml", settings)
    assert read_private_settings(tmp_path / "voices" / "serve.private.toml") == settings


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_nobody_else_may_read_the_token(tmp_path: Path) -> None:
    path = tmp_path / "serve.private.toml"
    keep_private_settings(path, PrivateSettings(token=make_token()))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "serve.private.toml"
    path.write_text("# mine\nport=8019 # the old one\n[other]\nx = 1\n", encoding="utf-8")
    keep_private_settings(path, PrivateSettings(port=9000))
    assert path.read_text(encoding="utf-8") == "# mine\nport = 9000 # the old one\n[other]\nx = 1\n"


def test_a_new_line_comes_before_the_first_table(tmp_path: Path) -> None:
    path = tmp_path / "serve.private.toml"
    path.write_text("[other]\nx = 1\n", encoding="utf-8")
    keep_private_settings(path, PrivateSettings(port=9000))
    assert read_private_settings(path).port == 9000


def test_two_tokens_differ_and_can_be_typed() -> None:
    first, second = make_token(), make_token()
    assert first != second
    assert first.isalnum()
    assert first.islower()
    assert len(first) == 26


@pytest.mark.parametrize("text", ["token = 'short'", "token = 5", "port = 0", "port = '8019'", "port = true", "port ="])
def test_a_value_of_no_use_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "serve.private.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"serve\.private\.toml"):
        read_private_settings(path)
