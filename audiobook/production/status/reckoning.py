"""What a book will take before it is made: time, audio, disk, lines and minutes of each speaker, and what it costs.

Reckons from what is planned, what is there already, and how quick this machine is; refuses to speak.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.assembly.book_jobs import SAMPLE_NUMBER, chapter_job
from audiobook.assembly.chapter_job import ChapterJob, describe_chapter
from audiobook.assembly.release_plan import Work, plan_chapter
from audiobook.assembly.tagging.tags import tag_bytes
from audiobook.assembly.transcripts import json_transcript, web_vtt
from audiobook.model.release import ExtraKind
from audiobook.model.speed import MeasuredSpeeds, SpokenSums, WorkSums
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.speeds import effective_chars, rendering_key
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.files import size_of

_USUAL_BUSY_SHARE = 0.9
_AAC_SHARE = 1.0
"""Encoding a chapter's AAC takes about as long as its MP3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerShare:
    """What one speaker has to say.

    Attributes:
        lines: of the script.
        audio_s: without the pauses around them.
    """

    speaker: str
    lines: int
    chars: int
    audio_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a `make` will take.

    Attributes:
        time_s: on this machine, with so many processes.
        audio_s: of all chapters.
        missing_takes: lines that must be spoken, out of `takes`.
        chapters_to_make: of them, out of `chapters`.
        takes_bytes: of the spoken lines, those that are there already included.
        release_bytes: of the finished files.
        new_bytes: of both, what is not there yet.
        chars_to_pay: that engines which charge will be sent.
        price: of these; None if no engine charges.
    """

    time_s: float
    processes: int
    audio_s: float
    takes: int
    missing_takes: int
    chapters: int
    chapters_to_make: int
    takes_bytes: int
    release_bytes: int
    new_bytes: int
    speakers: tuple[SpeakerShare, ...]
    chars_to_pay: int = 0
    price: float | None = None


def reckon(
    plan: PlannedBook, store: TakeStore, speeds: MeasuredSpeeds, *, prices: Mapping[str, float], processes: int
) -> Estimate:
    """Reckon a book.

    Args:
        plan: the book.
        store: its takes.
        speeds: of this machine; of every engine that has something to speak, and of rendering.
        prices: for a million characters, by the engine's name; engines that charge nothing are not in it.
        processes: that `make` will use.
    """
    reckoning = _Reckoning(plan, store, speeds)
    jobs = {number: reckoning.job(number) for number in sorted(plan.takes)}
    chapters = [number for number in jobs if number != SAMPLE_NUMBER]
    to_make = [number for number in jobs if reckoning.must_be_made(number, jobs[number])]
    takes_bytes = sum(map(reckoning.kept_bytes, reckoning.takes.values()))
    there_bytes = sum(size_of(store.path(key)) for key in reckoning.takes)
    release_bytes = {number: _file_bytes(job) for number, job in jobs.items()}
    whole = sum(release_bytes[number] for number in chapters) * len(plan.book_files.kinds)
    paid = {engine: reckoning.missing_chars(engine) for engine in prices}
    return Estimate(
        time_s=reckoning.time_s(jobs, to_make, processes=processes),
        processes=processes,
        audio_s=sum(jobs[number].timeline.length_samples for number in chapters) / plan.settings.rate_hz,
        takes=len(reckoning.takes),
        missing_takes=len(reckoning.missing),
        chapters=len(chapters),
        chapters_to_make=len([number for number in to_make if number in chapters]),
        takes_bytes=round(takes_bytes),
        release_bytes=round(sum(release_bytes.values()) + whole),
        new_bytes=round(takes_bytes - there_bytes + sum(release_bytes[number] for number in to_make)),
        speakers=reckoning.speakers(),
        chars_to_pay=sum(paid.values()),
        price=sum(chars * prices[engine] / 1e6 for engine, chars in paid.items()) if paid else None,
    )


class _Reckoning:
    """What is known of a book's takes, and guessed of those that are not there."""

    def __init__(self, plan: PlannedBook, store: TakeStore, speeds: MeasuredSpeeds) -> None:
        self._plan = plan
        self._store = store
        self._speeds = speeds
        self.takes: dict[str, PlannedTake] = {take.key: take for takes in plan.takes.values() for take in takes}
        known = {key: store.figures(key) for key in self.takes}
        needed = {take.key for number in plan.takes if number not in plan.unchanged for take in plan.takes[number]}
        self.missing = {key for key in needed if known[key] is None}
        self._figures = {key: figures or self._guess(self.takes[key]) for key, figures in known.items()}

    def job(self, number: int) -> ChapterJob:
        """Put a chapter together with the lengths as they are or will be."""
        plan = self._plan
        return chapter_job(plan.script, plan.names[number], plan.takes[number], self._figures, plan.settings)

    def must_be_made(self, number: int, job: ChapterJob) -> bool:
        """Whether a chapter's sound must be made."""
        if number in self._plan.unchanged:
            return False
        if any(take.key in self.missing for take in self._plan.takes[number]):
            return True
        return plan_chapter(job, self._plan.previous, files=self._plan.files.values()).work is Work.RENDER

    def time_s(self, jobs: Mapping[int, ChapterJob], to_make: list[int], *, processes: int) -> float:
        """Reckon the jobs' time: shared among the processes, and never less than the longest chapter needs."""
        spoken = {key: self._speaking_s(self.takes[key]) for key in self.missing}
        encodings = 1 + _AAC_SHARE * (ExtraKind.M4B in self._plan.book_files.kinds)
        rendered = {number: encodings * self._rendering_s(jobs[number]) for number in to_make}
        busy_share = self._speeds.busy_share or _USUAL_BUSY_SHARE
        shared_s = (sum(spoken.values()) + sum(rendered.values())) / processes / busy_share
        alone_s = [
            sum(spoken.get(key, 0.0) for key in {take.key for take in self._plan.takes[number]}) / processes
            + rendered[number]
            for number in to_make
        ]
        return max([shared_s, *alone_s])

    def kept_bytes(self, take: PlannedTake) -> float:
        """Say how large a take's file is or will be, in bytes."""
        if take.key not in self.missing:
            return size_of(self._store.path(take.key))
        sums = self._sums(take)
        figures = self._figures[take.key]
        return sums.kept_bytes / sums.audio_s * figures.length_samples / figures.rate_hz if sums.audio_s else 0.0

    def missing_chars(self, engine: str) -> int:
        """Count what an engine will be sent."""
        return sum(len(self.takes[key].line.text) for key in self.missing if self.takes[key].engine == engine)

    def speakers(self) -> tuple[SpeakerShare, ...]:
        """Share the book out, who has most first."""
        lines: defaultdict[str, set[int]] = defaultdict(set)
        chars: defaultdict[str, int] = defaultdict(int)
        audio_s: defaultdict[str, float] = defaultdict(float)
        for number, takes in self._plan.takes.items():
            for take in takes if number != SAMPLE_NUMBER else ():
                speaker = self._plan.script.segments[take.segment_index].speaker or ""
                figures = self._figures[take.key]
                lines[speaker].add(take.segment_index)
                chars[speaker] += len(take.line.text)
                audio_s[speaker] += figures.length_samples / figures.rate_hz
        shares = [
            SpeakerShare(speaker=name, lines=len(lines[name]), chars=chars[name], audio_s=audio_s[name])
            for name in lines
        ]
        return tuple(sorted(shares, key=lambda share: -share.audio_s))

    def _guess(self, take: PlannedTake) -> TakeFigures:
        rate_hz = self._plan.settings.rate_hz
        audio_s = self._sums(take).audio_s_of(effective_chars(take))
        return TakeFigures(rate_hz=rate_hz, length_samples=max(1, round(audio_s * rate_hz)), peak=0, block_energies=())

    def _sums(self, take: PlannedTake) -> SpokenSums:
        return self._speeds.spoken.get(take.engine, SpokenSums())

    def _speaking_s(self, take: PlannedTake) -> float:
        sums = self._sums(take)
        return sums.spent_s / sums.chars * effective_chars(take) if sums.chars else 0.0

    def _rendering_s(self, job: ChapterJob) -> float:
        key = rendering_key(job.profile, rate_hz=job.timeline.rate_hz)
        sums = self._speeds.rendered.get(key, WorkSums())
        audio_s = job.timeline.length_samples / job.timeline.rate_hz
        return sums.spent_s / sums.audio_s * audio_s if sums.audio_s else 0.0


def _file_bytes(job: ChapterJob) -> int:
    """Say how large a chapter's file will be in bytes, tag and transcripts included: its bit rate is constant."""
    sound = job.timeline.length_samples / job.timeline.rate_hz * job.profile.bit_rate_kbps * 125
    described = describe_chapter(job, size_bytes=0, sha256="")
    return round(sound) + len(tag_bytes(job.tags)) + len(web_vtt(described)) + len(json_transcript(described))
