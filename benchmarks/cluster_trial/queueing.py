"""A cluster as queues: workers, the wire, the one process that keeps takes, and the cores that encode.

Every duration is fixed, and everybody serves in the order of arrival. Knows arithmetic only; what a take costs is
measured elsewhere.
"""

import heapq
from collections import deque
from dataclasses import dataclass

BATCHES_A_WORKER = 3
"""Under way at once, as `audiobook.cluster.cluster_speakers` has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a second of finished sound costs, in seconds unless said otherwise.

    Attributes:
        speaking: of one worker.
        wire: of the connection that all takes come by.
        keeping: of the process that asks, checks and stores.
        encoding: of one core here.
    """

    speaking: float
    wire: float
    keeping: float
    encoding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What is made.

    Attributes:
        chapters: number of them, equally long.
        chapter_s: length of each.
        batch_s: sound in one batch.
        cores: that encode here.
    """

    chapters: int
    chapter_s: float
    batch_s: float
    cores: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it went.

    Attributes:
        spoken_s: until the last take was kept.
        finished_s: until the last chapter was encoded.
        busy: by queue, the share of `finished_s` in which it worked; workers and cores on average.
    """

    spoken_s: float
    finished_s: float
    busy: dict[str, float]


def simulate(costs: Costs, load: Load, *, workers: int) -> Outcome:
    """Run a book through the queues."""
    batches_each = max(1, round(load.chapter_s / load.batch_s))
    batch_s = load.chapter_s / batches_each
    free_workers = [0.0] * workers
    under_way: deque[float] = deque()
    wire_s = kept_s = 0.0
    chapters_ready_s = []
    for index in range(load.chapters * batches_each):
        may_start_s = under_way.popleft() if len(under_way) == BATCHES_A_WORKER * workers else 0.0
        spoken_s = max(heapq.heappop(free_workers), may_start_s) + costs.speaking * batch_s
        heapq.heappush(free_workers, spoken_s)
        wire_s = max(wire_s, spoken_s) + costs.wire * batch_s  # equal batches arrive in the order in which they began
        kept_s = max(kept_s, wire_s) + costs.keeping * batch_s
        under_way.append(kept_s)
        if (index + 1) % batches_each == 0:
            chapters_ready_s.append(kept_s)
    finished_s = _encode(chapters_ready_s, costs.encoding * load.chapter_s, cores=load.cores)
    sound_s = load.chapters * load.chapter_s
    busy = {
        "workers": costs.speaking * sound_s / workers,
        "wire": costs.wire * sound_s,
        "keeping": costs.keeping * sound_s,
        "encoding": costs.encoding * sound_s / load.cores,
    }
    return Outcome(
        spoken_s=kept_s, finished_s=finished_s, busy={name: busy_s / finished_s for name, busy_s in busy.items()}
    )


def saturation_workers(costs: Costs, *, cores: int) -> tuple[int, str]:
    """Say how many workers are worth having, and which queue is full beyond."""
    limits = {"wire": costs.wire, "keeping": costs.keeping, "encoding": costs.encoding / cores}
    name = max(limits, key=lambda each: limits[each])
    return max(1, int(costs.speaking / limits[name])), name


def _encode(ready_s: list[float], encoding_s: float, *, cores: int) -> float:
    free_cores = [0.0] * cores
    for ready in ready_s:
        heapq.heappush(free_cores, max(heapq.heappop(free_cores), ready) + encoding_s)
    return max(free_cores)
