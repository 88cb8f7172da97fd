from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mutagen.mp4 import MP4

from audiobook.assembly.whole_book.book_file import BookFileKeys, find_previous, is_up_to_date
from audiobook.assembly.whole_book.m4b_file import join_book, m4b_keys, retag_book
from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.model.release import BookTags, ExtraKind, Release, ReleasedExtra
from tests.assembly.book_files import TAGS, TITLES, book_job, chapters, decode, encode_parts
from tests.assembly.building import RATE_HZ, MemoryTakes, speech_like

AWKWARD = ["Война и мир", "红楼梦", "שלום", "Dragons 🐉 “and” 'quotes' \\ / ; <b>", "é" * 300]
FULL = BookTags(
    title="The Ferry Book",
    subtitle="A tale",
    author="A. Author",
    language="en-GB",
    voices=("Ada", "Rupert; the Second"),
    year="March 1994",
    series="River Tales",
    series_part="2",
    description="A ferry.\r\nA \x00river.",
    publisher="Nobody",
    genre="Fantasy",
)


def make(folder: Path, **changes: object) -> tuple[Path, ReleasedExtra, BookFileKeys]:
    job = book_job(folder, ExtraKind.M4B, chapters(folder), **changes)
    keys = m4b_keys(job)
    return folder / job.file, join_book(job, keys, encode_parts(job)), keys


def read(path: Path) -> Any:
    return MP4(path)  # type: ignore[no-untyped-call]


def test_book_has_the_sound_of_its_chapters_at_their_level(tmp_path: Path) -> None:
    voices = MemoryTakes({f"s{index}": speech_like(8.0, seed=index, peak=0.98) for index in range(3)})
    job = book_job(tmp_path, ExtraKind.M4B, chapters(tmp_path, takes=voices))
    made = join_book(job, m4b_keys(job), encode_parts(job))
    decoded = decode(tmp_path / job.file)
    assert len(decoded) == made.length_samples
    assert abs(len(decoded) - sum(chapter.timeline.length_samples for chapter in job.chapters)) <= 512
    energies = block_energies((decoded * 32767).astype("<i2"), RATE_HZ)
    assert integrated_loudness(energies) == pytest.approx(-19.0, abs=1.0)
    assert float(abs(decoded).max()) <= 10 ** (-3 / 20)


def test_tags_say_everything_about_the_book(tmp_path: Path) -> None:
    path, _, _ = make(tmp_path, tags=FULL)
    tags = dict(read(path).tags)
    assert bytes(tags.pop("covr")[0]) == b"\xff\xd8\xff picture"
    shown = {name: value[0] if isinstance(value, list) else value for name, value in tags.items()}
    free = "----:com.apple.iTunes:"
    assert shown == {
        "©nam": "The Ferry Book",
        "©alb": "The Ferry Book",
        "©ART": "A. Author",
        "aART": "A. Author",
        "©wrt": "Ada; Rupert, the Second",
        "©nrt": "Ada; Rupert, the Second",
        "©day": "1994",
        "©gen": "Fantasy",
        "©cmt": "A ferry.\nA river.",
        "desc": "A ferry.\nA river.",
        "ldes": "A ferry.\nA river.",
        "©pub": "Nobody",
        "©grp": "River Tales #2",
        "stik": 2,
        "pgap": True,
        f"{free}SUBTITLE": b"A tale",
        f"{free}PUBLISHER": b"Nobody",
        f"{free}LANGUAGE": b"eng",
        f"{free}SERIES": b"River Tales",
        f"{free}SERIES-PART": b"2",
    }


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_survive(text: str, tmp_path: Path) -> None:
    path, _, _ = make(tmp_path, tags=replace(FULL, title=text, author=text, series=text, description=text))
    tags = read(path).tags
    assert [tags[name][0] for name in ("©nam", "©ART", "desc")] == [text] * 3
    assert bytes(tags["----:com.apple.iTunes:SERIES"][0]).decode() == text


def test_chapters_are_marked_by_their_titles_where_they_begin(tmp_path: Path) -> None:
    path, _, _ = make(tmp_path)
    marks = read(path).chapters
    assert [mark.title for mark in marks] == list(TITLES)
    lengths = [chapter.timeline.length_samples for chapter in chapters(tmp_path)]
    starts = [sum(lengths[:index]) / RATE_HZ for index in range(3)]
    assert [mark.start for mark in marks] == pytest.approx(starts, abs=0.024)


def test_new_tags_leave_sound_and_marks_as_they_are(tmp_path: Path) -> None:
    path, made, _ = make(tmp_path)
    before = decode(path)
    job = book_job(tmp_path, ExtraKind.M4B, chapters(tmp_path), tags=FULL, file="Renamed.m4b")
    retagged = retag_book(job, m4b_keys(job), made)
    assert (decode(tmp_path / "Renamed.m4b") == before).all()
    assert [mark.title for mark in read(tmp_path / "Renamed.m4b").chapters] == list(TITLES)
    assert (retagged.file, retagged.length_samples, retagged.key) == ("Renamed.m4b", made.length_samples, made.key)


def test_new_tags_give_the_same_bytes_as_a_book_made_at_once(tmp_path: Path) -> None:
    _, made, _ = make(tmp_path, tags=FULL)
    job = book_job(tmp_path, ExtraKind.M4B, chapters(tmp_path))
    retagged = retag_book(job, m4b_keys(job), made)
    assert make(tmp_path)[1] == retagged


def test_book_is_up_to_date_as_long_as_nothing_of_it_changes(tmp_path: Path) -> None:
    path, made, keys = make(tmp_path)
    release = Release(book="ferry", folder=tmp_path, tags=TAGS, profile="podcast", chapters=(), extras=(made,))
    job = book_job(tmp_path, ExtraKind.M4B, chapters(tmp_path))
    assert is_up_to_date(job, m4b_keys(job), find_previous(release, ExtraKind.M4B))
    assert find_previous(release, ExtraKind.SINGLE_MP3) is None
    assert find_previous(None, ExtraKind.M4B) is None
    other_titles = book_job(tmp_path, ExtraKind.M4B, chapters(tmp_path, titles=("A", "B", "C")))
    assert m4b_keys(other_titles).sound != keys.sound
    assert m4b_keys(replace(job, cover=b"another")).sound == keys.sound
    assert m4b_keys(replace(job, cover=b"another")).tags != keys.tags
    path.write_bytes(path.read_bytes() + b"x")
    assert find_previous(release, ExtraKind.M4B) is None


def test_nothing_is_left_of_a_book_that_fails(tmp_path: Path) -> None:
    job = book_job(tmp_path, ExtraKind.M4B, chapters(tmp_path))
    parts = encode_parts(job)
    parts[1].write_bytes(b"damaged")
    with pytest.raises(Exception, match="not the sound"):
        join_book(job, m4b_keys(job), parts)
    assert [path.name for path in tmp_path.iterdir()] == ["parts"]
