"""One chapter's file: everything needed to make it, and the making of it, in a worker process or here.

Knows one chapter; refuses to know the others and to decide whether its file must be made.
"""

import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from audiobook.assembly.mixing.effects import EFFECTS_VERSION
from audiobook.assembly.mixing.loudness import chapter_gain_db
from audiobook.assembly.mixing.mixdown import TakeSource, mix_down
from audiobook.assembly.mixing.room_tone import RoomTone
from audiobook.assembly.profiles import ReleaseProfile, what_shapes_sound
from audiobook.assembly.tagging.tags import ChapterTags, tag_bytes, tag_length
from audiobook.codecs.mp3 import Mp3Encoder, mp3_encoder_name
from audiobook.errors import TakeLostError
from audiobook.model.release import ExtraKind, ReleasedChapter, ReleasedExtra, ReleasedLine
from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Timeline
from audiobook.workspace.files import open_atomically

_SOUND_VERSION = "3"
"""Changes whenever gain, mixing or limiting may give other samples for the same job."""

HEAD_BYTES = 10
"""As much of a file's start as `tags.tag_length` needs."""

_COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterJob:
    """Everything a chapter's file is made from; it can be sent to another process.

    Attributes:
        folder: of the release.
        file: the name within it.
        lines: where each of the timeline's takes sounds and what it says, for `release.json`.
        takes: holds every take of the timeline.
    """

    folder: Path
    file: str
    tags: ChapterTags
    profile: ReleaseProfile
    timeline: Timeline
    lines: tuple[ReleasedLine, ...]
    takes: TakeSource


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """What was written.

    Attributes:
        sha256: hexadecimal.
    """

    size_bytes: int
    sha256: str


def audio_key(job: ChapterJob) -> str:
    """Digest everything that shapes the sound, and nothing else: not the title, not the chapter's number.

    The chapter's gain follows from the takes, so it needs no place of its own.
    """
    made_with: dict[str, object] = {
        **rendered_with(job.profile, rate_hz=job.timeline.rate_hz),
        "length_samples": job.timeline.length_samples,
        "takes": [
            (placement.take_key, placement.start_sample, placement.length_samples, placement.gain_db)
            for placement in job.timeline.placements
        ],
    }
    effects = [(placement.start_sample, placement.effect) for placement in job.timeline.placements if placement.effect]
    if effects:
        made_with["effects"] = [EFFECTS_VERSION, *effects]
    if job.timeline.beds or job.timeline.fade_out_samples:
        made_with["beds"] = [asdict(bed) for bed in job.timeline.beds]
        made_with["fade_out_samples"] = job.timeline.fade_out_samples
    return hashlib.sha256(json.dumps(made_with, sort_keys=True).encode()).hexdigest()


def rendered_with(profile: ReleaseProfile, *, rate_hz: int) -> dict[str, object]:
    """List what shapes the sound of every chapter of a release, whatever is said in it."""
    return {
        "sound": _SOUND_VERSION,
        "encoder": mp3_encoder_name(),
        "resampler": _resampler_version(),
        "profile": what_shapes_sound(profile),
        "rate_hz": rate_hz,
    }


@cache
def _resampler_version() -> str:
    return version("soxr")


def tags_key(job: ChapterJob) -> str:
    """Digest the tag as it is written, the cover included."""
    return hashlib.sha256(tag_bytes(job.tags)).hexdigest()


def render_chapter(job: ChapterJob) -> ReleasedChapter:
    """Mix, limit, encode and tag a chapter; its file appears complete or not at all.

    Raises:
        OutputError: the file cannot be written, or a take has changed since the timeline was made.
        TakeLostError: a take is missing or damaged.
        EngineError: the encoder failed.
    """
    return _write(job, _encode(job))


