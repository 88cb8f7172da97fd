from pathlib import Path

import pytest

from audiobook.errors import UsageError
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import Gender
from audiobook.production.cast.voice_list import find_waiting_engines, list_voices
from audiobook.workspace.paths import Workspace


def voice(engine: str) -> VoiceProfile:
    return VoiceProfile(
        name=f"one of {engine}", engine=engine, voice="any", adjustment=Adjustment(), gender=Gender.FEMALE, age="adult",
        accent="en", description="any", loudness_lufs=None,
    )  # fmt: skip


def test_only_engines_that_cannot_speak_yet_are_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDIOBOOK_DATA", str(tmp_path))
    found = find_waiting_engines([voice("tone"), voice("kokoro"), voice("kokoro")])
    assert [state.name for state in found] == ["kokoro"]


def test_an_engine_none_of_whose_voices_speaks_a_language_is_told_apart(tmp_path: Path) -> None:
    workspace = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")
    with pytest.raises(UsageError, match='no voice of the engine "tone" speaks "fr"'):
        list_voices(workspace, engine="tone", language="fre")


def test_a_language_may_be_named_by_its_other_code(tmp_path: Path) -> None:
    workspace = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")
    found = list_voices(workspace, engine="pyttsx3", language="eng")
    assert found == list_voices(workspace, engine="pyttsx3", language="en")
    assert found
