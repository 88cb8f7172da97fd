"""How fast each speech engine speaks: alone, with the best number of threads, and through `make` with all workers.

    python benchmarks/engines.py [SOURCE] --engine pyttsx3 --engine hibari [--jobs N] [--sentences 120] [--json]

Makes the text with the real `audiobook make`, whose engine speaks all of it, in a temporary folder; and has the engine
alone speak some of the same sentences, evenly picked. README.md beside this file says what is counted.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from figures import or_dash
from hearing.made_book import Making, make, read_chapters
from machine import describe_machine
from program_cost import Cost, ProgramFailedError, run_measured
from results_page import add_record_options, recorded
from trials.table import lay_out_table

from audiobook.errors import AudiobookError
from audiobook.model.speech import Line
from audiobook.workspace.paths import Workspace

HERE = Path(__file__).resolve().parent
SAMPLE_BOOK = HERE.parent / "seeds" / "the-bear-at-quarter-to-eight"
COLUMNS = (
    "engine",
    "load s",
    "MiB",
    "alone, 1 thread",
    "alone, best",
    "threads",
    "make",
    "make / best",
    "alone CPU",
    "make CPU",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """An engine alone in a process; speed in seconds of audio a second, of the clock and of processor time."""

    threads: int
    load_s: float
    speed: float
    cpu_speed: float
    peak_mib: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What an engine does.

    Attributes:
        alone: with each number of threads tried, from 1 on.
        make_speed: seconds of the finished book for each second from start to end of `make`.
        make_cpu_speed: the same for each second of processor time; None where the system does not tell.
    """

    engine: str
    alone: tuple[Alone, ...]
    make_speed: float
    make_cpu_speed: float | None
    make_cost: Cost

    @property
    def best(self) -> Alone:
        """The quickest of those alone."""
        return max(self.alone, key=lambda one: one.speed)


def main() -> None:
    """Measure what the command line asks for and print it."""
    given = read_command_line()
    with recorded(given):
        measure_and_print(given)


def measure_and_print(given: argparse.Namespace) -> None:
    found = []
    for engine in given.engine or ["pyttsx3"]:
        try:
            with tempfile.TemporaryDirectory(prefix="audiobook-engines-") as name:
                found.append(measure(engine, given, Path(name)))
        except (ProgramFailedError, AudiobookError) as error:
            raise SystemExit(str(error)) from error
    if given.as_json:
        print(json.dumps([asdict(figures) for figures in found], indent=1))
    else:
        print(f"{given.source.name}, {describe_machine()}, {given.jobs} workers; seconds of audio a second\n")
        print(lay_out_table(COLUMNS, [as_row(figures) for figures in found]))


def read_command_line() -> argparse.Namespace:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    parser = argparse.ArgumentParser(description="Measure speech engines alone and through audiobook make.")
    parser.add_argument("source", type=Path, nargs="?", default=SAMPLE_BOOK, help="default: the sample book")
    parser.add_argument("--engine", action="append", help="several times for several (default: pyttsx3)")
    parser.add_argument("--jobs", type=int, default=cores, help="worker processes of make (default: all cores)")
    parser.add_argument("--sentences", type=int, default=120, help="that the engine alone speaks (default 120)")
    parser.add_argument("--profiles", type=Path, help="folder of voice profiles, for engines without built-in ones")
    parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")
    add_record_options(parser, section="Engines")
    return parser.parse_args()


def measure(engine: str, given: argparse.Namespace, folder: Path) -> Figures:
    """Measure an engine through `make` and alone, in that order, on the same sentences."""
    workspace = Workspace(build_dir=folder / "build", voices_dir=folder / "voices")
    if given.profiles is not None:
        shutil.copytree(given.profiles, workspace.profiles_folder)
    making = Making(source=given.source.resolve(), workspace=workspace, engine=engine)
    cost = make(making, in_folder=folder, jobs=given.jobs)
    chapters = read_chapters(making)
    lines = [line.spoken for chapter in chapters for line in chapter.lines]
    step = max(1, len(lines) // given.sentences)
    counts = sorted({1, *(count for count in (2, 4, 8, 16) if count < given.jobs), given.jobs})
    alone = tuple(measure_alone(engine, lines[::step][: given.sentences], count, folder) for count in counts)
    audio_s = sum(chapter.length_s for chapter in chapters)
    return Figures(
        engine=engine,
        alone=alone,
        make_speed=audio_s / cost.wall_s,
        make_cpu_speed=audio_s / cost.cpu_s if cost.cpu_s else None,
        make_cost=cost,
    )


def measure_alone(engine: str, lines: Sequence[Line], threads: int, folder: Path) -> Alone:
    """Have a process speak some lines with one engine and nothing else."""
    job = folder / "lines.json"
    job.write_text(json.dumps({"engine": engine, "lines": [asdict(line) for line in lines]}), encoding="utf-8")
    words = (sys.executable, str(HERE / "bare_engine.py"), str(job), "--threads", str(threads))
    done = run_measured(words, in_folder=folder, environment=os.environ)
    said = json.loads(done.output)
    return Alone(
        threads=threads,
        load_s=said["load_s"],
        speed=said["audio_s"] / said["spoken_s"],
        cpu_speed=said["audio_s"] / said["cpu_s"],
        peak_mib=done.cost.peak_mib,
    )


def as_row(figures: Figures) -> tuple[str, ...]:
    one, best = figures.alone[0], figures.best
    return (
        figures.engine,
        f"{one.load_s:.1f}",
        or_dash(one.peak_mib, ".0f"),
        f"{one.speed:.1f}",
        f"{best.speed:.1f}",
        str(best.threads),
        f"{figures.make_speed:.1f}",
        f"{figures.make_speed / best.speed:.2f}",
        f"{one.cpu_speed:.1f}",
        or_dash(figures.make_cpu_speed, ".1f"),
    )


if __name__ == "__main__":
    main()
