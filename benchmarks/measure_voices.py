"""Measure the built-in voice profiles and write what was measured back into their files.

    python benchmarks/measure_voices.py                    # rewrite loudness_lufs, f0_hz and spectrum of every profile
    python benchmarks/measure_voices.py --engine pyttsx3   # of one engine's
    python benchmarks/measure_voices.py --engine kokoro --sentences 2 --voices grace bella
    python benchmarks/measure_voices.py --closest          # only print which voices are hardest to tell apart
    python benchmarks/measure_voices.py --docs             # only renew the matrix in docs/voices.md
    python benchmarks/measure_voices.py --check            # how far voices are from themselves

- loudness_lufs: integrated loudness after EBU R128, as chapters are measured.
- f0_hz: median fundamental frequency by autocorrelation, the profile's own pitch included.
- spectrum: long-term spectrum in twelve bands (`BAND_EDGES_HZ`), in dB relative to the bands' mean, so that it says
  how a voice is coloured and not how loud it is.

What makes two voices different is in `audiobook/casting/voice_distance.py`, as the program itself casts.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import tomlkit
from voice_document import closest_pairs, renew_document

from audiobook.casting.profiles import load_profiles
from audiobook.casting.shifts import possible_shifts
from audiobook.casting.voice_distance import distance_between, shifted
from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import open_engine
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.speech import Line

LIBRARY = Path(__file__).parent.parent / "audiobook" / "casting" / "library"

DOCUMENT = Path(__file__).parent.parent / "docs" / "voices.md"

TEXT = (
    "When the ferry came in at dusk, the harbour was full of lanterns, and Captain Brisk counted each of them twice.",
    "You are late, said the boy who sold chestnuts, chewing on a straw. We thought the fog had swallowed you!",
    "She laughed, shook the rain from her heavy blue coat, and gave him a shilling for five.",
    "Was it pleasure or business, this voyage? Nobody could say; but everyone, even old Judge Thorne, had a theory.",
)

BAND_EDGES_HZ = (100, 200, 300, 400, 510, 770, 1080, 1480, 2000, 2700, 3700, 5300, 8000)

LOWEST_HZ = 60
HIGHEST_HZ = 500

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What tells one voice from another, and how loud it is."""

    loudness_lufs: float
    f0_hz: float
    spectrum: tuple[float, ...]


SHIFTS = (Adjustment(pitch_percent=-15.0, rate_percent=-5.0), Adjustment(pitch_percent=15.0, rate_percent=5.0))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the built-in voice profiles.")
    parser.add_argument("--engine", help="only the voices of this engine")
    parser.add_argument("--sentences", type=int, default=len(TEXT), metavar="N", help="speak only the first N of four")
    parser.add_argument("--voices", nargs="+", metavar="NAME", help="measure only these")
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--closest", action="store_true", help="only print the pairs hardest to tell apart")
    doing.add_argument("--docs", action="store_true", help="only renew the matrix in docs/voices.md")
    doing.add_argument("--check", action="store_true", help="only check voices against themselves and the model")
    given = parser.parse_args()
    if given.closest:
        print_closest(voices_of(given.engine))
    elif given.docs:
        renew_document(DOCUMENT, voices_of("pyttsx3"))
    elif given.check:
        check(voices_of(given.engine or "pyttsx3"))
    else:
        wanted = [voice for voice in voices_of(given.engine) if voice.name in (given.voices or [voice.name])]
        measure_library(wanted, TEXT[: given.sentences])


def voices_of(engine: str | None) -> tuple[VoiceProfile, ...]:
    """The built-in voices as their files have them."""
    profiles = load_profiles(Path("no folder of profiles"))
    return tuple(profile for profile in profiles.values() if engine in (None, profile.engine))


def measure_library(voices: Sequence[VoiceProfile], text: Sequence[str]) -> None:
    """Write each voice's figures as soon as they are known: a neural engine takes its time."""
    for name, of_engine in groupby(sorted(voices, key=lambda voice: voice.engine), key=lambda voice: voice.engine):
        engine = open_engine(name)
        for voice in of_engine:
            measured = measure_with(engine, voice, text)
            print(f"{voice.name}: {measured.f0_hz:.0f} Hz, {measured.loudness_lufs:.1f} LUFS", flush=True)
            write_into_library(voice.name, measured)
        engine.close()


def write_into_library(name: str, measured: Measured) -> None:
    for path in sorted(LIBRARY.glob("*.toml")):
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        if name in document["profiles"]:  # type: ignore[operator]
            write_measured(document, {name: measured})
            path.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")


def measure_voice(voice: VoiceProfile, text: Sequence[str]) -> Measured:
    engine = open_engine(voice.engine)
    try:
        return measure_with(engine, voice, text)
    finally:
        engine.close()


