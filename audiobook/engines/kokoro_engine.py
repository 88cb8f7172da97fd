"""Kokoro-82M: 28 English voices, each of which could read a whole book; slow, and worth it.

Knows how a line becomes pieces and pieces become a line; refuses to fetch anything. Deterministic: the network has no
noise of its own, and 1 thread or 2 gave the same samples.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from audiobook.engines.espeak_phonemes import PHONEMES_VERSION
from audiobook.engines.espeak_text import has_words, make_speakable
from audiobook.engines.kokoro_files import KOKORO, KOKORO_MODEL, KOKORO_VOICES
from audiobook.engines.kokoro_model import MODEL_MIB, RATE_HZ, KokoroModel
from audiobook.engines.kokoro_pieces import PIECES_VERSION, Piece, cut_into_pieces
from audiobook.engines.misaki_phonemes import misaki_phonemes_of, require_misaki
from audiobook.engines.model_files import is_there, model_folder, require_files
from audiobook.engines.neural_models import file_digest, require_package, runtime_fingerprint
from audiobook.engines.ranges import require_able
from audiobook.engines.spoken_samples import (
    as_spoken,
    model_speed,
    moved_in_pitch,
    neural_abilities,
    without_rests,
)
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_PROCESS_MIB = 60
_ACCENT_MIB = 105
"""Misaki's lexicon of an accent, measured."""

_SETTINGS_VERSION = "1"


class KokoroEngine:
    """Speaks with Kokoro; the model is loaded with the first line."""

    name = "kokoro"
    abilities = neural_abilities(rate_hz=RATE_HZ)

    def __init__(self) -> None:
        require_package("onnxruntime", extra=self.name)
        require_misaki()
        self._folder = model_folder(self.name)
        require_files(KOKORO, self._folder)
        self._model: KokoroModel | None = None

    def fingerprint(self) -> str:
        """Name the model and the versions of everything that computes the sound; styles stand in the voices'."""
        model = file_digest(self._folder / KOKORO_MODEL.path)
        versions = runtime_fingerprint("hibari-tts", "espeakng-loader")
        return f"kokoro {model}, {versions}, phonemes {PHONEMES_VERSION}, pieces {PIECES_VERSION}, {_SETTINGS_VERSION}"

    def voice_fingerprint(self, voice: str) -> str:
        """Digest the voice's styles."""
        self.require_voice(voice)
        return file_digest(self._folder / KOKORO_VOICES[voice].path)

    def memory_mib(self, voices: Collection[str]) -> int:
        """Say what a process takes that speaks in these voices: the model for all, and a lexicon for each accent."""
        for voice in voices:
            self.require_voice(voice)
        return _PROCESS_MIB + _ACCENT_MIB * len({_is_british(voice) for voice in voices}) + MODEL_MIB

    def voices(self) -> tuple[str, ...]:
        """List the voices whose files are on this machine."""
        return tuple(name for name, file in KOKORO_VOICES.items() if is_there(file, self._folder))

    def require_voice(self, voice: str) -> None:
        """Make sure that a voice is one of Kokoro's and on this machine.

        Raises:
            EngineError: it is not.
        """
        if voice not in KOKORO_VOICES:
            raise EngineError(
                f'voice "{voice}" is unknown to kokoro', hint=f"its voices are: {', '.join(self.voices())}"
            )
        if not is_there(KOKORO_VOICES[voice], self._folder):
            raise EngineError(
                f'the voice "{voice}" of kokoro is not on this machine', hint="audiobook engines install kokoro"
            )

    def speak(self, line: Line) -> Pcm:
        """Speak one line, whole; a text without letters and digits gives no sound.

        Raises:
            EngineError: unknown voice, a value outside `abilities`, no memory, or no sound that could be this line.
        """
        require_able(self.name, self.abilities, line)
        self.require_voice(line.voice)
        text = make_speakable(line.text)
        if not has_words(text):
            return Pcm(samples=b"", rate_hz=RATE_HZ)
        british = _is_british(line.voice)
        pieces = cut_into_pieces(text, lambda part: misaki_phonemes_of(part, british=british, sounds=line.sounds))
        moved = moved_in_pitch(self._speak_pieces(pieces, line), line, rate_hz=RATE_HZ)
        return as_spoken(moved, line, rate_hz=RATE_HZ, engine=self.name)

    def close(self) -> None:
        """Let the model go."""
        self._model = None

    def _speak_pieces(self, pieces: Collection[Piece], line: Line) -> "Samples":
        import numpy as np

        if self._model is None:
            self._model = KokoroModel(self._folder)
        speed = model_speed(line)
        sounds = []
        for piece in pieces:
            spoken = self._model.speak(piece.phonemes, line.voice, speed=speed)
            sounds.append(without_rests(spoken, rate_hz=RATE_HZ))
            sounds.append(np.zeros(round(RATE_HZ * piece.pause_s / speed), dtype=np.float32))
        joined: Samples = np.concatenate(sounds)
        return joined


def _is_british(voice: str) -> bool:
    return voice.startswith("b")
