"""Words of a line whose sounds are given: found in its text, and written as an engine takes them."""

import re
from collections.abc import Callable, Collection

from audiobook.engines.espeak_text import make_speakable
from audiobook.model.speech import WordSound

PLAIN_BRACKETS = str.maketrans({"[": "(", "]": ")"})
"""Square brackets, with which sounds are marked in a text, are none of its own."""


def with_sounds(text: str, sounds: Collection[WordSound], write: Callable[[WordSound], str]) -> str:
    """Put something else in place of each word whose sounds are given.

    Args:
        text: made speakable, whole or a piece; the words are found in it as wholes, with their case.
        write: gives what stands for a word.
    """
    if not sounds:
        return text
    of_word = {make_speakable(sound.word): sound for sound in sounds}
    longest_first = sorted(of_word, key=lambda word: (-len(word), word))
    words = "|".join(map(re.escape, longest_first))
    return re.sub(rf"(?<![\w'])(?:{words})(?!\w)(?!'\w)", lambda match: write(of_word[match[0]]), text)
