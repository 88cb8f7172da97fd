"""Measure the built-in voice profiles and write what was measured back into their files.

    python benchmarks/measure_voices.py            # rewrite loudness_lufs, f0_hz and spectrum of every profile
    python benchmarks/measure_voices.py --closest  # only print which voices are hardest to tell apart

- loudness_lufs: integrated loudness after EBU R128, as chapters are measured.
- f0_hz: median fundamental frequency by autocorrelation, the profile's own pitch included.
- spectrum: long-term spectrum in twelve bands (`BAND_EDGES_HZ`), in dB relative to the bands' mean, so that it says
  how a voice is coloured and not how loud it is.

Two voices are told apart by pitch (three semitones count 1) and by colour (4 dB between their bands, root mean square,
count 1); voices below a distance of about 0.8 are easily confused.
"""

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import tomlkit

from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import open_engine
from audiobook.model.speech import Line

LIBRARY = Path(__file__).parent.parent / "audiobook" / "casting" / "library"

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


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the built-in voice profiles.")
    parser.add_argument("--closest", action="store_true", help="only print the pairs hardest to tell apart")
    only_print = parser.parse_args().closest
    for path in sorted(LIBRARY.glob("*.toml")):
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        measured = {name: measure_profile(profile) for name, profile in document["profiles"].items()}
        print_closest(path.stem, measured)
        if not only_print:
            write_measured(document, measured)
            path.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")


def measure_profile(profile: Any) -> Measured:
    engine = open_engine(str(profile["engine"]))
    samples = speak_text(engine, profile)
    rate_hz = engine.abilities.sample_rate_hz
    engine.close()
    return Measured(
        loudness_lufs=integrated_loudness(block_energies(samples, rate_hz)),
        f0_hz=median_f0_hz(samples / 32768, rate_hz),
        spectrum=band_levels_db(samples / 32768, rate_hz),
    )


def speak_text(engine: SpeechEngine, profile: Any) -> npt.NDArray[np.int16]:
    lines = [
        Line(
            text=text,
            voice=str(profile["voice"]),
            pitch_percent=float(profile["pitch"]),
            rate_percent=float(profile["rate"]),
        )
        for text in TEXT
    ]
    return np.frombuffer(b"".join(engine.speak(line).samples for line in lines), "<i2")


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


def distance(one: Measured, other: Measured) -> float:
    semitones = 12 * math.log2(one.f0_hz / other.f0_hz)
    colour_db = np.clip(np.subtract(one.spectrum, other.spectrum), -9, 9)
    return math.hypot(semitones / 3, float(np.sqrt((colour_db**2).mean())) / 4)


def print_closest(library: str, measured: dict[str, Measured]) -> None:
    names: Sequence[str] = tuple(measured)
    pairs = sorted(
        (distance(measured[one], measured[other]), one, other)
        for index, one in enumerate(names)
        for other in names[index + 1 :]
    )
    print(f"{library}: {len(names)} voices; the pairs hardest to tell apart:")
    for apart, one, other in pairs[:10]:
        print(f"  {apart:4.2f}  {one} ({measured[one].f0_hz:.0f} Hz), {other} ({measured[other].f0_hz:.0f} Hz)")


def write_measured(document: Any, measured: dict[str, Measured]) -> None:
    for name, values in measured.items():
        profile = document["profiles"][name]
        profile["loudness_lufs"] = round(values.loudness_lufs, 1)
        profile["f0_hz"] = round(values.f0_hz, 1)
        profile["spectrum"] = [round(level, 1) for level in values.spectrum]


if __name__ == "__main__":
    main()
