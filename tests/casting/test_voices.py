from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.casting.adjustments import combine
from audiobook.casting.voices import resolve_voices
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, Cast, CastVoice, Role
from audiobook.model.script import NARRATOR, UNKNOWN, Script
from tests.casting.scenes import library, script_of

PATH = Path("emma.toml")
NARRATED = Cast(narrator=Role(name=NARRATOR, profile="teller"))


def resolve(script: Script, *roles: Role) -> dict[str, CastVoice]:
    return dict(resolve_voices(script, replace(NARRATED, roles=roles), library(), cast_path=PATH))


def test_percentages_multiply_and_decibels_add() -> None:
    below = Adjustment(pitch_percent=-10, rate_percent=10, volume_db=-3)
    above = Adjustment(pitch_percent=-10, rate_percent=10, volume_db=1)
    assert combine(below, above) == Adjustment(pitch_percent=-19, rate_percent=21, volume_db=-2)
    assert combine(Adjustment(), below) == combine(below, Adjustment()) == below


def test_every_speaker_gets_the_profile_adjusted_by_the_role() -> None:
    profiles = library()
    profiles["ava"] = replace(profiles["ava"], adjustment=Adjustment(pitch_percent=10))
    cast = replace(NARRATED, roles=(Role(name="Ann", profile="ava", adjustment=Adjustment(pitch_percent=10)),))
    voices = resolve_voices(script_of("Ann"), cast, profiles, cast_path=PATH)
    assert voices["Ann"] == CastVoice(profile=profiles["ava"], adjustment=Adjustment(pitch_percent=21))
    assert voices[NARRATOR].profile.name == "teller"


def test_a_speaker_known_by_an_alias_has_the_roles_voice() -> None:
    voices = resolve(script_of("Clark"), Role(name="Superman", profile="al", aliases=("Clark",)))
    assert voices["Clark"].profile.name == "al"


def test_unknown_speakers_are_read_by_the_narrator_unless_the_cast_says_otherwise() -> None:
    assert resolve(script_of(UNKNOWN))[UNKNOWN].profile.name == "teller"
    assert resolve(script_of(UNKNOWN), Role(name=UNKNOWN, profile="sam"))[UNKNOWN].profile.name == "sam"


def test_an_unknown_voice_is_named_with_file_line_and_a_guess() -> None:
    with pytest.raises(CastError) as caught:
        resolve(script_of("Ann"), Role(name="Ann", profile="avva", line=14))
    assert caught.value.message == 'emma.toml:14: voice "avva" is unknown'
    assert caught.value.hint == "did you mean ava? all voices: audiobook voices"


def test_a_speaker_without_a_voice_is_named_with_the_file() -> None:
    with pytest.raises(CastError, match=r'^emma\.toml: "Ann" speaks but has no voice$') as caught:
        resolve(script_of("Ann"))
    assert caught.value.hint
    with pytest.raises(CastError, match=r'^emma\.toml:3: "Ann" speaks'):
        resolve(script_of("Ann"), Role(name="Ann", line=3))


def test_a_missing_narrator_is_named_too() -> None:
    with pytest.raises(CastError, match='"narrator" speaks but has no voice'):
        resolve_voices(script_of("Ann"), Cast(), library(), cast_path=PATH)


def test_what_profile_and_role_come_to_must_stay_in_range() -> None:
    profiles = library()
    profiles["ava"] = replace(profiles["ava"], adjustment=Adjustment(rate_percent=60))
    role = Role(name="Ann", profile="ava", adjustment=Adjustment(rate_percent=60), line=7)
    with pytest.raises(CastError) as caught:
        resolve_voices(script_of("Ann"), replace(NARRATED, roles=(role,)), profiles, cast_path=PATH)
    assert caught.value.message == 'emma.toml:7: "Ann" with voice "ava": rate comes to 156, outside -50 to 100 percent'


def test_roles_that_nobody_bears_need_no_voice() -> None:
    assert resolve(script_of("Ann"), Role(name="Ann", profile="ava"), Role(name="Gone", profile="?")).keys() == {
        NARRATOR,
        "Ann",
    }
