import sys
from pathlib import Path

import pytest

from audiobook.errors import EngineError, OutputError
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake
from audiobook.synthesis import speaking_run
from audiobook.synthesis.jobs import JobQueue, SerialWorkers
from audiobook.synthesis.speaking import TakeOutcome, speak_takes
from audiobook.synthesis.speaking_processes import SpeakingProcesses
from audiobook.synthesis.speaking_run import SpeakingRun
from audiobook.synthesis.take_keys import take_key
from audiobook.synthesis.take_store import TakeStore
from audiobook.synthesis.workers import Workers

pytestmark = pytest.mark.usefixtures("test_engines")


def planned(*texts: str, engine: str = "moody") -> tuple[PlannedTake, ...]:
    return tuple(
        PlannedTake(
            key=take_key(Line(text=text, voice="hummer"), engine_fingerprint=engine),
            engine=engine,
            line=Line(text=text, voice="hummer"),
            segment_index=index,
            start=0,
            end=len(text),
            volume_db=0.0,
            loudness_lufs=-20.0,
        )
        for index, text in enumerate(texts)
    )


def speak_all(workers: JobQueue, store: TakeStore, takes: tuple[PlannedTake, ...]) -> tuple[TakeOutcome, ...]:
    """Speak takes and nothing else; outcomes in the order in which they came."""
    outcomes: list[TakeOutcome] = []
    SpeakingRun(workers=workers, store=store, on_take=outcomes.append).submit(takes)
    workers.run()
    return tuple(outcomes)


def speak(workers: JobQueue, store: TakeStore, takes: tuple[PlannedTake, ...]) -> dict[str, TakeOutcome]:
    outcomes = speak_all(workers, store, takes)
    by_key = {outcome.key: outcome for outcome in outcomes}
    assert len(by_key) == len(outcomes), "a take was told twice"
    return {take.line.text: by_key[take.key] for take in takes}


def test_every_take_is_in_the_store_with_its_figures(store: TakeStore) -> None:
    takes = planned("One.", "Two.", "Three.")
    outcomes = speak(SerialWorkers(), store, takes)
    assert all(outcomes[take.line.text].figures == store.figures(take.key) is not None for take in takes)


def test_a_failed_line_says_why_and_the_others_go_on(store: TakeStore) -> None:
    outcomes = speak(SerialWorkers(), store, planned("One.", "You fail.", "Dead silence.", "Two."))
    assert outcomes["You fail."].failure == "the engine had enough"
    assert "nothing but silence" in (outcomes["Dead silence."].failure or "")
    assert [text for text, outcome in outcomes.items() if outcome.failure is None] == ["One.", "Two."]


def test_equal_takes_are_spoken_once(store: TakeStore) -> None:
    takes = planned("Yes.", "No.", "Yes.")
    assert len(speak_all(SerialWorkers(), store, takes)) == 2


def test_what_is_stored_is_not_spoken_again(store: TakeStore) -> None:
    takes = planned("One.", "Two.")
    speak(SerialWorkers(), store, takes)
    before = {take.key: store.path(take.key).stat().st_mtime_ns for take in takes}
    speak(SerialWorkers(), store, takes)
    assert {take.key: store.path(take.key).stat().st_mtime_ns for take in takes} == before


def test_an_engine_that_cannot_be_opened_ends_the_run(store: TakeStore) -> None:
    with pytest.raises(EngineError, match="voice data is missing"):
        speak_all(SerialWorkers(), store, planned("One.", engine="absent"))


def test_a_store_that_cannot_be_written_ends_the_run(store: TakeStore) -> None:
    store.folder.write_text("a file, not a folder")
    with pytest.raises(OutputError):
        speak_all(SerialWorkers(), store, planned("One."))


def test_batches_keep_one_engine_and_the_order() -> None:
    takes = planned("12345", "12345", "1", "123456789012", "1") + planned("1", engine="hum")
    batches = [[take.line.text for take in batch] for batch in speaking_run._batches(takes, 3, most_chars=lambda _: 10)]
    assert batches == [["12345", "12345"], ["1"], ["123456789012"], ["1"], ["1"]]


