import pytest

from audiobook.synthesis.stressed_words import find_again, find_stressed_words


@pytest.mark.parametrize(
    ("written", "stressed"),
    [
        ('"I *never* said never."', [("never", 1, 2)]),
        ('"Never! I _never_ did, and never will."', [("never", 2, 3)]),
        ('"I **really meant** it, you know."', [("really", 1, 1), ("meant", 1, 1)]),
        ('"It isn\u2019t *Tom\u2019s*, it is *mine*."', [("Tom's", 1, 1), ("mine", 1, 1)]),
        ('"It is 5 * 3 and 4 * 2."', []),
        ('"He read *The Ferry at Nine* to her in the long evenings of winter."', []),
        ("*I never said so.*", []),
        ("a snake_case_name", []),
        ("Nothing at all.", []),
    ],
)
def test_single_words_are_stressed_and_long_stretches_are_not(
    written: str, stressed: list[tuple[str, int, int]]
) -> None:
    assert [(word.word, word.occurrence, word.count) for word in find_stressed_words(written)] == stressed


def test_a_word_is_found_again_by_counting() -> None:
    (word,) = find_stressed_words("Never did I, *never* ever.")
    assert find_again(word, "Never did I, never ever.", str) == ("never", 1)


def test_a_respelled_word_is_found_by_what_became_of_it() -> None:
    (word,) = find_stressed_words("It was *Siobhan* again.")
    assert find_again(word, "It was Shivawn again.", lambda text: text.replace("Siobhan", "Shivawn")) == ("Shivawn", 1)


def test_a_word_that_is_said_more_often_than_written_is_not_guessed_at() -> None:
    (word,) = find_stressed_words("The *one* and 1.")
    assert find_again(word, "The one and one.", str) is None
