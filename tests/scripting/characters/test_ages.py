"""How old people are, and on what words that stands."""

import pytest

from tests.scripting.told import cast_of

TALK = ('"Yes," said Nora. "I know."', '"Good," said Piet.')


@pytest.mark.parametrize(
    ("sentence", "age"),
    [
        ("Nora was nine.", "child"),
        ("Nora couldn't have been more than eight.", "child"),
        ("Nora had come in. She was seventeen, and cold.", "young"),
        ("Nora was forty-one years old.", "adult"),
        ("Nora was seventy.", "old"),
    ],
)
def test_a_number_tells_the_age(sentence: str, age: str) -> None:
    nora = cast_of(sentence, *TALK)["Nora"]
    assert nora.age == age
    assert nora.evidence[-1].startswith("The text tells the age: ")


@pytest.mark.parametrize("sentence", ["Nora was nine feet away.", "When Nora was nine, it rained.", "Nora was ill."])
def test_other_numbers_and_ages_long_ago_tell_none(sentence: str) -> None:
    assert cast_of(sentence, *TALK)["Nora"].age is None


def test_speakers_tell_their_own_age() -> None:
    assert cast_of('"I\'m fifteen," said Nora.', '"Good," said Piet.')["Nora"].age == "young"


def test_a_pronoun_after_somebody_unknown_tells_nothing_of_the_one_before() -> None:
    story = ("Piet stood by the wall. A small boy ran past. He was about eight.", *TALK)
    assert cast_of(*story)["Piet"].age is None


def test_an_unnamed_person_is_as_old_as_their_description() -> None:
    cast = cast_of("An old woman opened.", '"Who is it?" asked the old woman.', *TALK)
    assert cast["the old woman"].age == "old"
    assert any("old woman" in sentence for sentence in cast["the old woman"].evidence)


def test_gran_is_old() -> None:
    assert cast_of('"Tea," said Gran. Gran sat down.', *TALK)["Gran"].age == "old"
