"""Roles in tags, once a person said who is meant."""

from audiobook.model.script import Correction
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book

STORY = """Basil met Anna at the door. Anna shook her head, and Basil smiled.

"Come in," said the painter.

"No," said Anna.

Basil waited. Anna waited as well.

"It is cold," said the painter.

"So it is," said Anna."""


def test_correction_tells_who_is_meant_by_a_role() -> None:
    told = Correction(text='"Come in,"', speaker="Basil")
    script = write_script(small_book(STORY), corrections=(told,))
    assert [line.speaker for line in script.segments if line.text == '"It is cold,"'] == ["Basil"]
