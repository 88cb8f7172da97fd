"""The judge against figures that were worked out by the program it is a copy of."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge.coverage import Answer
from judge.gold import GoldNovel
from judge.scoring import judge

from tests.benchmarks.reference_figures import FIGURES
from tests.benchmarks.small_novel import ferry, gold_answers
from tests.benchmarks.small_systems import SYSTEMS


@pytest.mark.parametrize("system", SYSTEMS)
def test_figures_agree_with_the_reference_to_the_digit(system: str) -> None:
    found = judge(ferry(), SYSTEMS[system]).scores.as_dict()
    assert found == FIGURES[system]


def test_a_system_that_knows_everything_is_never_wrong() -> None:
    judgement = judge(ferry(), gold_answers(ferry()))
    assert judgement.wrong_quotations == ()
    assert all(line.is_right for line in judgement.lines)


def test_names_do_not_matter_to_the_scores_without_names() -> None:
    renamed = [replace(answer, speaker=f"voice of {answer.speaker}!") for answer in gold_answers(ferry())]
    voices = judge(ferry(), renamed).scores.voices
    assert (voices.b3_f1, voices.voice_accuracy, voices.switch_errors_per_100) == (100, 100, 0)


def test_a_quotation_is_whose_name_is_on_most_of_it() -> None:
    first, second, *others = [answer for answer in gold_answers(ferry()) if answer.start > 50]
    judgement = judge(ferry(), [replace(first, speaker="Anna"), second, *others])
    assert "q1" not in {wrong.id for wrong in judgement.wrong_quotations}


def test_lines_that_are_no_gold_speech_have_no_speaker() -> None:
    novel = ferry()
    start = novel.text.index('river"')
    line = judge(novel, [Answer(start=start, end=start + 5, speaker="Anna")]).lines[0]
    assert line.speaker is None
    assert not line.is_right


def test_spans_far_apart_are_no_neighbours() -> None:
    assert judge(ferry(), [], gap=0).scores.voices.switch_pairs == 0


def test_a_novel_without_gold_has_no_accuracy() -> None:
    scores = judge(replace(ferry(), spans=()), gold_answers(ferry())).scores
    assert scores.naming.accuracy is None
    assert scores.detection.det_f1 == 0


@st.composite
def answers(draw: st.DrawFn, novel: GoldNovel) -> list[Answer]:
    places = st.integers(min_value=0, max_value=len(novel.text))
    speakers = st.sampled_from(["Anna", "Piet", "Field", "nobody", None])
    triples = draw(st.lists(st.tuples(places, places, speakers), max_size=20))
    return [Answer(start=min(a, b), end=max(a, b), speaker=speaker) for a, b, speaker in triples if a != b]


@given(answers(ferry()))
def test_the_order_of_answers_does_not_matter(given_answers: list[Answer]) -> None:
    unique = list({(answer.start, answer.end): answer for answer in given_answers}.values())
    assert judge(ferry(), unique).scores == judge(ferry(), unique[::-1]).scores


@given(answers(ferry()))
def test_figures_stay_within_their_range(given_answers: list[Answer]) -> None:
    figures = judge(ferry(), given_answers).scores.as_dict()
    numbers = [value for value in figures.values() if isinstance(value, float)]
    assert all(0 <= number <= 100 for number in numbers)
