"""What becomes of a book when everything that can go wrong does.

    python benchmarks/faults.py [FAULT...] [--kills 100] [--seed 1] [--json]

Each trial makes a small book with the tone engine as a user would, disturbs it, then runs a plain `audiobook make` and
compares every file of the release with those of an undisturbed run. README.md beside this file names the faults.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from fault_trials.bench import Bench, Trial
from fault_trials.catalogue import FAULTS
from results_page import add_record_options, recorded

Outcomes = dict[str, list[Trial]]


def main() -> None:
    """Try the faults the command line asks for and print the table."""
    given = read_command_line()
    with recorded(given):
        outcomes = try_faults(given)
    sys.exit(0 if all(trial.is_well for trials in outcomes.values() for trial in trials) else 1)


def try_faults(given: argparse.Namespace) -> Outcomes:
    """Try one fault after the other, each row as soon as it is known."""
    outcomes: Outcomes = {}
    if not given.as_json:
        print("| fault | tried | outcome | how the disturbed runs ended |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="audiobook-faults-") as name:
        bench = Bench(Path(name), chance=random.Random(given.seed), kills=given.kills)
        for fault in given.faults or FAULTS:
            outcomes[fault] = list(try_out(bench, FAULTS[fault]))
            if not given.as_json:
                print(as_row(fault, outcomes[fault]), flush=True)
    if given.as_json:
        print(json.dumps({fault: [trial.__dict__ for trial in trials] for fault, trials in outcomes.items()}, indent=1))
    return outcomes


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Disturb audiobook in every way and see what becomes of the book.")
    parser.add_argument("faults", nargs="*", metavar="FAULT", help=f"one of: {', '.join(FAULTS)}; default: all")
    parser.add_argument("--kills", type=int, default=100, help="random moments for each kind of kill (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments and places")
    parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON with every single trial")
    add_record_options(parser, section="What goes wrong")
    given = parser.parse_args()
    unknown = [fault for fault in given.faults if fault not in FAULTS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    return given


def try_out(bench: Bench, fault: Callable[[Bench], Iterator[Trial]]) -> Iterator[Trial]:
    """Run the trials of one fault; each leaves its folder, which is removed here."""
    for trial in fault(bench):
        yield trial
        for folder in bench.used:
            shutil.rmtree(folder, ignore_errors=True)
        bench.used.clear()


def as_row(fault: str, trials: list[Trial]) -> str:
    """Say how often the book came back whole, and how the disturbed runs ended."""
    if not trials:
        return f"| {fault} | 0 | cannot be tried here |  |"
    ends = Counter(trial.ended for trial in trials)
    told = ", ".join(f"{end}: {count}" for end, count in sorted(ends.items()))
    bad = [trial.what for trial in trials if not trial.is_well]
    outcome = f"all {len(trials)} the same bytes" if not bad else f"{len(bad)} NOT: {'; '.join(bad[:3])}"
    return f"| {fault} | {len(trials)} | {outcome} | {told} |"


if __name__ == "__main__":
    main()
