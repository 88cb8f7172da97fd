import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from mutagen.id3 import ID3

from audiobook.assembly.tagging.tags import tag_length
from audiobook.assembly.whole_book.single_mp3 import join_chapters, single_mp3_keys
from audiobook.model.release import ExtraKind
from tests.assembly.book_files import TITLES, book_job, chapters, decode, render_all


def test_book_sounds_exactly_as_its_chapters_do_one_after_the_other(tmp_path: Path) -> None:
    job = book_job(tmp_path, ExtraKind.SINGLE_MP3, chapters(tmp_path))
    render_all(job.chapters)
    made = join_chapters(job, single_mp3_keys(job))
    apart = [decode(tmp_path / chapter.file) for chapter in job.chapters]
    whole = decode(tmp_path / job.file)
    assert len(whole) == made.length_samples == sum(map(len, apart))
    assert (whole == np.concatenate(apart)).all()


def test_there_is_one_tag_and_it_marks_every_chapter(tmp_path: Path) -> None:
    job = book_job(tmp_path, ExtraKind.SINGLE_MP3, chapters(tmp_path))
    render_all(job.chapters)
    made = join_chapters(job, single_mp3_keys(job))
    content = (tmp_path / job.file).read_bytes()
    assert content.count(b"ID3\x03") == 1
    assert tag_length(content[:10]) > 0
    tag = ID3(io.BytesIO(content))  # type: ignore[no-untyped-call]
    assert str(tag["TIT2"].text[0]) == str(tag["TALB"].text[0]) == "The Ferry Book"
    marks = [tag[f"CHAP:{name}"] for name in tag["CTOC:toc"].child_element_ids]
    assert [str(mark.sub_frames["TIT2"].text[0]) for mark in marks] == list(TITLES)
    assert marks[0].start_time == 0
    assert all(before.end_time == after.start_time for before, after in pairwise(marks))
    assert marks[-1].end_time == round(1000 * made.length_samples / made.rate_hz)
    starts = np.cumsum([0, *(len(decode(tmp_path / chapter.file)) for chapter in job.chapters[:-1])])
    assert [mark.start_time for mark in marks] == [round(1000 * start / made.rate_hz) for start in starts]


def test_keys_tell_sound_from_tags(tmp_path: Path) -> None:
    job = book_job(tmp_path, ExtraKind.SINGLE_MP3, chapters(tmp_path))
    render_all(job.chapters)
    keys = single_mp3_keys(job)
    other = single_mp3_keys(replace(job, cover=b"another"))
    assert other.sound == keys.sound
    assert other.tags != keys.tags
