"""Words of a passage as attribution reads them."""

from audiobook.scripting.grammar.words import split_words


def test_a_word_that_comes_again_is_held_once() -> None:
    first, _, again = split_words("Hedgehogs and Hedgehogs")
    assert first.text is again.text
    assert first.lower is again.lower
