"""Files of a finished build that are damaged."""

from collections.abc import Iterator
from pathlib import Path

from fault_trials.bench import Bench, Trial

_DAMAGES = ("a bit is flipped", "cut in half", "filled with zeros", "removed")


def damage_files(bench: Bench) -> Iterator[Trial]:
    """Damage each file of a finished build in turn, in every way; of the takes and caches when they are needed, too."""
    made = bench.new_book()
    bench.make(made)
    bench.used.remove(made)  # every trial copies it
    for file in sorted(path.relative_to(made) for path in (made / "build").rglob("*") if path.is_file()):
        for damage in _DAMAGES:
            project = bench.copy_of(made)
            _hurt(project / file, damage)
            if ".cache" in file.parts:
                for chapter in (project / "build" / "story").glob("*.mp3"):
                    chapter.unlink()
            yield bench.judge(project, f"{file.name}: {damage}")


def _hurt(path: Path, damage: str) -> None:
    content = bytearray(path.read_bytes())
    if damage == "removed":
        path.unlink()
    elif damage == "cut in half":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "filled with zeros":
        path.write_bytes(bytes(len(content)))
    elif content:
        content[len(content) // 2] ^= 0x10
        path.write_bytes(content)
