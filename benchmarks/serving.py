"""How long listeners wait, and what the server holds, when many listen at once and some of them slowly.

    python benchmarks/serving.py
    python benchmarks/serving.py --clients 200 --slow 66 --seconds 20 --json

Makes the sample book in a temporary folder and starts `audiobook serve` for it on 127.0.0.1. The quick clients are
timed twice: alone, and together with the slow ones. The difference is what slow listeners cost the others.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from listeners import Question, Seen, run_clients
from results_page import add_record_options, recorded

SAMPLE = Path(__file__).parents[1] / "seeds" / "the-bear-at-quarter-to-eight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One crowd of clients, what they saw, and what the server held meanwhile.

    Attributes:
        resident_mib: the most that was seen; None where the system does not tell.
        open_files: the same of files and connections.
    """

    name: str
    quick: int
    slow: int
    seconds: float
    seen: Seen
    resident_mib: float | None
    open_files: int | None


def main() -> None:
    arguments = _read_arguments()
    with recorded(arguments):
        _measure_and_print(arguments)


def _measure_and_print(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder, _serving(Path(folder), arguments.book) as (process, feed):
        questions = _questions(feed)
        quick, slow = arguments.clients - arguments.slow, arguments.slow
        idle = _resident_mib(process.pid)
        phases = [
            _measure("quick clients alone", quick, 0, arguments.seconds, questions, process.pid),
            _measure("with slow readers", quick, slow, arguments.seconds, questions, process.pid),
        ]
    print(json.dumps(_as_json(idle, phases), indent=1) if arguments.json else _as_table(idle, phases))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clients", type=int, default=200, help="how many listen at once (200)")
    parser.add_argument("--slow", type=int, default=66, help="how many of them are slow (66)")
    parser.add_argument("--seconds", type=float, default=15, help="length of each of the two phases (15)")
    parser.add_argument("--book", type=Path, default=SAMPLE, help="the manuscript to make and serve (the sample book)")
    parser.add_argument("--json", action="store_true")
    add_record_options(parser, section="Many listeners")
    return parser.parse_args()


@contextmanager
def _serving(folder: Path, book: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    program = [sys.executable, "-m", "audiobook"]
    subprocess.run([*program, "make", str(book.resolve()), "--quiet"], cwd=folder, check=True)
    command = [*program, "serve", "--json", "--port", "0", "--quiet"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())["books"][0]["feed"]
        finally:
            process.terminate()


def _questions(feed: str) -> tuple[Question, ...]:
    """What apps and browsers ask for: six kinds, of which only one takes a whole chapter."""
    with urllib.request.urlopen(feed) as answer:
        tag, document = answer.headers["etag"], answer.read()
    page = feed.removesuffix("feed.xml")
    asked = [
        Question(kind="page", address=page),
        Question(kind="feed", address=feed, length_bytes=len(document)),
        Question(kind="feed, known", address=feed, headers=(f"If-None-Match: {tag}",), status=304, length_bytes=0),
    ]
    for enclosure in ET.fromstring(document).iter("enclosure"):
        address, length = enclosure.attrib["url"], int(enclosure.attrib["length"])
        middle = f"Range: bytes={length // 2}-{length // 2 + 65535}"
        asked += [
            Question(kind="64 kB of a chapter", address=address, headers=(middle,), status=206, length_bytes=65536),
            Question(kind="whole chapter", address=address, length_bytes=length),
        ]
    return tuple(asked)


def _measure(name: str, quick: int, slow: int, seconds: float, questions: tuple[Question, ...], server: int) -> Phase:
    resident: list[float] = []
    files: list[int] = []

    def watch() -> None:
        resident.extend(mib for mib in [_resident_mib(server)] if mib is not None)
        files.extend(count for count in [_open_files(server)] if count is not None)

    seen = run_clients(quick=quick, slow=slow, seconds=seconds, questions=questions, watch=watch)
    return Phase(
        name=name,
        quick=quick,
        slow=slow,
        seconds=seconds,
        seen=seen,
        resident_mib=max(resident, default=None),
        open_files=max(files, default=None),
    )


def _resident_mib(pid: int) -> float | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _open_files(pid: int) -> int | None:
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except OSError:
        return None


def _percentile_ms(waits_s: list[float], percent: int) -> float:
    if len(waits_s) < 2:
        return 1000 * waits_s[0] if waits_s else 0.0
    return 1000 * statistics.quantiles(waits_s, n=100, method="inclusive")[percent - 1]


def _as_table(idle_mib: float | None, phases: list[Phase]) -> str:
    lines = [f"server before anybody listens: {_shown(idle_mib)} MiB resident"]
    for phase in phases:
        lines += [
            "",
            _headline(phase),
            f"{'response time, ms':<20} {'answers':>8} {'median':>8} {'90th':>8} {'99th':>8} {'longest':>8}",
        ]
        everything = [wait for waits in phase.seen.waits_s.values() for wait in waits]
        for kind, waits in [*sorted(phase.seen.waits_s.items()), ("all", everything)]:
            figures = [_percentile_ms(waits, percent) for percent in (50, 90, 99)]
            shown = " ".join(f"{figure:8.1f}" for figure in [*figures, 1000 * max(waits, default=0)])
            lines.append(f"{kind:<20} {len(waits):8} {shown}")
        lines += [f"error: {count} x {what}" for what, count in phase.seen.errors.items()]
    return "\n".join(lines)


def _headline(phase: Phase) -> str:
    seen = phase.seen
    return (
        f"{phase.name}: {phase.quick} quick and {phase.slow} slow, {phase.seconds:g} s; "
        f"{sum(map(len, seen.waits_s.values()))} answers, {sum(seen.errors.values())} errors, "
        f"{seen.slow_bytes / 1e6:.1f} MB taken slowly; "
        f"server: {_shown(phase.resident_mib)} MiB resident, {phase.open_files or '?'} open files at most"
    )


def _shown(mib: float | None) -> str:
    return "?" if mib is None else f"{mib:.0f}"


def _as_json(idle_mib: float | None, phases: list[Phase]) -> dict[str, object]:
    return {
        "idle_resident_mib": idle_mib,
        "phases": [
            {
                "name": phase.name,
                "quick": phase.quick,
                "slow": phase.slow,
                "seconds": phase.seconds,
                "errors": dict(phase.seen.errors),
                "slow_bytes": phase.seen.slow_bytes,
                "resident_mib": phase.resident_mib,
                "open_files": phase.open_files,
                "response_ms": {
                    kind: {f"p{percent}": round(_percentile_ms(waits, percent), 2) for percent in (50, 90, 99)}
                    | {"answers": len(waits)}
                    for kind, waits in phase.seen.waits_s.items()
                },
            }
            for phase in phases
        ],
    }


if __name__ == "__main__":
    main()
