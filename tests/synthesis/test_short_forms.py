import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.synthesis.short_forms import in_full


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mr. and Mrs. Bennet met Dr. Watson", "Mister and Missus Bennet met Doctor Watson"),
        ("Mr Darcy, Ms Lane", "Mister Darcy, Miz Lane"),
        ("Lt. Col. Gray of St. John on Mt. Doom", "Lieutenant Colonel Gray of Saint John on Mount Doom"),
        ("No. 5, vol. II, p. 7", "Number 5, volume 2, page 7"),
        ("No. Never", "No. Never"),
        ("Batman vs. Superman", "Batman versus Superman"),
        ("Sammy Davis Jr.", "Sammy Davis Junior."),
        ("Jr. is here", "Junior is here"),
        ("J. R. R. Tolkien and J.R.R. Tolkien", "J R R Tolkien and J R R Tolkien"),
        ("the U.S. Army", "the U S Army"),
        ("in the U.S.", "in the U S."),
        ("George R. Martin, Ph.D.", "George R Martin, P H D."),
        ("CHAPTER IV.", "CHAPTER 4."),
        ("Chapter I", "Chapter 1"),
        ("CHAPTER I.", "CHAPTER 1."),
        ("Chapter I. Clark wakes", "Chapter 1. Clark wakes"),
        ("XLII.", "42."),
        ("part of the letter in which", "part of the letter in which"),
        ("The letter I wrote, the part I played", "The letter I wrote, the part I played"),
        ("chapter xi, Appendix C", "chapter xi, Appendix C"),
        ("X marks it", "X marks it"),
        ("World War II", "World War 2"),
        ("Henry VIII came", "Henry the 8th came"),
        ("Mark XIV", "Mark 14"),
        ("Clark and I went", "Clark and I went"),
        ("As Lex I know", "As Lex I know"),
        ("I.", "I."),
        ("MIX it, DVD, CIVIL", "MIX it, DVD, CIVIL"),
    ],
)
def test_short_forms_are_said_in_full(written: str, said: str) -> None:
    assert in_full(written) == said


@given(st.text(alphabet="IVXLC. aMr"))
def test_any_text_has_a_full_form(text: str) -> None:
    in_full(text)


@given(st.lists(st.sampled_from(["part", "I", "in", "letter", "it", "C", "the", "Lex", "V,"])).map(" ".join))
def test_a_lone_letter_among_words_is_no_number(text: str) -> None:
    words = [word for word in in_full(text).split() if word.isdigit()]
    assert set(words) <= {"5"}


@given(st.text(alphabet="aehilprtvx ,!?'"))
def test_plain_lower_case_words_are_said_as_they_stand(text: str) -> None:
    assert in_full(text) == text
