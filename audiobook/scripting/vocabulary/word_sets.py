"""Writing sets of words as plain text.

Knows white space.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
