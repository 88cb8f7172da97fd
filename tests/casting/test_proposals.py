from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.casting.adjustments import combine
from audiobook.casting.conversations import find_conversations
from audiobook.casting.proposals import explain_cast, propose_cast
from audiobook.casting.voices import resolve_voices
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, Cast, Role, VoiceProfile
from audiobook.model.script import NARRATOR, Gender, Script
from tests.casting.scenes import BREAK, by_name, library, script_of, voice

ENGINE = "tone"
FEMALE, MALE = Gender.FEMALE, Gender.MALE


def cast_of(script: Script, cast: Cast | None = None, profiles: dict[str, VoiceProfile] | None = None) -> Cast:
    """The cast after the proposals are taken in."""
    before = cast or Cast()
    narrator, roles = propose_cast(script, before, profiles or library(), engine=ENGINE)
    new = {role.name: role for role in roles}
    kept = tuple(new.pop(role.name, role) for role in before.roles)
    return replace(before, narrator=narrator or before.narrator, roles=(*kept, *new.values()))


def voices_of(cast: Cast) -> dict[str, str | None]:
    return {role.name: role.profile for role in cast.roles}


def test_the_narrator_gets_a_voice_made_for_it_and_nobody_else_does() -> None:
    cast = cast_of(script_of("Ann", "Bob", "Ann"))
    assert cast.narrator is not None
    assert cast.narrator.profile == "teller"
    assert "teller" not in voices_of(cast).values()


def test_voices_fit_the_gender_the_text_gives() -> None:
    script = script_of("Ann", "Bob", "Cleo", "Dan", genders={"Ann": FEMALE, "Bob": MALE, "Cleo": FEMALE, "Dan": MALE})
    profiles = library()
    genders = {name: profiles[profile or ""].gender for name, profile in voices_of(cast_of(script)).items()}
    assert genders == {"Ann": FEMALE, "Bob": MALE, "Cleo": FEMALE, "Dan": MALE}


def test_a_gender_in_the_cast_file_wins_over_the_texts() -> None:
    script = script_of("Ann", genders={"Ann": MALE})
    cast = cast_of(script, Cast(roles=(Role(name="Ann", gender=FEMALE),)))
    assert library()[voices_of(cast)["Ann"] or ""].gender is FEMALE


def test_an_unknown_gender_gets_a_neutral_voice_first() -> None:
    assert voices_of(cast_of(script_of("Max", "Ann", "Max", genders={"Ann": FEMALE})))["Max"] == "sam"


def test_those_who_talk_most_with_each_other_sound_least_alike() -> None:
    profiles = by_name(
        [
            voice("teller", FEMALE, f0_hz=200, description="narrator"),
            *(voice(f"m{hz}", MALE, f0_hz=hz) for hz in (80, 85, 140)),
        ]
    )
    script = script_of(*["Abe", "Bob"] * 5, BREAK, *["Cid", "Abe"], genders=dict.fromkeys(("Abe", "Bob", "Cid"), MALE))
    voices = voices_of(cast_of(script, profiles=profiles))
    assert {voices["Abe"], voices["Bob"]} in ({"m80", "m140"}, {"m85", "m140"})


def test_scene_partners_never_share_a_voice_while_another_fits() -> None:
    names = ("Abe", "Bob", "Cid", "Don")
    voices = voices_of(cast_of(script_of(*names * 3, genders=dict.fromkeys(names, MALE))))
    assert len(set(voices.values())) == 4


def test_people_who_never_meet_may_share_a_voice_when_voices_run_out() -> None:
    profiles = by_name([voice("teller", FEMALE, description="narrator"), voice("m1", MALE), voice("m2", MALE)])
    genders = dict.fromkeys(("Abe", "Bob", "Cid"), MALE)
    script = script_of("Abe", "Bob", "Abe", "Bob", "Abe", BREAK, "Cid", "Abe", "Cid", genders=genders)
    voices = voices_of(cast_of(script, profiles=profiles))
    assert voices["Cid"] == voices["Bob"] != voices["Abe"]


def test_a_partner_who_must_share_a_voice_is_shifted() -> None:
    profiles = by_name([voice("teller", FEMALE, description="narrator"), voice("m1", MALE)])
    cast = cast_of(
        script_of("Abe", "Bob", "Cid", genders=dict.fromkeys(("Abe", "Bob", "Cid"), MALE)), profiles=profiles
    )
    assert {role.profile for role in cast.roles} == {"m1"}
    assert len({role.adjustment for role in cast.roles}) == 3


def test_a_shift_never_drives_a_low_voice_out_of_what_engines_can_do() -> None:
    deep = replace(voice("deep", MALE), adjustment=Adjustment(pitch_percent=-20))
    profiles = by_name([voice("teller", FEMALE, description="narrator"), deep])
    names = ("Abe", "Bob", "Cid", "Don")
    cast = cast_of(script_of(*names, genders=dict.fromkeys(names, MALE)), profiles=profiles)
    assert all(combine(deep.adjustment, role.adjustment).pitch_percent >= -33 for role in cast.roles)


