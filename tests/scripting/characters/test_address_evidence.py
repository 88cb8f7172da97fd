"""Genders that only the words of others tell: "sir", "my dear fellow", "madam"."""

import pytest

from audiobook.model.script import Gender
from tests.scripting.told import attributed, cast_of, told


def gender_of_dr_orme(*paragraphs: str) -> Gender:
    return cast_of(*paragraphs, '"Good day," said Dr. Orme.')["Dr. Orme"].gender


@pytest.mark.parametrize(("word", "gender"), [("sir", Gender.MALE), ("madam", Gender.FEMALE)])
def test_whoever_answers_is_who_was_addressed(word: str, gender: Gender) -> None:
    assert (
        gender_of_dr_orme(
            f'"The horses are ready, {word}," said Piet.',
            '"Which horses?" said Dr. Orme.',
            f'"The grey ones, {word}," said Piet.',
        )
        is gender
    )


def test_an_address_beside_a_name_is_that_ones() -> None:
    assert (
        gender_of_dr_orme(
            '"The horses are ready, sir," said Piet. "Come, Dr. Orme."',
            "The rain had stopped.",
            '"Thank you, sir. Good night, Dr. Orme," said Piet.',
        )
        is Gender.MALE
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        ('"The horses are ready, sir," said Piet.', '"Which?" said Dr. Orme.'),
        ('"Ready, sir," said Piet.', '"Which?" said Dr. Orme.', '"The grey ones, madam," said Piet.'),
        ('"Ready, sir. Here, sir. Mind the step, Anna," said Piet.', '"Which?" said Dr. Orme.', '"Both," said Anna.'),
    ],
    ids=["once", "both", "somebody else"],
)
def test_one_address_or_two_that_differ_or_anothers_tell_nothing(paragraphs: tuple[str, ...]) -> None:
    assert gender_of_dr_orme(*paragraphs) is Gender.UNKNOWN


def test_whoever_tells_the_story_is_what_others_call_them() -> None:
    book = attributed(
        told(
            "I went down to the harbour that evening, and I was alone. I had no lamp.",
            '"Is it you, sir?" asked Piet.',
            '"It is I," I said. I waited.',
            '"I know you now, sir," said Piet.',
            "I paid the man, and I went back to my room.",
        )
    )
    assert book.narrator_gender is Gender.MALE


def test_pronouns_of_the_text_win() -> None:
    assert (
        gender_of_dr_orme(
            "Dr. Orme came in. She sat down. She was tired.",
            '"Ready, sir," said Piet.',
            '"Which?" said Dr. Orme.',
            '"The grey ones, sir," said Piet.',
        )
        is Gender.FEMALE
    )
