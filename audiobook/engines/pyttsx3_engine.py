"""The default engine: pyttsx3's espeak-ng bindings, without pyttsx3's loop and files.

Knows how a line becomes sound: voice, rate and pitch in the library's own terms, samples collected in memory. The
library keeps state from line to line (a flutter counter, a random generator seeded by the clock), so it is loaded
afresh for every line. Where the library is and how it is bound is `espeak_library`'s business.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from audiobook.engines.espeak_library import (
    LoadedLibrary,
    SpeechLibraryFiles,
    find_speech_library,
    loaded_library,
    unloading_works,
)
from audiobook.engines.espeak_mnemonics import with_mnemonics
from audiobook.engines.espeak_stress import mark_stresses, with_commands
from audiobook.engines.espeak_text import SpokenMarks, halves, has_words, is_spoken_whole, make_speakable
from audiobook.engines.espeak_voices import read_voice_names
from audiobook.engines.protocol import EngineAbilities
from audiobook.engines.ranges import require_able
from audiobook.engines.shared_library import silenced
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm, WordStress

_RATE_HZ = 22050
_BUFFER_MS = 1000
_RANDOM_SEED = 1
_USUAL_WORDS_A_MINUTE = 175
_WORDS_A_MINUTE = (80, 450)
"""The library's own limits (speak_lib.h)."""

_USUAL_AMPLITUDE = 100
_GREATEST_AMPLITUDE = 200

_MEDIAN_PER_LOWEST_NOTE = 0.74
"""How far the median pitch follows the lowest note while the span is scaled along, measured (0.72 to 0.76)."""

_SETTINGS_VERSION = "1"
"""Changes whenever anything here or in `espeak_text` may change the sound of a line."""


