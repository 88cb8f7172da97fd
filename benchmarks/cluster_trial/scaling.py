"""The same takes spoken by one worker, by two, and by more: how long that takes, and what it costs whom.

Knows processes and clocks; refuses to know what the figures mean.
"""

import os
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audiobook.cluster.cluster_speakers import ClusterSpeakers
from audiobook.cluster.dask_cluster import connect_dask
from audiobook.engines.registry import open_engine
from audiobook.language.sentences import split_sentences
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake
from audiobook.synthesis.speaking import TakeOutcome
from audiobook.synthesis.speaking_run import SpeakingRun
from audiobook.synthesis.take_keys import take_key
from audiobook.synthesis.take_store import TakeStore
from audiobook.synthesis.workers import Workers
from cluster_trial.dask_processes import DaskProcesses

_ENTRY_POINTS = "[audiobook.engines]\npaced = cluster_trial.paced_engine:PacedEngine\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Takes spoken by some workers.

    Attributes:
        wall_s: from the first take handed in to the last one kept.
        sound_s: of all takes.
        kept_bytes: of their files.
        asking_cpu_s: processor time of the process that asks and keeps.
        scheduler_cpu_s, worker_cpu_s: of the scheduler, and of all workers together.
        lost: takes that failed or are not whole; 0 in a trial that counts.
    """

    engine: str
    workers: int
    takes: int
    wall_s: float
    sound_s: float
    kept_bytes: int
    asking_cpu_s: float
    scheduler_cpu_s: float
    worker_cpu_s: float
    lost: int

    @property
    def speed(self) -> float:
        """Seconds of sound a second."""
        return self.sound_s / self.wall_s


def plan(text: str, engine_name: str) -> tuple[PlannedTake, ...]:
    """Plan a take for each sentence of a text, all in the engine's first voice."""
    engine = open_engine(engine_name)
    fingerprint, voice = engine.fingerprint(), engine.voices()[0]
    engine.close()
    said = dict.fromkeys(" ".join(text[start:end].split()) for start, end in split_sentences(text))
    return tuple(
        PlannedTake(
            key=take_key(line, engine_fingerprint=fingerprint),
            engine=engine_name,
            line=line,
            segment_index=index,
            start=0,
            end=len(line.text),
            volume_db=0.0,
            loudness_lufs=None,
            fingerprint=fingerprint,
        )
        for index, line in enumerate(Line(text=sentence, voice=voice) for sentence in said if has_letters(sentence))
    )


def has_letters(text: str) -> bool:
    """Whether an engine has anything to say."""
    return any(map(str.isalpha, text))


@contextmanager
def paced_engine(speed: float) -> Iterator[None]:
    """Install the engine `paced` for this process and all it starts, as another package would."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, "paced-1.0.dist-info")
        package.mkdir()
        (package / "METADATA").write_text("Metadata-Version: 2.1\nName: paced\nVersion: 1.0\n")
        (package / "entry_points.txt").write_text(_ENTRY_POINTS)
        os.environ["PACED_ENGINE_SPEED"] = str(speed)
        with _importable(folder):
            yield


@contextmanager
def _importable(folder: str) -> Iterator[None]:
    import sys

    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)


def try_workers(takes: Sequence[PlannedTake], *, workers: int, by_store: bool) -> Trial:
    """Have takes spoken by a new cluster; a few others are spoken first, unmeasured, so that all is loaded.

    Args:
        by_store: they come back through a shared store and not through the scheduler.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cluster = DaskProcesses(folder / "dask")
        try:
            cluster.start(worker_count=workers)
            return _measure(takes, cluster, folder, take_store=f"file://{folder}/shared" if by_store else None)
        finally:
            cluster.end()


def _measure(takes: Sequence[PlannedTake], cluster: DaskProcesses, folder: Path, *, take_store: str | None) -> Trial:
    count = len(cluster.workers)
    store = TakeStore(folder / "takes")
    warming = plan(" ".join(f"This is number {index}." for index in range(8 * count)), takes[0].engine)
    outcomes: list[TakeOutcome] = []
    with (
        Workers(1) as here,
        ClusterSpeakers(
            partial(connect_dask, cluster.address), store=store, workers=here, take_store=take_store
        ) as elsewhere,
    ):
        run = SpeakingRun(workers=here, store=store, on_take=outcomes.append, elsewhere=elsewhere)
        run.submit(warming)
        here.run()
        outcomes.clear()
        before, started_s = _cpu_s(cluster), time.perf_counter()
        run.submit(takes)
        here.run()
        wall_s, after = time.perf_counter() - started_s, _cpu_s(cluster)
    figures = [outcome.figures for outcome in outcomes if outcome.figures is not None]
    return Trial(
        engine=takes[0].engine,
        workers=count,
        takes=len(takes),
        wall_s=wall_s,
        sound_s=sum(each.length_samples / each.rate_hz for each in figures),
        kept_bytes=sum(store.path(take.key).stat().st_size for take in takes),
        asking_cpu_s=after["asking"] - before["asking"],
        scheduler_cpu_s=after["scheduler"] - before["scheduler"],
        worker_cpu_s=after["workers"] - before["workers"],
        lost=sum(not store.is_whole(take.key) for take in takes) + len(takes) - len(figures),
    )


def _cpu_s(cluster: DaskProcesses) -> Mapping[str, float]:
    import psutil  # comes with distributed

    def of(pid: int) -> float:
        times = psutil.Process(pid).cpu_times()
        return float(times.user + times.system)

    assert cluster.scheduler is not None
    return {
        "asking": time.process_time(),
        "scheduler": of(cluster.scheduler.pid),
        "workers": sum(of(worker.pid) for worker in cluster.workers),
    }