def test_worker_processes_give_the_same_takes_as_this_process(store: TakeStore) -> None:
    takes = planned(*(f"Line {number}." for number in range(20)))
    alone = speak(SerialWorkers(), store, takes)
    other_store = TakeStore(store.folder.with_name("others"))
    with Workers(2) as workers:
        assert speak(workers, other_store, takes) == alone
    assert all(other_store.read(take.key) == store.read(take.key) for take in takes)


def test_a_line_that_ends_its_process_is_the_only_one_that_fails(store: TakeStore) -> None:
    takes = planned(*(f"Line {number}." for number in range(30)), "I die.", "You fail.", "Last.")
    with Workers(2) as workers:
        outcomes = speak(workers, store, takes)
    failed = {text: outcome.failure for text, outcome in outcomes.items() if outcome.failure}
    assert failed == {
        "I die.": 'the engine "moody" broke down: a worker process ended in speak_takes',
        "You fail.": "the engine had enough",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("fatal", ["I am killed.", "I crash."])
def test_a_line_that_crashes_its_process_takes_no_finished_line_with_it(store: TakeStore, fatal: str) -> None:
    finished, waiting = planned("One.", "Two.", "Three."), planned("Four.", "Five.")
    with Workers(1) as workers:
        outcomes = speak(workers, store, (*finished, *planned(fatal), *waiting))
    assert [text for text, outcome in outcomes.items() if outcome.failure] == [fatal]
    assert all(store.figures(take.key) is not None for take in (*finished, *waiting))


def test_what_a_process_finished_before_it_died_is_not_spoken_again(store: TakeStore) -> None:
    takes = planned("One.", "Two.", "I die.", "Three.")
    job = (speak_takes, store, "moody", takes)
    with Workers(1) as workers:
        workers.submit(*job, on_done=lambda future: None)
        workers.run()
        before = {take.key: store.path(take.key).stat().st_mtime_ns for take in takes[:2]}
        speak(workers, store, takes)
    assert {take.key: store.path(take.key).stat().st_mtime_ns for take in takes[:2]} == before


def test_each_process_loads_an_engine_once_and_only_those_that_may(
    store: TakeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = tmp_path / "loads"
    loads.mkdir()
    monkeypatch.setenv("COUNTED_ENGINE_LOADS", str(loads))
    outcomes: list[TakeOutcome] = []
    processes = SpeakingProcesses(count=2, engines=frozenset(["counted"]))
    with Workers(3) as workers:
        run = SpeakingRun(workers=workers, store=store, on_take=outcomes.append, processes=processes)
        run.submit((*planned(*(f"Line {number}." for number in range(40)), engine="counted"), *planned("A.", "B.")))
        workers.run()
    assert len(outcomes) == 42
    assert all(outcome.failure is None for outcome in outcomes)
    pids = [path.name.split("-")[0] for path in loads.iterdir()]
    assert len(set(pids)) == len(pids) <= 2


def test_a_line_that_hangs_is_the_only_one_that_fails(store: TakeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking_run, "_LIMIT_S", 3.0)
    monkeypatch.setattr(speaking_run, "_LIMIT_S_A_CHAR", 0.0)
    with Workers(1) as workers:
        outcomes = speak(workers, store, planned("One.", "I hang.", "Two.", "Three.", "Four.", "Five."))
    failed = {text: outcome.failure for text, outcome in outcomes.items() if outcome.failure}
    assert failed == {"I hang.": 'the engine "moody" broke down: speak_takes took longer than 3 seconds'}


def test_an_engine_that_ends_every_process_ends_the_run(store: TakeStore) -> None:
    with Workers(2) as workers, pytest.raises(EngineError, match="in a row"):
        speak_all(workers, store, planned(*(f"Line {number}." for number in range(12)), engine="killer"))
