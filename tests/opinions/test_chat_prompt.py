import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.opinions.chat_prompt import read_labels, write_prompt
from audiobook.opinions.protocol import AnswerRefusedError, Label
from tests.opinions.told import A_QUESTION

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def test_a_prompt_lists_names_and_numbered_spans() -> None:
    assert write_prompt(A_QUESTION) == (
        "Names:\n"
        '- "Anna" (female; also "Annie")\n'
        '- "Piet"\n'
        '- "narrator"\n'
        '- "unknown"\n'
        "\n"
        "Spans:\n"
        "1 [narrator] Anna put the lamp down.\n"
        '2 [?] "I did not."\n'
        '3 [?] "You did."\n'
        "\n"
        "Who says or thinks 2, 3?"
    )


def test_a_second_attempt_says_what_was_wrong() -> None:
    assert "refused: two labels" in write_prompt(replace(A_QUESTION, complaint="two labels"))


def test_labels_are_read_in_their_order() -> None:
    assert read_labels(' {"labels": {"3": "Anna", "2": "Piet"}}\n') == (
        Label(number=3, speaker="Anna"),
        Label(number=2, speaker="Piet"),
    )


def test_a_number_given_twice_is_seen_twice() -> None:
    assert [label.speaker for label in read_labels('{"labels": {"2": "Piet", "2": "Anna"}}')] == ["Piet", "Anna"]


@pytest.mark.parametrize("number", ["02", "0", "-2", "2.0", "²", "٢", " 2", "99999999"])
def test_a_number_has_one_way_to_be_written(number: str) -> None:
    with pytest.raises(AnswerRefusedError):
        read_labels(json.dumps({"labels": {number: "Anna"}}))


@given(st.dictionaries(st.integers(1, 999), st.text(max_size=12), max_size=6))
def test_labels_survive_the_way_through_json(speakers: dict[int, str]) -> None:
    answer = json.dumps({"labels": {str(number): name for number, name in speakers.items()}})
    assert {label.number: label.speaker for label in read_labels(answer)} == speakers


@given(st.text() | json_values.map(json.dumps) | json_values.map(lambda value: json.dumps({"labels": value})))
def test_any_answer_is_labels_or_refused(answer: str) -> None:
    try:
        found = read_labels(answer)
    except AnswerRefusedError:
        return
    assert json.loads(answer) == {"labels": {str(label.number): label.speaker for label in found}}
