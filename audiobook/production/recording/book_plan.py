"""From a book's script and cast to everything a recording starts from.

Knows which wish wins: the command line's, then the cast file's, then the profile's. Composes stages; makes no sound.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from audiobook.assembly.announcing import AnnouncedScript
from audiobook.assembly.book_jobs import SAMPLE_NUMBER, ReleaseSettings, group_by_chapter, sample_takes
from audiobook.assembly.own_profiles import require_possible
from audiobook.assembly.profiles import release_rate_hz
from audiobook.assembly.release_file import read_release
from audiobook.casting.foreign_voices import describe_strangers
from audiobook.casting.shared_pronunciations import read_layers
from audiobook.cluster.address import ClusterAddress
from audiobook.errors import ManuscriptError
from audiobook.model.cast import BookDetails, Cast, CastVoice
from audiobook.model.release import ExtraKind, Release, ReleasedRole
from audiobook.model.script import ANNOUNCED, NARRATOR, Script
from audiobook.model.take import PlannedTake
from audiobook.production.books import Book
from audiobook.production.cast.preparation import (
    EngineFacts,
    describe_engines,
    find_voices,
    fingerprints_of_voices,
    require_able_engines,
)
from audiobook.production.chapter_choice import ChapterChoice
from audiobook.production.recording.book_cover import make_cover, place_cover
from audiobook.production.recording.book_files import BookFilesPlan, choose_kinds
from audiobook.production.recording.chapter_selection import describe_selection, select_chapters
from audiobook.production.recording.identities import identify_book, keep_identity
from audiobook.production.recording.metadata import as_tags, listed_name, read_metadata
from audiobook.production.recording.own_sounds import StoredSound, as_clips, find_clips, find_recordings, replace_takes
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.profile_choice import choose_profile
from audiobook.production.recording.speaking_rules import speaking_rules
from audiobook.production.recording.spoken_book import announce_book, name_files, sample_chapter
from audiobook.synthesis.planning import SpeakingRules, plan_takes
from audiobook.synthesis.recent_takes import RecentTakes
from audiobook.synthesis.take_store import TakeStore


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeOptions:
    """How a run is made.

    Attributes:
        name: the book's name, if the source's will not do.
        engine: speaks everything in this run; None leaves that to the cast.
        jobs: number of worker processes.
        now: when this happens, with a time zone; new chapters are dated by it.
        details: what this run says of the book; it wins over everything that is written somewhere.
        profile: name of the profile to make; None leaves it to the cast file.
        credits: whether credits are spoken; None leaves it to cast file and profile.
        sample: whether there is a retail sample; None leaves it to the cast file and to what is there already.
        chapters: the only ones to make; None for all.
        cast_from: cast file of another book, whose voices are taken for whoever has none in this book's own.
        cluster: who speaks; None for this machine.
    """

    name: str | None
    engine: str | None
    jobs: int
    now: datetime
    details: BookDetails
    profile: str | None = None
    credits: bool | None = None
    sample: bool | None = None
    chapters: ChapterChoice | None = None
    cast_from: Path | None = None
    cluster: ClusterAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speakers:
    """Who speaks, and by which engines."""

    voices: Mapping[str, CastVoice]
    engines: Mapping[str, EngineFacts]

    @property
    def narrator_rate_hz(self) -> int:
        """Sample rate of the narrator's engine: it is the book's, unless the profile has one."""
        return self.engines[self.voices[NARRATOR].profile.engine].abilities.sample_rate_hz

    @property
    def roles(self) -> tuple[ReleasedRole, ...]:
        """Everybody who speaks, and whose voice that is."""
        return tuple(
            ReleasedRole(speaker=speaker, voice=listed_name(voice.profile.name))
            for speaker, voice in self.voices.items()
        )

    @property
    def profile_names(self) -> tuple[str, ...]:
        """Names of the voice profiles, in order of appearance."""
        return tuple(dict.fromkeys(voice.profile.name for voice in self.voices.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sounds:
    """A person's own sounds in this book."""

    recordings: Mapping[str, StoredSound]
    clips: Mapping[str, StoredSound]
    notes: tuple[str, ...]


