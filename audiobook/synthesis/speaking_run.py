"""Getting all takes of a book spoken by workers, whatever single lines do to them.

Decides what is spoken together and what becomes of a batch whose worker died. Refuses to know chapters: whoever wants
a chapter assembled as soon as its last take is there counts the takes in `on_take` and submits that job itself.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Protocol

from audiobook.model.take import PlannedTake
from audiobook.synthesis.jobs import JobQueue, Turn, WorkerDiedError
from audiobook.synthesis.speaking import TakeOutcome, speak_takes
from audiobook.synthesis.speaking_processes import SpeakingProcesses
from audiobook.synthesis.take_store import TakeStore

_MAX_BATCH_TAKES = 32
_MAX_BATCH_CHARS = 3000
_MAX_SLOW_BATCH_CHARS = 500
"""Of an engine that loads models: half a minute of sound, so that none speaks for minutes after all others are done."""

_BATCHES_A_PROCESS = 4  # of a short book, so that all processes are done at about the same time
_LIMIT_S = 120.0  # for loading an engine and its model
_LIMIT_S_A_CHAR = 0.25  # four times slower than the speech itself lasts: slow neural engines get that far

Batch = tuple[PlannedTake, ...]


class DistantSpeakers(Protocol):
    """Whoever speaks batches on other machines."""

    @property
    def process_count(self) -> int:
        """How many speak at the same time."""
        ...

    def speak(
        self, batch: Batch, *, on_done: Callable[[Future[tuple[TakeOutcome, ...]]], None], limit_s: float
    ) -> None:
        """Have a batch of one engine spoken into the store; `on_done` is called while the run's own queue runs.

        If the batch ended whoever tried it, the future raises `WorkerDiedError`.

        Args:
            limit_s: whoever speaks longer counts as hung.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingRun:
    """The speaking of takes on workers.

    Attributes:
        on_take: called during `workers.run()` with the outcome of every key, once.
        processes: in how many each engine may speak; None for all.
        elsewhere: speaks in place of the workers, which are left with what ended whoever tried it there.
    """

    workers: JobQueue
    store: TakeStore
    on_take: Callable[[TakeOutcome], None]
    processes: SpeakingProcesses | None = None
    elsewhere: DistantSpeakers | None = None

    def submit(self, takes: Sequence[PlannedTake], *, subject: Hashable = None) -> None:
        """Hand in takes, in the order in which they are wanted; equal keys are spoken once.

        What else is submitted with the same `subject` finds them in its process's `take_memory`, if all goes well.

        During `workers.run()` this raises what `speak_takes` raises.
        """
        unique = list({take.key: take for take in takes}.values())
        if not unique:
            return
        speakers = self.elsewhere or self.workers
        most_takes = -(-len(unique) // (speakers.process_count * _BATCHES_A_PROCESS))
        for batch in _batches(unique, max(1, min(most_takes, _MAX_BATCH_TAKES)), most_chars=self._most_chars):
            self._submit_batch(batch, Turn.LAST, subject=subject)

    def _most_chars(self, engine: str) -> int:
        loads_models = self.processes is not None and engine in self.processes.engines
        return _MAX_SLOW_BATCH_CHARS if loads_models else _MAX_BATCH_CHARS

    def _submit_batch(self, batch: Batch, turn: Turn, *, subject: Hashable = None) -> None:
        is_distant = self.elsewhere is not None and turn is not Turn.ALONE
        on_done = partial(self._finish_batch, batch, is_alone=len(batch) == 1 and not is_distant)
        limit_s = _LIMIT_S + _LIMIT_S_A_CHAR * sum(len(take.line.text) for take in batch)
        if self.elsewhere is not None and is_distant:
            self.elsewhere.speak(batch, on_done=on_done, limit_s=limit_s)
            return
        self.workers.submit(
            speak_takes,
            self.store,
            batch[0].engine,
            batch,
            on_done=on_done,
            turn=turn,
            limit_s=limit_s,
            subject=subject,
            most_processes=None if self.processes is None else self.processes.most_for(batch[0].engine),
        )

    def _finish_batch(self, batch: Batch, future: Future[tuple[TakeOutcome, ...]], *, is_alone: bool) -> None:
        """Tell the outcomes; of a batch that killed its worker, find the line that did."""
        try:
            outcomes = future.result()
        except WorkerDiedError as error:
            if not is_alone:
                for take in reversed(batch):
                    self._submit_batch((take,), Turn.ALONE)
                return
            failure = f'the engine "{batch[0].engine}" broke down: {error.message}'
            outcomes = (TakeOutcome(key=batch[0].key, figures=None, failure=failure, is_final=True),)
        for outcome in outcomes:
            self.on_take(outcome)


def _batches(takes: Sequence[PlannedTake], most_takes: int, *, most_chars: Callable[[str], int]) -> Iterator[Batch]:
    """Cut takes into runs of one engine, neither too many nor too long."""
    for engine, same_engine in groupby(takes, key=lambda take: take.engine):
        batch: list[PlannedTake] = []
        chars = 0
        for take in same_engine:
            if batch and (len(batch) == most_takes or chars + len(take.line.text) > most_chars(engine)):
                yield tuple(batch)
                batch, chars = [], 0
            batch.append(take)
            chars += len(take.line.text)
        yield tuple(batch)
