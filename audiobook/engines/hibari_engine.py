"""Hibari: a tiny neural voice of American English, its model inside the wheel; the quickest neural engine.

Knows the package's classes; refuses to fetch anything: of its further voices only those that are on this machine are
there. Words in other scripts, which its own text rules drop, are given to it as espeak-ng's phonemes.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiobook.engines.espeak_phonemes import PHONEMES_VERSION, phonemes_of
from audiobook.engines.espeak_text import has_other_script, has_words, make_speakable
from audiobook.engines.misaki_phonemes import with_links
from audiobook.engines.neural_models import file_digest, require_memory, require_package, runtime_fingerprint
from audiobook.engines.ranges import require_able
from audiobook.engines.spoken_samples import (
    as_spoken,
    model_speed,
    moved_in_pitch,
    neural_abilities,
)
from audiobook.engines.utterances import split_for_model
from audiobook.engines.word_sounds import PLAIN_BRACKETS
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_RATE_HZ = 24000
_SEED = 0
_LONGEST_CHARS = 300
"""It was trained on phoneme strings of up to 400; English has about one a letter."""

_PROCESS_MIB = 90
_MODEL_MIB = 270
"""Measured while it spoke lines of 400 characters (onnxruntime keeps what it once took)."""

_SETTINGS_VERSION = "1"


class HibariEngine:
    """Speaks with Hibari's models; a model is loaded with its first line."""

    name = "hibari"
    abilities = neural_abilities(rate_hz=_RATE_HZ)

    def __init__(self) -> None:
        self._package = require_package("hibari", extra="hibari")
        self._loaded: dict[str, Any] = {}

    def fingerprint(self) -> str:
        """Name the versions of everything that computes the sound; the model stands in the voice's."""
        versions = runtime_fingerprint("hibari-tts", "scipy", "espeakng-loader")
        return f"{versions}, seed {_SEED}, phonemes {PHONEMES_VERSION}, settings {_SETTINGS_VERSION}"

    def voice_fingerprint(self, voice: str) -> str:
        """Digest the voice's model."""
        return file_digest(self._model(voice))

    def voices(self) -> tuple[str, ...]:
        """List the voices whose models are on this machine, the one of the wheel first."""
        return tuple(self._models)

    def memory_mib(self, voices: Collection[str]) -> int:
        """Say what a process takes with the models of these voices."""
        return _PROCESS_MIB + _MODEL_MIB * len({self._model(voice) for voice in voices})

    def require_voice(self, voice: str) -> None:
        """Make sure that a voice can be asked for.

        Raises:
            EngineError: the voice is unknown, or its file is not on this machine.
        """
        self._model(voice)

    def speak(self, line: Line) -> Pcm:
        """Speak one line, whole; a text without letters and digits gives no sound.

        Raises:
            EngineError: unknown voice, a value outside `abilities`, no memory, or no sound that could be this line.
        """
        require_able(self.name, self.abilities, line)
        model = self._open(line.voice)
        text = make_speakable(line.text).translate(PLAIN_BRACKETS)
        if not has_words(text):
            return Pcm(samples=b"", rate_hz=_RATE_HZ)
        import numpy as np

        parts = [self._speak_part(model, part, line) for part in split_for_model(text, most_chars=_LONGEST_CHARS)]
        moved = moved_in_pitch(np.concatenate(parts), line, rate_hz=_RATE_HZ)
        return as_spoken(moved, line, rate_hz=_RATE_HZ, engine=self.name)

    def close(self) -> None:
        """Let the models go."""
        self._loaded.clear()

    def _speak_part(self, model: Any, text: str, line: Line) -> "Samples":
        import numpy as np

        phonemes = self._phonemes_of(model, text, line)
        speed = model_speed(line)
        return np.concatenate([model.from_phonemes(part, speed=speed, seed=_SEED) for part in phonemes])

    def _phonemes_of(self, model: Any, text: str, line: Line) -> Sequence[str]:
        """Write a text as the model's own rules do, or, where they drop words or all, as espeak-ng does."""
        british = self._is_british(line.voice)
        own: Sequence[str] = ()
        if not has_other_script(text):
            own = model.phonemize(with_links(text, line.sounds, british=british))
        return own or (phonemes_of(text, british=british, sounds=line.sounds),)

    def _is_british(self, voice: str) -> bool:
        return bool(self._registry[voice]["british"])

    def _open(self, voice: str) -> Any:
        path = self._model(voice)
        if voice not in self._loaded:
            require_package("onnxruntime", extra="hibari")
            require_memory(_MODEL_MIB, what=f'the voice "{voice}" of hibari')
            self._loaded[voice] = self._package.Hibari(voice=voice, model=str(path), threads=1)
        return self._loaded[voice]

    def _model(self, voice: str) -> Path:
        if voice in self._models:
            return self._models[voice]
        if voice in self._registry:
            hint = f"fetch it once, and listen to it: hibari --voice {voice} --play Hello"
            raise EngineError(f'the voice "{voice}" of hibari is not on this machine', hint=hint)
        raise EngineError(f'voice "{voice}" is unknown to hibari', hint=f"its voices are: {', '.join(self.voices())}")

    @property
    def _registry(self) -> Mapping[str, Mapping[str, Any]]:
        registry: Mapping[str, Mapping[str, Any]] = self._package.tts.VOICES
        return registry

    @cached_property
    def _models(self) -> Mapping[str, Path]:
        found = {}
        for voice in self._registry:
            try:
                found[voice] = Path(self._package.tts.voice_path(voice, download_missing=False))
            except FileNotFoundError:
                continue
        return found
