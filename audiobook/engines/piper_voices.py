"""Piper's voices: files a person has, named by path, and the speakers within them.

    "voices/piper/en_US-joe-medium.onnx"        a voice file; beside it lies its description, "....onnx.json"
    "en_US-libritts-high.onnx#14"               one speaker of a file with several: by number or by name
    "en_US-joe-medium.onnx"                     a bare name is also looked for in the folder AUDIOBOOK_PIPER_VOICES

Refuses to know how they sound.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audiobook.errors import EngineError
from audiobook.workspace.files import describe

VOICES_FOLDER = "AUDIOBOOK_PIPER_VOICES"

_PHONEMES_WITHOUT_NETWORK = frozenset({"espeak", "text"})
"""Ways to phonemes that need no further files; Piper's others fetch models by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PiperVoiceFile:
    """One voice: a file, and one of its speakers.

    Attributes:
        description: what the JSON file says, as Piper reads it.
        speaker_id: None if the file has only one speaker.
    """

    model: Path
    description: Mapping[str, Any]
    speaker_id: int | None


def list_voices(folder: Path | None) -> tuple[str, ...]:
    """List the voice files of a folder, each with its speakers if it has several; broken ones are left out."""
    if folder is None or not folder.is_dir():
        return ()
    found: list[str] = []
    for model in sorted(folder.glob("*.onnx")):
        try:
            speakers = int(_read_description(model)["num_speakers"])
        except EngineError:
            continue
        found.extend([str(model)] if speakers <= 1 else [f"{model}#{number}" for number in range(speakers)])
    return tuple(found)


def find_voice(voice: str, folder: Path | None) -> PiperVoiceFile:
    """Find the files of a voice.

    Raises:
        EngineError: a file is missing or wrong, or has no such speaker.
    """
    name, _, speaker = voice.partition("#")
    model = Path(name)
    if not model.is_file() and folder is not None:
        model = folder / name
    if not name.endswith(".onnx") or not model.is_file():
        hint = f"a voice is the path of an .onnx file; {VOICES_FOLDER} names a folder of them"
        raise EngineError(f'voice "{voice}" is unknown to piper: there is no such file', hint=hint)
    description = _read_description(model)
    return PiperVoiceFile(model=model, description=description, speaker_id=_speaker_id(voice, speaker, description))


def description_path(model: Path) -> Path:
    """Where a voice's description lies."""
    return model.with_name(f"{model.name}.json")


def _read_description(model: Path) -> Mapping[str, Any]:
    path = description_path(model)
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
        kind = description.get("phoneme_type", "espeak")
        facts = (int(description["audio"]["sample_rate"]), int(description["num_speakers"]))
    except OSError as error:
        message = f"{path}: this voice's description cannot be read: {describe(error)}"
        raise EngineError(message, hint="fetch it from where the voice came from") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(f"{path}: this is no description of a Piper voice", hint="fetch it again") from error
    if min(facts) < 1:
        raise EngineError(f"{path}: this is no description of a Piper voice", hint="fetch it again")
    if kind not in _PHONEMES_WITHOUT_NETWORK:
        raise EngineError(f'{path}: phonemes of the kind "{kind}" need more than this voice', hint="choose another one")
    found: Mapping[str, Any] = description
    return found


def _speaker_id(voice: str, speaker: str, description: Mapping[str, Any]) -> int | None:
    count = int(description["num_speakers"])
    if not speaker:
        return None if count == 1 else 0
    named = description.get("speaker_id_map") or {}
    number = named.get(speaker, int(speaker) if speaker.isascii() and speaker.isdigit() else -1)
    if number not in range(count):
        hint = f"its speakers are 0 to {count - 1}" if count > 1 else "leave out the # and what follows"
        raise EngineError(f'voice "{voice}" is unknown to piper: there is no such speaker in the file', hint=hint)
    return None if count == 1 else int(number)
