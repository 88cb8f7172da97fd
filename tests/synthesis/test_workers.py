import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest

from audiobook.errors import EngineError, OutputError
from audiobook.synthesis import workers as workers_module
from audiobook.synthesis.jobs import JobQueue, SerialWorkers, Turn, WorkerDiedError
from audiobook.synthesis.workers import Workers


def double(number: int) -> int:
    return 2 * number


def pid_after_a_while() -> int:
    """Take longer than one process may start later than the other."""
    time.sleep(0.4)
    return os.getpid()


def own_pid() -> int:
    time.sleep(0.05)
    return os.getpid()


def die() -> None:
    os._exit(3)


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os._exit(3)
    return "survived"


def refuse() -> None:
    raise OutputError("no room", hint="make some")


def nap() -> None:
    time.sleep(1.8)


def say_pid_and_sleep(path: Path) -> None:
    path.write_text(str(os.getpid()))
    sleep_long()


def sleep_then_mark(path: Path) -> None:
    time.sleep(60)
    path.touch()


def sleep_long() -> None:
    time.sleep(600)


@pytest.fixture(params=["in this process", "in workers"])
def queue(request: pytest.FixtureRequest) -> Iterator[JobQueue]:
    if request.param == "in this process":
        yield SerialWorkers()
        return
    with Workers(2) as workers:
        yield workers


def test_every_job_is_told_once_and_may_hand_in_more(queue: JobQueue) -> None:
    told: list[int] = []

    def tell(future: Future[int]) -> None:
        told.append(future.result())
        if told[-1] == 4:
            queue.submit(double, 50, on_done=tell)

    for number in range(5):
        queue.submit(double, number, on_done=tell)
    queue.run()
    assert sorted(told) == [0, 2, 4, 6, 8, 100]


def test_our_errors_come_back_with_their_hint() -> None:
    errors: list[BaseException | None] = []
    with Workers(1) as workers:
        workers.submit(refuse, on_done=lambda future: errors.append(future.exception()))
        workers.run()
    assert isinstance(errors[0], OutputError)
    assert errors[0].hint == "make some"


def test_work_is_not_done_in_this_process() -> None:
    pids: list[int] = []
    with Workers(2) as workers:
        for _ in range(8):
            workers.submit(own_pid, on_done=lambda future: pids.append(future.result()))
        workers.run()
    assert os.getpid() not in pids
    assert len(set(pids)) <= 2


def test_jobs_about_the_same_subject_stay_in_one_process_while_there_is_work_for_the_others() -> None:
    pids: dict[tuple[str, int], int] = {}

    def hand_in(workers: Workers, subject: str, number: int) -> None:
        def tell(future: Future[int]) -> None:
            pids[subject, number] = future.result()

        workers.submit(own_pid, on_done=tell, subject=subject)

    with Workers(2) as workers:
        for subject in ("one", "other"):
            for number in range(4):
                hand_in(workers, subject, number)
        workers.run()
    assert pids["one", 0] == pids["one", 1]
    assert pids["other", 0] == pids["other", 1]
    assert pids["one", 0] != pids["other", 0]


def test_one_subject_keeps_all_processes_busy() -> None:
    pids: list[int] = []
    with Workers(2) as workers:
        for _ in range(8):
            workers.submit(own_pid, on_done=lambda future: pids.append(future.result()), subject="all")
        workers.run()
    assert len(set(pids)) == 2


def test_a_job_for_the_first_process_leaves_the_others_to_others() -> None:
    pids: dict[str, set[int]] = {"heavy": set(), "light": set()}

    def hand_in(workers: Workers, kind: str, most_processes: int | None) -> None:
        workers.submit(
            own_pid, on_done=lambda future: pids[kind].add(future.result()), subject=kind, most_processes=most_processes
        )

    with Workers(2) as workers:
        for _ in range(6):
            hand_in(workers, "heavy", 1)
        for _ in range(12):
            hand_in(workers, "light", None)
        workers.run()
    assert len(pids["heavy"]) == 1
    assert pids["light"] - pids["heavy"]


def test_processes_started_early_do_the_jobs_even_if_getting_ready_failed(tmp_path: Path) -> None:
    told: list[object] = []
    with Workers(2) as workers:
        workers.start(partial(die_once, tmp_path / "mark"))
        workers.submit(double, 4, on_done=lambda future: told.append(future.result()))
        workers.run()
    assert told == [8]


