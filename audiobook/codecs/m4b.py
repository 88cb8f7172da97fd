"""One M4B from the AAC of many chapters, by PyAV: packets copied, chapter marks written, nothing encoded.

The index stands before the sound ("faststart"), so that players start at once; the chapters stand in it twice: as
QuickTime's text track, which Apple's players read, and as Nero's list, which others read. Knows packets and marks;
refuses to know tags and where the marks come from.

Each chapter is cut to a whole number of AAC frames, so that it begins at a frame and its packets do not depend on its
neighbours. Borders lie at the frame nearest to where the sound would be without frames, so that nothing adds up: after
any number of chapters the file is within half a frame (24 ms at 22.05 kHz) of the chapters' own lengths.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.codecs.aac import AAC_FRAME_SAMPLES
from audiobook.errors import EngineError, OutputError

if TYPE_CHECKING:
    import av

_LONGEST_NERO_TITLE_BYTES = 255
_MOST_NERO_CHAPTERS = 255
"""Nero's list counts both in one byte; where that is not enough it is left out, rather than half of it written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AacChapter:
    """A chapter's mark and its sound.

    Attributes:
        sound: an MP4 file by `write_aac`.
        length_samples: of the chapter; `sound` holds at least as much.
    """

    title: str
    sound: Path
    length_samples: int


def frame_borders(lengths_samples: Sequence[int]) -> tuple[int, ...]:
    """Say at which frame each chapter begins, and last at which the file ends."""
    half = AAC_FRAME_SAMPLES // 2
    return tuple((end + half) // AAC_FRAME_SAMPLES for end in accumulate(lengths_samples, initial=0))


def join_m4b(path: Path, chapters: Sequence[AacChapter], *, rate_hz: int, language: str) -> int:
    """Write an M4B without tags.

    Args:
        path: a file that may be overwritten.
        chapters: at least one.
        rate_hz: of every chapter.
        language: ISO 639-2.

    Returns:
        The length of the decoded sound in samples.

    Raises:
        EngineError: a chapter's sound is damaged.
        OutputError: a file cannot be read or written.
    """
    import av

    borders = frame_borders([chapter.length_samples for chapter in chapters])
    try:
        with av.open(str(path), "w", format="ipod", options=_options(chapters, rate_hz)) as container:
            stream = _stream(container, chapters[0].sound, rate_hz=rate_hz, language=language)
            container.set_chapters(_marks(chapters, borders, rate_hz))
            for place, packet in enumerate(_packets(chapters, borders)):
                packet.stream = stream
                packet.pts = packet.dts = (place - 1) * AAC_FRAME_SAMPLES  # the first is the silence in front
                container.mux(packet)
    except OSError as error:
        raise OutputError(f"{path.name}: the book cannot be put together: {error.strerror}") from error
    except av.FFmpegError as error:
        raise EngineError(f"{path.name}: the book cannot be put together: {error.strerror}") from error
    return borders[-1] * AAC_FRAME_SAMPLES


def _options(chapters: Sequence[AacChapter], rate_hz: int) -> dict[str, str]:
    fits_nero = len(chapters) <= _MOST_NERO_CHAPTERS and all(
        len(chapter.title.encode()) <= _LONGEST_NERO_TITLE_BYTES for chapter in chapters
    )
    return {
        "brand": "M4B ",
        "movflags": "+faststart" if fits_nero else "+faststart+disable_chpl",
        "movie_timescale": str(rate_hz),  # marks are then exact to the sample
        "fflags": "+bitexact",  # no version and no date in the file
    }


def _stream(
    container: "av.container.OutputContainer", template: Path, *, rate_hz: int, language: str
) -> "av.AudioStream":
    import av

    with av.open(str(template)) as first:
        stream = container.add_stream_from_template(first.streams.audio[0])
    stream.time_base = Fraction(1, rate_hz)
    stream.metadata["language"] = language
    return stream


def _marks(chapters: Sequence[AacChapter], borders: Sequence[int], rate_hz: int) -> "list[av.container.Chapter]":
    return [
        {
            "id": number,
            "start": start * AAC_FRAME_SAMPLES,
            "end": end * AAC_FRAME_SAMPLES,
            "time_base": Fraction(1, rate_hz),
            "metadata": {"title": chapter.title},
        }
        for number, (chapter, (start, end)) in enumerate(zip(chapters, pairwise(borders), strict=True), start=1)
    ]


def _packets(chapters: Sequence[AacChapter], borders: Sequence[int]) -> "Iterator[av.Packet[av.AudioStream]]":
    """Give each chapter's packets, with the silent one in front, and after the last the one that completes it."""
    last = len(chapters) - 1
    for index, (chapter, (start, end)) in enumerate(zip(chapters, pairwise(borders), strict=True)):
        wanted = end - start + (index == last)
        found = 0
        for packet in islice(_packets_of(chapter.sound), wanted):
            found += 1
            yield packet
        if found != wanted:
            raise EngineError(f"{chapter.sound}: {found} packets of sound, but the chapter needs {wanted}")


def _packets_of(sound: Path) -> "Iterator[av.Packet[av.AudioStream]]":
    import av

    try:
        with av.open(str(sound), format="mp4") as container:
            yield from (packet for packet in container.demux(audio=0) if packet.size)
    except av.error.InvalidDataError as error:
        raise EngineError(f"{sound}: not the sound that was written there", hint="delete it, then try again") from error
