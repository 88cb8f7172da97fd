import io
from dataclasses import replace

import pytest
from mutagen.id3 import ID3

from audiobook.assembly.tagging.tags import ChapterTags, tag_bytes, tag_length
from audiobook.model.release import BookTags
from audiobook.model.timeline import SceneMark

BOOK = BookTags(
    title="The Ferry Book",
    author="A. Author",
    language="en-GB",
    voices=("ada", "rupert"),
    year="published in 1999",
    series="River Tales",
    series_part="2",
    description="A ferry.\r\nA river.",
    publisher="Nobody",
    subtitle="A tale",
    genre="Fantasy",
)
CHAPTER = ChapterTags(
    book=BOOK,
    title="The Ferry",
    number=3,
    total=12,
    scenes=tuple(
        SceneMark(
            title=f"Scene {number}" * (number % 5 + 1), start_sample=number * 22050, end_sample=(number + 1) * 22050
        )
        for number in range(12)
    ),
    rate_hz=22050,
    cover=b"\xff\xd8\xff picture",
)
AWKWARD = [
    "Война и мир",
    "红楼梦",
    "שלום",
    "Dragons 🐉 and “quotes” and 'these' \\ / ; : <b>",
    "x" * 300,
    "A/B; C, D",
]


def read(tag: bytes) -> ID3:
    return ID3(io.BytesIO(tag), translate=False)  # type: ignore[no-untyped-call]


def text(tag: ID3, frame: str) -> str:
    return str(tag[frame].text[0])


def test_tag_says_everything_about_the_chapter() -> None:
    tag = read(tag_bytes(CHAPTER))
    assert {name: text(tag, name) for name in tag if name.startswith(("T", "M")) or name == "COMM::eng"} == {
        "TIT2": "The Ferry",
        "TALB": "The Ferry Book",
        "TIT3": "A tale",
        "TPE1": "A. Author",
        "TPE2": "A. Author",
        "TCOM": "ada; rupert",
        "TRCK": "3/12",
        "TPOS": "1/1",
        "TCON": "Fantasy",
        "TYER": "1999",
        "TPUB": "Nobody",
        "TLAN": "eng",
        "TIT1": "River Tales #2",
        "TXXX:SERIES": "River Tales",
        "TXXX:SERIES-PART": "2",
        "MVNM": "River Tales",
        "MVIN": "2",
        "COMM::eng": "A ferry.\nA river.",
    }


def test_tag_is_version_2_3_in_utf_16_without_padding() -> None:
    written = tag_bytes(CHAPTER)
    assert written[:6] == b"ID3\x03\x00\x00"
    assert tag_length(written[:10]) == len(written)
    assert written.endswith(CHAPTER.cover)
    tag = read(written)
    assert {tag[name].encoding for name in tag if name.startswith("T")} == {1}


def test_cover_is_the_front_cover() -> None:
    (picture,) = read(tag_bytes(CHAPTER)).getall("APIC")  # type: ignore[no-untyped-call]
    assert (picture.type, picture.mime, picture.desc, picture.data) == (3, "image/jpeg", "", CHAPTER.cover)


def test_scenes_stand_in_order_each_with_its_title() -> None:
    written = tag_bytes(CHAPTER)
    tag = read(written)
    contents = tag["CTOC:toc"]
    assert contents.child_element_ids == [f"scene{number}" for number in range(1, 13)]
    assert text(contents.sub_frames, "TIT2") == "The Ferry"
    marks = [tag[f"CHAP:{element_id}"] for element_id in contents.child_element_ids]
    assert [(mark.start_time, mark.end_time) for mark in marks] == [(n * 1000, n * 1000 + 1000) for n in range(12)]
    assert [text(mark.sub_frames, "TIT2") for mark in marks] == [scene.title for scene in CHAPTER.scenes]
    places = [written.index(f"scene{number}\x00\x00".encode()) for number in range(1, 13)]
    assert places == sorted(places)


@pytest.mark.parametrize("words", AWKWARD)
def test_awkward_words_survive(words: str) -> None:
    book = replace(BOOK, title=words, author=words, series=words, description=words)
    tag = read(tag_bytes(replace(CHAPTER, book=book, title=words)))
    assert {text(tag, name) for name in ("TIT2", "TALB", "TPE1", "TXXX:SERIES", "MVNM", "COMM::eng")} == {words}


def test_what_no_frame_can_hold_is_left_out() -> None:
    tag = read(tag_bytes(replace(CHAPTER, title="The\x00 \ud800Ferry\x07")))
    assert text(tag, "TIT2") == "The Ferry"


def test_what_is_not_known_has_no_frame() -> None:
    book = BookTags(title="The Ferry Book", author="A. Author", language="en", year="long ago", series=" ")
    tag = read(tag_bytes(replace(CHAPTER, book=book, cover=b"")))
    assert not {"TYER", "TPUB", "TCOM", "TIT1", "MVNM", "MVIN", "COMM::eng", "APIC:"} & set(tag)


def test_same_content_gives_the_same_bytes() -> None:
    assert tag_bytes(CHAPTER) == tag_bytes(CHAPTER)


def test_file_without_a_tag_has_a_tag_of_no_length() -> None:
    assert tag_length(b"\xff\xf3\x84\xc4" + bytes(6)) == tag_length(b"ID3") == tag_length(b"") == 0


def test_genre_is_audiobook_unless_another_is_given() -> None:
    assert text(read(tag_bytes(replace(CHAPTER, book=replace(BOOK, genre=None)))), "TCON") == "Audiobook"


def test_three_hundred_marks_stand_in_two_tables_below_one() -> None:
    scenes = tuple(SceneMark(title=f"S{n}", start_sample=n, end_sample=n + 1) for n in range(300))
    tag = read(tag_bytes(replace(CHAPTER, scenes=scenes)))
    assert tag["CTOC:toc"].child_element_ids == ["toc1", "toc2"]
    listed = [name for table in ("toc1", "toc2") for name in tag[f"CTOC:{table}"].child_element_ids]
    assert listed == [f"scene{number}" for number in range(1, 301)]
    assert sum(name.startswith("CHAP:") for name in tag) == 300


@pytest.mark.parametrize("number", [-1, 0, 13])
def test_file_that_is_no_chapter_has_no_track_number(number: int) -> None:
    assert "TRCK" not in read(tag_bytes(replace(CHAPTER, number=number)))
