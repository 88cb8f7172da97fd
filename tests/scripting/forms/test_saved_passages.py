"""Kept passages as JSON: exact, and refused when damaged or old."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.scripting.forms.saved_passages import passages_from_json, passages_to_json

CHAPTERS = {"a1": [[(0, 0, 5, 0), (1, 6, 9, 1)], []], "b2": [[(2, 0, 3, 0)]]}
SAVED = passages_to_json(CHAPTERS, version="1/9")


def test_saved_passages_read_back_equal() -> None:
    read = passages_from_json(SAVED, version="1/9")
    assert {key: [[tuple(row) for row in rows] for rows in chapter] for key, chapter in read.items()} == CHAPTERS


def test_another_version_is_refused() -> None:
    with pytest.raises(ManuscriptError):
        passages_from_json(SAVED, version="1/10")


@given(st.integers(0, len(SAVED) - 1), st.characters(codec="utf-8"))
def test_damage_of_any_character_is_noticed(index: int, character: str) -> None:
    damaged = SAVED[:index] + character + SAVED[index + 1 :]
    if damaged != SAVED:
        with pytest.raises(ManuscriptError):
            passages_from_json(damaged, version="1/9")


@given(st.integers(0, len(SAVED) - 1))
def test_a_part_is_refused(length: int) -> None:
    with pytest.raises(ManuscriptError):
        passages_from_json(SAVED[:length], version="1/9")
