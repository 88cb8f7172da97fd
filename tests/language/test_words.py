from hypothesis import given
from hypothesis import strategies as st

from audiobook.language.words import fold_word, has_word, iterate_words


def words_of(text: str) -> list[str]:
    return [match.group() for match in iterate_words(text)]


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in words_of(text))


def test_apostrophes_and_hyphens_inside_belong_to_a_word() -> None:
    assert words_of("He wouldn't, o\u2019clock, half-hearted 'quoted' dogs' --no-- a-") == [
        *("He", "wouldn't", "o\u2019clock", "half-hearted", "quoted", "dogs", "no", "a"),
    ]


def test_points_and_commas_within_numbers_belong_to_them() -> None:
    assert words_of("Pi is 3.14, not 1,000. 5.") == ["Pi", "is", "3.14", "not", "1,000", "5"]


def test_markup_is_never_part_of_a_word() -> None:
    assert words_of("_very_ *good* snake_case") == ["very", "good", "snake", "case"]


def test_combining_marks_belong_to_their_letter() -> None:
    assert words_of("cafe\u0301 noir \u0939\u093f\u0928\u094d\u0926\u0940") == [
        *("cafe\u0301", "noir", "\u0939\u093f\u0928\u094d\u0926\u0940"),
    ]


def test_dashes_separate_words() -> None:
    assert words_of("wait\u2014no--yes\u2013maybe") == ["wait", "no", "yes", "maybe"]


def test_spelling_variants_of_one_word_fold_to_the_same() -> None:
    assert folded_words("Don\u2019t DON'T do\u00adn't") == ("don't",) * 3
    assert folded_words("cafe\u0301 caf\u00e9 CAF\u00c9") == ("caf\u00e9",) * 3
    assert folded_words("\ufb01ne \uff26ine") == ("fine", "fine")


def test_marks_alone_are_no_word() -> None:
    assert not has_word(" ...?! \u2014 \u201c\u201d * _ ")
    assert has_word("\u2014 5")


@given(st.text())
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    spans = [match.span() for match in iterate_words(text)]
    covered = {index for start, end in spans for index in range(start, end)}
    assert all(index in covered for index, letter in enumerate(text) if letter.isalnum())
    assert spans == sorted(spans)


@given(st.text(alphabet="a'-\u2019 b1.,"))
def test_folding_keeps_the_number_of_words(text: str) -> None:
    assert len(folded_words(text)) == len(words_of(text))


@given(text=st.text(max_size=20))
def test_a_text_has_a_word_exactly_if_one_is_found_in_it(text: str) -> None:
    assert has_word(text) == bool(words_of(text))
