import re

import pytest

from audiobook.casting.cast_reading import parse_cast
from audiobook.errors import CastError
from audiobook.model.mastering import (
    CreditTexts,
    MasteringWishes,
    OwnProfile,
    OwnSound,
    ProfileChanges,
    RecordedLine,
    Written,
)
from audiobook.model.script import Correction

WHOLE = """\
[book]
profile = "mine"
sample = 2
[profiles.mine]
based_on = "acx"
bit_rate_kbps = 256
target_lufs = -20
credits = true
tail_s = 2.5
[credits]
opening = "{title}."
closing = ""
[sound]
intro = "sounds/intro.wav"
music = "sounds/harp.flac"
[[recordings]]
text = '"Yes."'
file = "sounds/yes.m4a"
chapter = 1
occurrence = 2
"""


def written(value: str, line: int) -> Written:
    return Written(value=value, place=f"lex.toml:{line}")


def test_everything_about_the_finished_sound_is_read_with_its_place() -> None:
    assert parse_cast(WHOLE, file="lex.toml").mastering == MasteringWishes(
        profile=written("mine", 2),
        sample=written("2", 3),
        profiles=(
            OwnProfile(
                name="mine",
                place="lex.toml:4",
                based_on=written("acx", 5),
                changes=ProfileChanges(bit_rate_kbps=256, target_lufs=-20.0, credits="within", tail_s=2.5),
            ),
        ),
        credits=CreditTexts(opening=written("{title}.", 11), closing=written("", 12)),
        sound=OwnSound(intro=written("sounds/intro.wav", 14), music=written("sounds/harp.flac", 15)),
        recordings=(
            RecordedLine(line=Correction(text='"Yes."', chapter=1, occurrence=2), file=written("sounds/yes.m4a", 18)),
        ),
    )


def test_a_cast_file_need_not_say_anything_about_it() -> None:
    assert parse_cast('[narrator]\nvoice = "ada"\n', file="lex.toml").mastering == MasteringWishes()


@pytest.mark.parametrize(("value", "place"), [("true", "within"), ("false", "nowhere"), ('"files"', "files")])
def test_credits_of_a_profile_may_be_yes_no_or_a_place(value: str, place: str) -> None:
    wishes = parse_cast(f"[profiles.mine]\ncredits = {value}\n", file="lex.toml").mastering
    assert wishes.profiles[0].changes.credits == place


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[book]\nprofile = ''", 'lex.toml:2: profile = "" names nothing'),
        ("[book]\nsample = 'two'", 'lex.toml:2: sample = "two" is not the number of a chapter'),
        ("[book]\nsample = 0", 'lex.toml:2: sample = "0" is not the number of a chapter'),
        pytest.param(
            f"[book]\nsample = '{'9' * 5000}'",
            f'lex.toml:2: sample = "{"9" * 60}" is not the number of a chapter',
            id="sample of five thousand digits",
        ),
        ("[profiles.m]\nlevel = -20", 'lex.toml:2: "level" means nothing in [profiles.m]'),
        ("[profiles.m]\ntarget_lufs = 3", "lex.toml:2: target_lufs = 3 is outside -40 to -10"),
        ("[profiles.m]\ntarget_lufs = '-20'", "lex.toml:2: target_lufs must be a number"),
        ("[profiles.m]\nrate_hz = 40000", "lex.toml:2: rate_hz = 40000 is not one of 8000, "),
        ("[profiles.m]\nbit_rate_kbps = 100", "lex.toml:2: bit_rate_kbps = 100 is not one of 8, "),
        ("[profiles.m]\nhead_s = -1", "lex.toml:2: head_s = -1 is outside 0 to 30"),
        ("[profiles.m]\nroom_tone_dbfs = -40", "lex.toml:2: room_tone_dbfs = -40 is outside -84 to -50"),
        ("[profiles.m]\ncredits = 'first'", 'lex.toml:2: credits = "first" is not one of nowhere, within, files'),
        ("[profiles.m]\nannounce_titles = 1", "lex.toml:2: announce_titles must be true or false"),
        ("[credits]\nopen = ''", 'lex.toml:2: "open" means nothing in [credits]'),
        ("[credits]\nopening = 1", "lex.toml:2: opening must be text"),
        ("[sound]\nintro = ' '", 'lex.toml:2: intro = " " names nothing'),
        ("[sound]\nbell = 'a.wav'", 'lex.toml:2: "bell" means nothing in [sound]'),
        ("[[recordings]]\nfile = 'a.wav'", "lex.toml:1: a recording needs the text of its line"),
        ("[[recordings]]\ntext = 'Yes.'", "lex.toml:1: a recording needs its file"),
        ("[[recordings]]\ntext = 'Yes.'\nfile = 'a.wav'\nspeaker = 'Lex'", 'lex.toml:4: "speaker" means nothing'),
    ],
)
def test_wrong_values_are_named_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(CastError, match=re.escape(message)):
        parse_cast(text, file="lex.toml")
