"""How fast `audiobook` makes a book, beside the bare limit of the speech library and the encoder.

    python benchmarks/pipeline.py [TEXT] [--runs 3] [--jobs N] [--rival] [--json]

Measures a cold make, a second make, and makes after the title was changed, one line corrected and one character given
another voice, each as the program a user runs, on a copy of the text in a temporary folder; and in the same run
`bare_limit.py` with the same sentences, voices, settings and number of processes. README.md beside this file says what
is counted.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from figures import Results, Step, as_report, as_text, compare, or_dash
from program_cost import MeasuredRun, ProgramFailedError, run_measured
from results_page import add_record_options, recorded

HERE = Path(__file__).resolve().parent
SAMPLE_BOOK = HERE.parent / "seeds" / "the-bear-at-quarter-to-eight"
JOB_FILE = "limit-job.json"
OTHER_TITLE = "Another Title of the Same Book"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to measure, and where.

    Attributes:
        folder: temporary; everything is written below it.
        source: the copy of the text.
        character: who gets another voice; None for the most talkative.
        voice: which voice that is; None for one that nobody in the book has.
    """

    folder: Path
    source: Path
    processes: int
    character: str | None
    voice: str | None

    def places(self, run: int) -> tuple[str, ...]:
        """Give the options that keep this run's files to itself."""
        return ("--build-dir", str(self.build_dir(run)), "--voices-dir", str(self.folder / f"voices-{run}"))

    def build_dir(self, run: int) -> Path:
        """Give the folder that this run builds in."""
        return self.folder / f"build-{run}"


def main() -> None:
    """Measure what the command line asks for and print it."""
    given = read_command_line()
    with recorded(given):
        measure_and_print(given)


def measure_and_print(given: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="audiobook-benchmark-") as name:
        plan = Plan(
            folder=Path(name),
            source=copy_text(given.text, Path(name)),
            processes=given.jobs,
            character=given.character,
            voice=given.voice,
        )
        try:
            results = measure(plan, runs=given.runs)
            if given.rival:
                measure_with_job(plan, HERE / "rival.py", Step.RIVAL, results)
        except ProgramFailedError as error:
            raise SystemExit(str(error)) from error
    figures = compare(results)
    if given.as_json:
        print(json.dumps(as_report(results, figures), indent=1, ensure_ascii=False))
    else:
        print(as_text(results, figures))


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure audiobook beside the bare limit of espeak-ng and LAME.")
    parser.add_argument(
        "text", type=Path, nargs="?", default=SAMPLE_BOOK, help="file or folder; default: the sample book"
    )
    parser.add_argument("--runs", type=int, default=3, help="rounds; medians are shown (default 3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes for both (default: all cores)")
    parser.add_argument("--character", help="who gets another voice (default: the most talkative)")
    parser.add_argument("--voice", help="which voice that is (default: one nobody in the book has)")
    parser.add_argument("--rival", action="store_true", help="the straightforward program, too (once; needs ffmpeg)")
    parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON with every single run")
    add_record_options(parser, section="Speed")
    given = parser.parse_args()
    if given.runs < 1 or given.jobs < 1:
        parser.error("--runs and --jobs start from 1")
    return given


def copy_text(text: Path, folder: Path) -> Path:
    """Copy the text, so that nothing of the user's is touched and no cast of theirs is used."""
    copy = folder / text.resolve().name
    return Path(shutil.copytree(text, copy) if text.is_dir() else shutil.copyfile(text, copy))


def measure(plan: Plan, *, runs: int) -> Results:
    """Measure every step `runs` times, limit and program by turns, so that a slow minute meets both."""
    results = Results(text=plan.source.name, processes=plan.processes)
    warm_up(plan)
    for run in range(1, runs + 1):
        if run % 2 == 0:
            measure_with_job(plan, HERE / "bare_limit.py", Step.LIMIT, results)
        measure_make(plan, run, Step.COLD, results)
        if run == 1:
            results.facts = prepare_limit(plan, run)
        if run % 2 == 1:
            measure_with_job(plan, HERE / "bare_limit.py", Step.LIMIT, results)
        measure_make(plan, run, Step.SECOND, results)
        measure_make(plan, run, Step.TITLE, results, "--title", OTHER_TITLE)
        measure_make(plan, run, Step.BACK, results)
        run_audiobook(plan, run, "assign", *choose_correction(plan, run))
        measure_make(plan, run, Step.CORRECTED, results)
        run_audiobook(plan, run, "cast", "set", results.facts["talker"], *take_voice(results))
        measure_make(plan, run, Step.CHANGED, results)
        shutil.rmtree(plan.build_dir(run))
    return results


