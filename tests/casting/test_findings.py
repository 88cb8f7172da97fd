from dataclasses import replace
from pathlib import Path

from audiobook.casting.findings import describe_findings, describe_newcomers, describe_unknown_voices, find_idle_roles
from audiobook.casting.known import known_characters
from audiobook.casting.notes import note_characters
from audiobook.model.cast import Adjustment, Cast, Role
from audiobook.model.script import NARRATOR, UNKNOWN, Gender, KnownCharacter
from tests.casting.scenes import library, script_of

ANN = Role(name="Ann", profile="ava", line=2)
GONE = Role(name="Gone", profile="bea", line=5)


def test_roles_that_nobody_bears_any_more_are_reported() -> None:
    cast = Cast(roles=(ANN, GONE, Role(name="Superman", aliases=("Clark",)), Role(name=UNKNOWN, profile="x")))
    assert find_idle_roles(script_of("Ann", "Clark"), cast) == (GONE,)
    assert describe_findings(script_of("Ann", "Clark"), cast, cast_path=Path("x.toml")) == (
        'x.toml:5: "Gone" says nothing in this book any more; the entry is kept',
    )


def test_whoever_joins_a_cast_is_reported_but_not_a_whole_new_cast() -> None:
    both = Cast(roles=(ANN, GONE))
    told = ('x.toml:5: "Gone" is new in this book, with the voice "bea"',)
    assert describe_newcomers(Cast(roles=(ANN,)), both, cast_path=Path("x.toml")) == told
    assert describe_newcomers(both, both, cast_path=Path("x.toml")) == ()
    assert describe_newcomers(Cast(), both, cast_path=Path("x.toml")) == ()


def test_two_who_talk_with_each_other_in_one_voice_are_reported() -> None:
    bob = Role(name="Bob", profile="ava", line=8)
    script = script_of("Ann", "Bob", "Ann")
    assert describe_findings(script, Cast(roles=(ANN, bob)), cast_path=Path("x.toml")) == (
        'x.toml:8: "Ann" and "Bob" talk with each other in the same voice, "ava"',
    )
    shifted = Role(name="Bob", profile="ava", adjustment=Adjustment(pitch_percent=-15))
    assert describe_findings(script, Cast(roles=(ANN, shifted)), cast_path=Path("x.toml")) == ()


def test_the_script_learns_what_the_cast_knows() -> None:
    cast = Cast(roles=(Role(name="Ann", aliases=("A",), gender=Gender.FEMALE), Role(name=UNKNOWN, profile="x")))
    assert known_characters(cast) == (KnownCharacter(name="Ann", aliases=("A",), gender=Gender.FEMALE),)


def test_a_voice_that_does_not_exist_is_reported_with_a_guess() -> None:
    cast = Cast(narrator=Role(name=NARRATOR, profile="teler", line=1), roles=(ANN, Role(name="Bob")))
    assert describe_unknown_voices(cast, library(), cast_path=Path("x.toml")) == (
        'x.toml:1: voice "teler" is unknown; did you mean teller? all voices: audiobook voices',
    )


def test_notes_hold_evidence_and_nothing_that_the_next_chapter_makes_wrong() -> None:
    script = script_of("Ann", "Ann")
    known = replace(script.characters[0], evidence=('Called "she" twice.', "Two.", "Three.", "Four."))
    assert note_characters(replace(script, characters=(known,))) == {"Ann": 'Called "she" twice.\nTwo.\nThree.'}
