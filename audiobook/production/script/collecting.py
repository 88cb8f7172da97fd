"""How often Python looks for garbage that refers to itself while a book is worked on.

Knows the collector's threshold; refuses to know what is worked on.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS_BETWEEN_SEARCHES = 200_000
"""Python's own 700 has it look through a novel's words again and again while more of them are made: a seventh of the
whole time, for next to no garbage."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look rarely inside the block, and as before after it."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
