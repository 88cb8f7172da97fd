"""Whether a worker would speak a line exactly as this machine does: same program, same engines, one thread.

Runs on the worker. Decides and explains; refuses to speak.
"""

import os
import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from audiobook import __version__
from audiobook.engines.protocol import DescribesVoices
from audiobook.errors import ClusterError
from audiobook.model.take import PlannedTake
from audiobook.synthesis.speaking import open_once
from audiobook.synthesis.take_keys import join_fingerprints, take_key

_SAME_EVERYWHERE = "install the same version of audiobook, its engines and their voices here and on every worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerIdentity:
    """A process that speaks.

    Attributes:
        name: its address in the cluster, or machine and process number.
        threads: how many tasks it runs at once.
        program: version of audiobook there.
    """

    name: str
    threads: int
    program: str


def identify_worker() -> WorkerIdentity:
    """Say which worker this process is; any other process counts as a worker with one thread."""
    name, threads = f"{platform.node()}, process {os.getpid()}", 1
    if "distributed.worker" in sys.modules:
        from distributed.worker import Worker

        own = next(iter(Worker._instances), None)  # noqa: SLF001  `get_worker` knows it within tasks only
        if own is not None:
            name, threads = own.address, own.state.nthreads
    return WorkerIdentity(name=name, threads=threads, program=__version__)


def require_fit(worker: WorkerIdentity, *, program: str) -> None:
    """Make sure that a worker has this program and speaks one line at a time.

    Raises:
        ClusterError: names the worker and what differs.
    """
    if worker.program != program:
        raise ClusterError(
            f"worker {worker.name} has audiobook {worker.program}, and this machine has {program}",
            hint=_SAME_EVERYWHERE,
        )
    if worker.threads != 1:
        raise ClusterError(
            f"worker {worker.name} has {worker.threads} threads, and speech engines speak in one thread of a process",
            hint="start it with --nworkers N --nthreads 1: one process for each core",
        )


def require_same_sound(worker: WorkerIdentity, takes: Iterable[PlannedTake]) -> None:
    """Make sure that each take would get the sound that its key names.

    Raises:
        ClusterError: names the worker and both fingerprints.
        EngineError: an engine is missing there.
    """
    for take in takes:
        own = _fingerprint(take.engine, take.line.voice)
        if own != take.fingerprint:
            raise ClusterError(
                f'worker {worker.name} would speak otherwise with the engine "{take.engine}":'
                f' there it is "{own}", here "{take.fingerprint}"',
                hint=_SAME_EVERYWHERE,
            )
        if take_key(take.line, engine_fingerprint=own) != take.key:
            raise ClusterError(
                f"worker {worker.name} names its takes in another way than this machine", hint=_SAME_EVERYWHERE
            )


@cache
def _fingerprint(engine_name: str, voice: str) -> str:
    engine = open_once(engine_name)
    of_voice = engine.voice_fingerprint(voice) if isinstance(engine, DescribesVoices) else None
    return join_fingerprints(engine.fingerprint(), of_voice)
