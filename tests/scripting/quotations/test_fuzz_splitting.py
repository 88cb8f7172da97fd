"""Laws of splitting that hold for any text: it ends in time, and no character but white space is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.model.quotation_marks import QuotationMarks
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.splitting import Splitting
from tests.growth import grows_with_the_text
from tests.scripting.small_books import small_book

_MARKS = "\"'“”‘’«»‹›„‚「」『』—–-*_`()[]…"
_PARTS = st.one_of(
    st.sampled_from(
        [*_MARKS, "\n\n", "\n", " ", "said Maud", "Maud", "’s", "it was so", ".", ",", "?", "!", ":", "A: "]
    ),
    st.text(alphabet=_MARKS + "ab \n", max_size=12),
    st.text(max_size=6),
)
_TEXTS = st.lists(_PARTS, max_size=40).map("".join)


@given(text=_TEXTS, marks=st.sampled_from(list(QuotationMarks)))
@settings(max_examples=400)
def test_passages_of_any_text_lose_nothing_but_white_space(text: str, marks: QuotationMarks) -> None:
    manuscript = small_book(text)
    split = split_book(manuscript, Splitting(marks=marks))
    for paragraph in (each for chapter in split.chapters for each in chapter.paragraphs):
        position = paragraph.start
        for passage in paragraph.passages:
            assert not text[position : passage.start].strip()
            assert position <= passage.start < passage.end
            position = passage.end
        assert not text[position : paragraph.start + len(paragraph.text)].strip()


@pytest.mark.parametrize(
    "unit",
    ["“", "”", '"', "'", "’", "«", "—", "*", "_", "“\n\n", "“a” 'b' ", "'a'b", "“‘", "-- ", "\" — '", "*“", "(“"],
)
def test_splitting_grows_with_the_text(unit: str) -> None:
    assert grows_with_the_text(lambda text: split_book(small_book(text), Splitting()), unit=unit)