def measure_with(engine: SpeechEngine, voice: VoiceProfile, text: Sequence[str]) -> Measured:
    samples = speak_text(engine, voice, text)
    rate_hz = engine.abilities.sample_rate_hz
    return Measured(
        loudness_lufs=integrated_loudness(block_energies(samples, rate_hz)),
        f0_hz=median_f0_hz(samples / 32768, rate_hz),
        spectrum=band_levels_db(samples / 32768, rate_hz),
    )


def speak_text(engine: SpeechEngine, voice: VoiceProfile, text: Sequence[str]) -> npt.NDArray[np.int16]:
    manner = voice.adjustment
    lines = [
        Line(text=part, voice=voice.voice, pitch_percent=manner.pitch_percent, rate_percent=manner.rate_percent)
        for part in text
    ]
    return np.frombuffer(b"".join(engine.speak(line).samples for line in lines), "<i2")


def heard(voice: VoiceProfile, text: Sequence[str]) -> VoiceProfile:
    """The voice as it measures on a text, whatever its file says."""
    measured = measure_voice(voice, text)
    return replace(voice, f0_hz=measured.f0_hz, spectrum=measured.spectrum)


def check(voices: Sequence[VoiceProfile]) -> None:
    """Print the distance of voices from themselves on other sentences, and of shifted ones from what is foretold."""
    own = {voice.name: distance_between(heard(voice, TEXT[:2]), heard(voice, TEXT[2:])) for voice in voices}
    print_figures("between a voice and itself on other sentences", own)
    for shift in SHIFTS:
        able = [voice for voice in voices if shift in possible_shifts(voice)]
        foretold = {voice.name: shifted(voice, shift) for voice in able}
        off = {name: distance_between(voice, heard(voice, TEXT)) for name, voice in foretold.items()}
        print_figures(f"between a shifted voice and the model, pitch {shift.pitch_percent:+g} %", off)


def print_figures(what: str, distances: dict[str, float]) -> None:
    worst = max(distances, key=lambda name: distances[name])
    median = float(np.median(list(distances.values())))
    print(f"{what}: median {median:.2f}, greatest {distances[worst]:.2f} ({worst})")


def median_f0_hz(sound: Floats, rate_hz: int) -> float:
    frames = frames_of(sound, length=rate_hz * 46 // 1000, step=rate_hz // 50)
    loud = frames[np.sqrt((frames**2).mean(axis=1)) > 0.02]
    found = [f0_hz for f0_hz in (frame_f0_hz(frame, rate_hz) for frame in loud) if f0_hz]
    return float(np.median(found))


def frame_f0_hz(frame: Floats, rate_hz: int) -> float:
    """Find the first strong peak of the autocorrelation; 0 for an unvoiced frame."""
    likeness = np.correlate(frame, frame, "full")[len(frame) - 1 :] / np.arange(len(frame), 0, -1)
    shortest = rate_hz // HIGHEST_HZ
    lags = likeness[shortest : rate_hz // LOWEST_HZ]
    if lags.max() < 0.5 * likeness[0]:
        return 0.0
    first_high = int(np.argmax(lags > 0.85 * lags.max()))
    return rate_hz / (shortest + first_high + int(np.argmax(lags[first_high : first_high + 20])))


def band_levels_db(sound: Floats, rate_hz: int) -> tuple[float, ...]:
    frames = frames_of(sound, length=1024, step=512) * np.hanning(1024)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    total = power.sum(axis=1)
    mean = power[total > total.max() * 1e-4].mean(axis=0)
    hertz = np.fft.rfftfreq(1024, 1 / rate_hz)
    bands = [mean[(hertz >= low) & (hertz < high)].mean() * (high - low) for low, high in pairwise(BAND_EDGES_HZ)]
    levels = 10 * np.log10(np.array(bands) + 1e-12)
    return tuple(float(level) for level in levels - levels.mean())


def frames_of(sound: Floats, *, length: int, step: int) -> Floats:
    return np.lib.stride_tricks.sliding_window_view(sound, length)[::step]


def print_closest(voices: Sequence[VoiceProfile]) -> None:
    for apart, one, other in closest_pairs(voices)[:10]:
        print(f"  {apart:4.2f}  {one.name} ({one.f0_hz or 0:.0f} Hz), {other.name} ({other.f0_hz or 0:.0f} Hz)")


def write_measured(document: Any, measured: dict[str, Measured]) -> None:
    for name, profile in document["profiles"].items():
        if name not in measured:
            continue
        values = measured[name]
        profile["loudness_lufs"] = round(values.loudness_lufs, 1)
        profile["f0_hz"] = round(values.f0_hz, 1)
        profile["spectrum"] = [round(level, 1) for level in values.spectrum]


if __name__ == "__main__":
    main()
