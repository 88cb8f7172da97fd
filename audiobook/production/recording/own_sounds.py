"""A person's own sounds in a book: found, made ready once, kept beside the takes, and put where they belong.

Knows the cast file's wishes and the take store; refuses to know how a sound is decoded and mixed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audiobook.assembly.own_sound import OwnSoundKind, own_sound_key, prepare_own_sound
from audiobook.assembly.timelines.clip_placing import BookClips, Clip
from audiobook.codecs.loudness import integrated_loudness
from audiobook.codecs.resample import resampled_length
from audiobook.errors import AudioFormatError, CastError
from audiobook.model.mastering import OwnSound, RecordedLine, Written
from audiobook.model.script import Script
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.production.books import Book
from audiobook.scripting.corrections.corrections import find_lines
from audiobook.synthesis.take_store import TakeStore

_ENGINE = "recording"
"""Stands where a take names its engine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSound:
    """A sound of one's own, in the take store.

    Attributes:
        place: where the cast file names it.
        key: under which it is stored.
    """

    path: Path
    kind: OwnSoundKind
    place: str
    key: str
    figures: TakeFigures

    @property
    def loudness_lufs(self) -> float:
        """Its integrated loudness."""
        return integrated_loudness(self.figures.block_energies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordings:
    """The lines of a book that a person has recorded.

    Attributes:
        by_segment: by the index of the line's segment.
        notes: a sentence for every recording that has no line.
    """

    by_segment: Mapping[int, StoredSound]
    notes: tuple[str, ...] = ()


def store_sound(book: Book, file: Written, kind: OwnSoundKind, store: TakeStore) -> StoredSound:
    """Make a sound ready, unless it is stored already.

    Raises:
        CastError: the file is missing, broken, too long or silent; names it and where the cast file does.
        OutputError: it cannot be stored.
    """
    path = _find(book, file)
    try:
        key = own_sound_key(path, kind)
        figures = store.figures(key) or store.write(key, prepare_own_sound(path, kind))
    except AudioFormatError as error:
        raise CastError(f"{file.place}: {error.message}", hint=error.hint) from error
    return StoredSound(path=path, kind=kind, place=file.place, key=key, figures=figures)


def restore_sounds(sounds: Sequence[StoredSound], store: TakeStore) -> None:
    """Make those ready again that turned out to be damaged and are gone.

    Raises:
        CastError: the file is gone or has changed in the middle of a run.
        OutputError: it cannot be stored.
    """
    for sound in sounds:
        if store.figures(sound.key) is not None:
            continue
        try:
            if own_sound_key(sound.path, sound.kind) != sound.key:
                raise CastError(f"{sound.place}: {sound.path} has just changed", hint="run the same command again")
            store.write(sound.key, prepare_own_sound(sound.path, sound.kind))
        except AudioFormatError as error:
            raise CastError(f"{sound.place}: {error.message}", hint=error.hint) from error


def find_recordings(book: Book, script: Script, wanted: Sequence[RecordedLine], store: TakeStore) -> Recordings:
    """Make every recorded line ready and find where it belongs.

    Raises:
        CastError: a file is missing or broken.
    """
    lines = find_lines(script, [recorded.line for recorded in wanted])
    by_segment: dict[int, StoredSound] = {}
    notes: list[str] = []
    for recorded, index in zip(wanted, lines, strict=True):
        sound = store_sound(book, recorded.file, OwnSoundKind.LINE, store)
        if index is None:
            notes.append(f"{recorded.file.place}: this recording found no line: {recorded.line.text}")
        elif not script.segments[index].spoken:
            notes.append(f"{recorded.file.place}: the line of this recording is not spoken: {recorded.line.text}")
        else:
            by_segment[index] = sound
    return Recordings(by_segment=by_segment, notes=tuple(notes))


def replace_takes(
    script: Script, takes: Sequence[PlannedTake], recordings: Mapping[str, StoredSound], *, indexes: Sequence[int]
) -> tuple[PlannedTake, ...]:
    """Let recordings be heard instead of the takes of their lines.

    Args:
        script: whose takes they are.
        takes: in reading order.
        recordings: by the id of the line's segment.
        indexes: of the segments that the takes are of, in reading order.
    """
    if not recordings:
        return tuple(takes)
    by_segment: dict[int, list[PlannedTake]] = {}
    for take in takes:
        by_segment.setdefault(take.segment_index, []).append(take)
    return tuple(
        take
        for index in indexes
        for take in _takes_of(script, index, by_segment.get(index, []), recordings.get(script.segments[index].id))
    )


def find_clips(book: Book, sounds: OwnSound, store: TakeStore) -> Mapping[str, StoredSound]:
    """Make intro, outro and music ready; by these names, as far as there are any.

    Raises:
        CastError: a file is missing or broken.
    """
    wanted = (
        ("intro", sounds.intro, OwnSoundKind.MUSIC),
        ("outro", sounds.outro, OwnSoundKind.MUSIC),
        ("music", sounds.music, OwnSoundKind.BED),
    )
    return {name: store_sound(book, file, kind, store) for name, file, kind in wanted if file is not None}


def as_clips(found: Mapping[str, StoredSound], *, rate_hz: int, numbers: Collection[int]) -> BookClips:
    """Say where the sounds go.

    Args:
        found: from `find_clips`.
        rate_hz: of the files.
        numbers: of the files, chapters and credits.
    """
    if not found:
        return BookClips()
    clips = {name: _as_clip(sound, rate_hz) for name, sound in found.items()}
    return BookClips(
        intro=clips.get("intro"),
        outro=clips.get("outro"),
        music=clips.get("music"),
        first=min(numbers),
        last=max(numbers),
    )


def _as_clip(sound: StoredSound, rate_hz: int) -> Clip:
    known = sound.figures
    length = resampled_length(known.length_samples, from_hz=known.rate_hz, to_hz=rate_hz)
    return Clip(key=sound.key, length_samples=length, loudness_lufs=sound.loudness_lufs)


def _takes_of(
    script: Script, index: int, takes: Sequence[PlannedTake], recording: StoredSound | None
) -> Iterator[PlannedTake]:
    """The takes of a segment, or the one that is its recording."""
    if recording is None:
        yield from takes
        return
    segment = script.segments[index]
    yield PlannedTake(
        key=recording.key,
        engine=_ENGINE,
        line=Line(text=" ".join(segment.text.split()), voice=_ENGINE),
        segment_index=index,
        start=segment.start,
        end=segment.end,
        volume_db=takes[0].volume_db if takes else 0.0,
        loudness_lufs=recording.loudness_lufs,
    )


def _find(book: Book, file: Written) -> Path:
    """A file as it is named: from the cast file's folder, else from the folder one works in."""
    candidates = (book.cast_path.parent / file.value, Path(file.value))
    try:
        found = next((path for path in candidates if path.exists()), None)
    except (OSError, ValueError):
        found = None  # a name that no file can have
    if found is None:
        raise CastError(f"{file.place}: {file.value}: there is no such file", hint=f"put it at {candidates[0]}")
    if not found.is_file() and not found.is_dir():  # a device or pipe may have no end
        raise CastError(f"{file.place}: {found}: this is no file", hint="name a sound file")
    return found
