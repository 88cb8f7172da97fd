"""Voices for other languages, derived from the built-in ones."""

from pathlib import Path

from audiobook.casting.foreign_voices import derive_voices, describe_strangers, language_of_name, speaks
from audiobook.casting.profiles import load_profiles
from audiobook.model.cast import Adjustment, CastVoice
from audiobook.model.script import Gender


def test_every_built_in_variant_has_a_sibling_of_the_same_gender_and_age(tmp_path: Path) -> None:
    profiles = load_profiles(tmp_path)
    derived = derive_voices(profiles, "fr", base="fr-fr")
    assert {profile.gender for profile in derived.values()} >= {Gender.FEMALE, Gender.MALE}
    for name, profile in derived.items():
        mother = profiles[name.removesuffix("-fr")]
        assert (profile.gender, profile.age, profile.adjustment) == (mother.gender, mother.age, mother.adjustment)
        assert profile.voice == f"fr-fr+{mother.voice.partition('+')[2]}"
        assert speaks(profile, "fr-CA")
    assert len({(profile.voice, profile.adjustment.pitch_percent) for profile in derived.values()}) == len(derived)


def test_a_siblings_name_tells_its_language(tmp_path: Path) -> None:
    profiles = load_profiles(tmp_path)
    assert language_of_name("ada-pt-br", profiles) == "pt-br"
    assert language_of_name("ada", profiles) is None
    assert language_of_name("nobody-fr", profiles) is None


def test_a_voice_of_another_language_is_named(tmp_path: Path) -> None:
    ada = CastVoice(profile=load_profiles(tmp_path)["ada"], adjustment=Adjustment())
    (note,) = describe_strangers("fr", {"narrator": ada})
    assert '"ada" (narrator)' in note
    assert not list(describe_strangers("en-GB", {"narrator": ada}))
