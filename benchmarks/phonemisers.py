"""Which phonemes Kokoro is understood best with: the same sentences through each phonemiser, written down by an ear.

    python benchmarks/phonemisers.py TEXT... [--limit 80] [--voice af_heart] [--whisper FOLDER] [--differences 20]

The phonemisers are espeak-ng through the wheel, the port of misaki inside hibari-tts (what the engine uses), and misaki
itself; those that are not installed are left out. The ear is faster-whisper. Counted are words wrong, missing or too
many (Levenshtein over words in lower case, without apostrophes). Sentences with digits are left out, for a number has
two spellings.
"""

import argparse
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audiobook.codecs.resample import resample
from audiobook.engines.espeak_phonemes import phonemes_of
from audiobook.engines.kokoro_model import RATE_HZ, KokoroModel
from audiobook.engines.model_files import model_folder
from audiobook.language.sentences import split_sentences

Phonemise = Callable[[str], str]
Samples = npt.NDArray[np.float32]

HEARING_RATE_HZ = 16000
WORDS = (6, 30)


def main() -> None:
    given = read_command_line()
    sentences = read_sentences(given.texts, limit=given.limit)
    model, hear = KokoroModel(model_folder("kokoro")), open_ear(given.whisper)
    found = {}
    for name, phonemise in phonemisers(british=given.voice.startswith("b")).items():
        if given.only and name not in given.only:
            continue
        found[name] = listen(sentences, phonemise, lambda phonemes: hear(model.speak(phonemes, given.voice, speed=1.0)))
        print(f"{name:<8} {describe(found[name])}", flush=True)
    print_differences(found, most=given.differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """What was heard of each sentence, by the sentence, and how long its phonemes took."""

    heard: Mapping[str, str]
    phonemes_ms: float

    def errors(self, sentence: str) -> int:
        """Count the words of one sentence that were heard wrong."""
        return word_errors(words_of(sentence), words_of(self.heard[sentence]))


def listen(sentences: Sequence[str], phonemise: Phonemise, speak_and_hear: Callable[[str], str]) -> Listened:
    started_s = time.perf_counter()
    phonemes = [phonemise(sentence) for sentence in sentences]
    spent_s = time.perf_counter() - started_s
    heard = dict(zip(sentences, map(speak_and_hear, phonemes), strict=True))
    return Listened(heard=heard, phonemes_ms=1000 * spent_s / len(sentences))


def describe(listened: Listened) -> str:
    words = sum(len(words_of(sentence)) for sentence in listened.heard)
    wrong = sum(map(listened.errors, listened.heard))
    percent = f"{100 * wrong / words:.2f} %"
    return (
        f"{len(listened.heard)} sentences, {words} words, {wrong} wrong: {percent}; {listened.phonemes_ms:.1f} ms each"
    )


def read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare phonemisers for Kokoro.")
    parser.add_argument("texts", type=Path, nargs="+", help="plain text files")
    parser.add_argument("--only", action="append", help="only this phonemiser; several times for several")
    parser.add_argument("--limit", type=int, default=80, help="sentences, taken evenly from the texts (default 80)")
    parser.add_argument("--voice", default="af_heart")
    parser.add_argument("--whisper", default="base", help="a folder with a CTranslate2 model of Whisper, or a name")
    parser.add_argument(
        "--differences", type=int, default=20, help="list so many sentences that were heard differently"
    )
    return parser.parse_args()


def read_sentences(texts: list[Path], *, limit: int) -> list[str]:
    found = []
    for text in (path.read_text(encoding="utf-8") for path in texts):
        for start, end in split_sentences(text):
            sentence = " ".join(text[start:end].split())
            if WORDS[0] <= len(sentence.split()) <= WORDS[1] and not re.search(r"[\d_*#]", sentence):
                found.append(sentence)
    return found[:: max(1, len(found) // limit)][:limit]


def phonemisers(*, british: bool) -> Mapping[str, Phonemise]:
    """Those that are installed, by name; each gives the signs of Kokoro's alphabet."""
    found: dict[str, Phonemise] = {"espeak": lambda text: phonemes_of(text, british=british)}
    if find_spec("hibari") is not None:
        from hibari.g2p import G2P

        found["hibari"] = G2P(british=british)
    if find_spec("misaki") is not None:
        from misaki import en, espeak

        misaki = en.G2P(trf=False, british=british, fallback=espeak.EspeakFallback(british=british))
        found["misaki"] = lambda text: str(misaki(text)[0])
    return found


def open_ear(model: str) -> Callable[[Samples], str]:
    from faster_whisper import WhisperModel

    whisper = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=1)

    def hear(samples: Samples) -> str:
        sound = resample(samples, from_hz=RATE_HZ, to_hz=HEARING_RATE_HZ)
        segments, _ = whisper.transcribe(
            sound,
            language="en",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
        )
        return " ".join(segment.text.strip() for segment in segments)

    return hear


def words_of(text: str) -> tuple[str, ...]:
    plain = re.sub(r"['’]", "", text.lower())
    return tuple(re.findall(r"[^\W\d_]+", plain))


def word_errors(said: tuple[str, ...], heard: tuple[str, ...]) -> int:
    """Count the fewest words to change, add or leave out; blanks within a word are none."""
    costs = list(range(len(heard) + 1))
    for row, word in enumerate(said, start=1):
        previous, costs[0] = costs[0], row
        for column, other in enumerate(heard, start=1):
            changed = previous + (word != other)
            previous, costs[column] = costs[column], min(changed, costs[column] + 1, costs[column - 1] + 1)
    return 0 if "".join(said) == "".join(heard) else costs[-1]


def print_differences(found: Mapping[str, Listened], *, most: int) -> None:
    sentences = next(iter(found.values())).heard
    differing = [said for said in sentences if len({listened.errors(said) for listened in found.values()}) > 1]
    for said in differing[:most]:
        print(f"\n  said     {said}")
        for name, listened in found.items():
            print(f"  {name:<8} {listened.errors(said)}: {listened.heard[said]}")


if __name__ == "__main__":
    main()
