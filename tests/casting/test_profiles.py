from pathlib import Path

import pytest

from audiobook.casting.listing import list_profiles
from audiobook.casting.profiles import load_profiles
from audiobook.errors import CastError, UsageError
from audiobook.model.cast import Adjustment
from audiobook.model.script import Gender
from tests.casting.scenes import by_name, voice

RUPERT = """\
[profiles.rupert9]
engine = "tone"
voice = "low"
pitch = -10
gender = "male"
age = "old"
accent = "en-GB"
description = "gruff"
loudness_lufs = -19.5
f0_hz = 100
spectrum = [1, 2.5]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rupert.toml").write_text(RUPERT, encoding="utf-8")
    return tmp_path


def write(folder: Path, text: str, name: str = "more.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_missing_folder_leaves_the_built_in_voices(tmp_path: Path) -> None:
    assert load_profiles(tmp_path / "none") == load_profiles(tmp_path)


def test_a_profile_is_read_whole(folder: Path) -> None:
    rupert = load_profiles(folder)["rupert9"]
    assert (rupert.engine, rupert.voice, rupert.adjustment) == ("tone", "low", Adjustment(pitch_percent=-10.0))
    assert (rupert.gender, rupert.age, rupert.accent, rupert.description) == (Gender.MALE, "old", "en-GB", "gruff")
    assert (rupert.loudness_lufs, rupert.f0_hz, rupert.spectrum) == (-19.5, 100.0, (1.0, 2.5))


def test_an_heir_adjusts_what_it_inherits(folder: Path) -> None:
    write(folder, '[profiles.grandpa]\ninherits = "rupert9"\npitch = -10\nvolume = -3\nage = "adult"\n')
    grandpa = load_profiles(folder)["grandpa"]
    assert grandpa.adjustment == Adjustment(pitch_percent=-19.0, volume_db=-3.0)
    assert (grandpa.voice, grandpa.age, grandpa.f0_hz, grandpa.spectrum) == ("low", "adult", 90.0, (1.0, 2.5))


def test_an_heir_with_another_voice_does_not_inherit_what_was_measured(folder: Path) -> None:
    write(folder, '[profiles.b]\ninherits = "rupert9"\nvoice = "other"\n')
    heir = load_profiles(folder)["b"]
    assert (heir.f0_hz, heir.spectrum, heir.description) == (None, (), "gruff")


def test_heirs_of_heirs_and_several_in_a_file_are_fine(folder: Path) -> None:
    write(folder, '[profiles.c]\ninherits = "b"\n[profiles.b]\ninherits = "rupert9"\nrate = 10\n')
    assert load_profiles(folder)["c"].adjustment == Adjustment(pitch_percent=-10.0, rate_percent=10.0)


def test_a_profile_may_replace_a_built_in_one_and_inherit_from_it(tmp_path: Path) -> None:
    built_in = next(iter(load_profiles(tmp_path).values()), None)
    if built_in is None:
        pytest.skip("no built-in library yet")
    write(tmp_path, f'[profiles.{built_in.name}]\ninherits = "{built_in.name}"\nvolume = -2\n')
    mine = load_profiles(tmp_path)[built_in.name]
    assert mine.adjustment.volume_db == built_in.adjustment.volume_db - 2
    assert mine.voice == built_in.voice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[profiles.a]\ninherits = "b"\n[profiles.b]\ninherits = "a"\n', "more.toml:4: .*circle: a -> b -> a"),
        ('[profiles.a]\ninherits = "a"\n', "more.toml:2: .*circle: a -> a"),
        ('[profiles.a]\ninherits = "ruprt9"\n', 'more.toml:2: there is no voice profile "ruprt9"'),
        ('[profiles.a]\nvoice = "x"\n', 'more.toml:1: the voice profile "a" names no engine'),
        ('[profiles.a]\nengine = "x"\n', 'more.toml:1: the voice profile "a" names no voice'),
        ('\n[profiles.rupert9]\nengine = "x"\n', 'rupert.toml:1: .* "rupert9" is also in .*more.toml:2'),
        ('[profiles.a]\ninherits = "rupert9"\npitch = -49\n', "more.toml:1: .*pitch comes to -54.1, outside -50"),
        ('[profiles.a]\ninherits = "rupert9"\nage = "ancient"\n', 'more.toml:3: age = "ancient" is not one of'),
        ('[profiles.a]\ninherits = "rupert9"\nspectrum = ["x"]\n', "more.toml:3: spectrum must be a list of numbers"),
        ('[profile.a]\nvoice = "x"\n', 'more.toml:1: "profile" means nothing'),
        ("[profiles", "more.toml:1: not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(folder: Path, text: str, said: str) -> None:
    write(folder, text)
    with pytest.raises(CastError, match=said) as caught:
        load_profiles(folder)
    assert caught.value.hint


def test_the_listing_goes_by_engine_gender_and_name() -> None:
    voices = by_name(
        [
            voice("zed", Gender.FEMALE),
            voice("al", Gender.MALE),
            voice("bea", Gender.FEMALE),
            voice("pip", Gender.MALE, engine="pyttsx3"),
        ]
    )
    assert [each.name for each in list_profiles(voices)] == ["pip", "bea", "zed", "al"]
    assert [each.name for each in list_profiles(voices, engine="pyttsx3")] == ["pip"]
    with pytest.raises(UsageError, match='no voice profile uses the engine "pytsx3"') as caught:
        list_profiles(voices, engine="pytsx3")
    assert caught.value.hint == 'did you mean "pyttsx3"?'


def test_every_built_in_profile_is_usable(tmp_path: Path) -> None:
    for name, profile in load_profiles(tmp_path).items():
        assert profile.name == name
        assert profile.description
        assert profile.loudness_lufs is not None
        assert -40 < profile.loudness_lufs < -5