def plan_book(book: Book, script: Script, cast: Cast, options: MakeOptions) -> PlannedBook:
    """Plan a book; nothing is written that a person sees, see `settle_plan`.

    Raises:
        AudiobookError: as its class says: a wish cannot be met, or a sound of one's own cannot be stored.
    """
    profile = choose_profile(cast.mastering, asked=options.profile)
    speakers = _find_speakers(book, script, cast, options)
    rate_hz = release_rate_hz(profile, engine_rate_hz=speakers.narrator_rate_hz)
    require_possible(profile, cast.mastering.profiles, rate_hz=rate_hz)
    metadata = read_metadata(book, script, cast, options.details)
    tags = as_tags(metadata.details, speakers.profile_names)
    known = replace(tags, author=metadata.details.author or "")
    announced = announce_book(script, cast.mastering, known, profile, asked=options.credits)
    sounds = _ready_sounds(book, script, cast)
    layers = read_layers(book.workspace.shared_pronunciations, series=metadata.details.series)
    rules, stray = speaking_rules(announced.script, cast, speakers.engines, layers)
    takes = _plan_takes(book, announced.script, rules, speakers, sounds)
    previous = read_release(book.release_folder)
    selection = select_chapters(script, takes.keys(), options.chapters)
    files = _plan_book_files(book, cast, options, previous)
    strangers = describe_strangers(script.language, speakers.voices)
    return PlannedBook(
        slug=book.slug,
        script=announced.script,
        names=name_files(announced, book_title=tags.title),
        takes=selection.of(takes) or {**takes, **_plan_sample(announced, cast, takes, previous, asked=options.sample)},
        settings=ReleaseSettings(
            folder=book.release_folder,
            tags=tags,
            cover=make_cover(book, title=tags.title, author=known.author, named=metadata.cover),
            profile=profile,
            rate_hz=rate_hz,
            takes=RecentTakes(TakeStore(book.workspace.takes_folder)),
            clips=as_clips(sounds.clips, rate_hz=rate_hz, numbers=tuple(takes)),
        ),
        identity=identify_book(script, cast, chapters=takes.keys(), now=options.now),
        voices=speakers.voices,
        roles=speakers.roles,
        book_files=replace(files, kinds=()) if selection.left_alone else files,
        left_alone=selection.left_alone,
        previous=previous,
        ingredients_folder=book.workspace.ingredients_folder(book.slug),
        memory_mib={name: facts.memory_mib for name, facts in speakers.engines.items() if facts.memory_mib},
        own_sounds=(*sounds.recordings.values(), *sounds.clips.values()),
        notes=(*sounds.notes, *stray, *strangers, *describe_selection(selection, previous, files.kinds)),
    )


def settle_plan(book: Book, cast: Cast, plan: PlannedBook) -> None:
    """Write down what a plan decided before the first line is spoken: who the chapters are, and the cover.

    Raises:
        CastError: the cast file has become wrong meanwhile.
        OutputError: something cannot be written.
    """
    keep_identity(book, cast, plan.identity)
    place_cover(book, plan.settings.cover)


def _find_speakers(book: Book, script: Script, cast: Cast, options: MakeOptions) -> _Speakers:
    voices = find_voices(book, script, cast, engine=options.engine)
    engines = describe_engines(voices)
    require_able_engines(book, cast, voices, engines)
    return _Speakers(voices=voices, engines=engines)


def _ready_sounds(book: Book, script: Script, cast: Cast) -> _Sounds:
    store = TakeStore(book.workspace.takes_folder)
    found = find_recordings(book, script, cast.mastering.recordings, store)
    return _Sounds(
        recordings={script.segments[index].id: sound for index, sound in found.by_segment.items()},
        clips=find_clips(book, cast.mastering.sound, store),
        notes=found.notes,
    )


def _plan_takes(
    book: Book, script: Script, rules: SpeakingRules, speakers: _Speakers, sounds: _Sounds
) -> Mapping[int, tuple[PlannedTake, ...]]:
    """Plan every file's takes, by its number.

    Args:
        script: with everything that is announced.
    """
    fingerprints = {name: facts.fingerprint for name, facts in speakers.engines.items()}
    planned = plan_takes(
        script,
        speakers.voices,
        rules=rules,
        fingerprints=fingerprints,
        voice_fingerprints=fingerprints_of_voices(speakers.engines),
    )
    if all(script.segments[take.segment_index].source == ANNOUNCED for take in planned):
        raise ManuscriptError(f"{book.source}: there is nothing to speak in it", hint="audiobook verify lists why")
    return group_by_chapter(script, replace_takes(script, planned, sounds.recordings))


def _plan_sample(
    announced: AnnouncedScript,
    cast: Cast,
    takes: Mapping[int, tuple[PlannedTake, ...]],
    previous: Release | None,
    *,
    asked: bool | None,
) -> Mapping[int, tuple[PlannedTake, ...]]:
    """Plan the retail sample; empty if none is wanted."""
    is_there = any(extra.kind is ExtraKind.RETAIL_SAMPLE for extra in (previous.extras if previous else ()))
    wanted = asked if asked is not None else cast.mastering.sample is not None or is_there
    if not wanted:
        return {}
    chapters = takes.keys() - {announced.opening, announced.closing}
    chapter = sample_chapter(cast.mastering.sample, chapters)
    return {SAMPLE_NUMBER: sample_takes(announced.script, takes[chapter])}


def _plan_book_files(book: Book, cast: Cast, options: MakeOptions, previous: Release | None) -> BookFilesPlan:
    return BookFilesPlan(
        kinds=choose_kinds(options.details, cast.book, previous), parts_folder=book.workspace.parts_folder(book.slug)
    )
