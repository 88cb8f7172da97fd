"""Lines of a finished script, found again by their words: what recordings are anchored to."""

from audiobook.model.script import Correction, Script
from audiobook.scripting.corrections.corrections import correction_for, find_lines
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book

STORY = """Ada met Tom at the harbour.

"We should go," said Ada.

"Yes."

He looked at the ship.

"Yes."

The "good terms" were gone."""


def found(script: Script, *wanted: Correction) -> list[str | None]:
    indexes = find_lines(script, wanted)
    return [None if index is None else script.segments[index].text for index in indexes]


def test_line_is_found_by_its_words_whatever_the_white_space() -> None:
    assert found(write_script(small_book(STORY)), Correction(text='"We  should go,"')) == ['"We should go,"']


def test_occurrence_decides_between_equal_lines() -> None:
    script = write_script(small_book(STORY))
    first, second = find_lines(script, [Correction(text='"Yes."', chapter=1, occurrence=n) for n in (1, 2)])
    assert first is not None
    assert second is not None
    assert first < second


def test_neighbours_find_the_line_after_others_have_moved_it() -> None:
    script = write_script(small_book(STORY))
    index = find_lines(script, [Correction(text='"Yes."', chapter=1, occurrence=2)])[0]
    assert index is not None
    anchored = correction_for(script, index)
    longer = write_script(small_book('"Yes."\n\n' + STORY))
    (moved,) = find_lines(longer, [anchored])
    assert moved is not None
    assert longer.segments[moved - 1].text == "He looked at the ship."


def test_line_that_is_gone_is_not_found() -> None:
    assert found(write_script(small_book(STORY)), Correction(text="Never said.")) == [None]


def test_two_wordings_never_share_a_line() -> None:
    script = write_script(small_book(STORY))
    assert find_lines(script, [Correction(text="He looked at the ship.", chapter=n) for n in (1, 2)])[1] is None


def test_recorded_words_become_a_line_of_their_own() -> None:
    script = write_script(small_book(STORY), recorded=(Correction(text='"good terms"'),))
    assert found(script, Correction(text='"good terms"')) == ['"good terms"']
    assert {segment.speaker for segment in script.segments[-3:]} == {"narrator"}


def test_recording_changes_nothing_about_who_speaks() -> None:
    plain = write_script(small_book(STORY))
    recorded = write_script(small_book(STORY), recorded=(Correction(text='"Yes."'),))
    assert recorded == plain
