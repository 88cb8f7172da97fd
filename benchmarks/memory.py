"""How much memory each process of a `make` holds at most, against the length of the book.

    python benchmarks/memory.py [TEXT...] [--hours 1,10,60] [--engine tone] [--jobs 2]

Books of about so many hours are put together from the texts in a temporary folder, one after the other, again and
again with other words if need be (`long_text.py`), and made cold; then made once more with nothing changed. A book
takes up to 140 MB of disk for each hour.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from figures import or_dash
from inside.entering import environment_with
from long_text import CHARS_AN_HOUR, read_text, write_chapters
from pipeline import SAMPLE_BOOK, read_audio_s
from program_cost import ProgramFailedError, run_measured
from results_page import add_record_options, recorded

COLUMNS = ("hours of audio", "chapters", "make", "CPU s", "program, MiB", "worker, MiB", "takes, MB an hour")
KINDS = ("program", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peaks:
    """The largest resident memory in MiB of the first process and of any worker; None where there was no worker."""

    program_mib: float
    worker_mib: float | None


def main() -> None:
    given = read_command_line()
    with recorded(given):
        print(f"engine {given.engine or 'as the cast says'}, {given.jobs} workers\n")
        print("| " + " | ".join(COLUMNS) + " |\n" + "|---" * len(COLUMNS) + "|", flush=True)
        for hours in given.hours:
            try:
                with tempfile.TemporaryDirectory(prefix="audiobook-memory-") as name:
                    measure_and_print(given, Path(name), hours)
            except ProgramFailedError as error:
                raise SystemExit(str(error)) from error


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure memory against the length of a book.")
    parser.add_argument("texts", type=Path, nargs="*", default=[SAMPLE_BOOK], help="default: the sample book")
    parser.add_argument("--hours", type=_numbers, default=(1.0, 10.0, 60.0), help="by commas (1,10,60)")
    parser.add_argument("--engine", help="speaks everything (default: as the cast says)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="worker processes (default: all cores)")
    add_record_options(parser, section="Memory against length")
    return parser.parse_args()


def _numbers(listed: str) -> tuple[float, ...]:
    return tuple(map(float, listed.split(",")))


def measure_and_print(given: argparse.Namespace, folder: Path, hours: float) -> None:
    """Make a book of so many hours twice, and print a row for each."""
    texts = [read_text(text) for text in given.texts]
    write_chapters(texts, folder / "book", chars=round(hours * CHARS_AN_HOUR))
    del texts  # a child's memory counts from its fork on
    for which in ("cold", "nothing changed"):
        cpu_s, peaks = make_once(folder, which.partition(" ")[0], engine=given.engine, jobs=given.jobs)
        audio_h = read_audio_s(folder / "build") / 3600
        (release,) = (folder / "build").glob("*/release.json")
        chapters = len(json.loads(release.read_text(encoding="utf-8"))["chapters"])
        takes = sum(path.stat().st_size for path in (folder / "build" / ".cache" / "takes").rglob("*.flac"))
        cells = (
            *(f"{audio_h:.1f}", str(chapters), which, or_dash(cpu_s, ".1f"), f"{peaks.program_mib:.0f}"),
            *(or_dash(peaks.worker_mib, ".0f"), f"{takes / 1e6 / audio_h:.1f}"),
        )
        print("| " + " | ".join(cells) + " |", flush=True)


def make_once(folder: Path, name: str, *, engine: str | None, jobs: int) -> tuple[float | None, Peaks]:
    """Make the book; CPU seconds of all processes, and their peaks."""
    noted = folder / f"peaks-{name}"
    noted.mkdir()
    speaking = ("--engine", engine) if engine else ()
    words = (sys.executable, "-m", "audiobook", "make", "book", "--quiet", "--jobs", str(jobs), *speaking)
    done = run_measured(
        words, in_folder=folder, environment=environment_with("peak_memory", BENCHMARK_PEAKS=str(noted))
    )
    mib = {kind: [int(path.read_text(encoding="ascii")) / 2**20 for path in noted.glob(f"{kind}-*")] for kind in KINDS}
    return done.cost.cpu_s, Peaks(program_mib=max(mib["program"]), worker_mib=max(mib["worker"], default=None))


if __name__ == "__main__":
    main()
