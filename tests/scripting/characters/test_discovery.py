"""Who is who: names, aliases, genders, roles, and what is nobody."""

import pytest

from audiobook.model.script import Gender, KnownCharacter
from tests.scripting.told import cast_of, speakers


def test_told_alias_makes_one_character_named_as_a_person() -> None:
    story = (
        "Peter has become Nightjar, and works at the harbour by day. Peter is tired of it.",
        '"Stand aside," Nightjar said.',
        '"Who are you?" asked Rosa. Rosa did not know that Peter stood before her.',
        '"A friend," Nightjar said.',
    )
    cast = cast_of(*story)
    assert set(cast) == {"Peter", "Rosa"}
    assert cast["Peter"].aliases == ("Nightjar",)
    assert any("Peter has become Nightjar" in sentence for sentence in cast["Peter"].evidence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter, also known as Nightjar, went out.",
        "Peter was called Nightjar by the boatmen.",
        "Peter alias Nightjar went out.",
        "Peter/Nightjar went out.",
        "Peter, known as Nightjar, went out.",
        "Peter went out. The boatmen knew him as Nightjar.",
    ],
)
def test_turns_of_phrase_tell_an_alias(sentence: str) -> None:
    cast = cast_of(sentence, "Peter saw the sea.", '"Stand aside," Nightjar said.', '"No," Peter said.')
    assert [character.aliases for character in cast.values()] == [("Nightjar",)]


def test_first_name_full_name_and_surname_are_one_where_nobody_else_bears_it() -> None:
    story = (
        "Rosa Lindqvist lived alone. Rosa liked it.",
        '"Come in, Lindqvist," said Peter. Peter was her friend.',
        '"Thank you," said Rosa.',
        '"Sit," said Peter.',
    )
    assert set(cast_of(*story)["Rosa"].aliases) == {"Rosa Lindqvist", "Lindqvist"}


def test_husband_and_wife_are_two() -> None:
    cast = cast_of('"Tea?" asked Mr. Vane.', '"No," said Mrs. Vane.', '"Coffee?" asked Mr. Vane.')
    assert set(cast) == {"Mr. Vane", "Mrs. Vane"}
    assert (cast["Mr. Vane"].gender, cast["Mrs. Vane"].gender) == (Gender.MALE, Gender.FEMALE)


def test_two_brothers_are_two() -> None:
    cast = cast_of(
        '"Up," said Ivar Holt. Ivar Holt rose.', '"Down," said Nils Holt. Nils Holt sat.', '"Up," said Ivar Holt.'
    )
    assert set(cast) == {"Ivar Holt", "Nils Holt"}


def test_mother_and_daughter_are_two() -> None:
    cast = cast_of('"Come," said Mrs. Vane.', '"No," said Miss Vane.', '"Now," said Mrs. Vane.')
    assert set(cast) == {"Mrs. Vane", "Miss Vane"}


def test_short_form_is_the_same_person() -> None:
    cast = cast_of(
        '"Come," said Elizabeth.', '"Where to, Lizzy?" asked Peter.', '"Home," said Elizabeth, and Lizzy rose.'
    )
    assert cast["Elizabeth"].aliases == ("Lizzy",)


def test_gender_comes_from_pronouns() -> None:
    cast = cast_of("Ketu put down her basket. Ketu wiped her face.", '"Hot today," said Ketu. She sat down.')
    assert cast["Ketu"].gender is Gender.FEMALE


def test_places_are_nobody() -> None:
    story = ("Marta lived in Osterby. She went to Osterby and stayed in Osterby.", '"I love Osterby," said Marta.')
    assert set(cast_of(*story)) == {"Marta"}


def test_unnamed_roles_are_characters_of_their_own() -> None:
    story = (
        "Marta knocked. An old woman opened.",
        '"Who is it?" asked the old woman.',
        '"Marta," said Marta.',
        '"Let her in," called a voice.',
    )
    assert speakers(*story)[:2] == ["the old woman", "Marta"]
    assert speakers(*story)[2] in {"the old woman", "Marta"}


def test_any_noun_after_a_verb_of_speech_is_somebody() -> None:
    assert speakers("Marta sat down.", '"Twelve, red," cried the croupier.') == ["the croupier"]


def test_rank_alone_means_its_only_bearer() -> None:
    story = ("Captain Reyes came aboard.", '"Cast off," said Captain Reyes.', '"Faster!" cried the captain.')
    assert speakers(*story) == ["Captain Reyes", "Captain Reyes"]


def test_wife_of_somebody_is_found_by_title() -> None:
    story = (
        "Mr. Vane and Mrs. Vane sat by the fire with Rosa.",
        '"It is cold," said Mr. Vane.',
        '"It is not," said his wife.',
    )
    assert speakers(*story) == ["Mr. Vane", "Mrs. Vane"]


def test_known_character_wins_over_what_is_found() -> None:
    known = (KnownCharacter(name="Nightjar", aliases=("Peter",), gender=Gender.FEMALE),)
    cast = cast_of("Peter saw the sea.", '"No," Peter said. He sat down.', known=known)
    assert cast["Nightjar"].gender is Gender.FEMALE
    assert cast["Nightjar"].aliases == ("Peter",)


def test_known_characters_are_never_merged() -> None:
    known = (KnownCharacter(name="Peter"), KnownCharacter(name="Nightjar"))
    cast = cast_of("Peter has become Nightjar.", '"No," Peter said.', '"Yes," Nightjar said.', known=known)
    assert set(cast) == {"Peter", "Nightjar"}


def test_two_who_bear_one_title_and_surname_are_told_apart_by_the_first_name() -> None:
    cast = cast_of(
        "The Mr. Vanes were brothers. Mr. Vane and Mr. John Vane kept a shop.",
        '"Open up," said Mr. Vane.',
        '"Not yet," said Mr. John Vane.',
        '"Open up," said Mr. Vane again.',
    )
    assert {"Mr. Vane", "Mr. John Vane"} <= set(cast)


def test_first_name_several_regularly_bear_in_full_means_him_whose_wife_is_named_after_him() -> None:
    story = (
        *["Karl Holt and Karl Lund rowed out. Mrs. Karl Lund saw Karl Lund and Karl Holt go."] * 6,
        *["Karl waved."] * 30,
        '"Come back," said Karl.',
    )
    assert cast_of(*story)["Karl Lund"].aliases == ("Karl",)


def test_sir_before_a_first_name_is_not_a_plain_namesake() -> None:
    story = (
        "Sir John Orme was fond of John Vane. Sir John rode out with John Vane.",
        '"Halloo!" cried Sir John.',
        '"Halloo!" cried John.',
    )
    assert set(cast_of(*story)) == {"Sir John", "John Vane"}


def test_capital_after_a_speech_that_ends_in_a_comma_is_a_name() -> None:
    assert speakers('"You are late," T\'Lara said.') == ["T'Lara"]
