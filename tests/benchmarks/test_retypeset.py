import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge.coverage import QUOTATION_MARKS
from judge.gold import GoldNovel
from typesetting.conventions import CONVENTIONS, Convention
from typesetting.retypeset import exchange, retypeset

from tests.benchmarks.small_novel import ferry, marked_up

BY_NAME = {convention.name: convention for convention in CONVENTIONS}


def words_of(novel: GoldNovel) -> list[str]:
    """The spans' words without marks."""
    return [
        "".join(char for char in novel.text[span.start : span.end] if char not in QUOTATION_MARKS | set("‚「」『』"))
        for span in novel.spans
    ]


@pytest.mark.parametrize(
    ("convention", "expected"),
    [
        ("straight doubles", "\"I don't say 'Go.'\" He left the boys' boat."),
        ("curly doubles", "“I don’t say ‘Go.’” He left the boys’ boat."),
        ("straight singles", "'I don't say \"Go.\"' He left the boys' boat."),
        ("curly singles, nested too", "‘I don’t say ‘Go.’’ He left the boys’ boat."),
        ("British singles, doubles inside", "‘I don’t say “Go.”’ He left the boys’ boat."),
        ("guillemets «»", "«I don't say ‹Go.›» He left the boys' boat."),
        ("guillemets »«", "»I don't say ›Go.‹« He left the boys' boat."),
        ("German „“", "„I don't say ‚Go.‘“ He left the boys' boat."),
    ],
)
def test_marks_are_exchanged_and_apostrophes_stay(convention: str, expected: str) -> None:
    novel = marked_up("\"{q0 Anna Field: implicit | I don't say 'Go.'}\" He left the boys' boat.")
    assert retypeset(novel, BY_NAME[convention]).text == expected


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_gold_spans_keep_their_words(convention: Convention) -> None:
    assert words_of(retypeset(ferry(), convention)) == words_of(ferry())


@pytest.mark.parametrize("name", ["curly doubles", "guillemets «»", "German „“"])
def test_nothing_but_marks_changes(name: str) -> None:
    there = retypeset(ferry(), BY_NAME[name])
    marks = QUOTATION_MARKS | set("‚「」『』")
    changed = [new for old, new in zip(ferry().text, there.text, strict=True) if old != new]
    assert set(changed) <= marks


def test_curly_doubles_and_back_is_the_same_novel() -> None:
    there = retypeset(ferry(), BY_NAME["curly doubles"])
    assert retypeset(there, BY_NAME["straight doubles"]) == ferry()


@given(st.dictionaries(st.integers(min_value=0, max_value=200), st.text(max_size=3)))
def test_spans_follow_whatever_replaces_characters_outside_them(characters: dict[int, str]) -> None:
    novel = ferry()
    inside = {index for span in novel.spans for index in range(span.start, span.end)}
    outside = {index: words for index, words in characters.items() if index not in inside}
    assert words_of(exchange(novel, outside)) == words_of(novel)
