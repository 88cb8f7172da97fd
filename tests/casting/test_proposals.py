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


def one_liners(count: int) -> Script:
    """Men who say one line each and never meet."""
    turns = [part for n in range(count) for part in (f"Man {n}", BREAK)]
    return script_of(*turns, genders={f"Man {n}": MALE for n in range(count)})


def test_speakers_of_a_single_line_share_no_voice_while_enough_are_unused() -> None:
    men = [voice(f"m{n}", MALE) for n in range(8)]
    profiles = by_name([voice("teller", FEMALE, description="narrator"), *men])
    assert len(set(voices_of(cast_of(one_liners(5), profiles=profiles)).values())) == 5


def test_speakers_of_a_single_line_pool_voices_once_unused_ones_run_short() -> None:
    men = [voice(f"m{n}", MALE) for n in range(8)]
    profiles = by_name([voice("teller", FEMALE, description="narrator"), *men])
    assert len(set(voices_of(cast_of(one_liners(10), profiles=profiles)).values())) == 5


def test_a_name_that_tells_an_age_gets_a_voice_of_it() -> None:
    profiles = library() | by_name([voice("kid", MALE, age="child", f0_hz=260), voice("gramps", MALE, age="old")])
    script = script_of(
        "Great-Uncle Tom", "The Boy", "Abe", genders=dict.fromkeys(("Great-Uncle Tom", "The Boy", "Abe"), MALE)
    )
    voices = voices_of(cast_of(script, profiles=profiles))
    assert (voices["Great-Uncle Tom"], voices["The Boy"]) == ("gramps", "kid")
    assert voices["Abe"] not in ("gramps", "kid")


def test_an_age_that_the_text_tells_wins_over_the_name() -> None:
    profiles = library() | by_name([voice("kid", MALE, age="child", f0_hz=260), voice("gramps", MALE, age="old")])
    names = ("Little John", "Abe", "Cid")
    script = script_of(*names, genders=dict.fromkeys(names, MALE))
    ages = {"Little John": "adult", "Abe": "child", "Cid": "old"}
    aged = replace(script, characters=tuple(replace(one, age=ages[one.name]) for one in script.characters))
    voices = voices_of(cast_of(aged, profiles=profiles))
    assert (voices["Abe"], voices["Cid"]) == ("kid", "gramps")
    assert voices["Little John"] not in ("kid", "gramps")


GIANT = voice("giant", MALE, f0_hz=75)
ROUGH = voice("rough", MALE, f0_hz=110, description="rough and breathy; a gangster")
PLAIN = [voice(f"plain{hz}", MALE, f0_hz=hz) for hz in (100, 101, 102)]
TELLER = voice("teller", MALE, f0_hz=100, description="narrator")


@pytest.mark.parametrize("age", [None, "adult", "young", "child"])
def test_plain_voices_are_given_before_those_that_stand_out(age: str | None) -> None:
    names = ("Abe", "Bob", "Cid", "Don")
    script = script_of(*names * 3, genders=dict.fromkeys(names, MALE))
    aged = replace(script, characters=tuple(replace(one, age=age) for one in script.characters))
    voices = voices_of(cast_of(aged, profiles=by_name([TELLER, GIANT, ROUGH, *PLAIN])))
    assert {voices[name] for name in names[:3]} == {one.name for one in PLAIN}
    assert voices["Don"] in ("giant", "rough")


def test_a_voice_of_neither_gender_suits_any_child() -> None:
    profiles = by_name([TELLER, *PLAIN, voice("elf", Gender.UNKNOWN, age="child", f0_hz=290)])
    cast = cast_of(script_of("The Boy", "Abe", genders={"The Boy": MALE, "Abe": MALE}), profiles=profiles)
    assert voices_of(cast)["The Boy"] == "elf"


def test_nobody_grown_up_gets_a_childs_voice_even_if_all_others_are_taken() -> None:
    kid = voice("kid", MALE, age="child", f0_hz=300)
    names = ("Abe", "Bob", "Cid", "Don", "Eli")
    script = script_of(*names * 3, genders=dict.fromkeys(names, MALE))
    assert "kid" not in voices_of(cast_of(script, profiles=by_name([TELLER, kid, *PLAIN]))).values()


def test_an_unknown_gender_gets_a_voice_in_the_middle() -> None:
    hz = {"bass": 90, "low": 110, "middle": 150, "high": 240}
    genders = {"bass": MALE, "low": MALE, "middle": MALE, "high": FEMALE}
    profiles = by_name([TELLER, *(voice(name, genders[name], f0_hz=hz[name]) for name in hz)])
    assert voices_of(cast_of(script_of("Max", "Max"), profiles=profiles)) == {"Max": "middle"}


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


@pytest.mark.parametrize("gender", [FEMALE, MALE])
def test_a_story_told_in_the_first_person_is_read_by_a_voice_of_that_gender(gender: Gender) -> None:
    tellers = [voice(f"{each}-teller", each, description="narrator") for each in (FEMALE, MALE)]
    script = replace(script_of("Ann", "Bob"), narrator_gender=gender)
    cast = cast_of(script, profiles=by_name([*tellers, *library().values()]))
    assert cast.narrator is not None
    assert cast.narrator.profile == f"{gender}-teller"


def test_the_narrators_gender_in_the_cast_file_wins() -> None:
    script = replace(script_of("Ann"), narrator_gender=MALE)
    cast = cast_of(script, Cast(narrator=Role(name=NARRATOR, gender=FEMALE)))
    assert cast.narrator is not None
    assert library()[cast.narrator.profile or ""].gender is FEMALE
