"""A quick look at how fast this machine is, where no book has shown it yet.

A few lines of the very book are spoken, by each engine of which nothing is known, and rendered once. The takes are
kept: `make` need not speak them again.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from audiobook.assembly.book_jobs import SAMPLE_NUMBER, chapter_job
from audiobook.assembly.chapter_job import render_chapter
from audiobook.errors import EngineError
from audiobook.model.speed import MeasuredSpeeds, SpokenSums, WorkSums
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.speeds import rendering_key, sums_of, timed
from audiobook.synthesis.speaking import get_ready, speak_takes
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.files import size_of

_LONGEST_S = 3.0
_LEAST_LINES = 8
_MOST_LINES = 120
_MOST_KNOWN = 2000  # takes that are there already: more of them tell nothing new
_LEAST_TAKES = 20.0


def calibrate(plan: PlannedBook, store: TakeStore, speeds: MeasuredSpeeds) -> MeasuredSpeeds:
    """Learn what is not known yet; nothing is spoken where all is.

    Raises:
        EngineError: an engine cannot be opened, or cannot speak a single one of these lines.
        OutputError: a take cannot be kept.
    """
    takes = list({take.key: take for takes in plan.takes.values() for take in takes}.values())
    spoken = dict(speeds.spoken)
    heard: dict[str, TakeFigures] = {}
    for engine in sorted({take.engine for take in takes}):
        own = [take for take in takes if take.engine == engine]
        there = list(_there(own, store))
        sums = spoken.get(engine, SpokenSums()).plus(_lengths(there, store))
        missing = [take for take in own if store.figures(take.key) is None]
        if missing and (sums.takes < _LEAST_TAKES or not sums.spent_s):
            sums = sums.plus(_speak(engine, missing, store, heard))
        spoken[engine] = sums
        heard |= {take.key: figures for take, figures in there[:_MOST_LINES]}
    key = rendering_key(plan.settings.profile, rate_hz=plan.settings.rate_hz)
    rendered = dict(speeds.rendered)
    if key not in rendered and heard:
        rendered[key] = _render(plan, heard)
    return replace(speeds, spoken=spoken, rendered=rendered)


def _there(takes: Sequence[PlannedTake], store: TakeStore) -> Iterator[tuple[PlannedTake, TakeFigures]]:
    step = max(1, len(takes) // _MOST_KNOWN)
    for take in takes[::step]:
        figures = store.figures(take.key)
        if figures is not None:
            yield take, figures


def _lengths(there: Sequence[tuple[PlannedTake, TakeFigures]], store: TakeStore) -> SpokenSums:
    """Learn from takes that are there how long they are; nobody knows how long they took."""
    total = SpokenSums()
    for take, figures in there:
        measured = sums_of(take, figures, spent_s=0.0, kept_bytes=size_of(store.path(take.key)))
        total = total.plus(measured)
    return total


def _speak(engine: str, missing: Sequence[PlannedTake], store: TakeStore, heard: dict[str, TakeFigures]) -> SpokenSums:
    """Speak lines from all over the book, until enough is known."""
    get_ready(engine)
    step = max(1, len(missing) // _MOST_LINES)
    total, failure, started_s = SpokenSums(), "", time.monotonic()
    for count, take in enumerate(_scattered(missing[::step])):
        if count >= _LEAST_LINES and time.monotonic() - started_s > _LONGEST_S:
            break
        (outcome,) = speak_takes(store, engine, [take])
        if outcome.figures is None:
            failure = outcome.failure or ""
            continue
        heard[take.key] = outcome.figures
        kept_bytes = size_of(store.path(take.key))
        total = total.plus(sums_of(take, outcome.figures, spent_s=outcome.spent_s, kept_bytes=kept_bytes))
    if not total.takes:
        raise EngineError(f'the engine "{engine}" spoke none of the lines it was tried with: {failure}')
    return total


def _scattered(takes: Sequence[PlannedTake]) -> Iterator[PlannedTake]:
    """Give every eighth line, then those between: whenever one stops, it was from all over the book."""
    for first in (0, 4, 2, 6, 1, 5, 3, 7):
        yield from takes[first::8]


def _render(plan: PlannedBook, heard: dict[str, TakeFigures]) -> WorkSums:
    """Render the lines as one chapter into a folder that is removed."""
    chapters = [number for number in plan.takes if number != SAMPLE_NUMBER]
    takes = [take for number in sorted(chapters) for take in plan.takes[number] if take.key in heard]
    job = chapter_job(plan.script, plan.names[min(chapters)], takes[:_MOST_LINES], heard, plan.settings)
    with tempfile.TemporaryDirectory() as folder:
        render_chapter(replace(job, folder=Path(folder)))  # loads what a first rendering loads
        released, spent_s = timed(render_chapter, replace(job, folder=Path(folder)))
    return WorkSums(audio_s=released.length_samples / released.rate_hz, spent_s=spent_s)
