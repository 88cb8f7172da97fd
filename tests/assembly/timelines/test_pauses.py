import pytest

from audiobook.assembly.timelines.pauses import Boundary, Pauses, Utterance, find_boundary
from audiobook.model.script import Script, SegmentKind
from tests.assembly.building import Part, make_script

DIALOGUE, THOUGHT = SegmentKind.DIALOGUE, SegmentKind.THOUGHT


def boundary(*parts: Part) -> Boundary:
    """Between the first and the last of these."""
    script = make_script(*parts)
    return find_boundary(script.segments, whole(script, 0), whole(script, len(parts) - 1))


def whole(script: Script, index: int) -> Utterance:
    segment = script.segments[index]
    return Utterance(segment_index=index, start=segment.start, end=segment.end)


@pytest.mark.parametrize(
    ("quotation", "attribution"),
    [
        ('"Go,"', "said Lex."),
        ('"Go!"', "he said."),
        ("“Where?”", "Lex asked, and sat down."),
        ("“Where—”", "she began."),
    ],
)
def test_quotation_and_its_attribution_are_nearly_joined(quotation: str, attribution: str) -> None:
    assert boundary(Part(quotation, "Lex", DIALOGUE), Part(attribution)) is Boundary.CLAUSE


@pytest.mark.parametrize("lead", ["Lex said,", "Lex said:", "He thought"])
def test_words_that_lead_into_a_quotation_are_nearly_joined_to_it(lead: str) -> None:
    assert boundary(Part(lead), Part('"Go."', "Lex", DIALOGUE)) is Boundary.CLAUSE


@pytest.mark.parametrize("reaction", ["Clark looked up from his papers.", "The door fell shut."])
def test_narration_after_a_finished_quotation_is_a_change_of_speaker(reaction: str) -> None:
    assert boundary(Part('"Yes."', "Lex", DIALOGUE), Part(reaction)) is Boundary.SPEAKER


def test_quotation_after_a_finished_sentence_is_a_change_of_speaker() -> None:
    assert boundary(Part("Lex sat down."), Part('"Go."', "Lex", DIALOGUE)) is Boundary.SPEAKER


def test_reply_in_its_own_paragraph_is_a_change_of_speaker() -> None:
    parts = Part('"Go."', "Lex", DIALOGUE), Part('"No."', "Clark", DIALOGUE, paragraph=1)
    assert boundary(*parts) is Boundary.SPEAKER


def test_speech_that_goes_on_in_the_next_paragraph_keeps_the_paragraph_pause() -> None:
    parts = Part('"Go.', "Lex", DIALOGUE), Part('"And stay away."', "Lex", DIALOGUE, paragraph=1)
    assert boundary(*parts) is Boundary.PARAGRAPH


def test_narration_in_a_new_paragraph_is_a_paragraph() -> None:
    assert boundary(Part("It rained."), Part("It stopped.", paragraph=1)) is Boundary.PARAGRAPH


def test_scene_break_wins_over_everything() -> None:
    parts = Part("It rained."), Part("* * *", kind=SegmentKind.SCENE_BREAK, paragraph=1), Part("Later.", paragraph=2)
    assert boundary(*parts) is Boundary.SCENE_BREAK


def test_text_after_a_heading_waits_for_the_heading() -> None:
    assert boundary(Part("Chapter 2", kind=SegmentKind.HEADING), Part("It rained.", paragraph=1)) is Boundary.HEADING


def test_two_lines_of_a_heading_are_two_paragraphs() -> None:
    parts = Part("CHAPTER II.", kind=SegmentKind.HEADING), Part("The Ferry", kind=SegmentKind.HEADING, paragraph=1)
    assert boundary(*parts) is Boundary.PARAGRAPH


def test_sentences_within_a_segment_are_sentences() -> None:
    segments = make_script(Part("It rained. It stopped.")).segments
    first, second = Utterance(segment_index=0, start=0, end=10), Utterance(segment_index=0, start=11, end=22)
    assert find_boundary(segments, first, second) is Boundary.SENTENCE


def test_halves_of_a_long_sentence_are_clauses() -> None:
    segments = make_script(Part("It rained, and then it stopped.")).segments
    first, second = Utterance(segment_index=0, start=0, end=10), Utterance(segment_index=0, start=11, end=31)
    assert find_boundary(segments, first, second) is Boundary.CLAUSE


def test_two_sentences_of_one_speaker_side_by_side_are_sentences() -> None:
    assert boundary(Part("'Ah.'", "Lex", THOUGHT), Part('"Go."', "Lex", DIALOGUE)) is Boundary.SENTENCE


def test_every_boundary_has_its_pause() -> None:
    pauses = Pauses()
    assert {kind: pauses.at(kind) for kind in Boundary} == {
        Boundary.CLAUSE: 150,
        Boundary.SENTENCE: 350,
        Boundary.SPEAKER: 400,
        Boundary.PARAGRAPH: 650,
        Boundary.SCENE_BREAK: 2200,
        Boundary.HEADING: 2000,
    }
