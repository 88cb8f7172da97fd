"""Names that the text itself calls one person, and what only sounds like it."""

import pytest

from audiobook.model.script import Character
from tests.scripting.told import cast_of

TALK = ('"Stand aside," said the Nightjar.', '"No," said Peter. Peter went home.')


def told_cast(sentence: str) -> dict[str, Character]:
    return cast_of("Peter saw the sea. The Nightjar was on the roof.", sentence, *TALK)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter had been the Nightjar all along.",
        "Peter was the Nightjar all the time.",
        "The Nightjar had been Peter from the beginning.",
        "It was Peter who had been the Nightjar.",
        "Peter, who was really the Nightjar, went out.",
        "The Nightjar was none other than Peter.",
        "Peter is secretly the Nightjar.",
        "Peter and the Nightjar were one and the same.",
        "Peter has become the Nightjar.",
    ],
)
def test_identity_told_makes_one_character_under_the_persons_name(sentence: str) -> None:
    cast = told_cast(sentence)
    assert set(cast) == {"Peter"}
    assert cast["Peter"].aliases == ("Nightjar",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter had been the Nightjar's friend for years.",
        "Peter wondered if Rosa had been the Nightjar all along.",
        "What if Peter had been the Nightjar all along?",
        "Perhaps Peter was really the Nightjar.",
        "Peter was not really the Nightjar.",
        "Peter had been the captain for years, and the Nightjar knew it.",
        "Peter was with the Nightjar all along.",
    ],
)
def test_what_only_sounds_like_it_leaves_two(sentence: str) -> None:
    assert set(told_cast(sentence)) == {"Peter", "Nightjar"}


def test_merge_quotes_the_text_as_it_stands() -> None:
    evidence = told_cast("Peter, who was really the Nightjar, went out.")["Peter"].evidence
    assert 'Nightjar is Peter: the text says "Peter, who was really the Nightjar".' in evidence


def test_epithet_is_the_main_name_of_somebody_hardly_called_otherwise() -> None:
    lines = ['"Stand aside," said the Nightjar. The Nightjar sighed.'] * 8
    assert set(cast_of("Peter has become the Nightjar.", *lines)) == {"Nightjar"}


def test_those_who_answer_each_other_again_and_again_are_two() -> None:
    talk = ['"Go away," said Peter.', '"Never," said Rosa.'] * 6
    assert set(cast_of("Peter/Rosa is the story of two neighbours.", *talk)) == {"Peter", "Rosa"}
    assert set(cast_of("Peter has become Rosa.", *talk)) == {"Peter", "Rosa"}
