"""Piper: any of its many voices, from a file that a person has.

Knows the package's classes; refuses to fetch anything. The noise that Piper adds to the sound and to the lengths of
phonemes is left out, so the same line always gives the same samples. piper-tts is under GPL-3: an extra of its own.
"""

import logging
import os
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiobook.codecs.resample import resample
from audiobook.engines.espeak_phonemes import ipa_of
from audiobook.engines.espeak_text import has_words, make_speakable
from audiobook.engines.neural_models import file_digest, file_mib, open_model, require_package, runtime_fingerprint
from audiobook.engines.piper_voices import VOICES_FOLDER, PiperVoiceFile, description_path, find_voice, list_voices
from audiobook.engines.ranges import require_able
from audiobook.engines.spoken_samples import (
    as_spoken,
    model_speed,
    moved_in_pitch,
    neural_abilities,
)
from audiobook.engines.utterances import split_for_model
from audiobook.engines.word_sounds import PLAIN_BRACKETS, with_sounds
from audiobook.model.speech import Line, Pcm, WordSound

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_RATE_HZ = 22050
"""Of most voices; the others' sound is changed to it."""

_LONGEST_CHARS = 400
_PROCESS_MIB = 60
_WORK_MIB = 600
"""Beside a model's own size, measured while it spoke lines of 400 characters (onnxruntime keeps what it once took)."""

_SETTINGS_VERSION = "1"


class PiperEngine:
    """Speaks with Piper's voices; a voice is loaded with its first line."""

    name = "piper"
    abilities = neural_abilities(rate_hz=_RATE_HZ)

    def __init__(self) -> None:
        require_package("piper", extra="piper")
        logging.getLogger("piper").setLevel(logging.CRITICAL)  # it warns of each phoneme that a voice has not learnt
        self._loaded: dict[Path, Any] = {}

    def fingerprint(self) -> str:
        """Name the versions of everything that computes the sound; the files stand in the voice's."""
        return f"{runtime_fingerprint('piper-tts')}, noise 0, settings {_SETTINGS_VERSION}"

    def voice_fingerprint(self, voice: str) -> str:
        """Digest the voice's model and its description, and name the speaker."""
        file = find_voice(voice, self._folder)
        model, description = file_digest(file.model), file_digest(description_path(file.model))
        return f"{model}, {description}, speaker {file.speaker_id}"

    def voices(self) -> tuple[str, ...]:
        """List the voices in the folder that AUDIOBOOK_PIPER_VOICES names."""
        return list_voices(self._folder)

    def memory_mib(self, voices: Collection[str]) -> int:
        """Say what a process takes with the models of these voices."""
        models = {find_voice(voice, self._folder).model for voice in voices}
        return _PROCESS_MIB + sum(_WORK_MIB + file_mib(model) for model in models)

    def require_voice(self, voice: str) -> None:
        """Make sure that a voice can be asked for.

        Raises:
            EngineError: a file is missing or wrong, or has no such speaker.
        """
        find_voice(voice, self._folder)

    def speak(self, line: Line) -> Pcm:
        """Speak one line, whole; a text without letters and digits gives no sound.

        Raises:
            EngineError: unknown voice, a value outside `abilities`, no memory, or no sound that could be this line.
        """
        require_able(self.name, self.abilities, line)
        file = find_voice(line.voice, self._folder)
        text = make_speakable(line.text).translate(PLAIN_BRACKETS)
        if not has_words(text):
            return Pcm(samples=b"", rate_hz=_RATE_HZ)
        samples = resample(
            self._speak_parts(file, text, line), from_hz=int(file.description["audio"]["sample_rate"]), to_hz=_RATE_HZ
        )
        moved = moved_in_pitch(samples, line, rate_hz=_RATE_HZ)
        return as_spoken(moved, line, rate_hz=_RATE_HZ, engine=self.name)

    def close(self) -> None:
        """Let the voices go."""
        self._loaded.clear()

    def _speak_parts(self, file: PiperVoiceFile, text: str, line: Line) -> "Samples":
        import numpy as np
        from piper.config import SynthesisConfig

        manner = SynthesisConfig(
            speaker_id=file.speaker_id,
            length_scale=file.description.get("inference", {}).get("length_scale", 1.0) / model_speed(line),
            noise_scale=0.0,
            noise_w_scale=0.0,
            normalize_audio=False,  # each sentence would get a loudness of its own
        )
        voice = self._open(file)
        british = str(file.description.get("espeak", {}).get("voice", "")).startswith("en-gb")

        def write(sound: WordSound) -> str:
            return f"[[{ipa_of(sound, british=british)}]]"

        parts = [
            chunk.audio_float_array
            for part in split_for_model(text, most_chars=_LONGEST_CHARS)
            for chunk in voice.synthesize(with_sounds(part, line.sounds, write), manner)
        ]
        joined: Samples = np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)
        return joined

    def _open(self, file: PiperVoiceFile) -> Any:
        from piper.config import PiperConfig
        from piper.voice import PiperVoice

        if file.model not in self._loaded:
            session = open_model(file.model, extra="piper", memory_mib=_WORK_MIB + file_mib(file.model))
            config = PiperConfig.from_dict(dict(file.description))
            self._loaded[file.model] = PiperVoice(config=config, session=session)
        return self._loaded[file.model]

    @cached_property
    def _folder(self) -> Path | None:
        named = os.environ.get(VOICES_FOLDER)
        return Path(named) if named else None
