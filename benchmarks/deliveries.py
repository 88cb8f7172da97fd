"""Hear whether each cue of the delivery table changes the sound as the table says: real sentences, measured.

    python benchmarks/deliveries.py [--engine pyttsx3] [--voice ada] [--strength 1.0]

Every sentence goes through reading, attribution and planning, then is spoken twice with the same words: as planned, and
plainly. Printed are what the plan asks for (rate and pitch in percent, volume in dB, pause in ms, effect) and what is
heard: rate by the length of the samples, pitch by the median fundamental frequency (by autocorrelation; single short
lines are off by up to some 5 %). Volume, pause and effect belong to the mix, which does exactly what is asked.

Stressed words are measured where they stand: from the first sample that differs from the plain take, over the length of
a word, and in the same way behind it, where nothing should have changed.
"""

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audiobook.casting.cast_reading import parse_cast
from audiobook.casting.deliveries import decide_deliveries
from audiobook.casting.profiles import load_profiles
from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import open_engine
from audiobook.model.cast import CastVoice
from audiobook.model.script import Script, SegmentKind
from audiobook.model.speech import Line, Pcm
from audiobook.model.take import PlannedTake
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script
from audiobook.synthesis.delivering import EngineLimits
from audiobook.synthesis.planning import SpeakingRules, plan_takes
from benchmarks.measure_voices import median_f0_hz

Samples = npt.NDArray[np.float64]

WORD_MS = 300
"""About a stressed word of one or two syllables."""

SENTENCES = (
    '"Come closer to the lamp," whispered Anna.',
    '"It is late and I am tired," Anna murmured.',
    '"Stop where you are, all of you!" shouted Anna.',
    '"You cannot mean that we must leave," cried Anna.',
    '"You will pay for this one day," snarled Anna.',
    '"Answer me when I ask you," snapped Anna.',
    '"Let me go home to my mother," begged Anna.',
    '"He is gone and he took the boat," sobbed Anna.',
    '"What a day it was at the fair," laughed Anna.',
    '"Another mile and then another hill," sighed Anna.',
    '"I ran all the way from the harbour," gasped Anna.',
    '"I took it and I hid it in the barn," blurted Anna.',
    '"Well now, stranger, where are you from," drawled Anna.',
    '"Go home before the rain comes!" said Anna.',
    '"Are you there behind the door?" said Anna.',
    '"That is a HUGE mistake of yours," said Anna.',
    '"I *told* you about it last night," said Anna.',
    '"I wonder about that old man..." said Anna.',
    '"L. . .Lex, come here to the window," said Anna.',
    '"But I never meant to harm—" said Anna.',
    '"I *never* said that you could take it," said Anna.',
    '"The boat was *mine* before it was yours," said Anna.',
    '"We only wanted *you* to come along," said Anna.',
    "*I should have stayed at home,* thought Anna.",
    '"Are you alone in the house tonight," said Anna over the phone.',
    '"Dear Bob, the house on the hill is sold," Anna read aloud.',
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what each cue does to a line.")
    parser.add_argument("--engine", default="pyttsx3")
    parser.add_argument("--voice", default="ada", help="a voice profile of that engine")
    parser.add_argument("--strength", type=float, default=1.0)
    given = parser.parse_args()
    profile = load_profiles(Path("voices") / "profiles")[given.voice]
    script, engine = write(SENTENCES), open_engine(given.engine)
    voice = CastVoice(profile=profile, adjustment=profile.adjustment)
    marked, plain = (plan(script, voice, engine, strength=strength) for strength in (given.strength, 0.0))
    print(f"{'line':<34} {'asked: rate pitch volume pause effect':<46} heard: rate pitch")
    for take, other in zip(marked, plain, strict=True):
        if script.segments[take.segment_index].kind in (SegmentKind.DIALOGUE, SegmentKind.THOUGHT):
            print_row(script.segments[take.segment_index].text, take, other, engine)
    if stressed := [take.line for take in marked if take.line.stresses]:
        print(f"\n{'stressed word':<34} longer by  at the word: pitch level  behind it: pitch level")
        for line in stressed:
            print_stress(line, engine)


def write(sentences: Sequence[str]) -> Script:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cues.txt"
        path.write_text("\n\n".join(sentences), encoding="utf-8")
        return write_script(read_manuscript(path, book="cues"))


def plan(script: Script, voice: CastVoice, engine: SpeechEngine, *, strength: float) -> tuple[PlannedTake, ...]:
    cast = parse_cast(f"[delivery]\nstrength = {strength}\n", file="cues.toml")
    able = engine.abilities
    limits = EngineLimits(
        rate_percent=able.rate_percent,
        pitch_percent=able.pitch_percent,
        reads_ipa=able.reads_ipa,
        stresses_words=able.stresses_words,
    )
    return plan_takes(
        script,
        {segment.speaker: voice for segment in script.segments if segment.speaker},
        rules=SpeakingRules(deliveries=decide_deliveries(cast, {}), limits={engine.name: limits}),
        fingerprints={engine.name: engine.fingerprint()},
    )


def print_row(text: str, take: PlannedTake, other: PlannedTake, engine: SpeechEngine) -> None:
    spoken = engine.speak(take.line)
    plainly = engine.speak(replace(other.line, text=take.line.text))
    rate, pitch = plainly.length_samples / spoken.length_samples, f0_hz(spoken) / f0_hz(plainly)
    faster = take.line.rate_percent - other.line.rate_percent
    higher = take.line.pitch_percent - other.line.pitch_percent
    mixed = f"{take.volume_db - other.volume_db:+5.1f} {take.pause_ms - other.pause_ms:+6.0f} {take.effect or ''}"
    asked = f"{faster:+6.1f} {higher:+6.1f} {mixed}"
    print(f"{text[:34]:<34} {asked:<46} {rate * 100 - 100:+6.1f} {pitch * 100 - 100:+6.1f}")


def print_stress(line: Line, engine: SpeechEngine) -> None:
    """Compare a line with itself without its stresses, at the first of them and behind it."""
    stressed, plain = samples_of(engine.speak(line)), samples_of(engine.speak(replace(line, stresses=())))
    rate_hz = engine.abilities.sample_rate_hz
    shared = min(len(stressed), len(plain))
    start = int(np.argmax(stressed[:shared] != plain[:shared]))
    word = rate_hz * WORD_MS // 1000
    longer_ms = (len(stressed) - len(plain)) * 1000 / rate_hz
    behind = len(plain) - start - word
    at_word = compare(stressed[start : start + word], plain[start : start + word], rate_hz)
    after = compare(stressed[-behind:], plain[-behind:], rate_hz)
    what = f"{line.stresses[0].word} at {start * 1000 // rate_hz} ms"
    print(f"{what:<34} {longer_ms:+6.0f} ms {at_word[0]:+17.1f} {at_word[1]:+5.1f} {after[0]:+17.1f} {after[1]:+5.1f}")


def compare(one: Samples, other: Samples, rate_hz: int) -> tuple[float, float]:
    """Pitch in percent and level in dB of one stretch above another."""
    pitch = median_f0_hz(one, rate_hz) / median_f0_hz(other, rate_hz)
    return pitch * 100 - 100, float(10 * np.log10(np.mean(one**2) / np.mean(other**2)))


def samples_of(pcm: Pcm) -> Samples:
    return np.frombuffer(pcm.samples, "<i2") / 32768


def f0_hz(pcm: Pcm) -> float:
    return median_f0_hz(samples_of(pcm), pcm.rate_hz)


if __name__ == "__main__":
    main()
