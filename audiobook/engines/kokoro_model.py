"""Kokoro-82M itself: phonemes and a voice's style in, samples out.

Knows the network's inputs and what it promises about its output; refuses to know letters and files' homes. Source:
the model's card (style row by number of tokens, 0 at both ends, at most 510 tokens) and its config.json (a token lasts
1 to 50 frames of 600 samples, `max_dur`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.engines.kokoro_files import KOKORO_MODEL, KOKORO_VOICES, STYLE_COLUMNS, STYLE_ROWS
from audiobook.engines.kokoro_vocabulary import BORDER, token_ids
from audiobook.engines.neural_models import open_model
from audiobook.errors import EngineError
from audiobook.workspace.files import describe

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

RATE_HZ = 24000
MOST_TOKENS = STYLE_ROWS - 1
MODEL_MIB = 560
"""With a piece of 300 tokens under way, measured (onnxruntime keeps what it once took)."""

_FRAME_SAMPLES = 600
_LONGEST_TOKEN_S = 0.4
_LONGEST_REST_S = 3.0


class KokoroModel:
    """The network and the styles of its voices; a style is read with the voice's first line.

    Args:
        folder: with the files of `kokoro_files.KOKORO`.

    Raises:
        EngineMissingError: onnxruntime is not installed.
        EngineError: there is not enough memory, or the file is no model.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._session = open_model(folder / KOKORO_MODEL.path, extra="kokoro", memory_mib=MODEL_MIB)
        self._styles: dict[str, Samples] = {}

    def speak(self, phonemes: str, voice: str, *, speed: float) -> "Samples":
        """Speak one piece of a line.

        Args:
            phonemes: in Kokoro's alphabet, at most `MOST_TOKENS`; signs that it does not know are left out.
            voice: one of `kokoro_files.KOKORO_VOICES`.
            speed: 1 is the voice's usual one.

        Raises:
            EngineError: the voice's file cannot be read, there are no phonemes or too many, or what came back cannot
                be these phonemes.
        """
        import numpy as np

        tokens = token_ids(phonemes)
        if not 0 < len(tokens) <= MOST_TOKENS:
            raise EngineError(f"kokoro cannot speak {len(tokens)} phonemes at once; 1 to {MOST_TOKENS} can be")
        (sound,) = self._session.run(
            ["waveform"],
            {
                "input_ids": np.array([[BORDER, *tokens, BORDER]], dtype=np.int64),
                "style": self._style(voice)[len(tokens)][np.newaxis],
                "speed": np.array([speed], dtype=np.float32),
            },
        )
        samples: Samples = sound.reshape(-1)
        _require_plausible(samples, phonemes, token_count=len(tokens), speed=speed)
        return samples

    def _style(self, voice: str) -> "Samples":
        """Read a voice's styles: one row for each number of tokens."""
        if voice not in self._styles:
            self._styles[voice] = _read_style(self._folder / KOKORO_VOICES[voice].path)
        return self._styles[voice]


def _read_style(path: Path) -> "Samples":
    import numpy as np

    try:
        numbers = np.fromfile(path, dtype="<f4")
    except OSError as error:
        raise EngineError(
            f"{path}: cannot be read: {describe(error)}", hint="audiobook engines install kokoro"
        ) from error
    if numbers.size != STYLE_ROWS * STYLE_COLUMNS or not np.isfinite(numbers).all():
        raise EngineError(f"{path}: this is no voice of kokoro", hint="audiobook engines install kokoro")
    style: Samples = numbers.reshape(STYLE_ROWS, STYLE_COLUMNS)
    return style


def _require_plausible(samples: "Samples", phonemes: str, *, token_count: int, speed: float) -> None:
    """Refuse what cannot be these phonemes: each takes a frame at least, and none goes on for ever."""
    import numpy as np

    seconds = len(samples) / RATE_HZ
    shortest_s = (token_count + 2) * _FRAME_SAMPLES / RATE_HZ
    longest_s = _LONGEST_REST_S + token_count * _LONGEST_TOKEN_S / speed
    if not shortest_s <= seconds <= longest_s:
        fault = f"{seconds:.2f} s of sound"
    elif not np.isfinite(samples).all():
        fault = "samples that are no numbers"
    else:
        return
    raise EngineError(f'kokoro gave {fault} for "{phonemes}"', hint="audiobook engines install kokoro checks its files")
