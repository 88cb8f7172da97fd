"""Speaking takes, inside a worker process: engine, trimming, figures, store.

What is in the store already is not spoken again. Refuses to know the book, and which process it runs in.
"""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import open_engine
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.synthesis.recent_takes import take_memory
from audiobook.synthesis.trimming import trim_take


class TakeKeeper(Protocol):
    """Where takes go: `TakeStore`, or what brings them to another machine."""

    def figures(self, key: str) -> TakeFigures | None:
        """Read the figures of a take; None if it must be spoken."""
        ...

    def write(self, key: str, pcm: Pcm) -> TakeFigures:
        """Keep a take.

        Raises:
            OutputError: it cannot be kept.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOutcome:
    """What became of a take.

    Attributes:
        figures: of the take, now in the store; None if it failed.
        failure: why there is no take, for a person; None if there is one.
        is_final: trying again would be of no use: the line was tried alone and ended its process, or it took too long.
        spent_s: time it took to speak and keep it; 0 if it was there already.
    """

    key: str
    figures: TakeFigures | None
    failure: str | None = None
    is_final: bool = False
    spent_s: float = field(default=0.0, compare=False)


def get_ready(engine_name: str) -> None:
    """Load in this process what speaking needs before there is a line; an engine that fails shows with the first."""
    from audiobook.codecs.flac import encode_flac

    encode_flac(trim_take(Pcm(samples=b"\0\x40" * 100, rate_hz=8000)))
    with suppress(EngineError):
        open_once(engine_name)


def speak_takes(store: TakeKeeper, engine_name: str, takes: Sequence[PlannedTake]) -> tuple[TakeOutcome, ...]:
    """Speak takes of one engine into the store; a line that fails is an outcome, and the others go on.

    Raises:
        EngineError: the engine cannot be opened at all.
        OutputError: the store cannot be written.
    """
    engine = open_once(engine_name)
    return tuple(_speak_take(store, engine, take) for take in takes)


def _speak_take(store: TakeKeeper, engine: SpeechEngine, take: PlannedTake) -> TakeOutcome:
    figures = store.figures(take.key)
    if figures is not None:
        return TakeOutcome(key=take.key, figures=figures)
    started_s = time.perf_counter()
    try:
        pcm = _speak_line(engine, take.line)
    except EngineError as error:
        return TakeOutcome(key=take.key, figures=None, failure=error.message)
    except MemoryError:
        return TakeOutcome(key=take.key, figures=None, failure="there was not enough memory to speak it")
    figures = store.write(take.key, pcm)
    take_memory().keep(take.key, pcm, figures)
    return TakeOutcome(key=take.key, figures=figures, spent_s=time.perf_counter() - started_s)


def _speak_line(engine: SpeechEngine, line: Line) -> Pcm:
    pcm = trim_take(engine.speak(line))
    if not pcm.samples:
        raise EngineError(f'{engine.name} gave nothing but silence for "{line.text}" in the voice "{line.voice}"')
    return pcm


@cache
def open_once(engine_name: str) -> SpeechEngine:
    """Open an engine for the life of this process: loading it can take longer than all its lines."""
    return open_engine(engine_name)
