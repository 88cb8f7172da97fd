from dataclasses import replace
from pathlib import Path

from audiobook.assembly.whole_book.aac_parts import encode_part, find_part, part_key, sweep_parts
from tests.assembly.book_files import TAKES, chapters, decode
from tests.assembly.building import MemoryTakes, speech_like


def test_part_holds_the_chapters_whole_sound(tmp_path: Path) -> None:
    job = chapters(tmp_path)[0]
    decoded = decode(encode_part(job, tmp_path / "parts"))
    assert 0 <= len(decoded) - job.timeline.length_samples < 2 * 1024
    start = job.timeline.placements[0].start_sample
    assert abs(decoded[: start - 100]).max() < 0.002
    assert abs(decoded[start : start + 8000]).max() > 0.1


def test_part_is_found_again_by_what_it_was_made_from(tmp_path: Path) -> None:
    one, two, _ = chapters(tmp_path)
    path = encode_part(one, tmp_path / "parts")
    assert find_part(tmp_path / "parts", one) == path
    assert find_part(tmp_path / "parts", two) is None


def test_title_and_number_change_nothing_and_a_take_does(tmp_path: Path) -> None:
    job = chapters(tmp_path)[0]
    renamed = chapters(tmp_path, titles=("Another", "Глава вторая", "Three"))[0]
    louder = MemoryTakes(TAKES.sounds | {"s0": speech_like(2.0, seed=9)})
    assert part_key(renamed) == part_key(job)
    assert part_key(replace(job, tags=replace(job.tags, number=7))) == part_key(job)
    assert part_key(chapters(tmp_path, takes=louder)[0]) != part_key(job)


def test_damaged_part_is_not_found(tmp_path: Path) -> None:
    job = chapters(tmp_path)[0]
    path = encode_part(job, tmp_path / "parts")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert find_part(tmp_path / "parts", job) is None
    assert encode_part(job, tmp_path / "parts") == path
    assert find_part(tmp_path / "parts", job) == path


def test_parts_that_the_book_no_longer_has_are_removed(tmp_path: Path) -> None:
    one, two, _ = chapters(tmp_path)
    kept, gone = encode_part(one, tmp_path), encode_part(two, tmp_path)
    sweep_parts(tmp_path, used=(kept,))
    assert kept.exists()
    assert not gone.exists()
    sweep_parts(tmp_path / "missing", used=())
