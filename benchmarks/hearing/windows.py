"""A chapter cut in the middle of its pauses, and the same lines by the bare engine: two sounds to listen to.

Every sample of the chapter between its first and its last line of interest is in exactly one window, so that what is
said twice, or between lines, is heard too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from audiobook.codecs.decoding import MP3_DELAY_SAMPLES, open_sound
from audiobook.codecs.resample import resample
from audiobook.model.speech import Pcm
from hearing.made_book import MadeChapter, MadeLine
from hearing.recogniser import HEARING_RATE_HZ, Samples

_MOST_S = 12.0
"""Whisper hears 30 s, but when it loses the thread it often stays lost to the end of what it is given."""

_EDGE_S = 0.4
"""Before the first line and after the last."""

_BARE_PAUSE_S = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Some lines of a chapter and where they lie, in seconds."""

    lines: tuple[MadeLine, ...]
    start_s: float
    end_s: float


def cut_into_windows(chapter: MadeChapter, lines: Sequence[MadeLine]) -> tuple[Window, ...]:
    """Put as many lines into each window as it may hold; a line is never cut."""
    groups: list[list[MadeLine]] = []
    for line in lines:
        if groups and line.start_s + line.length_s - groups[-1][0].start_s <= _MOST_S:
            groups[-1].append(line)
        else:
            groups.append([line])
    if not groups:
        return ()
    middles = [(end_of(one[-1]) + other[0].start_s) / 2 for one, other in pairwise(groups)]
    first, last = max(groups[0][0].start_s - _EDGE_S, 0.0), min(end_of(groups[-1][-1]) + _EDGE_S, chapter.length_s)
    return tuple(
        Window(lines=tuple(group), start_s=start_s, end_s=end_s)
        for group, (start_s, end_s) in zip(groups, pairwise([first, *middles, last]), strict=True)
    )


def end_of(line: MadeLine) -> float:
    return line.start_s + line.length_s


def read_chapter(chapter: MadeChapter) -> Samples:
    """Decode a chapter's MP3 for the ear; the encoder's delay is taken off, so that times are the transcript's."""
    with open_sound(chapter.path) as sound:
        decoded = np.concatenate(list(sound.blocks()))
        rate_hz = sound.facts.rate_hz
    return resample(decoded[MP3_DELAY_SAMPLES:], from_hz=rate_hz, to_hz=HEARING_RATE_HZ)


def cut(samples: Samples, window: Window) -> Samples:
    return samples[round(window.start_s * HEARING_RATE_HZ) : round(window.end_s * HEARING_RATE_HZ)]


def speak_bare(window: Window, speak: Callable[[MadeLine], Pcm]) -> Samples:
    """Have the bare engine speak a window's lines, one after the other, untouched."""
    pause = np.zeros(round(_BARE_PAUSE_S * HEARING_RATE_HZ), dtype=np.float32)
    parts = [pause]
    for line in window.lines:
        parts.extend((for_the_ear(speak(line)), pause))
    return np.concatenate(parts)


def for_the_ear(pcm: Pcm) -> Samples:
    samples = np.frombuffer(pcm.samples, dtype="<i2").astype(np.float32) / np.float32(32768)
    return resample(samples, from_hz=pcm.rate_hz, to_hz=HEARING_RATE_HZ)
