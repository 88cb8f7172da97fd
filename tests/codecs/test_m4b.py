import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.mp4 import MP4

from audiobook.codecs.aac import AAC_FRAME_SAMPLES, write_aac
from audiobook.codecs.m4b import AacChapter, frame_borders, join_m4b
from audiobook.errors import EngineError, OutputError
from audiobook.model.speech import Pcm

RATE_HZ = 22050
CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"edts", b"tref"}


def click(length_samples: int) -> npt.NDArray[np.int16]:
    """Silence, but for a short loud sound that begins at sample 4000."""
    samples = np.zeros(length_samples, dtype="<i2")
    loud = samples[4000:6000]
    loud[:] = (np.sin(np.arange(len(loud)) * 0.3) * 12000).astype("<i2")
    return samples


def chapter(folder: Path, number: int, length_samples: int, *, title: str = "") -> AacChapter:
    path = folder / f"{number}.m4a"
    with path.open("wb") as file:
        sound = Pcm(samples=click(length_samples).tobytes(), rate_hz=RATE_HZ)
        write_aac(file, [sound], rate_hz=RATE_HZ, bit_rate_kbps=64)
    return AacChapter(title=title or f"Chapter {number}", sound=path, length_samples=length_samples)


def join(folder: Path, chapters: list[AacChapter]) -> tuple[Path, int]:
    path = folder / "book.m4b"
    return path, join_m4b(path, chapters, rate_hz=RATE_HZ, language="eng")


def decode(path: Path) -> npt.NDArray[np.float32]:
    with av.open(str(path)) as container:
        return np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])


def atoms(content: bytes, start: int = 0, end: int | None = None, above: str = "") -> Iterator[tuple[str, bytes]]:
    """Walk an MP4 file: the path of each atom's name, and its content."""
    end = len(content) if end is None else end
    while start < end:
        size, name = struct.unpack_from(">I4s", content, start)
        path = f"{above}/{name.decode('latin-1')}"
        yield path, content[start + 8 : start + size]
        if name in CONTAINERS:
            yield from atoms(content, start + 8, start + size, path)
        start += size


@given(st.lists(st.integers(1, 10**8), min_size=1, max_size=60))
def test_borders_never_stray_more_than_half_a_frame(lengths: list[int]) -> None:
    borders = frame_borders(lengths)
    assert len(borders) == len(lengths) + 1
    for index, border in enumerate(borders):
        assert abs(border * AAC_FRAME_SAMPLES - sum(lengths[:index])) <= AAC_FRAME_SAMPLES / 2


def test_book_is_as_long_as_its_chapters_and_each_begins_at_its_mark(tmp_path: Path) -> None:
    lengths = [30_001, 41_234, 22_050, 99_999]
    path, length_samples = join(tmp_path, [chapter(tmp_path, *each) for each in enumerate(lengths, start=1)])
    decoded = decode(path)
    assert len(decoded) == length_samples
    assert abs(length_samples - sum(lengths)) <= AAC_FRAME_SAMPLES / 2
    with av.open(str(path)) as container:
        starts = [mark["start"] for mark in container.chapters()]
        assert {mark["time_base"] for mark in container.chapters()} == {Fraction(1, RATE_HZ)}
    for start in starts:
        heard = decoded[start : start + 4000 + 1000]
        found = np.correlate(heard, np.sin(np.arange(500) * 0.3), "valid")
        assert int(np.argmax(found > found.max() * 0.98)) == pytest.approx(4000, abs=25)


def test_marks_follow_one_another_without_a_gap(tmp_path: Path) -> None:
    path, length_samples = join(tmp_path, [chapter(tmp_path, number, 30_000) for number in (1, 2, 3)])
    with av.open(str(path)) as container:
        marks = container.chapters()
    assert [mark["metadata"]["title"] for mark in marks] == ["Chapter 1", "Chapter 2", "Chapter 3"]
    edges = [(mark["start"], mark["end"]) for mark in marks]
    assert edges[0][0] == 0
    assert edges[-1][1] == length_samples
    assert [end for _, end in edges[:-1]] == [start for start, _ in edges[1:]]


def test_index_comes_first_and_the_brand_is_that_of_audiobooks(tmp_path: Path) -> None:
    path, _ = join(tmp_path, [chapter(tmp_path, 1, 30_000)])
    content = path.read_bytes()
    names = [name for name, _ in atoms(content) if name.count("/") == 1]
    assert names.index("/moov") < names.index("/mdat")
    assert content[4:12] == b"ftypM4B "


def test_marks_are_written_as_apple_and_as_nero_read_them(tmp_path: Path) -> None:
    title = "“Ünï” 漢字 🐉 שלום"
    path, _ = join(tmp_path, [chapter(tmp_path, 1, 30_000, title=title), chapter(tmp_path, 2, 30_000)])
    found = dict(atoms(path.read_bytes()))
    assert title.encode() in found["/moov/udta/chpl"]
    assert "/moov/trak/tref/chap" in found
    handlers = [content[8:12] for name, content in atoms(path.read_bytes()) if name == "/moov/trak/mdia/hdlr"]
    assert handlers == [b"soun", b"text"]
    marks = MP4(path).chapters  # type: ignore[no-untyped-call]
    assert marks is not None
    assert [mark.title for mark in marks] == [title, "Chapter 2"]


def test_title_too_long_for_nero_stays_whole_for_apple(tmp_path: Path) -> None:
    title = "漢字🐉 " * 75
    path, _ = join(tmp_path, [chapter(tmp_path, 1, 30_000, title=title)])
    assert "/moov/udta/chpl" not in dict(atoms(path.read_bytes()))
    with av.open(str(path)) as container:
        assert [mark["metadata"]["title"] for mark in container.chapters()] == [title]


def test_book_of_three_hundred_chapters_has_them_all(tmp_path: Path) -> None:
    first = chapter(tmp_path, 1, 2_000)
    chapters = [AacChapter(title=f"C{n}", sound=first.sound, length_samples=2_000) for n in range(300)]
    path, length_samples = join(tmp_path, chapters)
    with av.open(str(path)) as container:
        assert len(container.chapters()) == 300
    assert len(decode(path)) == length_samples


def test_same_chapters_give_the_same_bytes(tmp_path: Path) -> None:
    chapters = [chapter(tmp_path, number, 30_000) for number in (1, 2)]
    first = join(tmp_path, chapters)[0].read_bytes()
    assert join(tmp_path, chapters)[0].read_bytes() == first


@pytest.mark.parametrize("content", [b"", b"not a sound at all" * 100])
def test_damaged_sound_is_named(content: bytes, tmp_path: Path) -> None:
    good = chapter(tmp_path, 1, 30_000)
    bad = chapter(tmp_path, 2, 30_000)
    bad.sound.write_bytes(content)
    with pytest.raises(EngineError, match=r"2\.m4a"):
        join(tmp_path, [good, bad])


def test_sound_that_is_too_short_is_named(tmp_path: Path) -> None:
    short = chapter(tmp_path, 1, 30_000)
    longer = AacChapter(title="x", sound=short.sound, length_samples=60_000)
    with pytest.raises(EngineError, match=r"1\.m4a: \d+ packets"):
        join(tmp_path, [longer])


def test_place_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        join_m4b(tmp_path / "missing" / "book.m4b", [chapter(tmp_path, 1, 30_000)], rate_hz=RATE_HZ, language="eng")
