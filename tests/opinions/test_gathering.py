import json
from pathlib import Path

import pytest

from audiobook.errors import EngineError
from audiobook.model.script import Script
from audiobook.opinions.applying import apply_opinions, describe_opinions
from audiobook.opinions.chat_endpoint import ChatEndpoint
from audiobook.opinions.chat_settings import read_chat_settings
from audiobook.opinions.gathering import Opinions, estimate_opinions, gather_opinions
from audiobook.opinions.protocol import AnswerRefusedError, OpinionFailedError, Refusal
from tests.opinions.chat_server import Answer, ChatServer, Reply, says, serving
from tests.opinions.told import A_QUARREL, ToldSource, labels, script_of

SCRIPT = script_of(A_QUARREL)
THREE_CHAPTERS = script_of(A_QUARREL, A_QUARREL, A_QUARREL)
GOOD = labels(n3="Anna", n4="Anna", n5="unknown")
KEY = "sk-never-to-be-seen-4711"


def counts(opinions: Opinions) -> dict[str, int]:
    """The outcomes that happened."""
    names = ("confirmed", "changed", "contradicted", "undecided", "unanswered", "failed")
    found = {name: getattr(opinions.statistics, name) for name in names}
    assert sum(found.values()) == opinions.statistics.doubtful
    return {name: count for name, count in found.items() if count}


def chat(server: ChatServer) -> ChatEndpoint:
    environment = {"URL": server.url, "MODEL": "m", "KEY": KEY, "PRICE": "1", "TIMEOUT": "0.2"}
    settings = read_chat_settings({f"AUDIOBOOK_OPINION_{name}": value for name, value in environment.items()})
    return ChatEndpoint(settings, sleep=lambda _: None)


def gather_from(tmp_path: Path, *answers: Answer, script: Script = SCRIPT) -> Opinions:
    with serving(*answers) as server:
        return gather_opinions(script, chat(server), tmp_path)


def test_answers_become_opinions_by_place(tmp_path: Path) -> None:
    opinions = gather_opinions(SCRIPT, ToldSource([GOOD]), tmp_path)
    third, fourth = SCRIPT.segments[2], SCRIPT.segments[3]
    assert {place: opinion.speaker for place, opinion in opinions.by_place.items()} == {
        ("1.txt", third.start): "Anna",
        ("1.txt", fourth.start): "Anna",
    }
    assert counts(opinions) == {"changed": 1, "confirmed": 1, "undecided": 1}


def test_what_is_surer_than_the_threshold_is_not_asked(tmp_path: Path) -> None:
    source = ToldSource([labels(n5="Piet")])
    assert gather_opinions(SCRIPT, source, tmp_path, threshold=0.3).statistics.doubtful == 1
    assert [question.asked for question in source.asked] == [(5,)]


def test_a_sure_line_that_was_asked_all_the_same_keeps_its_speaker(tmp_path: Path) -> None:
    answer = labels(n2="Piet", n3="Piet", n4="Anna", n5="Anna", n6="Anna")
    opinions = gather_opinions(SCRIPT, ToldSource([answer]), tmp_path, threshold=1.0)
    assert counts(opinions) == {"contradicted": 2, "confirmed": 2, "changed": 1}


def test_a_second_run_asks_nobody(tmp_path: Path) -> None:
    first = gather_opinions(SCRIPT, ToldSource([GOOD]), tmp_path)
    silent = ToldSource([])
    second = gather_opinions(SCRIPT, silent, tmp_path)
    assert silent.asked == []
    assert second.by_place == first.by_place
    assert (first.statistics.from_cache, second.statistics.from_cache) == (0, 3)


def test_another_source_is_asked_anew(tmp_path: Path) -> None:
    gather_opinions(SCRIPT, ToldSource([GOOD]), tmp_path)
    other = ToldSource([GOOD], print_="told 2")
    gather_opinions(SCRIPT, other, tmp_path)
    assert len(other.asked) == 1


def test_a_refused_answer_is_asked_for_once_more_with_the_reason(tmp_path: Path) -> None:
    source = ToldSource([AnswerRefusedError(Refusal.NOT_JSON.value), GOOD])
    opinions = gather_opinions(SCRIPT, source, tmp_path)
    assert [question.complaint for question in source.asked] == [None, Refusal.NOT_JSON.value]
    assert opinions.statistics.refused == {Refusal.NOT_JSON.value: 1}
    assert opinions.statistics.unanswered == 0


def test_a_second_attempt_asks_only_what_is_left(tmp_path: Path) -> None:
    source = ToldSource([labels(n3="Anna", n4="Hamlet", n5="Piet"), labels(n4="Piet")])
    opinions = gather_opinions(SCRIPT, source, tmp_path)
    assert [question.asked for question in source.asked] == [(3, 4, 5), (4,)]
    assert counts(opinions) == {"changed": 3}
    assert opinions.statistics.refused == {Refusal.NOT_A_CHOICE.value: 1}


def test_after_two_refusals_the_lines_stay_as_they_were_and_nothing_is_kept(tmp_path: Path) -> None:
    refusal = AnswerRefusedError(Refusal.NOT_JSON.value)
    source = ToldSource([refusal, refusal])
    opinions = gather_opinions(SCRIPT, source, tmp_path)
    assert opinions.by_place == {}
    assert counts(opinions) == {"unanswered": 3}
    assert len(source.asked) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_second_attempt_cannot_change_what_was_settled(tmp_path: Path) -> None:
    source = ToldSource([labels(n3="Anna", n4="Anna"), labels(n3="Piet", n5="Piet")])
    opinions = gather_opinions(SCRIPT, source, tmp_path)
    assert opinions.by_place["1.txt", SCRIPT.segments[2].start].speaker == "Anna"
    assert opinions.statistics.refused == {Refusal.NOT_ASKED.value: 1}


