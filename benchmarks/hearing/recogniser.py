"""The ear: Whisper, by faster-whisper, with nothing that guesses from what was heard before.

Knows the package; refuses to know what is listened to.
"""

from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

HEARING_RATE_HZ = 16000

Samples = npt.NDArray[np.float32]


class Recogniser(Protocol):
    """Writes down what it hears."""

    def transcribe(self, samples: Samples) -> str:
        """Write down at most 30 s of mono sound at 16 kHz."""
        ...


class NoRecogniserError(Exception):
    """There is none, or its model is not there; the message says what to install."""


class WhisperRecogniser:
    """Whisper with fixed settings: the same sound gives the same words.

    Args:
        model: a folder with a model in CTranslate2's format, or a name that faster-whisper fetches.
        beam_size: 1 is greedy.
        threads: of this one process.
    """

    def __init__(self, model: str, *, beam_size: int, threads: int) -> None:
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            raise NoRecogniserError("faster-whisper is not installed: pip install faster-whisper") from error
        try:
            self._model = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=threads)
        except (OSError, RuntimeError, ValueError) as error:
            what = "folder" if Path(model).exists() else "name or folder"
            raise NoRecogniserError(f"--model {model}: no Whisper model in this {what}: {error}") from error
        self._beam_size = beam_size

    def transcribe(self, samples: Samples) -> str:
        """Write down what is heard; nothing is skipped for being unlikely, nothing tried a second time."""
        segments, _ = self._model.transcribe(
            samples,
            language="en",
            beam_size=self._beam_size,
            temperature=0.0,
            condition_on_previous_text=False,
            vad_filter=False,
            no_speech_threshold=None,
            log_prob_threshold=None,
            compression_ratio_threshold=None,
        )
        return " ".join(segment.text.strip() for segment in segments)
