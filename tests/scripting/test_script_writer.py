"""The script as a whole: every word in one row, kinds, speakers, notes, scene breaks."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audiobook.model.script import NARRATOR, KnownCharacter, Script, SegmentKind
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import lines_of, small_book

STORY = """# Chapter One

Ada met Tom at the harbour.

"We should go," said Ada.

"Why?" asked Tom. "It is early."

***

"The tide," Ada said.

Tom: That is what I feared.

NOTE thanks for reading."""


def test_every_row_has_its_kind_and_speaker() -> None:
    assert lines_of(write_script(small_book(STORY))) == [
        ("heading", "narrator", "# Chapter One"),
        ("narration", "narrator", "Ada met Tom at the harbour."),
        ("dialogue", "Ada", '"We should go,"'),
        ("narration", "narrator", "said Ada."),
        ("dialogue", "Tom", '"Why?"'),
        ("narration", "narrator", "asked Tom."),
        ("dialogue", "Tom", '"It is early."'),
        ("scene_break", None, "***"),
        ("dialogue", "Ada", '"The tide,"'),
        ("narration", "narrator", "Ada said."),
        ("note", None, "Tom:"),
        ("dialogue", "Tom", "That is what I feared."),
        ("note", None, "NOTE thanks for reading."),
    ]


def test_what_is_not_spoken_says_why() -> None:
    silent = [segment for segment in write_script(small_book(STORY)).segments if not segment.spoken]
    assert [segment.evidence.split(":")[0] for segment in silent] == [
        "a scene break",
        "the label of a script-form line",
        "a note of the test",
    ]
    assert all(segment.speakers == () for segment in silent)


def test_notes_are_read_by_the_narrator_when_asked_for() -> None:
    script = write_script(small_book(STORY), speak_notes=True)
    notes = [segment for segment in script.segments if segment.kind is SegmentKind.NOTE]
    assert [(segment.speaker, segment.spoken) for segment in notes] == [(None, False), (NARRATOR, True)]


def test_confidence_stands_on_dialogue_and_thought_only() -> None:
    for segment in write_script(small_book(STORY)).segments:
        is_uttered = segment.kind in {SegmentKind.DIALOGUE, SegmentKind.THOUGHT}
        assert (segment.confidence is not None) is is_uttered


def test_characters_are_counted_most_lines_first() -> None:
    script = write_script(small_book(STORY))
    assert [(character.name, character.line_count) for character in script.characters] == [("Tom", 3), ("Ada", 2)]


def test_known_alias_gives_the_main_name() -> None:
    known = (KnownCharacter(name="Adelaide", aliases=("Ada",)),)
    script = write_script(small_book(STORY), known=known)
    assert {segment.speaker for segment in script.segments if segment.spoken} == {"narrator", "Adelaide", "Tom"}


def assert_tiles(script: Script, text: str) -> None:
    at = 0
    for segment in script.segments:
        assert segment.start >= at
        assert not text[at : segment.start].strip()
        assert segment.text == text[segment.start : segment.end]
        assert segment.text.strip()
        at = segment.end
    assert not text[at:].strip()


PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "—",
        "--",
        "_",
        "*",
        ":",
        "(",
        ")",
        ",",
        ".",
        "!",
        "?",
        " ",
        "\n",
        "\n\n",
        "Ada",
        "Tom",
        "said",
        "thought",
        "he",
        "I",
        "you",
        "Ada: ",
        "said Ada.",
        "\n\n***\n\n",
        "\n\n# Two\n\n",
        "\u2028",
        "\x00",
    ]
)


@pytest.mark.parametrize("speak_notes", [False, True])
@given(pieces=st.lists(PIECES, max_size=60))
@example(pieces=['"', '"', ", ", '"'])
def test_segments_tile_any_text(pieces: list[str], speak_notes: bool) -> None:
    text = "".join(pieces)
    script = write_script(small_book(text), speak_notes=speak_notes)
    assert_tiles(script, text)
    assert len({segment.id for segment in script.segments}) == len(script.segments)
    for segment in script.segments:
        assert segment.spoken is (segment.speaker is not None) is bool(segment.speakers)


def test_id_survives_edits_elsewhere_and_inserted_chapters() -> None:
    before = write_script(small_book(STORY)).segments
    after = write_script(small_book('# Prologue\n\n"Hello," said Ada.\n\n' + STORY)).segments
    assert {segment.id for segment in before} <= {segment.id for segment in after}


def test_equal_lines_between_equal_neighbours_have_different_ids() -> None:
    script = write_script(small_book("\n\n".join(['"Yes."', '"No."'] * 6)))
    ids = [segment.id for segment in script.segments]
    assert len(set(ids)) == len(ids)
    assert all(id_[0].isalpha() for id_ in ids)