def test_one_voice_for_everybody_still_makes_a_cast() -> None:
    cast = cast_of(script_of(*"ABCDEFGH" * 2), profiles=by_name([voice("only", MALE)]))
    assert len(cast.roles) == 8


def test_speakers_of_a_single_line_pool_voices_and_leave_fresh_ones() -> None:
    turns = [part for n in range(6) for part in (f"Man {n}", BREAK)]
    voices = voices_of(cast_of(script_of(*turns, genders={f"Man {n}": MALE for n in range(6)})))
    assert len(set(voices.values())) == 2


def test_a_name_that_tells_an_age_gets_a_voice_of_it() -> None:
    profiles = library() | by_name([voice("kid", MALE, age="child", f0_hz=260), voice("gramps", MALE, age="old")])
    script = script_of(
        "Great-Uncle Tom", "The Boy", "Abe", genders=dict.fromkeys(("Great-Uncle Tom", "The Boy", "Abe"), MALE)
    )
    voices = voices_of(cast_of(script, profiles=profiles))
    assert (voices["Great-Uncle Tom"], voices["The Boy"]) == ("gramps", "kid")
    assert voices["Abe"] not in ("gramps", "kid")


def test_a_new_chapter_leaves_every_voice_as_it_is() -> None:
    genders = {"Ann": FEMALE, "Bob": MALE, "Zoe": FEMALE}
    first = cast_of(script_of("Ann", "Bob", genders=genders))
    second = cast_of(script_of("Ann", "Bob", "#", *["Zoe", "Ann"] * 9, genders=genders), first)
    assert (second.narrator, second.roles[:2]) == (first.narrator, first.roles[:2])
    assert voices_of(second)["Zoe"] not in (*voices_of(first).values(), "teller")


def test_a_voice_a_person_chose_counts_for_the_others() -> None:
    cast = Cast(roles=(Role(name="Ann", profile="dora"), Role(name="Superman", profile="al", aliases=("Clark",))))
    script = script_of("Ann", "Bea", "Clark", "Bea", genders={"Ann": FEMALE, "Bea": FEMALE})
    after = cast_of(script, cast)
    assert after.roles[:2] == cast.roles
    assert len(after.roles) == 3
    assert voices_of(after)["Bea"] != "dora"


def test_nobody_is_proposed_for_unknown_speakers() -> None:
    assert voices_of(cast_of(script_of("unknown", "Ann"))).keys() == {"Ann"}


def test_only_the_engines_own_voices_are_proposed() -> None:
    with pytest.raises(CastError, match='no voice profile uses the engine "pyttsx3"'):
        propose_cast(script_of("Ann"), Cast(), library(), engine="pyttsx3")


def test_a_complete_cast_needs_no_voice_of_the_engine() -> None:
    cast = Cast(narrator=Role(name=NARRATOR, profile="teller"), roles=(Role(name="Ann", profile="ava"),))
    assert propose_cast(script_of("Ann"), cast, library(), engine="pyttsx3") == (None, ())


def test_every_proposal_says_why() -> None:
    script = script_of("Ann", "Bob", "Ann", "Bob", "Ann", genders={"Ann": FEMALE, "Bob": MALE})
    proposal = explain_cast(script, Cast(), library(), engine=ENGINE)
    assert proposal.narrator is not None
    assert proposal.narrator.reason == '"teller" is described as a narrator\'s'
    assert 'male, as Bob is; nobody else has it; unlike "' in proposal.roles[1].reason
    assert "with whom Bob talks most" in proposal.roles[1].reason


_people = [f"P{n}" for n in range(8)]
_scripts = st.builds(
    lambda turns, genders: script_of(*turns, genders=dict(zip(_people, genders, strict=True))),
    st.lists(st.sampled_from([*_people, BREAK, "#", "narrator", "unknown"]), max_size=40),
    st.tuples(*[st.sampled_from(Gender)] * 8),
)


@settings(deadline=None)
@given(_scripts)
def test_every_script_gets_a_whole_cast_the_same_each_time(script: Script) -> None:
    cast = cast_of(script)
    assert cast == cast_of(script)
    assert propose_cast(script, cast, library(), engine=ENGINE) == (None, ())
    resolve_voices(script, cast, library(), cast_path=Path("cast.toml"))


@settings(deadline=None)
@given(_scripts)
def test_no_two_partners_sound_the_same_and_no_character_like_the_narrator(script: Script) -> None:
    cast = cast_of(script)
    assert cast.narrator is not None
    sounds = {role.name: (role.profile, role.adjustment) for role in cast.roles}
    assert (cast.narrator.profile, Adjustment()) not in sounds.values()
    for speaker, partners in find_conversations(script).items():
        assert sounds[speaker] not in [sounds[partner] for partner in partners]
