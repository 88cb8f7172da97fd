"""Somebody is heard to speak: whoever hears it does not."""

import pytest

from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book

OPENING = """"It is late," said Mrs. Hale. "I shall go," said Mr. Dunn. Mrs. Hale smiled at Mr. Dunn.

"""


@pytest.mark.parametrize(
    "words",
    [
        "Mrs. Hale heard Mr. Dunn say,",
        "Mrs. Hale heard him say,",
        "Mrs. Hale was glad to hear him almost immediately saying,",
    ],
)
def test_whoever_is_heard_speaks(words: str) -> None:
    script = write_script(small_book(f'{OPENING}{words} "There is snow."'))
    assert [line.speaker for line in script.segments if "snow" in line.text] == ["Mr. Dunn"]