def take_voice(results: Results) -> tuple[str, ...]:
    """The options that give the other voice as it is: the old one may be shifted in a way that this one cannot bear."""
    return ("--voice", results.facts["other_voice"], "--pitch", "0", "--rate", "0")


def warm_up(plan: Plan) -> None:
    """Compile the programs and bring them and the speech data into the file cache: the first run is like the others."""
    small = plan.folder / "warm-up.txt"
    small.write_text('"Good evening," said Nora.', encoding="utf-8")
    run_audiobook(replace(plan, source=small), 0, "make")
    run_python(plan, HERE / "bare_limit.py", "--help")


def choose_correction(plan: Plan, run: int) -> tuple[str, str]:
    """Choose a line of dialogue in the middle of the book and somebody else in it to speak it.

    Returns:
        What `audiobook assign` is given: the line's id and the speaker.
    """
    listed = run_audiobook(plan, run, "script", "--format", "jsonl").output.splitlines()
    spoken = [row for row in map(json.loads, listed) if row["kind"] == "dialogue"]
    if not spoken:
        raise SystemExit(f"{plan.source.name} has no line of dialogue that could be corrected")
    line = spoken[len(spoken) // 2]
    names = sorted({row["speaker"] for row in spoken} - {line["speaker"]})
    return line["id"], names[0] if names else "narrator"


def measure_make(plan: Plan, run: int, step: Step, results: Results, *options: str) -> None:
    done = run_audiobook(plan, run, "make", "--jobs", str(plan.processes), *options)
    keep(done, step, results)
    results.audio_s[step] = read_audio_s(plan.build_dir(run))


def measure_with_job(plan: Plan, program: Path, step: Step, results: Results) -> None:
    """Measure a program that makes the book from its job's file."""
    done = run_python(plan, program, JOB_FILE)
    keep(done, step, results)
    results.audio_s[step] = json.loads(done.output)["audio_s"]


def keep(done: MeasuredRun, step: Step, results: Results) -> None:
    """Note what a step cost, and tell whoever waits."""
    results.costs[step].append(done.cost)
    cost = done.cost
    cpu, memory = or_dash(cost.cpu_s, ".2f"), or_dash(cost.peak_mib, ".0f")
    print(f"{step}: {cost.wall_s:.2f} s, CPU {cpu} s, {memory} MiB", file=sys.stderr, flush=True)


def prepare_limit(plan: Plan, run: int) -> dict[str, Any]:
    """Write the limit's job from the book just made, with its cast; gives the facts about the book."""
    wishes = (("--character", plan.character), ("--voice", plan.voice))
    chosen = [word for option, value in wishes if value is not None for word in (option, value)]
    processes = ("--processes", str(plan.processes))
    done = run_python(plan, HERE / "limit_job.py", str(plan.source), JOB_FILE, *plan.places(run), *processes, *chosen)
    facts: dict[str, Any] = json.loads(done.output)
    return facts


def run_audiobook(plan: Plan, run: int, command: str, *arguments: str) -> MeasuredRun:
    """Run a command of `audiobook` on the text, in the folders of this run."""
    words = (sys.executable, "-m", "audiobook", command, str(plan.source), *arguments, *plan.places(run), "--quiet")
    return run_measured(words, in_folder=plan.folder, environment=environment_of(plan))


def run_python(plan: Plan, program: Path, *arguments: str) -> MeasuredRun:
    """Run one of the programs beside this file."""
    words = (sys.executable, str(program), *arguments)
    return run_measured(words, in_folder=plan.folder, environment=environment_of(plan))


def environment_of(plan: Plan) -> dict[str, str]:
    """Keep compiled modules, as a usual installation does, in the temporary folder, whatever this machine is set to."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(plan.folder / "compiled")}


def read_audio_s(build_dir: Path) -> float:
    """Add up the seconds of all chapters released below a build folder."""
    releases = [json.loads(path.read_text(encoding="utf-8")) for path in build_dir.glob("*/release.json")]
    chapters = [chapter for release in releases for chapter in release["chapters"]]
    return float(sum(chapter["length_samples"] / chapter["rate_hz"] for chapter in chapters))


if __name__ == "__main__":
    main()
