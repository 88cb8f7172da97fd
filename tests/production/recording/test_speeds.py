from pathlib import Path

from audiobook.model.speed import MeasuredSpeeds, SpokenSums, WorkSums
from audiobook.production.recording.speeds import Stopwatch, keep_speeds, read_speeds

SPEEDS = MeasuredSpeeds(
    spoken={"tone": SpokenSums(takes=3, chars=100, spent_s=0.5)},
    rendered={"x": WorkSums(audio_s=10, spent_s=0.1)},
    busy_share=0.9,
)


def test_what_was_measured_comes_back(tmp_path: Path) -> None:
    keep_speeds(tmp_path / "speeds.json", SPEEDS)
    assert read_speeds(tmp_path / "speeds.json") == SPEEDS


def test_damaged_figures_are_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "speeds.json"
    keep_speeds(path, SPEEDS)
    path.write_bytes(path.read_bytes().replace(b'"takes": 3', b'"takes": 4'))
    assert read_speeds(path) == MeasuredSpeeds()


def test_a_run_without_work_says_nothing_of_how_busy_processes_are() -> None:
    watch = Stopwatch(processes=2)
    watch.rendered("x", 1.0, 0.25)
    assert watch.measured() == MeasuredSpeeds(rendered={"x": WorkSums(audio_s=1.0, spent_s=0.25)})
