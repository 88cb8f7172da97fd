"""Corrections: found again by their words, applied, and never dropped silently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.script import NARRATOR, Correction, KnownCharacter, Script, Segment, SegmentKind
from audiobook.scripting.corrections.corrections import correction_for
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book

STORY = """Ada met Tom at the harbour.

"We should go," said Ada.

"Yes."

He looked at the ship.

"Yes."

The "good terms" were gone."""


def said(script: Script, words: str) -> list[Segment]:
    return [segment for segment in script.segments if segment.text == words]


def test_correction_names_the_speaker_with_full_confidence() -> None:
    script = write_script(small_book(STORY), corrections=(Correction(text='"We should  go,"', speaker="Tom"),))
    (line,) = said(script, '"We should go,"')
    assert (line.speaker, line.confidence) == ("Tom", 1.0)
    assert "corrected by hand" in line.evidence
    assert script.warnings == ()


def test_occurrence_decides_between_equal_lines() -> None:
    correction = Correction(text='"Yes."', speaker="Zoe", chapter=1, occurrence=2)
    assert [
        line.speaker == "Zoe" for line in said(write_script(small_book(STORY), corrections=(correction,)), '"Yes."')
    ] == [
        False,
        True,
    ]


def test_neighbouring_words_outweigh_a_chapter_number_that_moved() -> None:
    script = write_script(small_book(STORY))
    index = [segment.text for segment in script.segments].index('"Yes."')
    correction = correction_for(script, index, speakers=("Zoe",))
    longer = small_book('# One\n\n"Yes." Nobody knew him.\n\n"Yes."\n\nMore.\n\n# Two\n\n' + STORY)
    lines = said(write_script(longer, corrections=(correction,)), '"Yes."')
    assert [line.confidence == 1.0 for line in lines] == [False, False, True, False]


def test_correction_whose_line_is_gone_gives_a_warning() -> None:
    correction = Correction(text='"Never was here."', speaker="Ada", chapter=3)
    (warning,) = write_script(small_book(STORY), corrections=(correction,)).warnings
    assert '"Never was here."' in warning
    assert "chapter 3" in warning


def test_short_line_with_other_neighbours_is_another_line() -> None:
    correction = Correction(
        text='"Yes."', speaker="Zoe", chapter=1, occurrence=1, before="quite other words", after="these"
    )
    script = write_script(small_book(STORY), corrections=(correction,))
    assert len(script.warnings) == 1
    assert "Zoe" not in {segment.speaker for segment in script.segments}


def test_later_correction_of_the_same_line_wins() -> None:
    corrections = tuple(Correction(text='"We should go,"', speaker=name) for name in ("Tom", "Zoe"))
    assert said(write_script(small_book(STORY), corrections=corrections), '"We should go,"')[0].speaker == "Zoe"


def test_two_corrections_without_hints_take_two_equal_lines_apart() -> None:
    corrections = (
        Correction(text='"Yes."', speaker="Tom", occurrence=1),
        Correction(text='"Yes."', speaker="Zoe", occurrence=2),
    )
    lines = said(write_script(small_book(STORY), corrections=corrections), '"Yes."')
    assert [line.speaker for line in lines] == ["Tom", "Zoe"]


def test_alias_in_a_correction_gives_the_main_name() -> None:
    script = write_script(
        small_book(STORY),
        known=(KnownCharacter(name="Thomas", aliases=("Tom",)),),
        corrections=(Correction(text='"We should go,"', speaker="tom"),),
    )
    assert said(script, '"We should go,"')[0].speaker == "Thomas"


@pytest.mark.parametrize(
    ("kind", "speaker", "confidence", "spoken"),
    [
        (SegmentKind.NARRATION, NARRATOR, None, True),
        (SegmentKind.NOTE, None, None, False),
        (SegmentKind.THOUGHT, "Ada", 0.5, True),
    ],
)
def test_kind_alone_can_be_corrected(
    kind: SegmentKind, speaker: str | None, confidence: float | None, spoken: bool
) -> None:
    script = write_script(small_book(STORY), corrections=(Correction(text='"We should go,"', kind=kind),))
    (line,) = said(script, '"We should go,"')
    assert (line.kind, line.speaker, line.spoken) == (kind, speaker, spoken)
    assert (line.confidence is None) is (confidence is None)


def test_narration_given_to_a_character_becomes_dialogue() -> None:
    script = write_script(small_book(STORY), corrections=(Correction(text="He looked at the ship.", speaker="Ada"),))
    (line,) = said(script, "He looked at the ship.")
    assert (line.kind, line.speaker) == (SegmentKind.DIALOGUE, "Ada")


def test_dialogue_given_to_the_narrator_becomes_narration() -> None:
    script = write_script(small_book(STORY), corrections=(Correction(text='"We should go,"', speaker="narrator"),))
    (line,) = said(script, '"We should go,"')
    assert (line.kind, line.speaker, line.confidence) == (SegmentKind.NARRATION, NARRATOR, None)


@pytest.mark.parametrize(
    ("speaker", "kind"), [("Ada", SegmentKind.DIALOGUE), (NARRATOR, SegmentKind.NARRATION)], ids=["ada", "narrator"]
)
def test_scene_break_given_to_somebody_is_spoken(speaker: str, kind: SegmentKind) -> None:
    story = '"Go," said Ada.\n\nxxx\n\n"No," said Tom.'
    script = write_script(small_book(story), corrections=(Correction(text="xxx", speaker=speaker),))
    (line,) = said(script, "xxx")
    assert (line.kind, line.speaker, line.spoken) == (kind, speaker, True)


def test_scene_break_by_hand_has_no_speaker() -> None:
    correction = Correction(text='"We should go,"', speaker="Ada", kind=SegmentKind.SCENE_BREAK)
    (line,) = said(write_script(small_book(STORY), corrections=(correction,)), '"We should go,"')
    assert (line.speaker, line.spoken) == (None, False)


def test_words_inside_a_line_can_be_corrected() -> None:
    script = write_script(small_book(STORY), corrections=(Correction(text='"good terms"', speaker="Ada"),))
    assert [segment.text for segment in script.segments][-3:] == ["The", '"good terms"', "were gone."]
    assert said(script, '"good terms"')[0].speaker == "Ada"
    assert script.warnings == ()


@given(st.lists(st.sampled_from(['"Yes."', '"No."', '"Yes." He left.', "It rained.", '"Yes," said Ada.']), max_size=14))
def test_every_line_can_be_corrected_and_found_again(paragraphs: list[str]) -> None:
    book = small_book("\n\n".join(paragraphs))
    script = write_script(book)
    wanted = {index: f"Person {index}" for index in range(len(script.segments))}
    corrections = tuple(correction_for(script, index, speakers=(name,)) for index, name in wanted.items())
    corrected = write_script(book, corrections=corrections)
    assert corrected.warnings == ()
    assert [segment.speaker for segment in corrected.segments] == list(wanted.values())
