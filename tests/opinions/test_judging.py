from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.script import Segment
from audiobook.opinions.judging import RELIABILITY, judge_labels, weigh
from audiobook.opinions.protocol import Label, Refusal
from tests.opinions.told import A_QUARREL, A_QUESTION, labels, script_of


def line(speaker: str, confidence: float) -> Segment:
    segment = script_of(A_QUARREL).segments[2]
    return replace(segment, speaker=speaker, speakers=(speaker,), confidence=confidence)


def test_labels_that_answer_the_question_are_accepted() -> None:
    found = labels(n2="Piet", n3="unknown")
    judgement = judge_labels(A_QUESTION, found)
    assert judgement.accepted == found
    assert judgement.refused == {}


@pytest.mark.parametrize(
    ("label", "refusal"),
    [
        (Label(number=1, speaker="Anna"), Refusal.NOT_ASKED),
        (Label(number=99, speaker="Anna"), Refusal.NOT_ASKED),
        (Label(number=2, speaker="Hamlet"), Refusal.NOT_A_CHOICE),
        (Label(number=2, speaker="anna"), Refusal.NOT_A_CHOICE),
        (Label(number=2, speaker="Annie"), Refusal.NOT_A_CHOICE),
        (Label(number=2, speaker=""), Refusal.NOT_A_CHOICE),
    ],
)
def test_a_label_that_was_not_asked_for_is_refused_alone(label: Label, refusal: Refusal) -> None:
    good = Label(number=3, speaker="Anna")
    judgement = judge_labels(A_QUESTION, (label, good))
    assert judgement.accepted == (good,)
    assert judgement.refused == {refusal.value: 1}


def test_two_labels_for_one_span_are_both_refused() -> None:
    judgement = judge_labels(A_QUESTION, (*labels(n2="Piet"), *labels(n2="Anna"), *labels(n3="Anna")))
    assert judgement.accepted == labels(n3="Anna")
    assert judgement.refused == {Refusal.TWICE.value: 2}


def test_agreement_makes_a_line_surer() -> None:
    opinion = weigh(line("Anna", 0.6), Label(number=3, speaker="Anna"), source_name="told")
    assert opinion is not None
    assert (opinion.speaker, opinion.is_agreed) == ("Anna", True)
    assert opinion.confidence == pytest.approx(0.944)
    assert opinion.evidence == "the rules say so; a second opinion (told) agrees"


def test_a_contradiction_replaces_a_doubtful_speaker() -> None:
    opinion = weigh(line("Anna", 0.6), Label(number=3, speaker="Piet"), source_name="told")
    assert opinion is not None
    assert (opinion.speaker, opinion.is_agreed) == ("Piet", False)
    assert opinion.confidence == pytest.approx(0.694)
    assert opinion.evidence == "a second opinion (told) says Piet; before it Anna: the rules say so"


def test_a_contradiction_only_lowers_the_confidence_of_a_sure_line() -> None:
    opinion = weigh(line("Anna", 0.95), Label(number=3, speaker="Piet"), source_name="told")
    assert opinion is not None
    assert opinion.speaker == "Anna"
    assert opinion.confidence < 0.8
    assert opinion.evidence == "the rules say so; a second opinion (told) says Piet"


def test_a_line_nobody_had_is_as_sure_as_the_source() -> None:
    opinion = weigh(line("unknown", 0.0), Label(number=3, speaker="Piet"), source_name="told")
    assert opinion is not None
    assert (opinion.speaker, opinion.confidence) == ("Piet", RELIABILITY)


def test_unknown_is_no_opinion() -> None:
    assert weigh(line("Anna", 0.1), Label(number=3, speaker="unknown"), source_name="told") is None


@given(st.floats(0, 1))
def test_two_who_agree_are_surer_than_one_and_two_who_differ_are_not(own: float) -> None:
    agreed = weigh(line("Anna", own), Label(number=3, speaker="Anna"), source_name="told")
    differing = weigh(line("Anna", own), Label(number=3, speaker="Piet"), source_name="told")
    assert agreed is not None
    assert differing is not None
    assert own - 0.001 <= agreed.confidence <= 1
    assert 0 <= differing.confidence <= max(own, RELIABILITY) + 0.001
