"""From a made book to the job of the bare limit: its sentences, when they start, and what the speech library is told.

Run as a program of its own, so that the benchmark itself stays small in memory. Knows the package's planning; refuses
to speak or to measure.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bare_limit import Chapter, Utterance, write_job

from audiobook.assembly.book_jobs import group_by_chapter
from audiobook.assembly.release_file import read_release
from audiobook.casting.profiles import load_profiles
from audiobook.engines.espeak_library import find_speech_library
from audiobook.engines.espeak_text import make_speakable
from audiobook.engines.espeak_voices import VoiceNames, read_voice_names
from audiobook.engines.pyttsx3_engine import (
    _pitch as pitch_of,  # private, and used all the same: the limit must speak with exactly the engine's settings
)
from audiobook.engines.pyttsx3_engine import _pitch_range as pitch_range_of
from audiobook.engines.pyttsx3_engine import _words_a_minute as words_a_minute_of
from audiobook.model.cast import CastVoice, VoiceProfile
from audiobook.model.release import Release
from audiobook.model.script import NARRATOR, UNKNOWN, Script
from audiobook.model.take import PlannedTake
from audiobook.production.cast.changing import open_cast
from audiobook.production.cast.preparation import describe_engines, find_voices
from audiobook.production.progress import SilentProgress
from audiobook.production.recording.speaking_rules import speaking_rules
from audiobook.production.script.word_list import book_layers
from audiobook.synthesis.planning import plan_takes
from audiobook.workspace.paths import Workspace

ENGINE = "pyttsx3"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFacts:
    """What the benchmark must know of the book.

    Attributes:
        characters: letters, marks and blanks of everything spoken.
        talker: who is to get another voice.
        talker_sentences: how many takes that makes stale.
        other_voice: a voice of the same gender that nobody in the book has.
    """

    chapters: int
    sentences: int
    characters: int
    talker: str
    talker_sentences: int
    other_voice: str


def main() -> None:
    """Write the job; prints the facts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("job", type=Path)
    parser.add_argument("--build-dir", type=Path, required=True)
    parser.add_argument("--voices-dir", type=Path, required=True)
    parser.add_argument("--processes", type=int, required=True)
    parser.add_argument("--character", default=None)
    parser.add_argument("--voice", default=None)
    given = parser.parse_args()
    workspace = Workspace(build_dir=given.build_dir, voices_dir=given.voices_dir)
    opened = open_cast(given.source, workspace, name=None, progress=SilentProgress())
    voices = find_voices(opened.book, opened.script, opened.cast, engine=None)
    engines = describe_engines(voices)
    layers = book_layers(opened.book, opened.script, opened.cast)
    rules, _ = speaking_rules(opened.script, opened.cast, engines, layers)
    fingerprints = {name: facts.fingerprint for name, facts in engines.items()}
    takes = plan_takes(opened.script, voices, rules=rules, fingerprints=fingerprints)
    release = read_release(opened.book.release_folder)
    if release is None:
        raise SystemExit(f"{given.source} is not made yet")
    write_job(given.job, by_chapter(opened.script, takes, release), processes=given.processes)
    talker = given.character or most_talkative(opened.script, takes)
    facts = BookFacts(
        chapters=len(opened.script.chapters),
        sentences=len(takes),
        characters=sum(len(segment.text) for segment in opened.script.segments if segment.spoken),
        talker=talker,
        talker_sentences=count_sentences(opened.script, takes)[talker],
        other_voice=given.voice or find_other_voice(talker, voices, load_profiles(workspace.profiles_folder)),
    )
    print(json.dumps(asdict(facts)))


def by_chapter(script: Script, takes: tuple[PlannedTake, ...], release: Release) -> list[Chapter]:
    """Turn takes into what the library is told and when, chapter by chapter."""
    names = read_voice_names(find_speech_library().data)
    grouped = group_by_chapter(script, takes)
    return [
        Chapter(
            utterances=tuple(
                as_utterance(take, names, start_sample=line.start_sample)
                for take, line in zip(grouped[made.number], made.lines, strict=True)
            ),
            length_samples=made.length_samples,
        )
        for made in release.chapters
    ]


def as_utterance(take: PlannedTake, names: VoiceNames, *, start_sample: int) -> Utterance:
    """Put a take's line into the library's terms as the engine does."""
    if take.engine != ENGINE:
        raise SystemExit(f"the bare limit knows the engine {ENGINE} only, but a voice of this book is {take.engine}'s")
    return Utterance(
        text=make_speakable(take.line.text),
        voice=names.identifier(take.line.voice),
        rate_wpm=words_a_minute_of(take.line.rate_percent),
        pitch=pitch_of(take.line.pitch_percent),
        pitch_range=pitch_range_of(take.line.pitch_percent),
        start_sample=start_sample,
    )


def count_sentences(script: Script, takes: tuple[PlannedTake, ...]) -> Counter[str]:
    """Count each speaker's takes."""
    return Counter(script.segments[take.segment_index].speaker or UNKNOWN for take in takes)


def most_talkative(script: Script, takes: tuple[PlannedTake, ...]) -> str:
    """Name the character with the most takes; the narrator if nobody else speaks."""
    counts = count_sentences(script, takes)
    characters = [name for name, _ in counts.most_common() if name not in {NARRATOR, UNKNOWN}]
    return characters[0] if characters else NARRATOR


def find_other_voice(talker: str, voices: Mapping[str, CastVoice], profiles: Mapping[str, VoiceProfile]) -> str:
    """Find a voice for somebody that nobody in the book has, of the same gender if there is one left."""
    now = voices[talker].profile
    taken = {voice.profile.name for voice in voices.values()}
    left = [
        profile
        for name, profile in sorted(profiles.items())
        if profile.engine == ENGINE and profile.voice != now.voice and name != now.name
    ]
    left.sort(key=lambda profile: (profile.name in taken, profile.gender != now.gender))
    return left[0].name


if __name__ == "__main__":
    main()
