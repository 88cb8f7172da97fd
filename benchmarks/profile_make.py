"""Where the processor time of a cold `make` goes, in all its processes, as a tree of our functions with bars.

    python benchmarks/profile_make.py [TEXT] [--engine NAME] [--jobs 2] [--least 1.5]

Counted is processor time, sampled inside the processes (`inside/sampling.py`). C code, such as the encoder, the speech
library and numpy, counts for the function of ours that called it. Linux and macOS.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from call_tree import build_tree, draw_tree
from inside.entering import environment_with
from pipeline import SAMPLE_BOOK, copy_text, read_audio_s
from program_cost import ProgramFailedError, run_measured
from results_page import add_record_options, recorded


def main() -> None:
    given = read_command_line()
    try:
        with recorded(given), tempfile.TemporaryDirectory(prefix="audiobook-profile-") as name:
            profile_and_print(given, Path(name))
    except ProgramFailedError as error:
        raise SystemExit(str(error)) from error


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Show where a cold make's processor time goes.")
    parser.add_argument("text", type=Path, nargs="?", default=SAMPLE_BOOK, help="default: the sample book")
    parser.add_argument("--engine", help="speaks everything (default: as the cast says)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="worker processes (default: all cores)")
    parser.add_argument("--least", type=float, default=1.5, help="leave out what took less, in percent (default 1.5)")
    add_record_options(parser, section="Where a cold make's time goes")
    return parser.parse_args()


def profile_and_print(given: argparse.Namespace, folder: Path) -> None:
    source, noted = copy_text(given.text, folder), folder / "samples"
    noted.mkdir()
    speaking = ("--engine", given.engine) if given.engine else ()
    words = (sys.executable, "-m", "audiobook", "make", source.name, "--quiet", "--jobs", str(given.jobs), *speaking)
    sampling = environment_with("sampling", BENCHMARK_SAMPLES=str(noted))
    done = run_measured(words, in_folder=folder, environment=sampling)
    tree = build_tree("audiobook make", read_samples(noted))
    audio_min = read_audio_s(folder / "build") / 60
    print(
        f"{source.name}, {audio_min:.0f} minutes of audio, {given.jobs} workers, engine {given.engine or 'of the cast'}"
    )
    print(f"{done.cost.cpu_s:.1f} s of processor time, {tree.seconds:.1f} s of them sampled\n")
    print(draw_tree(tree, least=given.least / 100))


def read_samples(folder: Path) -> Iterator[tuple[list[str], float]]:
    """Read what all processes wrote down; the first function of a stack is the kind of process."""
    for path in sorted(folder.iterdir()):
        kind = path.name.rpartition("-")[0]
        for stack, seconds in json.loads(path.read_text(encoding="utf-8")):
            yield [kind, *stack], seconds


if __name__ == "__main__":
    main()
