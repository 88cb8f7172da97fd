from pathlib import Path

import pytest

from audiobook.casting.carrying import CarriedCast, carry_over
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, CarriedVoice, Cast, Role
from audiobook.model.delivery import Cue, DeliveryChange, DeliveryWishes
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import NARRATOR
from tests.casting.scenes import library, script_of

OTHER = Path("voices/first.toml")
LOWER = Adjustment(pitch_percent=-10)


def carried(cast: Cast, *others: Role, narrator: Role | None = None) -> CarriedCast:
    script = script_of("Lex", "Ann", aliases={"Lex": ("Lex Luthor",)})
    other = Cast(narrator=narrator, roles=others)
    return carry_over(script, cast, other, library(), other_path=OTHER)


def test_a_voice_and_its_manner_are_carried_on_by_alias() -> None:
    found = carried(Cast(), Role(name="Luthor", aliases=("lex luthor",), profile="al", adjustment=LOWER, line=7))
    assert [(role.name, role.profile, role.adjustment) for role in found.roles] == [("Lex", "al", LOWER)]
    assert found.taken == ('"Lex" has the voice "al" of "Luthor" (voices/first.toml:7)',)


def test_a_delivery_and_pronunciations_come_along_and_where_it_all_comes_from_is_noted() -> None:
    wishes = DeliveryWishes(strength=0.5, cues={Cue.WHISPERED: DeliveryChange(rate_percent=-5)})
    words = (Pronunciation(word="Luthor", ipa="luθɔr"),)
    (role,) = carried(Cast(), Role(name="Lex", profile="al", delivery=wishes, pronunciations=words)).roles
    assert (role.delivery, role.pronunciations) == (wishes, words)
    assert role.carried == CarriedVoice(profile="al", source="voices/first.toml", name="Lex")


def test_a_main_name_wins_over_an_alias() -> None:
    found = carried(Cast(), Role(name="Luthor", aliases=("Lex",), profile="al"), Role(name="Lex", profile="ben"))
    assert [role.profile for role in found.roles] == ["ben"]


def test_an_alias_of_two_people_carries_nobody_on() -> None:
    both = (Role(name=name, aliases=("Lex Luthor",), profile="al") for name in ("Luthor", "Lionel"))
    assert carried(Cast(), *both).roles == ()


def test_the_books_own_file_wins() -> None:
    own = Cast(narrator=Role(name=NARRATOR, profile="teller"), roles=(Role(name="Lex", profile="carl"),))
    found = carried(own, Role(name="Lex", profile="al"), narrator=Role(name=NARRATOR, profile="ava"))
    assert (found.narrator, found.roles) == (None, ())
    assert "keeps the voice" in found.kept[0]


def test_a_voice_that_does_not_exist_is_an_error_with_its_place() -> None:
    with pytest.raises(CastError, match=r'first\.toml:3: voice "bob" is unknown'):
        carried(Cast(), Role(name="Lex", profile="bob", line=3))


def test_nobody_in_common_is_said() -> None:
    assert carried(Cast(), Role(name="Zoe", profile="ava")).taken[0].startswith("voices/first.toml: nobody")
