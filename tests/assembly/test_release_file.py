import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.assembly.release_file import RELEASE_FILE, read_release, write_release
from audiobook.errors import OutputError
from audiobook.model.release import BookTags, ExtraKind, Release, ReleasedChapter, ReleasedExtra, ReleasedLine
from audiobook.model.timeline import SceneMark

LINE = ReleasedLine(
    segment_id="s1", speaker="Lex", text="“Go.” \ud800 🐉", take_key="ab12", start_sample=16537, length_samples=900
)
CHAPTER = ReleasedChapter(
    number=1,
    title="Die Fähre",
    file="01 - Die Fahre.mp3",
    length_samples=99000,
    rate_hz=22050,
    size_bytes=1234,
    sha256="ff",
    audio_key="aa",
    tags_key="bb",
    scenes=(SceneMark(title="Die Fähre", start_sample=0, end_sample=99000),),
    lines=(LINE, replace(LINE, segment_id="s2")),
)
EXTRA = ReleasedExtra(
    kind=ExtraKind.M4B, file="Lex.m4b", size_bytes=99, sha256="ee", key="cc", length_samples=198000, rate_hz=22050
)
SAMPLE = replace(EXTRA, kind=ExtraKind.RETAIL_SAMPLE, file="Retail sample.mp3", tags_key="dd")


def release(folder: Path) -> Release:
    tags = BookTags(title="Lex", author="A", language="en", voices=("ada", "rupert"), year="1999")
    chapters = (CHAPTER, replace(CHAPTER, number=2, file="02 - II.mp3", stale=True, lines=()))
    return Release(book="lex", folder=folder, tags=tags, profile="podcast", chapters=chapters, extras=(EXTRA, SAMPLE))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    write_release(release(tmp_path))
    assert read_release(tmp_path) == release(tmp_path)


def test_file_is_json_with_one_line_of_the_book_a_row(tmp_path: Path) -> None:
    write_release(release(tmp_path))
    text = (tmp_path / RELEASE_FILE).read_text(encoding="utf-8")
    data = json.loads(text)
    assert data["format"] == "audiobook-release 1"
    assert data["chapters"][0]["scenes"] == [["Die Fähre", 0, 99000]]
    assert data["chapters"][0]["lines"][0] == ["s1", "Lex", 16537, 900, "ab12", "“Go.” \ud800 🐉"]
    assert sum(row.startswith('["s') for row in text.splitlines()) == 2


def test_release_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    write_release(release(tmp_path))
    before = (tmp_path / RELEASE_FILE).stat().st_ino
    write_release(release(tmp_path))
    assert (tmp_path / RELEASE_FILE).stat().st_ino == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"format": "audiobook-release 0"}',
        b'{"format": 1}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_damaged_or_foreign_file_counts_as_no_release(content: bytes, tmp_path: Path) -> None:
    (tmp_path / RELEASE_FILE).write_bytes(content)
    assert read_release(tmp_path) is None


def test_no_file_and_no_folder_are_no_release(tmp_path: Path) -> None:
    assert read_release(tmp_path) is None
    assert read_release(tmp_path / "missing") is None


@pytest.mark.parametrize("file", ["../01.mp3", "/etc/01.mp3", "a\\01.mp3", "notes.txt", "", "release.json"])
def test_file_outside_the_folder_or_of_another_kind_is_never_believed(file: str, tmp_path: Path) -> None:
    write_release(replace(release(tmp_path), chapters=(replace(CHAPTER, file=file),)))
    assert read_release(tmp_path) is None


@pytest.mark.parametrize("file", ["../a.m4b", "a\\b.m4b", "cover.jpg", "", "a.m4b\n", "release.json"])
def test_extra_outside_the_folder_or_of_another_kind_is_never_believed(file: str, tmp_path: Path) -> None:
    write_release(replace(release(tmp_path), extras=(replace(EXTRA, file=file),)))
    assert read_release(tmp_path) is None


def test_extra_of_an_unknown_kind_is_never_believed(tmp_path: Path) -> None:
    write_release(release(tmp_path))
    path = tmp_path / RELEASE_FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"m4b"', '"hologram"'), encoding="utf-8")
    assert read_release(tmp_path) is None


def test_older_file_without_extras_is_read(tmp_path: Path) -> None:
    write_release(replace(release(tmp_path), extras=()))
    path = tmp_path / RELEASE_FILE
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["extras"]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert read_release(tmp_path) == replace(release(tmp_path), extras=())


@pytest.mark.parametrize(
    "wrong",
    [
        replace(CHAPTER, rate_hz=0),
        replace(CHAPTER, rate_hz=-1),
        replace(CHAPTER, length_samples=-1),
        replace(CHAPTER, number=True),
    ],
)
def test_numbers_that_count_nothing_are_never_believed(wrong: ReleasedChapter, tmp_path: Path) -> None:
    write_release(replace(release(tmp_path), chapters=(wrong,)))
    assert read_release(tmp_path) is None


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_file_changed_at_random_is_read_or_ignored_and_never_fails(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("release")
    write_release(release(folder))
    content = bytearray((folder / RELEASE_FILE).read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=10))
    (folder / RELEASE_FILE).write_bytes(content)
    found = read_release(folder)
    assert found is None or found.folder == folder


def test_folder_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "release").write_bytes(b"")
    with pytest.raises(OutputError, match="release"):
        write_release(release(tmp_path / "release"))
