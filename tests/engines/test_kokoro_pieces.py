import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.engines.kokoro_pieces import cut_into_pieces
from audiobook.engines.kokoro_vocabulary import token_ids


def as_they_are(text: str) -> str:
    return text


def phonemes(text: str) -> list[str]:
    return [piece.phonemes for piece in cut_into_pieces(text, as_they_are)]


def test_a_sentence_is_one_piece_without_a_rest_behind_it() -> None:
    (piece,) = cut_into_pieces("hˈaws.", as_they_are)
    assert (piece.phonemes, piece.pause_s) == ("hˈaws.", 0.0)


def test_sentences_are_pieces_with_a_longer_rest_than_clauses() -> None:
    long = ", ".join(["The house on the hill"] * 14)
    pieces = cut_into_pieces(f"No. {long}. Yes.", as_they_are)
    assert [piece.phonemes[0] for piece in pieces] == ["N", "T", "T", "Y"]
    after_sentence, after_clause, after_next, after_last = (piece.pause_s for piece in pieces)
    assert after_sentence == after_next > after_clause > after_last == 0


def test_what_grows_when_spoken_is_cut_at_its_best_border() -> None:
    pieces = cut_into_pieces("8.", lambda _: ("wˈʌn " * 30 + "wˈʌn, ") * 4)
    assert [piece.phonemes[-1] for piece in pieces] == [",", ",", ",", ","]
    assert all(len(token_ids(piece.phonemes)) <= 300 for piece in pieces)


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert [len(piece) for piece in [p.phonemes for p in cut_into_pieces("a", lambda _: "a" * 700)]] == [300, 300, 100]


def test_text_without_words_has_no_pieces() -> None:
    assert phonemes("... ?!") == []


@given(st.text(alphabet="ab ,.;", max_size=3000))
def test_no_sound_is_lost_and_no_piece_too_long(text: str) -> None:
    pieces = phonemes(text)
    assert "".join(pieces).translate(_NO_MARKS) == text.translate(_NO_MARKS)
    assert all(0 < len(token_ids(piece)) <= 300 for piece in pieces)


_NO_MARKS = str.maketrans("", "", " ,.;")


@pytest.mark.parametrize(("sign", "number"), [("ˈ", 156), ("A", 24), ("—", 9), ("ᵻ", 177), (" ", 16)])
def test_signs_have_the_numbers_of_the_model(sign: str, number: int) -> None:
    assert token_ids(sign) == (number,)
