import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.engines.espeak_text import SpokenMarks, halves, has_words, is_spoken_whole, make_speakable

ANY_TEXT = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a zero\0inside", "a zero inside"),
        ("a command\x01P99 too", "a command P99 too"),
        ("private\ue001P99 use", "private P99 use"),
        ("half a pair \ud83d here", "half a pair here"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("  white \t\n space\u2028everywhere ", "white space everywhere"),
        ("𝓗𝓮𝓵𝓵𝓸, ｗｉｄｅ ﬁn", "Hello, wide fin"),
        ("cafe\u0301", "café"),
        ("① Ⅳ ⒏ Ⓐ 5㎏", "1 IV 8. A 5kg"),
        ("٣ and ❺ of 2⅝", "3 and 5 of 2 5/8"),
        ("½ of x² is 5 °C, H₂O⁴…", "½ of x² is 5 °C, H₂O⁴…"),
        ("I I I I can't", "I, I, I, I can't"),
        ("a b c d", "a b c d"),
    ],
)
def test_what_the_library_would_cut_or_obey_is_replaced(text: str, expected: str) -> None:
    assert make_speakable(text) == expected


def test_a_word_too_long_for_the_library_is_broken_by_blanks() -> None:
    word = string.ascii_lowercase * 8
    spoken = make_speakable(word)
    assert spoken.replace(" ", "") == word
    assert max(map(len, spoken.split())) <= 50


def test_a_number_too_long_for_the_library_is_broken_by_blanks() -> None:
    spoken = make_speakable("1234567890" * 10)
    assert spoken.replace(" ", "") == "1234567890" * 10
    assert max(map(len, spoken.split())) <= 24


def test_a_scream_is_shortened_only_where_it_would_be_cut() -> None:
    assert make_speakable("Nooooooo!") == "Nooooooo!"
    assert make_speakable("N" + "o" * 500 + "!") == "Nooo!"


@given(ANY_TEXT)
def test_speakable_text_holds_nothing_but_printable_characters_and_single_blanks(text: str) -> None:
    spoken = make_speakable(text)
    spoken.encode()
    assert spoken == " ".join(spoken.split())
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"} for character in spoken)


@given(ANY_TEXT)
def test_speakable_text_stays_as_it_is(text: str) -> None:
    spoken = make_speakable(text)
    assert make_speakable(spoken) == spoken


@given(st.text(st.sampled_from(string.ascii_letters + string.digits + " .,!'-"), max_size=24))
def test_plain_words_of_a_usual_length_are_never_changed(text: str) -> None:
    assert make_speakable(text).replace(",", "").split() == text.replace(",", "").split()


def test_words_are_letters_or_digits() -> None:
    assert has_words("7")
    assert has_words("…я")
    assert not has_words("?! — _*")


def test_a_text_read_to_its_end_word_by_word_is_whole() -> None:
    assert is_spoken_whole("one two three", SpokenMarks(word_starts=(0, 4, 8), end=13))


def test_words_spoken_as_a_group_are_not_missed() -> None:
    assert is_spoken_whole("he is as it is now", SpokenMarks(word_starts=(0, 3, 6, 15), end=18))


def test_a_text_left_before_its_end_is_not_whole() -> None:
    assert not is_spoken_whole("one two three", SpokenMarks(word_starts=(0, 4), end=7))


def test_words_skipped_on_the_way_make_it_not_whole() -> None:
    assert not is_spoken_whole("one two three four five six", SpokenMarks(word_starts=(0, 24), end=27))
    assert not is_spoken_whole("one two three four five six", SpokenMarks(word_starts=(0,), end=27))


def test_words_without_a_single_mark_are_not_whole() -> None:
    assert not is_spoken_whole("one", SpokenMarks(word_starts=(), end=3))


def test_a_text_is_halved_next_to_its_middle() -> None:
    assert halves("one two three four") == ("one two", "three four")
    assert halves("word") is None