def test_a_failure_leaves_its_lines_and_the_others_are_asked(tmp_path: Path) -> None:
    source = ToldSource([OpinionFailedError("away", hint="wake it"), GOOD, GOOD])
    opinions = gather_opinions(THREE_CHAPTERS, source, tmp_path)
    assert counts(opinions) == {"failed": 3, "changed": 2, "confirmed": 2, "undecided": 2}
    assert opinions.statistics.failure == "away (wake it)"


def test_a_source_that_fails_twice_in_a_row_is_not_asked_again(tmp_path: Path) -> None:
    source = ToldSource([OpinionFailedError("away"), OpinionFailedError("still away"), GOOD])
    opinions = gather_opinions(THREE_CHAPTERS, source, tmp_path)
    assert len(source.asked) == 2
    assert counts(opinions) == {"failed": 9}
    assert opinions.statistics.failure == "away"


def test_what_was_answered_before_a_failure_is_used(tmp_path: Path) -> None:
    source = ToldSource([labels(n3="Anna"), OpinionFailedError("away")])
    assert counts(gather_opinions(SCRIPT, source, tmp_path)) == {"changed": 1, "failed": 2}


def test_a_misconfigured_source_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="wrong key"):
        gather_opinions(SCRIPT, ToldSource([EngineError("wrong key")]), tmp_path)


def test_an_interrupted_run_keeps_what_it_has(tmp_path: Path) -> None:
    script = script_of(A_QUARREL, [('"Ah."', "Anna", 0.1)])
    with pytest.raises(EngineError):
        gather_opinions(script, ToldSource([GOOD, EngineError("wrong key")]), tmp_path)
    later = ToldSource([labels(n1="Anna")])
    assert gather_opinions(script, later, tmp_path).statistics.from_cache == 3
    assert [question.asked for question in later.asked] == [(1,)]


def test_progress_counts_questions(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    gather_opinions(
        THREE_CHAPTERS, ToldSource([GOOD]), tmp_path, on_progress=lambda done, total: seen.append((done, total))
    )
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_script_without_doubt_asks_nobody(tmp_path: Path) -> None:
    source = ToldSource([])
    opinions = gather_opinions(script_of([('"Yes."', "Anna", 0.9)]), source, tmp_path)
    assert (opinions.statistics.doubtful, source.asked) == (0, [])


def test_an_estimate_leaves_out_what_is_remembered(tmp_path: Path) -> None:
    source = ToldSource([GOOD])
    assert estimate_opinions(SCRIPT, source, tmp_path).requests == 1
    gather_opinions(SCRIPT, source, tmp_path)
    assert estimate_opinions(SCRIPT, source, tmp_path).requests == 0


def test_a_real_endpoint_changes_the_script_and_not_a_word_of_it(tmp_path: Path) -> None:
    opinions = gather_from(tmp_path, says('{"labels": {"3": "Piet", "4": "Piet", "5": "Anna"}}'))
    script = apply_opinions(SCRIPT, opinions)
    assert [segment.speaker for segment in script.segments[2:5]] == ["Piet", "Piet", "Anna"]
    assert [(segment.id, segment.text) for segment in script.segments] == [
        (segment.id, segment.text) for segment in SCRIPT.segments
    ]


@pytest.mark.parametrize(
    "answer",
    [
        says("Piet, I believe."),
        says('Of course! {"labels": {"3": "Piet"}}'),
        says('{"labels": {"3": "Hamlet", "4": "Ophelia", "5": "Yorick"}}'),
        says('{"labels": {"1": "Piet", "2": "Piet", "77": "Piet"}}'),
        says('{"labels": {"3": "Piet", "3": "Anna"}}'),
        says('{"labels": {}}'),
        says(json.dumps({"labels": {"3": '"I did," said Piet.'}})),
        says(None),
        Reply(body=b"no JSON at all"),
        Reply(status=500),
        Reply(status=429),
        Reply(body=b'{"choices": ', claimed_length=9999),
        Reply(body=b" " * 1000, pause_s=0.02),
        Reply(body=b" " * 1_100_000),
    ],
)
def test_whatever_an_endpoint_does_the_script_stays_as_it_was(tmp_path: Path, answer: Answer) -> None:
    opinions = gather_from(tmp_path, answer)
    assert apply_opinions(SCRIPT, opinions) == SCRIPT
    assert set(counts(opinions)) <= {"unanswered", "failed"}


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_an_endpoint_that_is_set_up_wrongly_ends_the_run_with_code_5(tmp_path: Path, status: int) -> None:
    with pytest.raises(EngineError) as caught:
        gather_from(tmp_path, Reply(status=status))
    assert caught.value.exit_code == 5


def test_the_key_is_in_no_stored_file_and_no_report(tmp_path: Path) -> None:
    opinions = gather_from(
        tmp_path,
        says(json.dumps({"labels": {"3": KEY, "4": "Anna"}})),
        says(f"the key is {KEY}"),
        Reply(status=500, body=KEY.encode()),
        script=script_of(A_QUARREL, [('"Ah."', "Anna", 0.1)]),
    )
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert stored
    assert KEY.encode() not in stored
    assert KEY not in f"{opinions!r} {describe_opinions(opinions)}"
