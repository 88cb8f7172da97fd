import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audiobook.language.sentences import split_long, split_sentences
from tests.growth import grows_with_the_text


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("What?! No! Really?", ["What?!", "No!", "Really?"]),
        ('"I know." "You do?" Then silence.', ['"I know."', '"You do?"', "Then silence."]),
        (
            "\u201cYes,\u201d he said. \u201cNo.\u201d Then \u2018why?\u2019 Nothing.",
            ["\u201cYes,\u201d he said.", "\u201cNo.\u201d", "Then \u2018why?\u2019", "Nothing."],
        ),
        ("(It was late.) He slept.", ["(It was late.)", "He slept."]),
        ("_He left._ *She stayed.* **Why?** Nobody knew.", ["_He left._", "*She stayed.*", "**Why?**", "Nobody knew."]),
        ("He said \u2018never.\u2019\u201d Then he went.", ["He said \u2018never.\u2019\u201d", "Then he went."]),
        ("It was red. 10 minutes passed.", ["It was red.", "10 minutes passed."]),
        ("He left.She stayed. Why?Because of you.", ["He left.", "She stayed.", "Why?", "Because of you."]),
        ("He ran \u2014 and fell. \u2014 No.", ["He ran \u2014 and fell.", "\u2014 No."]),
        ("Stop! \u2026 He stopped.", ["Stop! \u2026", "He stopped."]),
        ("Wait\u2026 He is here.", ["Wait\u2026", "He is here."]),
        ("I was here. . . He was not.", ["I was here. . .", "He was not."]),
        ("\u4f60\u597d\u3002\u518d\u89c1\uff01", ["\u4f60\u597d\u3002", "\u518d\u89c1\uff01"]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
        ("No. I won't.", ["No.", "I won't."]),
        ("So do I. Clark knew.", ["So do I.", "Clark knew."]),
        ("It was 5 a.m. Clark woke.", ["It was 5 a.m.", "Clark woke."]),
        ("He lives on Main St. He is old.", ["He lives on Main St.", "He is old."]),
        ("Apples, pears etc. Then came the rain.", ["Apples, pears etc.", "Then came the rain."]),
        ("Chapter V. Clark wakes.", ["Chapter V.", "Clark wakes."]),
        ("He took plan B. It failed.", ["He took plan B.", "It failed."]),
        ('Clark said "go. Now."', ['Clark said "go.', 'Now."']),
    ],
)
def test_sentences_end_where_a_speaker_takes_breath(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. and Mrs. Bennet met Dr. Watson of St. John with Lt. Col. Gray.",
        "See p. 5, fig. 3 and No. 7 of vol. II for e.g. London.",
        "J. R. R. Tolkien and J.R.R. Tolkien met George R. Martin.",
        "It is 3.14, at www.Example.com or v2.0.",
        "The U.S. Army came.",
        "I have a. . .proposition for you",
        "L. . .Lex, please",
        "L... Lex, please",
        "I... I don't know",
        "Wh\u2026 What is it",
        "Lex. . . is here",
        "He left the house\nand went\nhome.",
        '"Really?" he said, "yes!" and went.',
        "1. Take the bread.",
        "Born Dec. 5, c. 1850, he",
        "He is (why?) tired",
        "Dr. No is late",
    ],
)
def test_nothing_is_split_inside_a_sentence(text: str) -> None:
    assert sentences_of(text) == [text]


def test_marks_without_words_join_their_neighbour() -> None:
    assert sentences_of('... ! Yes. "') == ['... ! Yes. "']
    assert sentences_of("...") == ["..."]
    assert sentences_of(" \n ") == []


pieces_of_text = st.lists(
    st.sampled_from(
        ["He", "left", "Mr.", ".", "!", "?", "\u2026", " ", "\n", "\n\n", '"', "'", "\u201d", "*", "I", "5"]
    )
).map("".join)


@given(st.one_of(st.text(), pieces_of_text))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    assert_covered(text, split_sentences(text))


@given(st.one_of(st.text(), pieces_of_text), st.integers(3, 40))
def test_long_spans_are_cut_short_and_nothing_is_lost(text: str, max_chars: int) -> None:
    pieces = split_long(text, (0, len(text)), max_chars)
    assert_covered(text, pieces)
    assert all(end - start <= max_chars for start, end in pieces)


@example([";", ";" * 20], 20)
@given(st.lists(st.text(alphabet="abc,;.", min_size=1, max_size=20), min_size=1), st.integers(20, 60))
def test_a_long_span_is_never_cut_inside_a_word(words: list[str], max_chars: int) -> None:
    text = " ".join(words)
    cut = [piece for start, end in split_long(text, (0, len(text)), max_chars) for piece in text[start:end].split()]
    assert cut == words


def assert_covered(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def test_a_clause_border_is_better_than_a_comma_and_that_than_a_space() -> None:
    text = "one two three four; five six, seven eight nine"
    assert [text[start:end] for start, end in split_long(text, (0, len(text)), 30)] == [
        *("one two three four;", "five six, seven eight nine"),
    ]


@pytest.mark.parametrize(
    "unit", ["word ", "Wait. ", "! ", '." ', "\n ", ".", "A. ", "word, ", "\u2026 x", " ", "a.b", '"']
)
def test_a_giant_paragraph_takes_time_in_proportion(unit: str) -> None:
    def split(text: str) -> None:
        for span in split_sentences(text):
            split_long(text, span)

    assert grows_with_the_text(split, unit=unit)
