"""A batch of takes, spoken on a worker and handed over with digests.

This is all that a worker runs. Refuses to know which cluster that is, and what becomes of the takes.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from audiobook.cluster.shared_takes import CarriedTakes, SharedTakes
from audiobook.cluster.worker_fitness import identify_worker, require_fit, require_same_sound
from audiobook.errors import ClusterError, EngineError
from audiobook.model.take import PlannedTake
from audiobook.synthesis.speaking import TakeOutcome, open_once, speak_takes


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOrder:
    """What a worker is asked for.

    Attributes:
        takes: of one engine, at least one.
        program: version of audiobook that asks.
        take_store: URL of the shared store; None if the takes are to be handed over themselves.
        limit_s: a worker that speaks longer ends itself.
    """

    takes: tuple[PlannedTake, ...]
    program: str
    take_store: str | None
    limit_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTake:
    """What a worker hands over.

    Attributes:
        digest: of the take's file; empty if there is no take.
        data: that file; None if there is no take or it is in the shared store.
    """

    outcome: TakeOutcome
    digest: str = ""
    data: bytes | None = None


def speak_batch(order: BatchOrder) -> tuple[SpokenTake, ...]:
    """Speak a batch; a line that fails is an outcome, and the others go on.

    Raises:
        ClusterError: this worker would not give the takes that are asked for.
        EngineError: the engine cannot be opened at all.
        OutputError: the shared store cannot be read or written.
    """
    worker = identify_worker()
    require_fit(worker, program=order.program)
    engine_name = order.takes[0].engine
    with _ending_after(order.limit_s):
        try:
            open_once(engine_name)
        except EngineError as error:
            raise ClusterError(f"worker {worker.name}: {error.message}", hint=error.hint) from error
        require_same_sound(worker, order.takes)
        takes = CarriedTakes() if order.take_store is None else SharedTakes(order.take_store)
        outcomes = speak_takes(takes, engine_name, order.takes)
    return tuple(_hand_over(takes, outcome) for outcome in outcomes)


def _hand_over(takes: CarriedTakes | SharedTakes, outcome: TakeOutcome) -> SpokenTake:
    if outcome.figures is None:
        return SpokenTake(outcome=outcome)
    digest, data = takes.hand_over(outcome.key)
    return SpokenTake(outcome=outcome, digest=digest, data=data)


@contextmanager
def _ending_after(limit_s: float) -> Iterator[None]:
    """End this process if the block takes too long: an engine that hangs listens to nothing else."""
    timer = threading.Timer(limit_s, os._exit, args=(1,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
