"""From a book's script and cast to everything a recording starts from.

Knows which wish wins: the command line's, then the cast file's, then the profile's. Composes stages; makes no sound.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from audiobook.assembly.announcing import AnnouncedScript
from audiobook.assembly.book_jobs import SAMPLE_NUMBER, ReleaseSettings, sample_takes
from audiobook.assembly.own_profiles import require_possible
from audiobook.assembly.profiles import ReleaseProfile, release_rate_hz
from audiobook.casting.foreign_voices import describe_strangers
from audiobook.casting.shared_pronunciations import read_layers
from audiobook.cluster.address import ClusterAddress
from audiobook.model.cast import BookDetails, Cast, CastVoice
from audiobook.model.release import BookTags, ExtraKind, Release, ReleasedRole
from audiobook.model.script import NARRATOR, Script
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
from audiobook.production.recording.chapter_takes import ChapterTakes
from audiobook.production.recording.earlier_release import EarlierRelease
from audiobook.production.recording.identities import identify_book, keep_identity
from audiobook.production.recording.metadata import NamedCover, as_tags, listed_name, read_metadata
from audiobook.production.recording.own_sounds import StoredSound, as_clips, find_clips, find_recordings
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.profile_choice import choose_profile
from audiobook.production.recording.recipes import SpokenWith, TakesRecipes
from audiobook.production.recording.speaking_rules import speaking_rules
from audiobook.production.recording.spoken_book import announce_book, name_files, sample_chapter
from audiobook.production.recording.take_planning import plan_chapters
from audiobook.production.recording.unchanged import find_unchanged
from audiobook.synthesis.planning import SpeakingRules
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
    def memory_mib(self) -> Mapping[str, int]:
        """By engine, what each process takes that speaks with it, where that is not next to nothing."""
        return {name: facts.memory_mib for name, facts in self.engines.items() if facts.memory_mib}

    @property
    def unrepeatable(self) -> frozenset[str]:
        """Names of the engines that may speak the same line in another way."""
        return frozenset(name for name, facts in self.engines.items() if not facts.abilities.repeatable)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """What is spoken, by whom and how.

    Attributes:
        author: empty if nobody knows.
        cover: a person's own picture, if there is one.
        words: everything that takes follow from.
    """

    profile: ReleaseProfile
    rate_hz: int
    speakers: _Speakers
    author: str
    tags: BookTags
    cover: NamedCover | None
    announced: AnnouncedScript
    sounds: _Sounds
    words: TakesRecipes
    notes: tuple[str, ...]


def plan_book(book: Book, script: Script, cast: Cast, options: MakeOptions, *, earlier: EarlierRelease) -> PlannedBook:
    """Plan a book; nothing is written that a person sees, see `settle_plan`.

    Args:
        book: the source and what is named after it.
        script: the book's.
        cast: with a voice for everybody.
        options: of this run.
        earlier: what an earlier run left, see `look_back`.

    Raises:
        AudiobookError: as its class says: a wish cannot be met, or a sound of one's own cannot be stored.
    """
    spoken = _plan_speaking(book, script, cast, options)
    tags, announced, sounds = spoken.tags, spoken.announced, spoken.sounds
    takes = plan_chapters(book, spoken.words, known=spoken.words.among(earlier.kept.takes))
    selection = select_chapters(script, takes.keys(), options.chapters)
    files = _plan_book_files(book, cast, options, earlier.release)
    store = TakeStore(book.workspace.takes_folder)
    plan = PlannedBook(
        slug=book.slug,
        script=announced.script,
        names=name_files(announced, book_title=tags.title),
        takes=takes.only(selection.made)
        if selection.left_alone
        else _with_sample(takes, announced, cast, earlier.release, asked=options.sample),
        settings=ReleaseSettings(
            folder=book.release_folder,
            tags=tags,
            cover=make_cover(book, title=tags.title, author=spoken.author, named=spoken.cover),
            profile=spoken.profile,
            rate_hz=spoken.rate_hz,
            takes=RecentTakes(store),
            clips=as_clips(sounds.clips, rate_hz=spoken.rate_hz, numbers=takes.keys()),
        ),
        identity=identify_book(book, script, cast, chapters=takes.keys(), now=options.now),
        voices=spoken.speakers.voices,
        roles=spoken.speakers.roles,
        book_files=replace(files, kinds=()) if selection.left_alone else files,
        left_alone=selection.left_alone,
        previous=earlier.release,
        kept=earlier.kept,
        ingredients_folder=book.workspace.ingredients_folder(book.slug),
        memory_mib=spoken.speakers.memory_mib,
        own_sounds=(*sounds.recordings.values(), *sounds.clips.values()),
        notes=(*spoken.notes, *describe_selection(selection, earlier.release, files.kinds)),
    )
    return find_unchanged(plan, spoken.words, earlier, unrepeatable=spoken.speakers.unrepeatable, store=store)


def _plan_speaking(book: Book, script: Script, cast: Cast, options: MakeOptions) -> _Spoken:
    """Decide what is spoken, by whom and how."""
    profile = choose_profile(cast.mastering, asked=options.profile)
    speakers = _find_speakers(book, script, cast, options)
    rate_hz = release_rate_hz(profile, engine_rate_hz=speakers.narrator_rate_hz)
    require_possible(profile, cast.mastering.profiles, rate_hz=rate_hz)
    metadata = read_metadata(book, script, cast, options.details)
    author = metadata.details.author or ""
    tags = as_tags(metadata.details, speakers.profile_names)
    known = replace(tags, author=author)
    announced = announce_book(script, cast.mastering, known, profile, asked=options.credits)
    sounds = _ready_sounds(book, script, cast)
    layers = read_layers(book.workspace.shared_pronunciations, series=metadata.details.series)
    rules, stray = speaking_rules(announced.script, cast, speakers.engines, layers)
    return _Spoken(
        profile=profile,
        rate_hz=rate_hz,
        speakers=speakers,
        author=author,
        tags=tags,
        cover=metadata.cover,
        announced=announced,
        sounds=sounds,
        words=TakesRecipes(announced.script, _spoken_with(speakers, rules, sounds)),
        notes=(*sounds.notes, *stray, *describe_strangers(script.language, speakers.voices)),
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


def _spoken_with(speakers: _Speakers, rules: SpeakingRules, sounds: _Sounds) -> SpokenWith:
    return SpokenWith(
        voices=speakers.voices,
        rules=rules,
        fingerprints={name: facts.fingerprint for name, facts in speakers.engines.items()},
        voice_fingerprints=fingerprints_of_voices(speakers.engines),
        recordings=sounds.recordings,
    )


def _with_sample(
    takes: ChapterTakes, announced: AnnouncedScript, cast: Cast, previous: Release | None, *, asked: bool | None
) -> ChapterTakes:
    """Add the takes of the retail sample, if one is wanted."""
    is_there = any(extra.kind is ExtraKind.RETAIL_SAMPLE for extra in (previous.extras if previous else ()))
    wanted = asked if asked is not None else cast.mastering.sample is not None or is_there
    if not wanted:
        return takes
    chapters = takes.keys() - {announced.opening, announced.closing}
    chapter = sample_chapter(cast.mastering.sample, chapters)
    return takes.and_also(SAMPLE_NUMBER, sample_takes(announced.script, takes[chapter]))


def _plan_book_files(book: Book, cast: Cast, options: MakeOptions, previous: Release | None) -> BookFilesPlan:
    return BookFilesPlan(
        kinds=choose_kinds(options.details, cast.book, previous), parts_folder=book.workspace.parts_folder(book.slug)
    )