class Pyttsx3Engine:
    """Speaks with the espeak-ng library of the espeakng-loader wheel. Open one in a process, use it in one thread."""

    name = "pyttsx3"

    def __init__(self) -> None:
        files = find_speech_library()
        self._voice_names = read_voice_names(files.data)
        self.abilities = EngineAbilities(
            rate_percent=(-54.0, 157.0),
            pitch_percent=(-33.0, 66.0),
            repeatable=unloading_works(),
            sample_rate_hz=_RATE_HZ,
            reads_ipa=True,
            stresses_words=True,
        )

    def fingerprint(self) -> str:
        """Name the versions of everything that shapes the sound, and a digest of the files that do."""
        from importlib.metadata import version

        files = find_speech_library()
        with loaded_library() as library:
            spoken_by = library.version()
        state = "fresh" if self.abilities.repeatable else "kept"
        return (
            f"pyttsx3 {version('pyttsx3')}, espeak-ng {spoken_by}, files {_digest_files(files)},"
            f" state {state}, settings {_SETTINGS_VERSION}"
        )

    def voices(self) -> tuple[str, ...]:
        """List English voices with all their variants, then the plain voices of other languages."""
        return self._voice_names.every_voice()

    def require_voice(self, voice: str) -> None:
        """Make sure that a voice can be asked for.

        Raises:
            EngineError: there is no such base voice or variant.
        """
        self._voice_names.identifier(voice)

    def speak(self, line: Line) -> Pcm:
        """Speak one line, whole; a text without letters and digits may give no sound.

        Raises:
            EngineError: unknown voice, a value outside `abilities`, or the library failed or lost words.
        """
        require_able(self.name, self.abilities, line)
        text = with_mnemonics(mark_stresses(make_speakable(line.text), line.stresses), line.sounds)
        manner = _Manner(
            voice=self._voice_names.identifier(line.voice),
            words_a_minute=_words_a_minute(line.rate_percent),
            pitch=_pitch(line.pitch_percent),
            pitch_range=_pitch_range(line.pitch_percent),
            reads_mnemonics=bool(line.sounds),
        )
        spoken = with_commands(text, line.stresses, usual=_commands(line, None), of_stress=partial(_commands, line))
        return Pcm(samples=_speak_whole(spoken, manner), rate_hz=_RATE_HZ)

    def close(self) -> None:
        """Do nothing: the library is held only while it speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner:
    voice: str
    words_a_minute: int
    pitch: int
    pitch_range: int
    reads_mnemonics: bool


@dataclass(slots=True)
class _Recording:
    """Collects what the library reports while it speaks."""

    parts: list[bytes] = field(default_factory=list)
    word_starts: list[int] = field(default_factory=list)
    end: int = 0
    is_interrupted: bool = False

    def marks(self) -> SpokenMarks:
        return SpokenMarks(word_starts=tuple(self.word_starts), end=self.end)


def _speak_whole(text: str, manner: _Manner) -> bytes:
    """Speak a text; if the library skipped words, speak its halves instead."""
    if not text:
        return b""
    recording = _speak_once(text, manner)
    samples = b"".join(recording.parts)
    if not has_words(text):
        return samples
    if is_spoken_whole(text, recording.marks()) and any(part.strip(b"\0") for part in recording.parts):
        return samples
    parts = halves(text)
    if parts is None:
        raise EngineError(f'pyttsx3 could not speak "{text}"', hint="respell it under [pronunciations]")
    return b"".join(_speak_whole(part, manner) for part in parts)


def _speak_once(text: str, manner: _Manner) -> _Recording:
    recording = _Recording()
    with silenced(), loaded_library() as library:
        if library.initialise(buffer_ms=_BUFFER_MS) != _RATE_HZ:
            raise EngineError("the speech library speaks at another sample rate than 22050 Hz")
        try:
            library.set_random_seed(_RANDOM_SEED)
            _set_manner(library, manner)
            _synthesise(library, text, recording, reads_mnemonics=manner.reads_mnemonics)
        finally:
            library.terminate()
    if recording.is_interrupted:
        raise KeyboardInterrupt
    return recording


def _set_manner(library: LoadedLibrary, manner: _Manner) -> None:
    bindings = library.bindings
    library.bound(bindings.SetVoiceByName, "espeak_SetVoiceByName")(manner.voice.encode())
    selected = library.bound(bindings.GetCurrentVoice, "espeak_GetCurrentVoice")().contents.identifier or b""
    if selected.decode(errors="replace").casefold() != manner.voice.casefold():
        raise EngineError(f'the speech library did not take the voice "{manner.voice}"')
    set_parameter = library.bound(bindings.SetParameter, "espeak_SetParameter")
    set_parameter(bindings.RATE, manner.words_a_minute, 0)
    set_parameter(bindings.PITCH, manner.pitch, 0)
    set_parameter(bindings.RANGE, manner.pitch_range, 0)


def _synthesise(library: LoadedLibrary, text: str, recording: _Recording, *, reads_mnemonics: bool) -> None:
    bindings = library.bindings
    callback = bindings.t_espeak_callback(_recorder(bindings, recording))
    library.bound(bindings.cSetSynthCallback, "espeak_SetSynthCallback")(callback)
    encoded = text.encode()
    synthesise = library.bound(bindings.cSynth, "espeak_Synth")
    flags = bindings.CHARS_UTF8 | (bindings.PHONEMES if reads_mnemonics else 0)
    status = synthesise(encoded, len(encoded) + 1, 0, bindings.POS_CHARACTER, 0, flags, None, None)
    if status != bindings.EE_OK:
        raise EngineError(f'the speech library failed with status {status} on "{text}"')


def _recorder(bindings: Any, recording: _Recording) -> Callable[[Any, int, Sequence[Any]], int]:
    """Make the function the library calls with each buffer of sound; it answers 1 to stop."""
    import ctypes

    def record(samples: Any, length_samples: int, events: Sequence[Any]) -> int:
        try:
            if samples and length_samples:
                recording.parts.append(ctypes.string_at(samples, length_samples * 2))
            for event in events:
                if event.type == bindings.EVENT_LIST_TERMINATED:
                    return 0
                if event.type == bindings.EVENT_WORD:
                    recording.word_starts.append(event.text_position - 1)
                elif event.type == bindings.EVENT_END:
                    recording.end = event.text_position
        except KeyboardInterrupt:  # raised again when the library has returned: through C it would be lost
            recording.is_interrupted = True
        return 1

    return record


def _words_a_minute(rate_percent: float) -> int:
    least, greatest = _WORDS_A_MINUTE
    return min(max(round(_USUAL_WORDS_A_MINUTE * (1 + rate_percent / 100)), least), greatest)


def _pitch(pitch_percent: float) -> int:
    """Turn percent into the library's scale, where 50 is usual, 0 an octave lower and 100 an octave higher.

    That scale moves the lowest note of a voice and leaves the span above it, so the median moves less.
    """
    lowest_note = 1 + pitch_percent / 100 / _MEDIAN_PER_LOWEST_NOTE
    return min(max(round(50 + 50 * math.log2(lowest_note)), 0), 99)


def _pitch_range(pitch_percent: float) -> int:
    """Widen or narrow the rise and fall of the voice along with its pitch; 50 is usual."""
    return min(max(round(50 + pitch_percent / 2), 0), 99)


def _commands(line: Line, stress: WordStress | None) -> str:
    """Write the commands for a stressed word of a line, or those that bring the line's own manner back."""
    word = stress or WordStress(word="", occurrence=1)
    pitch = _pitch(_together(line.pitch_percent, word.pitch_percent))
    words_a_minute = _words_a_minute(_together(line.rate_percent, word.rate_percent))
    amplitude = min(max(round(_USUAL_AMPLITUDE * 10 ** (word.volume_db / 20)), 0), _GREATEST_AMPLITUDE)
    return f"\x01{pitch}P\x01{words_a_minute}S\x01{amplitude}A"


def _together(percent: float, more_percent: float) -> float:
    return ((1 + percent / 100) * (1 + more_percent / 100) - 1) * 100


@cache
def _digest_files(files: SpeechLibraryFiles) -> str:
    """Digest the library's bytes and all of its data, in some 20 ms."""
    digest = hashlib.sha256(files.library.read_bytes())
    for path in sorted(path for path in files.data.rglob("*") if path.is_file()):
        digest.update(path.relative_to(files.data).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
