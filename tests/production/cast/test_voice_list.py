from pathlib import Path

import pytest

from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import Gender
from audiobook.production.cast.voice_list import find_waiting_engines


def voice(engine: str) -> VoiceProfile:
    return VoiceProfile(
        name=f"one of {engine}", engine=engine, voice="any", adjustment=Adjustment(), gender=Gender.FEMALE, age="adult",
        accent="en", description="any", loudness_lufs=None,
    )  # fmt: skip


def test_only_engines_that_cannot_speak_yet_are_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDIOBOOK_DATA", str(tmp_path))
    found = find_waiting_engines([voice("tone"), voice("kokoro"), voice("kokoro")])
    assert [state.name for state in found] == ["kokoro"]
