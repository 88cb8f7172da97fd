import random

import pytest

from audiobook.publishing.word_sketch import DIGEST_BITS, SKETCH_SIZE, likeness, sketch_words

VOCABULARY = [f"word{number}" for number in range(500)]


def prose(count: int, seed: int) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=count)


def sketch(words: list[str]) -> tuple[int, ...]:
    return sketch_words(" ".join(words))


def test_a_text_is_like_itself_however_it_is_set() -> None:
    assert sketch_words("“Go,” said Lex.\n\n*Now* he went.") == sketch_words('"GO" said Lex. Now he went')


def test_texts_without_a_run_in_common_are_not_alike() -> None:
    assert likeness(sketch_words("one two three four"), sketch_words("four three two one")) == 0.0


def test_no_words_are_like_nothing() -> None:
    assert sketch_words("* * *") == ()
    assert likeness((), ()) == 0.0


def test_a_single_word_has_a_sketch_of_its_own() -> None:
    assert likeness(sketch_words("Silence."), sketch_words("silence")) == 1.0
    assert likeness(sketch_words("Silence."), sketch_words("Noise.")) == 0.0


@pytest.mark.parametrize(
    ("kept", "least", "most"), [(1.0, 1.0, 1.0), (0.75, 0.45, 0.75), (0.5, 0.2, 0.5), (0.0, 0.0, 0.05)]
)
def test_likeness_is_the_share_of_words_that_stayed(kept: float, least: float, most: float) -> None:
    for seed in range(20):
        words, others = prose(2000, seed), prose(2000, seed + 1000)
        border = int(len(words) * kept)
        assert least <= likeness(sketch(words), sketch(words[:border] + others[border:])) <= most


def test_a_sketch_stays_small_and_its_digests_in_range() -> None:
    digests = sketch(prose(20_000, 1))
    assert len(digests) == SKETCH_SIZE
    assert all(0 <= digest < 2**DIGEST_BITS for digest in digests)


def test_a_script_without_blanks_is_compared_letter_by_letter() -> None:
    before = sketch_words("昨日の夜、私は駅で彼女を待っていた。雨が降っていた。")
    after = sketch_words("昨日の夜、私は駅で彼を待っていた。雨が降っていた。")
    assert likeness(before, after) > 0.5


def test_sketches_are_the_same_on_every_machine() -> None:
    assert sketch_words("The ferry waited for nobody.") == (2903754, 7777995, 13281574)
