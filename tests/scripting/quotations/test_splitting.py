"""Chapters that were split before: recalled while nothing they depend on changed, and never otherwise."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.quotation_marks import QuotationMarks
from audiobook.scripting.quotations.passage_finder import SplitBook, split_book
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.quotations.splitting import KeptChapter, Splitting
from tests.scripting.small_books import small_book

ONE = 'Wren came in.\n\n"Is it on?" asked Wren.\n\n"Since noon," said Odile.'
TWO = 'Rain fell.\n\n"Pour," said Wren.'
PARAGRAPHS = st.lists(
    st.sampled_from(['"Yes."', "'No.'", "—Go —said Tom—. Now.", "«Go,» said Tom.", "Tom: Go!", "“Long", "It rained."]),
    min_size=1,
    max_size=8,
)


def split(text: str, known: Mapping[str, KeptChapter], marks: QuotationMarks = QuotationMarks.AUTO) -> SplitBook:
    return split_book(small_book(text), Splitting(marks=marks, known=known))


def kept_of(text: str) -> Mapping[str, KeptChapter]:
    splitting = Splitting()
    split_book(small_book(text), splitting)
    return splitting.kept


def forged(text: str) -> Mapping[str, KeptChapter]:
    """The kept chapters of a text with every passage made a thought, so that what is recalled is seen."""
    thought = list(PassageKind).index(PassageKind.THOUGHT)
    return {
        key: [[(thought, start, end, goes_on) for _, start, end, goes_on in rows] for rows in chapter]
        for key, chapter in kept_of(text).items()
    }


def recalled(book: SplitBook) -> list[bool]:
    """Tell for each chapter whether it was recalled from forged ones."""
    return [
        {passage.kind for paragraph in chapter.paragraphs for passage in paragraph.passages} == {PassageKind.THOUGHT}
        for chapter in book.chapters
    ]


@given(PARAGRAPHS, PARAGRAPHS)
def test_recalled_chapters_are_as_if_split_again(one: list[str], two: list[str]) -> None:
    text = "\n\n".join(["# One", *one, "# Two", *two])
    assert split(text, kept_of(text)) == split(text, {})


def test_only_the_changed_chapter_is_split_again() -> None:
    known = forged(f"# One\n\n{ONE}\n\n# Two\n\n{TWO}")
    assert recalled(split(f"# One\n\n{ONE}\n\n# Two\n\n{TWO} More rain.", known)) == [True, False]


def test_chapters_that_moved_are_recalled_where_they_stand_now() -> None:
    known = forged(f"# One\n\n{ONE}\n\n# Two\n\n{TWO}")
    text = f"# New\n\nSnow fell.\n\n# Two\n\n{TWO}\n\n# One\n\n{ONE}"
    book = split(text, known)
    assert recalled(book) == [False, True, True]
    spoken = book.chapters[1].paragraphs[1].passages[0]
    assert text[spoken.start : spoken.end] == '"Pour,"'


def test_other_marks_split_every_chapter_again() -> None:
    known = forged(f"# One\n\n{ONE}")
    assert recalled(split(f"# One\n\n{ONE}", known, QuotationMarks.GUILLEMETS)) == [False]


def test_a_label_that_the_rest_of_the_book_makes_a_person_splits_its_chapter_again() -> None:
    labelled = "# One\n\nSaffi: Go home.\n\nIt rained."
    known = forged(f"{labelled}\n\n# Two\n\nNobody came.")
    assert recalled(split(f"{labelled}\n\n# Two\n\nSaffi came. Saffi sat down.", known))[0] is False


def test_what_is_kept_is_this_books_and_no_more() -> None:
    splitting = Splitting(known=kept_of(f"# One\n\n{ONE}\n\n# Two\n\n{TWO}"))
    split_book(small_book(f"# Two\n\n{TWO}"), splitting)
    assert len(splitting.kept) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[(9, 0, 5, 0)], [], []],
        [[(0, 0, 500, 0)], [(0, 0, 5, 0)], [(0, 0, 5, 0)]],
        [[(0, 4, 2, 0)], [(0, 0, 5, 0)], [(0, 0, 5, 0)]],
        [[(0, 0, 5, 0), (0, 3, 8, 0)], [(0, 0, 5, 0)], [(0, 0, 5, 0)]],
    ],
)
def test_odd_rows_are_split_again(rows: KeptChapter) -> None:
    text = f"# One\n\n{ONE}"
    (key,) = kept_of(text)
    assert split(text, {key: rows}) == split(text, {})
