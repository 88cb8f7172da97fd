"""One book with voices of several engines, one of them a server."""

from pathlib import Path

import pytest

from audiobook.cli import main
from tests.engines.speech_server import speaks
from tests.opinions.chat_server import serving

STORY = 'Chapter One\n\nThe ferry left at nine.\n\n"Nobody saw it," said Anna.\n\nHe laughed.\n'
PROFILE = '[profiles.nora]\nengine = "endpoint"\nvoice = "alloy"\n'
KEY = "sk-never-to-be-seen-4711"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["audiobook", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_only_what_a_server_must_speak_is_asked_of_it_and_only_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "voices" / "profiles").mkdir(parents=True)
    (tmp_path / "voices" / "profiles" / "mine.toml").write_text(PROFILE, encoding="utf-8")
    with serving(speaks) as server:
        monkeypatch.setenv("AUDIOBOOK_SPEECH_URL", server.url)
        monkeypatch.setenv("AUDIOBOOK_SPEECH_KEY", KEY)
        monkeypatch.setenv("AUDIOBOOK_DATA", str(tmp_path / "data"))
        assert run(monkeypatch, "cast", "ferry.txt", "set", "Anna", "--voice", "nora") == 0
        assert run(monkeypatch, "make", "ferry.txt", "--jobs", "1") == 0
        asked = [received.document["input"] for received in server.received]
        assert run(monkeypatch, "make", "ferry.txt", "--jobs", "1") == 0
        assert asked == [received.document["input"] for received in server.received] == ["Nobody saw it,"]
        monkeypatch.setenv("AUDIOBOOK_SPEECH_MODEL", "another")
        assert run(monkeypatch, "make", "ferry.txt", "--jobs", "1") == 0
        assert len(server.received) == 2
    kept = (path for path in tmp_path.rglob("*") if path.is_file())
    assert not any(KEY.encode() in path.read_bytes() for path in kept)
