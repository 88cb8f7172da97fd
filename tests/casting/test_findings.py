from pathlib import Path

from audiobook.casting.findings import describe_findings, find_idle_roles
from audiobook.casting.known import known_characters
from audiobook.casting.notes import note_characters
from audiobook.model.cast import Adjustment, Cast, Role
from audiobook.model.script import UNKNOWN, Gender, KnownCharacter
from tests.casting.scenes import script_of

ANN = Role(name="Ann", profile="ava", line=2)
GONE = Role(name="Gone", profile="bea", line=5)


def test_roles_that_nobody_bears_any_more_are_reported() -> None:
    cast = Cast(roles=(ANN, GONE, Role(name="Superman", aliases=("Clark",)), Role(name=UNKNOWN, profile="x")))
    assert find_idle_roles(script_of("Ann", "Clark"), cast) == (GONE,)
    assert describe_findings(script_of("Ann", "Clark"), cast, cast_path=Path("x.toml")) == (
        'x.toml:5: "Gone" says nothing in this book any more; the entry is kept',
    )


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


def test_notes_count_lines() -> None:
    assert note_characters(script_of("Ann", "Bob", "Ann")) == {"Ann": "2 lines", "Bob": "1 line"}
