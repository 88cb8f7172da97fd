"""The straightforward program: pyttsx3 speaks each sentence into a file, pydub strings the files together and exports.

What one writes in an afternoon, and no worse than that: the same sentences, voices and pauses as `bare_limit.py` in one
process, one MP3 a chapter, and the wait that pyttsx3 needs to lose no audio. pydub encodes with ffmpeg, which must be
installed. It reuses no code of the package.
"""

import contextlib
import ctypes
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

BIT_RATE = "64k"


def main() -> None:
    """Make the job whose file is named on the command line into MP3 files; prints how long they are as JSON."""
    if sys.argv[1:2] in ([], ["--help"]):
        print("usage: rival.py JOB.json")
        return
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    audio_s = 0.0
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(sys.stderr):  # pyttsx3 prints
        engine = open_engine()
        for number, chapter in enumerate(job["chapters"], start=1):
            audio_s += make_chapter(engine, chapter, Path(name), number)
    print(json.dumps({"audio_s": audio_s}))


def open_engine() -> Any:
    """Open pyttsx3 with the speech library of the wheel."""
    import espeakng_loader

    ctypes.CDLL(str(espeakng_loader.get_library_path()))
    os.environ["ESPEAK_DATA_PATH"] = str(espeakng_loader.get_data_path())
    import pyttsx3

    return pyttsx3.init("espeak")


def make_chapter(engine: Any, chapter: dict[str, Any], folder: Path, number: int) -> float:
    """Speak a chapter sentence by sentence and write its MP3; its seconds."""
    from pydub import AudioSegment

    sound = AudioSegment.empty()
    for utterance in chapter["utterances"]:
        clip = AudioSegment.from_wav(speak(engine, utterance, folder / "sentence.wav"))
        pause_ms = utterance["start_sample"] * 1000 / clip.frame_rate - len(sound)
        sound += AudioSegment.silent(duration=max(0, round(pause_ms)), frame_rate=clip.frame_rate)
        sound += clip
    path = folder / f"{number:02}.mp3"
    sound.export(path, format="mp3", bitrate=BIT_RATE).close()
    return float(sound.duration_seconds)


def speak(engine: Any, utterance: dict[str, Any], path: Path) -> str:
    """Have a sentence written to a file, whole."""
    from pyttsx3.drivers import _espeak

    engine.setProperty("voice", utterance["voice"])
    engine.setProperty("rate", utterance["rate_wpm"])
    engine.setProperty("pitch", utterance["pitch"])
    engine.save_to_file(utterance["text"], str(path))
    engine.runAndWait()
    _espeak.Synchronize()  # runAndWait does not wait for the first file
    return str(path)


if __name__ == "__main__":
    main()
