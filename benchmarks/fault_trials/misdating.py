"""Clocks that are wrong."""

import os
import time
from collections.abc import Iterator

from inside.entering import environment_with

from fault_trials.bench import Bench, Trial

_TEN_YEARS_S = 315_360_000.0


def misdate(bench: Bench) -> Iterator[Trial]:
    """Every file dated ten years ahead, then back: a clock that was wrong."""
    for seconds in (_TEN_YEARS_S, -_TEN_YEARS_S):
        project = bench.new_book()
        ended = bench.make(project)
        for path in project.rglob("*"):
            os.utime(path, (time.time() + seconds, time.time() + seconds))
        bench.change(project)
        os.utime(project / "story.txt", (0.0, 0.0))
        yield bench.judge(project, f"{seconds:+.0f} s", ended)


def set_clock_back(bench: Bench) -> Iterator[Trial]:
    """The clock is set back by ten years during a run, for all its processes."""
    for project in bench.new_books(max(1, bench.kills // 5)):
        moment_s = bench.chance.uniform(0.0, bench.cold_s)
        changing = environment_with("clock_set_back", BENCHMARK_CLOCK_BACK_AT=str(time.time() + moment_s))
        yield bench.judge(project, f"after {moment_s:.2f} s", bench.make(project, env=changing))
