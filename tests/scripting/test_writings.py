import pytest

from audiobook.model.delivery import Cue
from audiobook.model.script import NARRATOR, Segment, SegmentKind
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book

PEOPLE = '"Good morning," said Anna.\n\n"Good morning," said Tom. He sat down.\n\n'


def lines(text: str) -> tuple[Segment, ...]:
    return write_script(small_book(PEOPLE + text)).segments[4:]


def read_out(text: str) -> list[tuple[str, str | None]]:
    return [(line.text, line.speaker) for line in lines(text) if Cue.READ_ALOUD in line.manner]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('The letter said, "Dear Anna, the house is sold."', '"Dear Anna, the house is sold."'),
        ('The sign read "No Dogs Allowed". Tom laughed.', '"No Dogs Allowed".'),
        ("The headline ran: \u201cFERRY SUNK.\u201d", "\u201cFERRY SUNK.\u201d"),
        ('She opened the note. It said, "Come at once."', '"Come at once."'),
        ('"Beware of the bull," said the sign on the gate.', '"Beware of the bull,"'),
    ],
)
def test_the_narrator_reads_out_what_is_written(text: str, written: str) -> None:
    assert read_out(text) == [(written, NARRATOR)]
    assert "".join("".join(line.text for line in lines(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "written", "reader"),
    [
        ('Anna read: "The ferry leaves at nine."', '"The ferry leaves at nine."', "Anna"),
        ('"The ferry leaves at nine," Anna read.', '"The ferry leaves at nine,"', "Anna"),
        ('Tom unfolded the letter and read aloud, "Dear Bob."', '"Dear Bob."', "Tom"),
    ],
)
def test_whoever_reads_aloud_is_the_speaker(text: str, written: str, reader: str) -> None:
    assert read_out(text) == [(written, reader)]


@pytest.mark.parametrize(
    "text",
    [
        'The label said "Poison" in red letters.',
        'He had seen the word "ferry" on the wall.',
        'Anna read the letter twice. "Well," she said.',
        "The letter lay on the table.",
    ],
)
def test_words_of_a_sentence_are_not_read_out(text: str) -> None:
    assert read_out(text) == []


def test_a_person_can_give_what_is_written_to_somebody() -> None:
    from audiobook.scripting.corrections.corrections import correction_for

    book = small_book(PEOPLE + 'The letter said, "Dear Anna, the house is sold." Tom sighed.')
    script = write_script(book)
    index = next(index for index, line in enumerate(script.segments) if "Dear Anna" in line.text)
    corrected = write_script(book, corrections=(correction_for(script, index, speakers=("Tom",)),))
    assert corrected.warnings == ()
    assert [line.text for line in corrected.segments] == [line.text for line in script.segments]
    assert corrected.segments[index].speaker == "Tom"
    assert corrected.segments[index].kind is SegmentKind.DIALOGUE
    assert corrected.segments[index].manner == (Cue.READ_ALOUD,)
