"""The built-in voices as their engines really speak them."""

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import audiobook.casting
from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.engines.registry import open_engine
from audiobook.model.speech import Line, Pcm
from tests.engines.pitch import median_f0_hz

LIBRARY = Path(audiobook.casting.__file__).parent / "library"
TEXT = (
    "The harbour was full of lanterns, and Captain Brisk counted each of them twice. She laughed, shook the rain from"
    " her heavy blue coat, and gave the boy a shilling for five chestnuts. Was it pleasure or business, this voyage?"
)


def profiles(engine: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = tomllib.loads((LIBRARY / f"{engine}.toml").read_text(encoding="utf-8"))[
        "profiles"
    ]
    return found


EVERY_PROFILE = {name: profile for engine in ("pyttsx3", "tone") for name, profile in profiles(engine).items()}


def spoken(profile: dict[str, Any]) -> Pcm:
    engine = open_engine(profile["engine"])
    line = Line(text=TEXT, voice=profile["voice"], pitch_percent=profile["pitch"], rate_percent=profile["rate"])
    return engine.speak(line)


@pytest.mark.parametrize("name", EVERY_PROFILE)
def test_a_voice_sounds_as_its_profile_says(name: str) -> None:
    profile = EVERY_PROFILE[name]
    pcm = spoken(profile)
    energies = block_energies(np.frombuffer(pcm.samples, "<i2"), pcm.rate_hz)
    assert integrated_loudness(energies) == pytest.approx(profile["loudness_lufs"], abs=1)
    assert median_f0_hz(pcm) == pytest.approx(profile["f0_hz"], rel=0.1)


@pytest.mark.parametrize("name", EVERY_PROFILE)
def test_a_voice_leaves_room_for_the_adjustments_of_a_book(name: str) -> None:
    profile = EVERY_PROFILE[name]
    least, greatest = open_engine(profile["engine"]).abilities.pitch_percent
    assert least + 8 < profile["pitch"] < greatest - 10


@pytest.mark.parametrize("name", EVERY_PROFILE)
def test_a_profile_is_described_in_the_agreed_words(name: str) -> None:
    profile = EVERY_PROFILE[name]
    assert profile["gender"] in {"female", "male", "unknown"}
    assert profile["age"] in {"child", "young", "adult", "old"}
    assert profile["accent"].startswith("en")
    assert profile["description"]
    assert len(profile["spectrum"]) == 12


def test_no_two_profiles_are_the_same_voice() -> None:
    voices = [(profile["engine"], profile["voice"]) for profile in EVERY_PROFILE.values()]
    assert len(set(voices)) == len(voices)


def test_the_default_engine_offers_enough_for_a_novel() -> None:
    found = profiles("pyttsx3").values()
    assert len(found) >= 18
    for gender, age, at_least in (
        ("female", "adult", 4),
        ("male", "adult", 6),
        ("female", "old", 1),
        ("male", "old", 1),
    ):
        assert sum(profile["gender"] == gender and profile["age"] == age for profile in found) >= at_least
    assert sum(profile["age"] == "child" for profile in found) >= 2
    assert len({profile["accent"] for profile in found}) >= 3


def test_voices_suited_to_a_narrator_stand_first() -> None:
    assert list(profiles("pyttsx3"))[:2] == ["ada", "rupert"]
