from judge.gold import GoldSpan
from typesetting.marks import Role, find_roles

from tests.benchmarks.small_novel import ferry


def roles(text: str, *speeches: str) -> str:
    """Write each mark of a text as what it does: ( ) speech, [ ] nested, . apostrophe."""
    signs = {
        Role.OPEN: "(",
        Role.CLOSE: ")",
        Role.NESTED_OPEN: "[",
        Role.NESTED_CLOSE: "]",
        Role.APOSTROPHE: ".",
    }
    spans = [
        GoldSpan(start=text.index(words), end=text.index(words) + len(words), quotation="q", speaker="A", type="")
        for words in speeches
    ]
    found = find_roles(text, spans)
    return "".join(signs[found[index]] for index in sorted(found))


def test_straight_doubles_open_and_close() -> None:
    assert roles('"Yes," he said. "No."', "Yes,") == "()()"


def test_double_marks_that_gold_does_not_know_are_told_by_their_neighbours() -> None:
    assert roles('He said "yes" and then--"no."', "no.") == "()()"


def test_gold_decides_where_neighbours_mislead() -> None:
    assert roles('He said " yes " twice.', " yes ") == "()"


def test_single_marks_in_words_stay_apostrophes() -> None:
    assert roles("\"Don't go, 'tis the boys' boat.\"", "Don't go, 'tis the boys' boat.") == "(...)"


def test_a_quotation_inside_speech_is_found() -> None:
    assert roles("\"He said, 'Don't go,' twice.\"", "He said, 'Don't go,' twice.") == "([.])"


def test_speech_in_singles_is_known_by_gold_alone() -> None:
    assert roles("‘I said “Don’t,” twice.’ The boys’ boat.", "I said “Don’t,” twice.") == "([.])."


def test_a_speech_that_runs_on_opens_again_in_the_next_paragraph() -> None:
    assert roles('"One.\n\n"Two."', "One.", "Two.") == "(()"


def test_every_mark_of_a_story_has_a_role() -> None:
    novel = ferry()
    marks = {index for index, char in enumerate(novel.text) if char in "\"'"}
    assert set(find_roles(novel.text, novel.spans)) == marks
