"""What a cluster gains, measured with a few workers, and where more would gain nothing, simulated.

    python benchmarks/cluster.py [--engine pyttsx3] [--speed 12] [--workers 1,2,4,8] [--link 1000]

A scheduler and its workers are started on this machine, the sentences of the sample book are spoken by 1, 2, ... of
them, once by a real engine, which competes with everything else for the same cores, and once by one that only waits.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from cluster_trial.queueing import Costs, Load, saturation_workers, simulate
from cluster_trial.scaling import Trial, paced_engine, plan, try_workers
from pipeline import SAMPLE_BOOK, Plan, copy_text, environment_of, read_audio_s
from program_cost import Cost, run_measured
from results_page import add_record_options, recorded

_NOVEL = Load(chapters=40, chapter_s=900.0, batch_s=35.0, cores=os.cpu_count() or 1)
"""Ten hours; a batch of an engine that loads models is half a minute of sound."""

_SPEEDS = {"kokoro (1.8)": 1.8, "piper (12)": 12.0, "hibari (123)": 123.0}
"""Seconds of sound a second on one core, from docs/engines.md."""

_SIMULATED_WORKERS = (1, 2, 4, 8, 16, 32, 64, 128, 256)


def main() -> None:
    """Measure, simulate, print."""
    given = read_arguments()
    with recorded(given):
        measure_and_print(given)


def measure_and_print(given: argparse.Namespace) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLE_BOOK.glob("*.md")))
    trials = [
        try_workers(plan(text, given.engine), workers=workers, by_store=by_store)
        for by_store in (False, True)
        for workers in (1, 2)
    ]
    with paced_engine(given.speed):
        takes = plan(text, "paced")
        paced = [try_workers(takes, workers=workers, by_store=False) for workers in given.workers]
    if any(trial.lost for trial in (*trials, *paced)):
        sys.exit("takes were lost: these figures mean nothing")
    encoding = measure_encoding()
    print_trials(trials, paced, given.speed)
    print_simulation(costs_of(trials, encoding, link_mbit_s=given.link), paced, given.speed, link_mbit_s=given.link)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what a cluster gains.")
    parser.add_argument("--engine", default="pyttsx3", help="the real one (default: pyttsx3)")
    parser.add_argument("--speed", type=float, default=12.0, help="of the one that waits, in times real time (12)")
    parser.add_argument("--workers", type=_numbers, default=(1, 2, 4, 8), help="of the one that waits (1,2,4,8)")
    parser.add_argument("--link", type=float, default=1000.0, help="of the simulation, in Mbit/s (1000)")
    add_record_options(parser, section="Cluster")
    return parser.parse_args()


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(map(int, listed.split(",")))


def costs_of(trials: list[Trial], encoding: float, *, link_mbit_s: float) -> Costs:
    """Take the costs of the ways from what was measured; `speaking` is the real engine's."""
    bytes_a_second = statistics.median(trial.kept_bytes / trial.sound_s for trial in trials)
    by_scheduler = trials[: len(trials) // 2]
    return Costs(
        speaking=statistics.median(trial.worker_cpu_s / trial.sound_s for trial in by_scheduler),
        wire=bytes_a_second * 8 / (link_mbit_s * 1e6),
        keeping=statistics.median(trial.asking_cpu_s / trial.sound_s for trial in by_scheduler),
        encoding=encoding,
    )


def measure_encoding() -> float:
    """Say how much processor time a finished second costs once all takes are there: mixing, mastering, encoding.

    Measured as a make of chapters that are gone, less a make with nothing to do.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        job = Plan(folder=folder, source=copy_text(SAMPLE_BOOK, folder), processes=1, character=None, voice=None)
        first = _make(job)
        (release,) = (path.parent for path in (folder / "build").glob("*/release.json"))
        sound_s = read_audio_s(folder / "build")
        shutil.rmtree(release)
        again, nothing = _make(job), _make(job)
    assert first.cpu_s is not None
    assert again.cpu_s is not None
    assert nothing.cpu_s is not None
    return (again.cpu_s - nothing.cpu_s) / sound_s


def _make(job: Plan) -> Cost:
    command = [sys.executable, "-m", "audiobook", "make", str(job.source), "--jobs", "1", "--quiet"]
    return run_measured(command, in_folder=job.folder, environment=environment_of(job)).cost


def print_trials(trials: list[Trial], paced: list[Trial], speed: float) -> None:
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; all on this one machine.\n"
    )
    print(
        "| engine | takes by | workers | takes | wall s | audio s/s | x 1 | ms a take: asking | scheduler | workers |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    half = len(trials) // 2
    for way, group in (("scheduler", trials[:half]), ("store", trials[half:]), (f"scheduler, {speed:g}", paced)):
        for trial in group:
            cost = (trial.asking_cpu_s, trial.scheduler_cpu_s, trial.worker_cpu_s)
            costs = " | ".join(f"{1000 * each / trial.takes:.2f}" for each in cost)
            print(
                f"| {trial.engine} | {way} | {trial.workers} | {trial.takes} | {trial.wall_s:.2f} | {trial.speed:.0f}"
                f" | {trial.speed / group[0].speed:.2f} | {costs} |"
            )


def print_simulation(costs: Costs, paced: list[Trial], speed: float, *, link_mbit_s: float) -> None:
    shown = {name: f"{1000 * value:.3f}" for name, value in vars_of(costs).items()}
    print(f"\nMilliseconds a second of sound: {json.dumps(shown)}; link {link_mbit_s:g} Mbit/s.\n")
    print("| waiting engine, workers | measured audio s/s | simulated |\n|---|---|---|")
    for trial in paced:
        batch_s = trial.sound_s / (trial.workers * 4 * max(1, round(trial.takes / (trial.workers * 4 * 32))))
        load = Load(chapters=1, chapter_s=trial.sound_s, batch_s=batch_s, cores=1)
        outcome = simulate(_at(costs, speed), load, workers=trial.workers)
        print(f"| {trial.workers} | {trial.speed:.0f} | {trial.sound_s / outcome.spoken_s:.0f} |")
    print(f"\nA novel of ten hours, {_NOVEL.cores} cores here, by the speed of one worker:\n")
    print("| workers | " + " | ".join(f"{name}: minutes, x real time" for name in _SPEEDS) + " |")
    print("|---" * (len(_SPEEDS) + 1) + "|")
    sound_s = _NOVEL.chapters * _NOVEL.chapter_s
    for workers in _SIMULATED_WORKERS:
        ends = [simulate(_at(costs, each), _NOVEL, workers=workers).finished_s for each in _SPEEDS.values()]
        print(f"| {workers} | " + " | ".join(f"{end / 60:.1f}, {sound_s / end:.0f}" for end in ends) + " |")
    print("\n| engine | workers worth having | full beyond | the same, if encoding cost nothing |\n|---|---|---|---|")
    for name, each in _SPEEDS.items():
        workers, full = saturation_workers(_at(costs, each), cores=_NOVEL.cores)
        without, full_then = saturation_workers(_at(costs, each, encoding=0.0), cores=_NOVEL.cores)
        print(f"| {name} | {workers} | {full} | {without}: {full_then} |")


def vars_of(costs: Costs) -> dict[str, float]:
    return {
        "speaking": costs.speaking,
        "wire": costs.wire,
        "keeping": costs.keeping,
        "encoding": costs.encoding,
    }


def _at(costs: Costs, speed: float, *, encoding: float | None = None) -> Costs:
    """The same with another engine."""
    return Costs(
        speaking=1 / speed,
        wire=costs.wire,
        keeping=costs.keeping,
        encoding=costs.encoding if encoding is None else encoding,
    )


if __name__ == "__main__":
    main()