def mix_chapter(job: ChapterJob, *, encoder_gain_db: float) -> Iterator[Pcm]:
    """Yield a chapter's finished samples, ready for an encoder.

    Args:
        job: the chapter.
        encoder_gain_db: what the encoder will add to the level, so that the decoded file is as loud as it should be.

    Raises:
        OutputError: a take has changed since the timeline was made.
        TakeLostError: a take is missing or damaged.
    """
    profile = replace(job.profile, encoder_gain_db=encoder_gain_db)
    gain_db = chapter_gain_db(job.timeline, _figures(job), job.takes, profile)
    room_tone = _room_tone(job)
    return mix_down(job.timeline, job.takes, gain_db=gain_db, ceiling_dbtp=profile.ceiling_dbtp, room_tone=room_tone)


def retag_chapter(job: ChapterJob, released: ReleasedChapter | ReleasedExtra) -> ReleasedChapter:
    """Write a chapter's file with new tags and the audio of one that was made before.

    Args:
        job: gives tags and name.
        released: the file with the same sound, in the same folder; it stays unless it has the same name.

    Raises:
        OutputError: one of the files cannot be read or written.
    """
    return _write(job, read_mp3_audio(job.folder / released.file))


def describe_chapter(job: ChapterJob, *, size_bytes: int, sha256: str) -> ReleasedChapter:
    """Say what a release says of a chapter whose file has been made from this job."""
    return ReleasedChapter(
        number=job.tags.number,
        title=job.tags.title,
        file=job.file,
        length_samples=job.timeline.length_samples,
        rate_hz=job.timeline.rate_hz,
        size_bytes=size_bytes,
        sha256=sha256,
        audio_key=audio_key(job),
        tags_key=tags_key(job),
        scenes=job.timeline.scenes,
        lines=job.lines,
    )


def as_extra(released: ReleasedChapter, kind: ExtraKind) -> ReleasedExtra:
    """Describe a file that was made like a chapter and is none."""
    return ReleasedExtra(
        kind=kind,
        file=released.file,
        size_bytes=released.size_bytes,
        sha256=released.sha256,
        key=released.audio_key,
        length_samples=released.length_samples,
        rate_hz=released.rate_hz,
        tags_key=released.tags_key,
    )


def _figures(job: ChapterJob) -> dict[str, TakeFigures]:
    found = {}
    for key in {sound.take_key for sound in job.timeline.sounds}:
        known = job.takes.figures(key)
        if known is None:
            raise TakeLostError(f"{job.file}: take {key} is gone", hint="run the same command again: it is spoken anew")
        found[key] = known
    return found


def _encode(job: ChapterJob) -> Iterator[bytes]:
    encoder = Mp3Encoder(
        rate_hz=job.timeline.rate_hz, bit_rate_kbps=job.profile.bit_rate_kbps, quality=job.profile.encoder_quality
    )
    for pcm in mix_chapter(job, encoder_gain_db=job.profile.encoder_gain_db):
        yield encoder.encode(pcm)
    yield encoder.finish()


def _room_tone(job: ChapterJob) -> RoomTone | None:
    """The profile's room tone, named by what the chapter begins with: not by its number, which may change."""
    level_dbfs = job.profile.room_tone_dbfs
    if level_dbfs is None:
        return None
    seed = job.timeline.placements[0].take_key
    return RoomTone(level_dbfs=level_dbfs, seed=seed, rate_hz=job.timeline.rate_hz)


def read_mp3_audio(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes without the tag in front."""
    with path.open("rb") as file:
        file.seek(tag_length(file.read(HEAD_BYTES)))
        while piece := file.read(_COPY_BYTES):
            yield piece


def write_tagged(path: Path, tag: bytes, audio: Iterable[bytes]) -> WrittenFile:
    """Write a chapter's file; it appears complete or not at all.

    Raises:
        OutputError: it cannot be written, or what its sound is read from cannot be read.
    """
    digest = hashlib.sha256()
    size_bytes = 0
    with open_atomically(path) as file:
        for piece in itertools.chain((tag,), audio):
            file.write(piece)
            digest.update(piece)
            size_bytes += len(piece)
    return WrittenFile(size_bytes=size_bytes, sha256=digest.hexdigest())


def _write(job: ChapterJob, audio: Iterable[bytes]) -> ReleasedChapter:
    written = write_tagged(job.folder / job.file, tag_bytes(job.tags), audio)
    return describe_chapter(job, size_bytes=written.size_bytes, sha256=written.sha256)
