import pytest

from audiobook.engines.misaki_phonemes import misaki_phonemes_of

pytest.importorskip("hibari", reason="the extra kokoro is not installed")


@pytest.mark.parametrize(("british", "past", "infinitive"), [(False, "ɹˈɛd", "ɹˈid"), (True, "ɹˈɛd", "ɹˈiːd")])
def test_a_word_is_said_as_its_place_in_the_sentence_asks(british: bool, past: str, infinitive: str) -> None:
    words = misaki_phonemes_of("He read it; I will read it.", british=british).split()
    assert (words[1], words[5]) == (past, infinitive)


def test_marks_that_carry_the_melody_stay() -> None:
    found = misaki_phonemes_of("Yes, no! Why? Well... so; yes: no.", british=False)
    assert [mark for mark in found if mark in ",!?;:"] == [",", "!", "?", ";", ":"]


def test_words_in_another_script_are_not_dropped() -> None:
    assert len(misaki_phonemes_of("She said مرحبا to him.", british=False)) > len(
        misaki_phonemes_of("She said to him.", british=False)
    )


def test_its_own_notation_in_a_text_is_plain_text() -> None:
    assert misaki_phonemes_of("[ferry](/hˈɑɹbɚ/)", british=False).startswith("fˈɛɹi")


@pytest.mark.parametrize("text", ["№", "½", "Xyzzy", "1984", "e.g.", "Łódź", "Привет", "I—I— I . . . can't?!?!"])
def test_whatever_has_a_sound_has_phonemes(text: str) -> None:
    for british in (False, True):
        assert any(map(str.isalpha, misaki_phonemes_of(text, british=british)))
