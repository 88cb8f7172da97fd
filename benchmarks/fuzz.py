"""Fuzzes every reader and the splitting of quotations with atheris, guided by the coverage of our own code.

    pip install atheris                            # Linux and macOS
    python benchmarks/fuzz.py                      # two minutes each
    python benchmarks/fuzz.py docx html --seconds 600

Prints how many inputs each target was tried with. An input that raises anything but ManuscriptError, loses a character
or takes over ten seconds is kept under fuzz-findings/ and named; exit code 1 then. Make it a small fixture of a test.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from forgeries.fuzz_targets import TARGETS

_INSIDE = "--inside"
"""How this program calls itself: a target is fuzzed in a process of its own, which ends with it."""
_FINDINGS = Path("fuzz-findings")
_LONGEST_INPUT_BYTES = 4096
_SLOWEST_S = 10
_MOST_MEMORY_MIB = 2048
_TRIED = re.compile(r"stat::number_of_executed_units:\s*(\d+)|Done (\d+) (?:runs|in)")


def main() -> int:
    """Fuzz the targets that the command line names, or all."""
    if sys.argv[1:2] == [_INSIDE]:
        fuzz_inside(sys.argv[2], sys.argv[3:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], help="all if none is named")
    parser.add_argument("--seconds", type=int, default=120, help="for each target")
    given = parser.parse_args()
    bugs = [name for name in given.targets or TARGETS if not fuzz(name, seconds=given.seconds)]
    return 1 if bugs else 0


def fuzz(name: str, *, seconds: int) -> bool:
    """Fuzz one target in a process of its own, print what came of it, and say whether all was well."""
    _FINDINGS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        corpus, words = Path(folder) / "corpus", Path(folder) / "words"
        corpus.mkdir()
        for number, seed in enumerate(TARGETS[name].seeds):
            (corpus / f"seed{number}").write_bytes(seed)
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in TARGETS[name].words), encoding="ascii")
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={_LONGEST_INPUT_BYTES}",
            f"-timeout={_SLOWEST_S}",
            f"-rss_limit_mb={_MOST_MEMORY_MIB}",
            f"-artifact_prefix={_FINDINGS.resolve()}/{name}-",
            "-print_final_stats=1",
            *([f"-dict={words}"] if TARGETS[name].words else []),
        ]
        command = [sys.executable, __file__, _INSIDE, name, *options, str(corpus)]
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    tried = [int(first or second) for first, second in _TRIED.findall(ended.stderr)]
    print(f"{name:12} {max(tried, default=0):>10,} inputs, exit code {ended.returncode}", flush=True)
    if ended.returncode:
        print(ended.stdout[-3000:], ended.stderr[-3000:], sep="\n", flush=True)
    return ended.returncode == 0


def fuzz_inside(name: str, options: list[str]) -> None:
    """Fuzz in this process; it does not return."""
    import atheris

    with atheris.instrument_imports(include=["audiobook"]):
        import audiobook.reading.docx.reader
        import audiobook.reading.epub.reader
        import audiobook.reading.html.reader
        import audiobook.reading.reader
        import audiobook.scripting.quotations.passage_finder  # noqa: F401 - imported to be instrumented
    atheris.Setup([sys.argv[0], *options], TARGETS[name].run)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    """Write a word as libFuzzer's dictionaries want it."""
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
