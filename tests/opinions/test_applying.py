from dataclasses import replace
from pathlib import Path

from audiobook.opinions.applying import apply_opinions, describe_opinions
from audiobook.opinions.gathering import gather_opinions
from audiobook.opinions.protocol import AnswerRefusedError, OpinionFailedError, Refusal
from tests.opinions.told import A_QUARREL, ToldSource, labels, script_of

SCRIPT = script_of(A_QUARREL)


def test_characters_are_counted_again(tmp_path: Path) -> None:
    opinions = gather_opinions(SCRIPT, ToldSource([labels(n3="Anna", n4="Anna", n5="Anna")]), tmp_path)
    script = apply_opinions(SCRIPT, opinions)
    assert [(character.name, character.line_count) for character in script.characters] == [("Anna", 4), ("Piet", 1)]


def test_who_has_no_line_left_is_no_character(tmp_path: Path) -> None:
    script = script_of([('"Yes."', "Anna", 0.9), ('"No."', "Piet", 0.2)])
    opinions = gather_opinions(script, ToldSource([labels(n2="Anna")]), tmp_path)
    assert [character.name for character in apply_opinions(script, opinions).characters] == ["Anna"]


def test_those_who_speak_together_stay_together_if_the_first_is_confirmed(tmp_path: Path) -> None:
    chorus = tuple(
        replace(segment, speakers=("Anna", "Piet")) if segment.speaker == "Anna" else segment
        for segment in SCRIPT.segments
    )
    script = replace(SCRIPT, segments=chorus)
    opinions = gather_opinions(script, ToldSource([labels(n4="Anna")]), tmp_path)
    assert apply_opinions(script, opinions).segments[3].speakers == ("Anna", "Piet")


def test_a_changed_line_has_one_speaker_and_says_why(tmp_path: Path) -> None:
    opinions = gather_opinions(SCRIPT, ToldSource([labels(n3="Anna")]), tmp_path)
    changed = apply_opinions(SCRIPT, opinions).segments[2]
    assert (changed.speaker, changed.speakers) == ("Anna", ("Anna",))
    assert changed.evidence.startswith("a second opinion (told) says Anna; before it Piet")


def test_a_report_counts_what_happened(tmp_path: Path) -> None:
    opinions = gather_opinions(SCRIPT, ToldSource([labels(n3="Anna", n4="Anna", n5="unknown")]), tmp_path)
    (sentence,) = describe_opinions(opinions)
    assert sentence == (
        "second opinion (told): 3 of 3 doubtful lines answered, 0 of them from memory; "
        "1 confirmed, 1 changed, 0 contradicted but kept, 1 undecided"
    )


def test_a_report_says_once_what_was_refused_and_what_failed(tmp_path: Path) -> None:
    script = script_of(A_QUARREL, [('"Ah."', "Anna", 0.1)], [('"Oh."', "Anna", 0.1)])
    refusal = AnswerRefusedError(Refusal.NOT_JSON.value)
    away = OpinionFailedError("the endpoint is away")
    opinions = gather_opinions(script, ToldSource([refusal, refusal, away, away]), tmp_path)
    assert describe_opinions(opinions)[1:] == (
        f"second opinion (told): refused: 2 x {Refusal.NOT_JSON.value}; 3 lines stay as they were",
        "second opinion (told): 2 lines stay as they were: the endpoint is away",
    )
