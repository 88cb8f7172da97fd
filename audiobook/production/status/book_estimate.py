"""An estimate for a book: planned as `make` would, measured where nothing is known, reckoned."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

from audiobook.engines.protocol import ChargesForSpeech
from audiobook.engines.registry import open_engine
from audiobook.production.progress import Progress
from audiobook.production.recording.book_plan import MakeOptions
from audiobook.production.recording.draft import draft_book
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.speeds import read_speeds
from audiobook.production.status.calibrating import calibrate
from audiobook.production.status.reckoning import Estimate, reckon
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.paths import Workspace

_PROGRAM_START_S = 0.5
"""Until Python and its modules are loaded, and again the workers' are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookEstimate:
    """A book and its estimate.

    Attributes:
        is_measured: this machine's speed was known; else it was found out for this estimate.
    """

    book: str
    title: str
    estimate: Estimate
    is_measured: bool


def estimate_book(source: Path, workspace: Workspace, options: MakeOptions, *, progress: Progress) -> BookEstimate:
    """Estimate a book; its cast file and its release are not touched.

    Raises:
        AudiobookError: as `make` would; a few lines are spoken where this machine's speed is not known.
    """
    draft_book(source, workspace, options, progress=progress)  # reads it, if that is still to do
    started_s = time.monotonic()
    drafted = draft_book(source, workspace, options, progress=progress)
    for number in drafted.plan.takes.keys() - drafted.plan.unchanged.keys():
        drafted.plan.takes[number]  # each chapter is planned when somebody asks, as `make` will
    planning_s = time.monotonic() - started_s
    store, known = TakeStore(workspace.takes_folder), read_speeds(workspace.speeds_file)
    progress.start("Measuring this machine", total=None)
    try:
        speeds = calibrate(drafted.plan, store, known)
    finally:
        progress.finish()
    found = reckon(drafted.plan, store, speeds, prices=_prices(drafted.plan), processes=options.jobs)
    return BookEstimate(
        book=drafted.book.slug,
        title=drafted.plan.settings.tags.title,
        estimate=replace(found, time_s=found.time_s + planning_s + _PROGRAM_START_S * (1 + (found.time_s > 0))),
        is_measured=speeds.spoken.keys() == known.spoken.keys(),
    )


def _prices(plan: PlannedBook) -> dict[str, float]:
    """Ask the engines in use what they charge."""
    prices = {}
    for name in sorted({voice.profile.engine for voice in plan.voices.values()}):
        engine = open_engine(name)
        try:
            price = engine.price_per_million_chars() if isinstance(engine, ChargesForSpeech) else None
        finally:
            engine.close()
        if price is not None:
            prices[name] = price
    return prices
