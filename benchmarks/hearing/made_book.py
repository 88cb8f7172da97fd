"""A finished book and what its engines were told: every line with its place in the chapter's MP3.

Runs the real `audiobook make`, then plans the book as that did. Refuses to know what is heard.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from program_cost import Cost, run_measured

from audiobook.assembly.release_file import read_release
from audiobook.model.cast import CastVoice
from audiobook.model.release import ReleasedChapter
from audiobook.model.script import Script
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake
from audiobook.production.cast.changing import OpenedCast, open_cast
from audiobook.production.cast.preparation import describe_engines, find_voices, fingerprints_of_voices
from audiobook.production.progress import SilentProgress
from audiobook.production.recording.speaking_rules import speaking_rules
from audiobook.production.script.word_list import book_layers
from audiobook.synthesis.planning import plan_takes
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLine:
    """One take of a finished chapter.

    Attributes:
        written: the words as the manuscript has them.
        spoken: what the engine was told, the delivery included.
        bare: the same words in the same voice, without any delivery.
        voice: name of the profile.
        start_s: where it begins in the chapter.
    """

    chapter: int
    speaker: str
    engine: str
    voice: str
    written: str
    spoken: Line
    bare: Line
    take_key: str
    start_s: float
    length_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeChapter:
    """A finished chapter: its file and its lines in order."""

    number: int
    path: Path
    length_s: float
    lines: tuple[MadeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How the book is made.

    Attributes:
        engine: speaks all of it; None leaves that to the cast.
    """

    source: Path
    workspace: Workspace
    engine: str | None


def make(making: Making, *, in_folder: Path, jobs: int | None = None) -> Cost:
    """Make the book, as its user would.

    Args:
        making: what, and where.
        in_folder: the program runs there.
        jobs: worker processes; None leaves that to the program.

    Raises:
        ProgramFailedError: `audiobook` failed; its words are in the message.
    """
    places = ("--build-dir", making.workspace.build_dir, "--voices-dir", making.workspace.voices_dir)
    chosen = () if making.engine is None else ("--engine", making.engine)
    workers = () if jobs is None else ("--jobs", str(jobs))
    options = (*map(str, places), *chosen, *workers, "--quiet")
    words = (sys.executable, "-m", "audiobook", "make", str(making.source.resolve()), *options)
    return run_measured(words, in_folder=in_folder, environment=os.environ).cost


def read_chapters(making: Making, *, numbers: Sequence[int] = ()) -> tuple[MadeChapter, ...]:
    """Read what was made.

    Args:
        making: what `make` was given.
        numbers: of the chapters that are wanted; all if there is none.
    """
    opened = open_cast(making.source, making.workspace, name=None, progress=SilentProgress())
    voices = find_voices(opened.book, opened.script, opened.cast, engine=making.engine)
    takes = {take.key: take for take in _plan(opened, voices)}
    release = read_release(opened.book.release_folder)
    if release is None:
        raise SystemExit(f"{making.source} is not made yet")
    return tuple(
        MadeChapter(
            number=made.number,
            path=release.folder / made.file,
            length_s=made.length_samples / made.rate_hz,
            lines=tuple(_made_lines(made, takes, opened.script, voices)),
        )
        for made in release.chapters
        if not numbers or made.number in numbers
    )


def _plan(opened: OpenedCast, voices: Mapping[str, CastVoice]) -> tuple[PlannedTake, ...]:
    engines = describe_engines(voices)
    layers = book_layers(opened.book, opened.script, opened.cast)
    rules, _ = speaking_rules(opened.script, opened.cast, engines, layers)
    return plan_takes(
        opened.script,
        voices,
        rules=rules,
        fingerprints={name: facts.fingerprint for name, facts in engines.items()},
        voice_fingerprints=fingerprints_of_voices(engines),
    )


def _made_lines(
    made: ReleasedChapter, takes: Mapping[str, PlannedTake], script: Script, voices: Mapping[str, CastVoice]
) -> Iterator[MadeLine]:
    for line in made.lines:
        take = takes.get(line.take_key)
        if take is None:
            raise SystemExit(f"{made.file}: {line.text!r} is a recording, or was made from another text or cast")
        voice = voices[script.segments[take.segment_index].speaker or ""]
        own = voice.adjustment
        yield MadeLine(
            chapter=made.number,
            speaker=line.speaker,
            engine=take.engine,
            voice=voice.profile.name,
            written=line.text,
            spoken=take.line,
            bare=replace(take.line, pitch_percent=own.pitch_percent, rate_percent=own.rate_percent),
            take_key=line.take_key,
            start_s=line.start_sample / made.rate_hz,
            length_s=line.length_samples / made.rate_hz,
        )
