"""Python's search for garbage is rare while a book is worked on, and afterwards as it was."""

import gc

import pytest

from audiobook.production.script.collecting import rare_collections


def test_the_threshold_comes_back_even_after_a_failure() -> None:
    before = gc.get_threshold()
    with rare_collections():
        inside = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), rare_collections():
        raise ValueError("stopped")
    assert inside[0] > before[0]
    assert gc.get_threshold() == before
