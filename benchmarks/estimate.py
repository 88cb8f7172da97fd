"""How near `audiobook estimate` comes to what `audiobook make` then takes.

    python benchmarks/estimate.py [TEXT...] [--engine pyttsx3] [--jobs 2] [--json]

Each text is copied into a temporary folder and estimated twice: by a program that has made nothing yet, and, after it
made the text once and lost all takes, by one that knows the machine. Right after each estimate it is made and compared.

No estimate of time can know what else a machine will do, so beside each error stands how busy it was: the load before
the estimate and after the make, and how many cores the make got on average.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures import or_dash
from machine import load_now
from pipeline import SAMPLE_BOOK, Plan, copy_text, environment_of
from program_cost import Cost, MeasuredRun, run_measured
from results_page import add_record_options, recorded


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """An estimate beside what happened.

    Attributes:
        knows: what the program knew of the machine.
        busy: how busy the machine was.
    """

    text: str
    knows: str
    what: str
    estimated: float
    happened: float
    busy: str

    @property
    def error_percent(self) -> float:
        """How far off the estimate was; 10 is a tenth too much."""
        return 100 * (self.estimated / self.happened - 1)


def main() -> None:
    """Compare the texts of the command line and print a table."""
    parser = argparse.ArgumentParser(description="Compare estimates with what happens.")
    parser.add_argument("texts", type=Path, nargs="*", default=[SAMPLE_BOOK], help="default: the sample book")
    parser.add_argument("--engine", help="speaks everything (default: as the cast says)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="worker processes (default: all cores)")
    parser.add_argument("--json", action="store_true", dest="as_json")
    add_record_options(parser, section="Estimates")
    given = parser.parse_args()
    with recorded(given):
        compare_and_print(given)


def compare_and_print(given: argparse.Namespace) -> None:
    found = [row for text in given.texts for row in compare_text(text, given.engine, jobs=given.jobs)]
    if given.as_json:
        print(json.dumps([row.__dict__ | {"error_percent": row.error_percent} for row in found], indent=1))
        return
    print("| text | machine | what | estimated | happened | error | load before, after; cores |\n" + "|---" * 7 + "|")
    for row in found:
        values = f"{row.estimated:,.1f} | {row.happened:,.1f} | {row.error_percent:+.1f} % | {row.busy}"
        print(f"| {row.text} | {row.knows} | {row.what} | {values} |")


def compare_text(text: Path, engine: str | None, *, jobs: int) -> list[Comparison]:
    """Estimate and make a text, new to the machine and known."""
    with tempfile.TemporaryDirectory(prefix="audiobook-estimate-") as name:
        folder = Path(name)
        plan = Plan(folder=folder, source=copy_text(text, folder), processes=jobs, character=None, voice=None)
        options = ("--json", "--jobs", str(jobs), *(("--engine", engine) if engine else ()))
        run(plan, "script")  # everything is compiled and in the file cache, for either run
        rows = []
        for knows in ("new", "known"):
            load = load_now()
            estimated = json.loads(run(plan, "estimate", *options).output)["estimate"]
            made = run(plan, "make", *options)
            pairs = what_happened(plan, estimated, json.loads(made.output)[0], made.cost)
            rows += as_comparisons(pairs, text=text.stem, knows=knows, busy=how_busy(load, made.cost))
            forget(plan)
        return rows


def run(plan: Plan, command: str, *arguments: str) -> MeasuredRun:
    """Run a command on the text."""
    words = (sys.executable, "-m", "audiobook", command, str(plan.source), *plan.places(1), "--quiet", *arguments)
    return run_measured(words, in_folder=plan.folder, environment=environment_of(plan))


def forget(plan: Plan) -> None:
    """Lose everything that was made, but for what is known of the machine."""
    for path in plan.build_dir(1).iterdir():
        if path.name != ".cache":
            shutil.rmtree(path)
    shutil.rmtree(plan.build_dir(1) / ".cache" / "takes")


def how_busy(load_before: float | None, cost: Cost) -> str:
    """Tell the load before and now, and how many cores a run got."""
    cores = None if cost.cpu_s is None else cost.cpu_s / cost.wall_s
    return f"{or_dash(load_before, '.1f')}, {or_dash(load_now(), '.1f')}; {or_dash(cores, '.2f')}"


def what_happened(
    plan: Plan, estimated: dict[str, Any], made: dict[str, Any], cost: Cost
) -> tuple[tuple[str, float, float], ...]:
    """Put side by side what was estimated and what happened."""
    audio_s = sum(chapter["seconds"] for chapter in made["chapters"])
    takes = sum(path.stat().st_size for path in (plan.build_dir(1) / ".cache" / "takes").rglob("*.flac"))
    return (
        ("time s", estimated["time_s"], cost.wall_s),
        ("audio min", estimated["audio_s"] / 60, audio_s / 60),
        ("takes MB", estimated["takes_bytes"] / 1e6, takes / 1e6),
        ("finished MB", estimated["release_bytes"] / 1e6, released_bytes(plan) / 1e6),
    )


def as_comparisons(
    pairs: Iterable[tuple[str, float, float]], *, text: str, knows: str, busy: str
) -> Iterator[Comparison]:
    for what, before, after in pairs:
        yield Comparison(text=text, knows=knows, what=what, estimated=before, happened=after, busy=busy)


def released_bytes(plan: Plan) -> int:
    """Add up the chapters and their transcripts."""
    folders = [path for path in plan.build_dir(1).iterdir() if not path.name.startswith(".")]
    return sum(path.stat().st_size for folder in folders for path in folder.glob("[0-9]*"))


if __name__ == "__main__":
    main()
