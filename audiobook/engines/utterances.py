"""A line cut into pieces that a neural model speaks well: its sentences, and long ones at their clauses.

The pieces follow from the text alone, so that a take does not depend on anything else.
"""

from audiobook.engines.espeak_text import has_words
from audiobook.language.sentences import split_long, split_sentences


def split_for_model(text: str, *, most_chars: int) -> tuple[str, ...]:
    """Cut a text; pieces without letters or digits are left out, for they would be noise.

    Args:
        most_chars: of one piece; a single word longer than that stays whole.
    """
    spans = (piece for span in split_sentences(text) for piece in split_long(text, span, most_chars))
    return tuple(text[start:end] for start, end in spans if has_words(text[start:end]))
