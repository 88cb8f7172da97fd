"""Auditions: a character on its own lines in one voice after the other, a voice by itself, a word.

What is heard is what `make` would make: the same takes, from the same store, at the same level.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audiobook.assembly.mixing.loudness import chapter_gain_db
from audiobook.assembly.mixing.mixdown import mix_down
from audiobook.assembly.profiles import PODCAST
from audiobook.assembly.timelines.arranging import arrange_chapter
from audiobook.casting.cast_file import find_role, keep_pronunciation
from audiobook.casting.profiles import load_profiles
from audiobook.casting.shared_pronunciations import WordLayers, read_layers
from audiobook.casting.telling_lines import choose_telling_lines
from audiobook.casting.voices import find_bearer, resolve_voices, suggest_voice
from audiobook.codecs.wav import encode_wav
from audiobook.errors import CastError, EngineError, UsageError
from audiobook.language.ipa import sounds_of
from audiobook.model.cast import Cast, Role, VoiceProfile
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import ANNOUNCED, NARRATOR, ChapterHead, Script, Segment, SegmentKind
from audiobook.model.take import PlannedTake
from audiobook.production.books import open_book, require_own_cast
from audiobook.production.cast.changing import OpenedCast, open_cast
from audiobook.production.cast.preparation import (
    DEFAULT_ENGINE,
    describe_engines,
    fingerprints_of_voices,
    require_able_engines,
)
from audiobook.production.chapter_choice import ChapterChoice, choose_chapters
from audiobook.production.progress import Progress
from audiobook.production.recording.speaking_rules import speaking_rules
from audiobook.production.script.word_list import book_layers
from audiobook.synthesis.planning import plan_takes
from audiobook.synthesis.speaking import speak_takes
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.files import write_atomically
from audiobook.workspace.locks import hold_lock, pass_gate
from audiobook.workspace.paths import Workspace, slug_of_name

_PRONOUNCE = 'audiobook audition SOURCE --word Siobhan --ipa "ʃɪˈvɔːn", or --as "Shivawn"'
_SAMPLE = "My name is {name}. I can tell you a story, or ask a question: would you like to hear more? Then listen!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audition:
    """What came of an audition.

    Attributes:
        files: one for each candidate, in the order asked for.
        voices: name of the voice in each.
        speaker: whose lines they are; None if nobody's.
    """

    files: tuple[Path, ...]
    voices: tuple[str, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditionPlace:
    """Where a book's auditions come from and go to.

    Attributes:
        to: folder of the files; None for the usual one.
        name: the book's name, if the source's will not do.
        chapters: those whose lines are heard; None for all.
    """

    workspace: Workspace
    to: Path | None = None
    name: str | None = None
    chapters: ChapterChoice | None = None


def audition_character(
    source: Path,
    character: str,
    candidates: Sequence[str],
    place: AuditionPlace,
    *,
    word: str | Pronunciation | None = None,
    progress: Progress,
) -> Audition:
    """Let a character speak its most telling lines, once in each voice; the cast stays as it is.

    Args:
        character: a name or alias, or "narrator".
        candidates: names of voices; none for the one the character has.
        word: speak this instead of lines; a pronunciation is heard so before it is written anywhere.

    Raises:
        UsageError: nobody is called so, or says nothing.
        CastError: a voice is unknown, or something in the cast is wrong.
        EngineError: a line cannot be spoken.
        OutputError: a file cannot be written.
    """
    opened = open_cast(source, place.workspace, name=place.name, progress=progress)
    role = find_role(opened.cast, character, opened.book.cast_path)
    heard = choose_chapters(place.chapters, [head.number for head in opened.script.chapters])
    chosen = choose_telling_lines(opened.script, role.name, heard)
    script = opened.script
    said, word = _taken_apart(word)
    if word is not None:
        script, chosen = _script_of(word, speaker=role.name), (0,)
    if not chosen:
        raise UsageError(
            f'"{role.name}" says nothing {"in this book" if place.chapters is None else "there"}',
            hint="audiobook cast SOURCE lists who speaks",
        )
    layers = book_layers(opened.book, opened.script, opened.cast)
    folder = place.to or opened.book.release_folder / "auditions"
    what = slug_of_name(role.name if word is None else f"{role.name} {word}")
    voices = tuple(candidates) or (_own_voice(opened, role),)
    files = []
    for voice in voices:
        _require_known(voice, opened.profiles)
        cast = _recast(opened.cast, replace(role, pronunciations=_with(role.pronunciations, said)), voice)
        path = folder / f"{what}-{slug_of_name(voice)}.wav"
        _record(_Stage(opened.profiles, opened, cast, layers, place.workspace, progress), script, chosen, path)
        files.append(path)
    return Audition(files=tuple(files), voices=voices, speaker=role.name)


def audition_voices(
    candidates: Sequence[str], place: AuditionPlace, *, word: str | Pronunciation | None = None, progress: Progress
) -> Audition:
    """Let voices speak a sample, or a word, without any book.

    Args:
        candidates: names of voices; none for the first of the default engine.
        word: spoken instead of the sample, as itself or else the pronunciations of all books say.

    Raises:
        CastError: a voice is unknown.
        EngineError: it cannot be spoken.
        OutputError: a file cannot be written.
    """
    profiles = load_profiles(place.workspace.profiles_folder)
    usual = next(name for name, profile in profiles.items() if profile.engine == DEFAULT_ENGINE)
    layers = read_layers(place.workspace.shared_pronunciations, series=None)
    voices = tuple(candidates) or (usual,)
    said, word = _taken_apart(word)
    files = []
    for voice in voices:
        _require_known(voice, profiles)
        folder = place.to or place.workspace.build_dir / "_auditions"
        path = folder / f"{slug_of_name(voice if word is None else f'{word} {voice}')}.wav"
        cast = Cast(narrator=Role(name=NARRATOR, profile=voice, pronunciations=_with((), said)))
        script = _script_of(word or _SAMPLE.format(name=voice.capitalize()), speaker=NARRATOR)
        _record(_Stage(profiles, None, cast, layers, place.workspace, progress), script, (0,), path)
        files.append(path)
    return Audition(files=tuple(files), voices=voices)


def pronounce(word: str | None, *, ipa: str | None, respelling: str | None) -> Pronunciation | None:
    """Make an entry of what a command says of a word; None if it says nothing.

    Raises:
        UsageError: it names no word, or says both, or the IPA has a sign that English voices do not have.
    """
    if ipa is None and respelling is None:
        return None
    if word is None or not word.strip() or (ipa is not None and respelling is not None):
        raise UsageError("a pronunciation needs one word and one way to say it", hint=_PRONOUNCE)
    if ipa is None:
        return Pronunciation(word=word, respelling=respelling)
    try:
        sounds_of(plain := ipa.strip().strip("/"))
    except CastError as error:
        raise UsageError(error.message, hint=error.hint) from error
    return Pronunciation(word=word, ipa=plain)


def keep_in_book(source: Path, place: AuditionPlace, entry: Pronunciation) -> Path:
    """Write a pronunciation into a book's cast file, and say which that is.

    Raises:
        UsageError: the cast file belongs to another source.
        CastError: the file is wrong.
        OutputError: it cannot be written.
    """
    book = open_book(source, place.workspace, name=place.name)
    require_own_cast(book, named=place.name is not None)
    keep_pronunciation(book.cast_path, entry)
    return book.cast_path


@dataclass(frozen=True, slots=True)
class _Stage:
    """What a recording needs beside its lines."""

    profiles: Mapping[str, VoiceProfile]
    opened: OpenedCast | None
    cast: Cast
    layers: WordLayers
    workspace: Workspace
    progress: Progress

    @property
    def cast_path(self) -> Path:
        return self.workspace.shared_pronunciations if self.opened is None else self.opened.book.cast_path


def _record(stage: _Stage, script: Script, chosen: Sequence[int], path: Path) -> None:
    """Speak the chosen lines and write them as one file; no take of theirs is removed meanwhile."""
    folders, say = stage.workspace, stage.progress.say
    with hold_lock(folders.audition_lock, on_wait=lambda: say("Waiting: another audition is under way.")):
        pass_gate(folders.gate_file, on_wait=lambda: say("Waiting: unused takes are being removed."))
        _record_undisturbed(stage, script, chosen, path)


def _record_undisturbed(stage: _Stage, script: Script, chosen: Sequence[int], path: Path) -> None:
    store = TakeStore(stage.workspace.takes_folder)
    takes = _plan(stage, script, chosen)
    figures = {}
    for engine in sorted({take.engine for take in takes}):
        for outcome in speak_takes(store, engine, [take for take in takes if take.engine == engine]):
            if outcome.figures is None:
                raise EngineError(outcome.failure or "a line gave no sound", hint="audiobook doctor")
            figures[outcome.key] = outcome.figures
    excerpt = _excerpt(script, chosen)
    profile = replace(PODCAST, encoder_gain_db=0.0)
    rate_hz = figures[takes[0].key].rate_hz
    timeline = arrange_chapter(excerpt, 1, takes, figures, rate_hz=rate_hz, profile=profile)
    gain_db = chapter_gain_db(timeline, figures, store, profile)
    sound = mix_down(timeline, store, gain_db=gain_db, ceiling_dbtp=profile.ceiling_dbtp)
    write_atomically(path, encode_wav(sound, rate_hz=rate_hz))


def _plan(stage: _Stage, script: Script, chosen: Sequence[int]) -> list[PlannedTake]:
    """Plan the chosen lines as the whole book would, then put them one after the other."""
    voices = resolve_voices(script, stage.cast, stage.profiles, cast_path=stage.cast_path)
    speakers = {script.segments[index].speaker for index in chosen}
    heard = {speaker: voice for speaker, voice in voices.items() if speaker in speakers}
    engines = describe_engines(heard)
    if stage.opened is not None:
        require_able_engines(stage.opened.book, stage.cast, heard, engines)
    rules, _ = speaking_rules(script, stage.cast, engines, stage.layers)
    silent = tuple(
        segment if index in chosen else replace(segment, spoken=False) for index, segment in enumerate(script.segments)
    )
    fingerprints = {name: facts.fingerprint for name, facts in engines.items()}
    planned = plan_takes(
        replace(script, segments=silent),
        heard,
        rules=rules,
        fingerprints=fingerprints,
        voice_fingerprints=fingerprints_of_voices(engines),
    )
    if not planned:
        said = " ".join(script.segments[index].text for index in chosen)
        raise UsageError(f'there is nothing to speak in "{said}"', hint="name something with letters in it")
    place_of = {index: place for place, index in enumerate(chosen)}
    return [replace(take, segment_index=place_of[take.segment_index]) for take in planned]


def _excerpt(script: Script, chosen: Sequence[int]) -> Script:
    segments = tuple(replace(script.segments[index], chapter=1, paragraph=place) for place, index in enumerate(chosen))
    return replace(script, chapters=(ChapterHead(number=1, title="Audition"),), segments=segments)


def _script_of(text: str, *, speaker: str) -> Script:
    kind = SegmentKind.NARRATION if speaker == NARRATOR else SegmentKind.DIALOGUE
    segment = Segment(
        id="audition",
        chapter=1,
        paragraph=0,
        kind=kind,
        source=ANNOUNCED,
        start=0,
        end=len(text),
        text=text,
        speaker=speaker,
        speakers=(speaker,),
        confidence=None,
        evidence="an audition",
        spoken=True,
    )
    head = ChapterHead(number=1, title="Audition")
    return Script(
        book="audition", title="", author=None, language="en", chapters=(head,), segments=(segment,), characters=()
    )


def _recast(cast: Cast, role: Role, voice: str) -> Cast:
    own = replace(role, profile=voice)
    if role.name == NARRATOR:
        return replace(cast, narrator=own)
    others = tuple(one for one in cast.roles if one.name != role.name)
    return replace(cast, roles=(*others, own))


def _taken_apart(word: str | Pronunciation | None) -> tuple[Pronunciation | None, str | None]:
    return (word, word.word) if isinstance(word, Pronunciation) else (None, word)


def _with(entries: tuple[Pronunciation, ...], said: Pronunciation | None) -> tuple[Pronunciation, ...]:
    return entries if said is None else (*entries, said)


def _own_voice(opened: OpenedCast, role: Role) -> str:
    bearer = find_bearer(opened.cast, role.name) or opened.cast.narrator
    profile = role.profile or (bearer.profile if bearer is not None else None)
    if profile is None:
        raise CastError(f'"{role.name}" has no voice', hint="name one: --voice NAME")
    return profile


def _require_known(voice: str, profiles: Mapping[str, VoiceProfile]) -> None:
    if voice not in profiles:
        raise CastError(f'voice "{voice}" is unknown', hint=suggest_voice(voice, profiles))
