"""How quick this machine makes books, measured while it does and kept below the build folder.

Knows the file's form and what is timed. What was measured on another machine, or is damaged, counts as not known.
"""

import json
import os
import platform
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from audiobook.assembly.profiles import ReleaseProfile
from audiobook.errors import OutputError
from audiobook.model.speed import MeasuredSpeeds, SpokenSums, WorkSums
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.workspace.kept_text import keep_text, recall_text

R = TypeVar("R")

_WORTH_KEEPING_S = 1.0
"""Of work; the share of busy time in less than this says nothing."""


def this_machine() -> str:
    """Name the machine as far as its speed goes."""
    return f"{platform.node()} {platform.machine()} {os.cpu_count()}".replace("\n", " ")


def read_speeds(path: Path) -> MeasuredSpeeds:
    """Read what was measured on this machine; nothing if that is nothing."""
    text = recall_text(path, key=this_machine())
    if text is None:
        return MeasuredSpeeds()
    try:
        return _speeds(json.loads(text))
    except (ValueError, TypeError, KeyError):
        return MeasuredSpeeds()


def keep_speeds(path: Path, speeds: MeasuredSpeeds) -> None:
    """Keep what was measured; a disk that cannot be written costs an estimate and nothing else."""
    with suppress(OutputError):
        keep_text(path, json.dumps(asdict(speeds)), key=this_machine())


def rendering_key(profile: ReleaseProfile, *, rate_hz: int) -> str:
    """Name what shapes the cost of a second of finished audio."""
    return f"{rate_hz} Hz, {profile.bit_rate_kbps} kb/s, quality {profile.encoder_quality}"


def effective_chars(take: PlannedTake) -> float:
    """Count a take's characters, the more of them the slower its voice speaks."""
    return len(take.line.text) / max(0.1, 1 + take.line.rate_percent / 100)


def sums_of(take: PlannedTake, figures: TakeFigures, *, spent_s: float, kept_bytes: int) -> SpokenSums:
    """Measure one take."""
    chars, audio_s = effective_chars(take), figures.length_samples / figures.rate_hz
    return SpokenSums(
        takes=1,
        chars=chars,
        chars_squared=chars**2,
        audio_s=audio_s,
        chars_by_audio=chars * audio_s,
        spent_s=spent_s,
        kept_bytes=kept_bytes,
    )


def timed(work: Callable[..., R], *args: object) -> tuple[R, float]:
    """Do something, in a worker process or here, and say how many seconds it took."""
    started_s = time.perf_counter()
    done = work(*args)
    return done, time.perf_counter() - started_s


@dataclass(slots=True, kw_only=True)
class Stopwatch:
    """Adds up what the jobs of a run take, from the first of them.

    Attributes:
        processes: how many work at once.
    """

    processes: int
    _started_s: float = field(default_factory=time.perf_counter)
    _spoken: dict[str, SpokenSums] = field(default_factory=dict)
    _rendered: dict[str, WorkSums] = field(default_factory=dict)

    def spoke(self, engine: str, sums: SpokenSums) -> None:
        """Note a take."""
        self._spoken[engine] = self._spoken.get(engine, SpokenSums()).plus(sums)

    def rendered(self, key: str, audio_s: float, spent_s: float) -> None:
        """Note a chapter."""
        before = self._rendered.get(key, WorkSums())
        self._rendered[key] = replace(before, audio_s=before.audio_s + audio_s, spent_s=before.spent_s + spent_s)

    def measured(self) -> MeasuredSpeeds:
        """Say what the run has shown, now that it is over."""
        spoken = {engine: sums for engine, sums in self._spoken.items() if engine}
        worked_s = sum(sums.spent_s for sums in spoken.values())
        worked_s += sum(sums.spent_s for sums in self._rendered.values())
        busy_share = None
        if worked_s > _WORTH_KEEPING_S:
            busy_share = min(1.0, worked_s / self.processes / (time.perf_counter() - self._started_s))
        return MeasuredSpeeds(spoken=spoken, rendered=dict(self._rendered), busy_share=busy_share)


def _speeds(data: Any) -> MeasuredSpeeds:
    return MeasuredSpeeds(
        spoken={name: SpokenSums(**_numbers(sums)) for name, sums in data["spoken"].items()},
        rendered={name: WorkSums(**_numbers(sums)) for name, sums in data["rendered"].items()},
        busy_share=None if data["busy_share"] is None else float(data["busy_share"]),
    )


def _numbers(values: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(value) for name, value in values.items()}
