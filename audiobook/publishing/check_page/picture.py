"""The picture of a file as plain geometry: loudness over time, who speaks when, silences.

Everything is in units of a drawing 1000 wide, which the page stretches to whatever room there is. Knows seconds and
levels; refuses to know colours and HTML.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audiobook.codecs.decoding import MP3_DELAY_SAMPLES
from audiobook.language.clock import moment_on_clock
from audiobook.model.release_check import CheckedFile, SoundFigures
from audiobook.publishing.check_page.speakers import Speaker

WIDTH = 1000.0
HEIGHT = 100.0
"""Of the loudness curve; a lane of somebody's speech is `LANE_HEIGHT`."""
LANE_HEIGHT = 10.0

TOP_LUFS = -12.0
BOTTOM_LUFS = -38.0
"""Speech at its loudest, and a pause in it: what is outside lies on the edge."""
GRID_LUFS = (-16, -20, -24, -28, -32)

_MOST_POINTS = 600
_LEAST_BAR = 0.8  # narrower ones cannot be seen
_MOST_TICKS = 9
_LAST_TICK = 0.97  # of the width; a label further to the right would stand out of the picture
_TICK_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
_MOST_LANES = 16
_LONGEST_EXCERPT = 70
_TOLD_PAUSE_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of time.

    Attributes:
        told: what a person is told who points at it.
    """

    x: float
    width: float
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the time axis.

    Attributes:
        percent: of the picture's width.
    """

    percent: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """When somebody speaks.

    Attributes:
        name: of the speaker, or how many share the lane.
        colour: the speaker's; see `speakers`.
        y: of its upper edge.
    """

    name: str
    colour: int
    y: float
    bars: tuple[Bar, ...]


def time_ticks(length_s: float) -> tuple[Tick, ...]:
    """Mark round times from 0, at most nine."""
    step_s = next((step for step in _TICK_STEPS_S if length_s / step < _MOST_TICKS), _TICK_STEPS_S[-1])
    return tuple(
        Tick(percent=round(100.0 * second / length_s, 3), label=moment_on_clock(second))
        for second in range(0, math.ceil(length_s * _LAST_TICK), step_s)
    )


def loudness_curve(sound: SoundFigures) -> str:
    """Draw short-term loudness as the path of a line; of several seconds in one point the loudest counts."""
    values = sound.short_term_lufs
    if not values or sound.length_s <= 0.0:
        return ""
    step = -(-len(values) // _MOST_POINTS)
    points = []
    for first in range(0, len(values), step):
        middle_s = min(first + (step - 1) / 2, sound.length_s)
        points.append((WIDTH * middle_s / sound.length_s, height_of(max(values[first : first + step]))))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def close_below(curve: str) -> str:
    """Turn the path of a line into that of the area below it."""
    if not curve:
        return ""
    points = curve[1:].split("L")
    first, last = points[0].split(" ")[0], points[-1].split(" ")[0]
    return f"{curve}L{last} {HEIGHT:.0f}L{first} {HEIGHT:.0f}Z"


def height_of(lufs: float) -> float:
    """Where a loudness stands in the picture, from the top down."""
    share = (TOP_LUFS - lufs) / (TOP_LUFS - BOTTOM_LUFS)
    return round(HEIGHT * min(max(share, 0.0), 1.0), 2)


def speech_lanes(file: CheckedFile, length_s: float, speakers: Sequence[Speaker]) -> tuple[Lane, ...]:
    """Draw a lane for each of `speakers` who speaks in this file, in that order; of very many the last share one."""
    bars: dict[str, list[Bar]] = {}
    for line in file.lines:
        start_s = (line.start_sample + MP3_DELAY_SAMPLES) / file.rate_hz
        told = f"{moment_on_clock(start_s)} {line.speaker}: {_excerpt(line.text)}"
        bar = _bar(start_s, line.length_samples / file.rate_hz, length_s, told)
        bars.setdefault(line.speaker, []).append(bar)
    present = [speaker for speaker in speakers if speaker.name in bars]
    alone = present if len(present) <= _MOST_LANES else present[: _MOST_LANES - 1]
    rows = [(speaker.name, speaker.colour, bars[speaker.name]) for speaker in alone]
    if others := present[len(alone) :]:
        rows.append((f"{len(others)} others", 0, [bar for speaker in others for bar in bars[speaker.name]]))
    return tuple(
        Lane(name=name, colour=colour, y=place * LANE_HEIGHT, bars=tuple(of_lane))
        for place, (name, colour, of_lane) in enumerate(rows)
    )


def silence_bars(sound: SoundFigures) -> Iterator[Bar]:
    """Draw head, pauses and tail; short pauses are not told, and where they are too narrow to be seen not drawn."""
    yield _bar(0.0, sound.head_s, sound.length_s, f"head: {sound.head_s:.2f} s of silence")
    for pause in sound.pauses:
        if pause.length_s >= _TOLD_PAUSE_S:
            told = f"{moment_on_clock(pause.start_s)}: {pause.length_s:.1f} s of silence"
            yield _bar(pause.start_s, pause.length_s, sound.length_s, told)
        elif WIDTH * pause.length_s / sound.length_s >= _LEAST_BAR:
            yield _bar(pause.start_s, pause.length_s, sound.length_s, "")
    tail_starts_s = sound.length_s - sound.tail_s
    yield _bar(tail_starts_s, sound.tail_s, sound.length_s, f"tail: {sound.tail_s:.2f} s of silence")


def _bar(start_s: float, span_s: float, length_s: float, told: str) -> Bar:
    width = max(_LEAST_BAR, WIDTH * span_s / length_s)
    return Bar(x=round(WIDTH * start_s / length_s, 1), width=round(width, 1), told=told)


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1].rstrip() + "…"
