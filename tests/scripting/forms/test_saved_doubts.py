"""The cached form of doubts: exact, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.scripting.attribution.doubts import Doubts, weigh_lines
from audiobook.scripting.forms.saved_doubts import doubts_from_json, doubts_to_json
from audiobook.scripting.script_writer import write_script, write_unweighed_script
from tests.scripting.small_books import small_book

TALK = '"Is it on?" asked Wren.\n\n"Since noon," said Odile.\n\n"Pour it now."\n\n"Soon."\n\n_Never_, she thought.\n'
SCRIPT, DOUBTS = write_unweighed_script(small_book(TALK))
SAVED = doubts_to_json(DOUBTS)


def test_saved_doubts_read_back_equal() -> None:
    assert len(DOUBTS.links) == 4
    assert doubts_from_json(SAVED) == DOUBTS


def test_lines_weighed_later_are_worth_what_they_are_worth_at_once() -> None:
    assert weigh_lines(SCRIPT, doubts_from_json(SAVED)) == write_script(small_book(TALK))
    assert any(segment.worth for segment in weigh_lines(SCRIPT, DOUBTS).segments)


def test_no_doubts_are_worth_nothing() -> None:
    assert weigh_lines(SCRIPT, Doubts()) == SCRIPT


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "3", '{"format": "other"}', "[" * 100_000])
def test_foreign_text_is_refused(text: str) -> None:
    with pytest.raises(ManuscriptError):
        doubts_from_json(text)


@given(st.integers(0, len(SAVED) - 1))
def test_a_part_is_refused(length: int) -> None:
    with pytest.raises(ManuscriptError):
        doubts_from_json(SAVED[:length])
