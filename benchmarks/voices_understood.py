"""Which built-in voices an ear that is not ours understands worst: the same sentences by each, and nothing added.

    python benchmarks/voices_understood.py                          # the voices of pyttsx3
    python benchmarks/voices_understood.py --engine kokoro --voice emma --voice george
    python benchmarks/voices_understood.py --profiles voices/profiles --voice my-own
    python benchmarks/voices_understood.py --second                 # on 24 other sentences, which chose nothing

Each voice speaks in the pitch and at the rate of its profile. README.md beside this file says how words are counted.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from hearing.aligning import align
from hearing.normalising import words_of
from hearing.recogniser import HEARING_RATE_HZ, NoRecogniserError, Recogniser, Samples, WhisperRecogniser
from hearing.second_sentences import SECOND_SENTENCES
from hearing.windows import for_the_ear
from results_page import add_record_options, recorded
from trials.table import lay_out_table

from audiobook.casting.profiles import load_profiles
from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import open_engine
from audiobook.errors import AudiobookError
from audiobook.model.cast import VoiceProfile
from audiobook.model.speech import Line

SENTENCES = (
    "When the storm passed, every window on the street was covered with salt and small green leaves.",
    "My grandmother kept her letters in a biscuit tin under the stairs.",
    "He asked whether the train would stop at the next village, but nobody answered him.",
    "Put the kettle on, and I will tell you what really happened at the bridge.",
    "The doctor wrote three words on a piece of paper and pushed it across the table.",
    "They walked home slowly because the youngest child had lost a shoe.",
    "There was a light in the kitchen, although the house had been empty for years.",
    "I never said that I was brave; I only said that I would go.",
    "A thin grey dog followed the soldiers through the market and out by the northern gate.",
    "She counted the coins twice, frowned, and gave half of them back.",
    "What do you want me to do about the noise in the cellar?",
    "By the end of the winter he knew the name of every ship in the harbour.",
)
"""No names, no numbers, nothing that two people would spell differently but for what is folded."""

TOGETHER = 3
"""Sentences that are heard at once, some 12 s."""

PAUSE = np.zeros(round(0.4 * HEARING_RATE_HZ), dtype=np.float32)


def main() -> None:
    """Listen to every voice asked for and print who is understood, the worst first."""
    given = read_command_line()
    with recorded(given):
        listen_and_print(given)


def listen_and_print(given: argparse.Namespace) -> None:
    try:
        recogniser = WhisperRecogniser(given.model, beam_size=given.beam, threads=given.threads)
        sentences = SECOND_SENTENCES if given.second else SENTENCES
        rows = [judge(voice, recogniser, sentences) for voice in chosen_voices(given)]
    except (NoRecogniserError, AudiobookError) as error:
        raise SystemExit(str(error)) from error
    rows.sort(key=lambda row: -float(row[2]))
    print(lay_out_table(("voice", "of the engine", "wrong %", "words"), rows))


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Have a speech recogniser listen to voices.")
    parser.add_argument("--engine", default="pyttsx3", help="whose voices (default pyttsx3)")
    parser.add_argument("--voice", action="append", help="only this profile; several times for several")
    parser.add_argument("--profiles", type=Path, default=Path("no folder"), help="a folder of profiles of your own")
    parser.add_argument("--second", action="store_true", help="24 other sentences instead of the twelve")
    parser.add_argument("--model", default="base", help="a folder with a CTranslate2 model of Whisper, or a name")
    parser.add_argument("--beam", type=int, default=1, help="width of the recogniser's search (default 1)")
    parser.add_argument("--threads", type=int, default=1, help="of the recogniser (default 1)")
    add_record_options(parser, section="Each voice")
    return parser.parse_args()


def chosen_voices(given: argparse.Namespace) -> list[VoiceProfile]:
    voices = [voice for voice in load_profiles(given.profiles).values() if voice.engine == given.engine]
    names = {voice.name for voice in voices}
    if unknown := set(given.voice or ()) - names:
        has = ", ".join(sorted(names))
        raise SystemExit(f"{given.engine} has no profile {', '.join(sorted(unknown))}; it has {has}")
    return [voice for voice in voices if not given.voice or voice.name in given.voice]


def judge(voice: VoiceProfile, recogniser: Recogniser, all_sentences: Sequence[str]) -> tuple[str, ...]:
    """Count the words of a voice that are heard wrong."""
    engine = open_engine(voice.engine)
    said_words = errors = 0
    for sentences in in_groups(all_sentences):
        said = words_of(" ".join(sentences))
        heard = words_of(recogniser.transcribe(speak(sentences, voice, engine)))
        said_words += len(said)
        errors += sum(step.errors for step in align(said, heard))
    engine.close()
    return voice.name, voice.voice, f"{100 * errors / said_words:.1f}", str(said_words)


def in_groups(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    return (sentences[start : start + TOGETHER] for start in range(0, len(sentences), TOGETHER))


def speak(sentences: Sequence[str], voice: VoiceProfile, engine: SpeechEngine) -> Samples:
    """Speak sentences with rests between and around them."""
    manner = voice.adjustment
    lines = [
        Line(text=text, voice=voice.voice, pitch_percent=manner.pitch_percent, rate_percent=manner.rate_percent)
        for text in sentences
    ]
    sounds = chain.from_iterable((for_the_ear(engine.speak(line)), PAUSE) for line in lines)
    return np.concatenate([PAUSE, *sounds])


if __name__ == "__main__":
    main()
