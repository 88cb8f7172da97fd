import pytest
from hearing.normalising import words_of


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Mr. Pym paid $5.50.", "mister pym paid five dollars and 50 cents"),
        ("at 6:05 a.m.", "at six oh five AM"),
        ("in 1905", "in nineteen oh five"),
        ("in 1994", "in nineteen ninety-four"),
        ("two thousand three hundred and five", "2,305"),
        ("the hundred and first", "the 101st"),
        ("Chapter IV: Everybody", "chapter four, everybody"),
        ("World War II", "World War 2"),
        ("the colour of honour", "The color of honor."),
        ("He'd organised the theatre's defence", "he would organized the theater's defense"),
        ("I can't; they're late", "I cannot, they are late"),
        ("F.B.I.", "FBI"),
        ("“Nooooo!”", "No."),
        ("Hmmm", "Hm"),
        ("twenty to eight", "20 to 8"),
    ],
)
def test_two_spellings_of_one_sound_are_the_same_words(written: str, heard: str) -> None:
    without_and = tuple(word for word in words_of(heard) if word != "and")
    assert tuple(word for word in words_of(written) if word != "and") == without_and


@pytest.mark.parametrize(
    ("one", "other"), [("fifteen", "fifty"), ("1905", "1950"), ("Pym", "him"), ("cat", "cats"), ("it was", "it is")]
)
def test_what_sounds_different_stays_different(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


def test_no_word_is_left_out() -> None:
    assert len(words_of("Um, uh, the 3rd of May, O'Hara said: ah!")) == 9
