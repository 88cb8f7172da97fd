"""How near `audiobook estimate` comes to what `audiobook make` then takes.

    python benchmarks/estimate.py [TEXT...] [--engine pyttsx3] [--json]

Each text is copied into a temporary folder and estimated twice: by a program that has made nothing yet, and, after it
made the text once and lost all takes, by one that knows the machine. Then it is made and compared.
"""

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import SAMPLE_BOOK, Plan, copy_text, environment_of
from program_cost import run_measured


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """An estimate beside what happened.

    Attributes:
        knows: what the program knew of the machine.
    """

    text: str
    knows: str
    what: str
    estimated: float
    happened: float

    @property
    def error_percent(self) -> float:
        """How far off the estimate was; 10 is a tenth too much."""
        return 100 * (self.estimated / self.happened - 1)


def main() -> None:
    """Compare the texts of the command line and print a table."""
    parser = argparse.ArgumentParser(description="Compare estimates with what happens.")
    parser.add_argument("texts", type=Path, nargs="*", default=[SAMPLE_BOOK], help="default: the sample book")
    parser.add_argument("--engine", help="speaks everything (default: as the cast says)")
    parser.add_argument("--json", action="store_true", dest="as_json")
    given = parser.parse_args()
    found = [row for text in given.texts for row in compare_text(text, given.engine)]
    if given.as_json:
        print(json.dumps([row.__dict__ | {"error_percent": row.error_percent} for row in found], indent=1))
        return
    print("| text | machine | what | estimated | happened | error |\n|---|---|---|---|---|---|")
    for row in found:
        values = f"{row.estimated:,.1f} | {row.happened:,.1f} | {row.error_percent:+.1f} %"
        print(f"| {row.text} | {row.knows} | {row.what} | {values} |")


def compare_text(text: Path, engine: str | None) -> list[Comparison]:
    """Estimate and make a text, new to the machine and known."""
    with tempfile.TemporaryDirectory(prefix="audiobook-estimate-") as name:
        folder = Path(name)
        plan = Plan(folder=folder, source=copy_text(text, folder), processes=0, character=None, voice=None)
        engines = ("--engine", engine) if engine else ()
        run(plan, "script")  # everything is compiled and in the file cache, for either run
        rows = []
        for knows in ("new", "known"):
            estimated = json.loads(run(plan, "estimate", "--json", *engines)[0])["estimate"]
            told, wall_s = run(plan, "make", "--json", *engines)
            rows += as_comparisons(text.stem, knows, estimated, json.loads(told)[0], wall_s, plan)
            forget(plan)
        return rows


def run(plan: Plan, command: str, *arguments: str) -> tuple[str, float]:
    """Run a command on the text; what it printed, and its seconds."""
    words = (sys.executable, "-m", "audiobook", command, str(plan.source), *plan.places(1), "--quiet", *arguments)
    done = run_measured(words, in_folder=plan.folder, environment=environment_of(plan))
    return done.output, done.cost.wall_s


def forget(plan: Plan) -> None:
    """Lose everything that was made, but for what is known of the machine."""
    for path in plan.build_dir(1).iterdir():
        if path.name != ".cache":
            shutil.rmtree(path)
    shutil.rmtree(plan.build_dir(1) / ".cache" / "takes")


def as_comparisons(
    text: str, knows: str, estimated: dict[str, Any], made: dict[str, Any], wall_s: float, plan: Plan
) -> list[Comparison]:
    """Put side by side what was estimated and what happened."""
    audio_s = sum(chapter["seconds"] for chapter in made["chapters"])
    takes = sum(path.stat().st_size for path in (plan.build_dir(1) / ".cache" / "takes").rglob("*.flac"))
    pairs = (
        ("time s", estimated["time_s"], wall_s),
        ("audio min", estimated["audio_s"] / 60, audio_s / 60),
        ("takes MB", estimated["takes_bytes"] / 1e6, takes / 1e6),
        ("finished MB", estimated["release_bytes"] / 1e6, released_bytes(plan) / 1e6),
    )
    return [
        Comparison(text=text, knows=knows, what=what, estimated=before, happened=after) for what, before, after in pairs
    ]


def released_bytes(plan: Plan) -> int:
    """Add up the chapters and their transcripts."""
    folders = [path for path in plan.build_dir(1).iterdir() if not path.name.startswith(".")]
    return sum(path.stat().st_size for folder in folders for path in folder.glob("[0-9]*"))


if __name__ == "__main__":
    main()
