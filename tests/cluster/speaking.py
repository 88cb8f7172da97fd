"""Takes for clusters, and how they are spoken."""

from collections.abc import Callable

from audiobook.cluster.cluster_speakers import Cluster, ClusterSpeakers
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake
from audiobook.synthesis.jobs import SerialWorkers
from audiobook.synthesis.speaking import TakeOutcome
from audiobook.synthesis.speaking_run import SpeakingRun
from audiobook.synthesis.take_keys import take_key
from audiobook.synthesis.take_store import TakeStore
from audiobook.synthesis.workers import Workers

Outcomes = dict[str, TakeOutcome]


def planned(*texts: str, engine: str = "slow", fingerprint: str = "slow 1") -> tuple[PlannedTake, ...]:
    return tuple(
        PlannedTake(
            key=take_key(Line(text=text, voice="hummer"), engine_fingerprint=fingerprint),
            engine=engine,
            line=Line(text=text, voice="hummer"),
            segment_index=index,
            start=0,
            end=len(text),
            volume_db=0.0,
            loudness_lufs=-20.0,
            fingerprint=fingerprint,
        )
        for index, text in enumerate(texts)
    )


def many_lines(count: int) -> tuple[PlannedTake, ...]:
    return planned(*(f"Line {number}." for number in range(count)))


def speak_there(
    connect: Callable[[], Cluster],
    store: TakeStore,
    takes: tuple[PlannedTake, ...],
    *,
    take_store: str | None = None,
    on_take: Callable[[int], None] = lambda _: None,
) -> Outcomes:
    """Speak takes on a cluster; `on_take` is told how many there are."""
    outcomes: Outcomes = {}

    def keep(outcome: TakeOutcome) -> None:
        assert outcome.key not in outcomes, "a take was told twice"
        outcomes[outcome.key] = outcome
        on_take(len(outcomes))

    with (
        Workers(1) as workers,
        ClusterSpeakers(connect, store=store, workers=workers, take_store=take_store) as elsewhere,
    ):
        SpeakingRun(workers=workers, store=store, on_take=keep, elsewhere=elsewhere).submit(takes)
        workers.run()
    return outcomes


def speak_here(store: TakeStore, takes: tuple[PlannedTake, ...]) -> Outcomes:
    """Speak the same within this process, into a folder beside the store."""
    outcomes: list[TakeOutcome] = []
    workers = SerialWorkers()
    SpeakingRun(workers=workers, store=beside(store), on_take=outcomes.append).submit(takes)
    workers.run()
    return {outcome.key: outcome for outcome in outcomes}


def beside(store: TakeStore) -> TakeStore:
    return TakeStore(store.folder.with_name("here"))


def files(store: TakeStore) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.rglob("*.flac")}
