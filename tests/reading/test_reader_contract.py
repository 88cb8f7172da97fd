"""What every reader promises, for every format it reads."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind, Manuscript
from audiobook.reading.reader import decode_sources, read_manuscript
from tests.reading.manuscripts import all_blocks, of_kind, shown, titles, untiled
from tests.reading.reader_contract import NOTE, STORY, WRITERS


@pytest.fixture(params=WRITERS, ids=lambda name: name.replace(" ", "-"))
def manuscript(request: pytest.FixtureRequest, tmp_path: Path) -> Manuscript:
    name, data = WRITERS[request.param]()
    path = tmp_path / name
    path.write_bytes(data)
    return read_manuscript(path, book="ferry")


def test_chapters_are_those_of_the_author(manuscript: Manuscript) -> None:
    assert titles(manuscript) == [chapter.heading for chapter in STORY]


def test_chapters_are_numbered_from_one(manuscript: Manuscript) -> None:
    assert [chapter.number for chapter in manuscript.chapters] == [1, 2]


def test_paragraphs_keep_their_words_and_order(manuscript: Manuscript) -> None:
    expected = [text for chapter in STORY for text in (*chapter.first_scene, *chapter.second_scene)]
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == expected


def test_every_chapter_has_its_scene_break_between_its_scenes(manuscript: Manuscript) -> None:
    kinds = [kind for kind, _ in shown(manuscript) if kind != BlockKind.NOTE]
    breaks = [index for index, kind in enumerate(kinds) if kind == BlockKind.SCENE_BREAK]
    assert len(breaks) == 2
    assert all(kinds[index - 1] == kinds[index + 1] == BlockKind.PARAGRAPH for index in breaks)


def test_authors_note_is_a_note_with_a_reason_and_nothing_else_has_one(manuscript: Manuscript) -> None:
    assert of_kind(manuscript, BlockKind.NOTE) == [NOTE]
    assert all((block.reason is not None) == (block.kind is BlockKind.NOTE) for block in all_blocks(manuscript))


def test_blocks_tile_the_source(manuscript: Manuscript) -> None:
    for source in manuscript.sources:
        spans = [(block.start, block.end) for block in all_blocks(manuscript) if block.source == source.name]
        assert untiled(source.text, spans) == ""


def test_text_has_no_byte_order_mark_and_the_newlines_of_the_file(manuscript: Manuscript) -> None:
    text = manuscript.sources[0].text
    assert not text.startswith("\ufeff")
    assert len({"\r\n" in text, "\r" in text.replace("\r\n", ""), "\n" in text.replace("\r\n", "")}) <= 2


def test_title_comes_from_the_text_or_the_file(manuscript: Manuscript) -> None:
    assert manuscript.title in {"The Lost Ferry", "Ferry"}
    assert manuscript.book == "ferry"


def test_reading_again_gives_the_same(manuscript: Manuscript, tmp_path: Path) -> None:
    path = tmp_path / manuscript.sources[0].name.partition("/")[0]
    assert read_manuscript(path, book="ferry") == manuscript


def test_every_block_is_in_a_source_that_has_it(manuscript: Manuscript) -> None:
    texts = {source.name: source.text for source in manuscript.sources}
    assert all(0 <= block.start < block.end <= len(texts[block.source]) for block in all_blocks(manuscript))


def test_words_to_be_proved_are_those_that_were_read(manuscript: Manuscript, tmp_path: Path) -> None:
    path = tmp_path / manuscript.sources[0].name.partition("/")[0]
    assert decode_sources(path) == {source.name: source.text for source in manuscript.sources}