def test_a_death_is_told_to_the_job_that_caused_it_only() -> None:
    told: list[object] = []
    with Workers(2) as workers:
        for number in range(10):
            workers.submit(double, number, on_done=lambda future: told.append(future.result()))
            if number == 3:
                workers.submit(die, on_done=lambda future: told.append(type(future.exception())))
        workers.run()
    assert told.count(WorkerDiedError) == 1
    assert sorted(result for result in told if isinstance(result, int)) == list(range(0, 20, 2))


def test_a_job_that_was_killed_by_bad_luck_is_tried_again(tmp_path: Path) -> None:
    told: list[object] = []
    with Workers(2) as workers:
        workers.submit(die_once, tmp_path / "mark", on_done=lambda future: told.append(future.result()))
        workers.submit(double, 1, on_done=lambda future: told.append(future.result()))
        workers.submit(double, 2, on_done=lambda future: told.append(future.result()))
        workers.run()
    assert {str(result) for result in told} == {"survived", "2", "4"}


def test_a_job_past_its_limit_counts_as_dead() -> None:
    errors: list[BaseException | None] = []
    with Workers(1) as workers:
        workers.submit(sleep_long, on_done=lambda future: errors.append(future.exception()), limit_s=1.5)
        workers.run()
    assert "took longer than 2 seconds" in str(errors[0])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")
def test_a_process_that_hangs_when_all_is_done_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "_LEAVING_S", 0.2)
    pids: list[int] = []
    with Workers(1) as workers:
        workers.submit(own_pid, on_done=lambda future: pids.append(future.result()))
        workers.run()
        os.kill(pids[0], signal.SIGSTOP)
    assert not is_running(pids[0])


def test_a_job_is_not_overdue_while_it_waits_for_others() -> None:
    told: list[bool] = []
    with Workers(1) as workers:
        for _ in range(3):
            workers.submit(nap, on_done=lambda future: told.append(future.exception() is None), limit_s=4.0)
        workers.run()
    assert told == [True] * 3


def test_deaths_without_end_end_the_run() -> None:
    with Workers(1) as workers:
        for _ in range(10):
            workers.submit(die, on_done=lambda future: None, turn=Turn.ALONE)
        with pytest.raises(EngineError, match="in a row"):
            workers.run()


def test_a_job_first_in_turn_overtakes_those_that_wait() -> None:
    told: list[int] = []
    queue = SerialWorkers()
    queue.submit(double, 1, on_done=lambda future: told.append(future.result()))
    queue.submit(double, 2, on_done=lambda future: told.append(future.result()), turn=Turn.FIRST)
    queue.run()
    assert told == [4, 2]


def test_an_error_in_the_parent_ends_the_processes_at_once(tmp_path: Path) -> None:
    def fail(future: Future[int]) -> None:
        raise OutputError("no room")

    def run() -> None:
        with Workers(2) as workers:
            workers.submit(sleep_then_mark, tmp_path / "waited for", on_done=lambda future: None)
            workers.submit(double, 1, on_done=fail)
            workers.run()

    with pytest.raises(OutputError):
        run()
    assert not (tmp_path / "waited for").exists()


INTERRUPTED = """
from audiobook.synthesis.workers import Workers
from tests.synthesis.test_workers import sleep_long

if __name__ == "__main__":
    try:
        with Workers(2) as workers:
            for _ in range(6):
                workers.submit(sleep_long, on_done=print)
            print("started", flush=True)
            workers.run()
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole consoles, this one included")
@pytest.mark.parametrize("delay_s", [0.1, 2.0])
def test_ctrl_c_ends_everything_quickly_and_silently(tmp_path: Path, delay_s: float) -> None:
    script = tmp_path / "run_workers.py"
    script.write_text(INTERRUPTED)
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout
    assert process.stdout.readline() == "started\n"
    time.sleep(delay_s)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (out, err, process.returncode) == ("interrupted\n", "", 0)


KILLED = """
import sys
from pathlib import Path
from audiobook.synthesis.workers import Workers
from tests.synthesis.test_workers import say_pid_and_sleep

if __name__ == "__main__":
    with Workers(1) as workers:
        workers.submit(say_pid_and_sleep, Path(sys.argv[1]), on_done=print)
        workers.run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a process by its number as POSIX does")
def test_workers_do_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    script, pid_file = tmp_path / "run_workers.py", tmp_path / "pid"
    script.write_text(KILLED)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, str(script), str(pid_file)], env=environment) as parent:
        wait_until(lambda: pid_file.exists() and pid_file.read_text() != "")
        parent.kill()
    wait_until(lambda: not is_running(int(pid_file.read_text())))


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
