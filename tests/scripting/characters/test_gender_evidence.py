"""Genders from pronouns that can mean only one person, and from words beside a name."""

import pytest

from audiobook.model.script import Character, Gender
from tests.scripting.told import cast_of


def ketu_in(*paragraphs: str) -> Character:
    return cast_of(*paragraphs, '"Hot today," said Ketu.')["Ketu"]


@pytest.mark.parametrize(
    "sentence",
    [
        '"Go," said Ketu, who kept the boats. She sounded tired.',
        '"Go," said Ketu, and she smiled.',
        "On the mat his cousin Ketu, who was five, and a dog that week, laid her paws over her ears.",
        "His sister Ketu came in.",
        "Ketu put down the jug. She sat.",
        "Ketu looked at herself in the water.",
    ],
)
def test_pronoun_of_the_only_subject_tells_the_gender(sentence: str) -> None:
    assert ketu_in(sentence).gender is Gender.FEMALE


@pytest.mark.parametrize(
    "sentence",
    [
        "Ketu looked at him.",
        "Ketu waved to her across the water.",
        "Peter and Ketu rowed. He was tired.",
        "Ketu nodded.",
    ],
)
def test_pronoun_that_may_mean_somebody_else_tells_nothing(sentence: str) -> None:
    assert ketu_in(sentence).gender is Gender.UNKNOWN


def test_pronoun_of_somebody_spoken_of_before_counts_for_less() -> None:
    story = ("She was late. Ketu had gone, and she sighed.", "Ketu came back. He rowed, and he sang.")
    assert ketu_in(*story).gender is Gender.MALE


def test_evidence_says_how_often_somebody_is_called_what() -> None:
    assert ketu_in("Ketu sat. She rose.").evidence == ('Called "she" once.',)
    assert ketu_in("Ketu sat. She rose, she ran, and she fell.").evidence == ('Called "she" 3 times.',)


def test_evidence_names_the_given_name_and_the_title() -> None:
    assert cast_of('"Yes," said Robert. He sat.')["Robert"].evidence == (
        'Robert is the name of a man; called "he" once.',
    )
    assert cast_of('"Yes," said Mrs. Orme.')["Mrs. Orme"].evidence == ('The title in "Mrs. Orme" gives the gender.',)
