"""The cached form of a script: exact, or refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.model.script import Script
from audiobook.scripting.forms.saved_script import script_from_json, script_to_json
from audiobook.scripting.script_writer import write_script
from tests.scripting.forms.test_labelled import scripts
from tests.scripting.small_books import small_book
from tests.scripting.test_script_writer import STORY


@given(scripts())
def test_saved_script_reads_back_equal(script: Script) -> None:
    assert script_from_json(script_to_json(script)) == script


def test_lone_surrogate_survives() -> None:
    script = write_script(small_book('"Yes\ud800," said Ada.'))
    assert script_from_json(script_to_json(script)) == script


@pytest.mark.parametrize("age", [None, "old"])
def test_a_characters_age_is_kept(age: str | None) -> None:
    script = write_script(small_book('"Yes," said Ada.'))
    aged = replace(script, characters=tuple(replace(one, age=age) for one in script.characters))
    assert script_from_json(script_to_json(aged)) == aged
    assert aged.characters


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "3", '{"format": "other"}', "\ud800", "[" * 100_000])
def test_foreign_text_is_refused(text: str) -> None:
    with pytest.raises(ManuscriptError):
        script_from_json(text)


@given(st.data())
def test_damaged_script_is_refused_or_still_a_script(data: st.DataObject) -> None:
    saved = script_to_json(write_script(small_book(STORY)))
    at = data.draw(st.integers(0, len(saved) - 1))
    damaged = saved[:at] + data.draw(st.sampled_from(["", "x", "0", '"', "]"])) + saved[at + 1 :]
    try:
        assert isinstance(script_from_json(damaged), Script)
    except ManuscriptError:
        return


def test_wrong_types_inside_are_refused() -> None:
    saved = json.loads(script_to_json(write_script(small_book(STORY))))
    saved["segments"][0][3] = "song"
    with pytest.raises(ManuscriptError):
        script_from_json(json.dumps(saved))
