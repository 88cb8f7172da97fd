"""Large initials set apart from their word, and letters that are words."""

import pytest

from audiobook.synthesis.drop_caps import join_drop_cap
from audiobook.synthesis.spoken_text import spoken_sentences


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("O NCE upon a time", "Once upon a time"),
        ("T HE man", "The man"),
        ("I T was late", "It was late"),
        ("A LL happy families", "All happy families"),
        ("T he old man", "The old man"),
        ("A FTER that", "After that"),
    ],
)
def test_an_initial_joins_its_word(written: str, said: str) -> None:
    assert join_drop_cap(written) == said


@pytest.mark.parametrize("text", ["A MAN came", "I SAW him", "O LORD, hear", "J was late", "X marks it", "M R. Darcy"])
def test_a_letter_that_may_be_a_word_stays(text: str) -> None:
    assert join_drop_cap(text) == text


def test_ligatures_and_typographic_spaces_are_said_as_what_they_look_like() -> None:
    (sentence,) = spoken_sentences("The \ufb01rst\u2009\ufb02ight,\u00a0he\u202fsaid.")
    assert sentence.text == "The first flight, he said."
