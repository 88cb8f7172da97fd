"""Laws of reading that hold for any input at all."""

import string
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.model.manuscript import BlockKind, SourceFormat
from audiobook.reading.decoding import decode
from audiobook.reading.reader import read_manuscript
from audiobook.reading.scene_breaks import is_scene_break
from tests.reading.manuscripts import all_blocks, pieces_of, untiled

_LINES = (
    "CHAPTER I.", "CHAPTER II.", "Chapter 1", "Chapter 2: The Ferry", "PART ONE", "VOLUME II", "I", "II", "III",
    "1", "2", "The Ferry", "THE FERRY", "by Ada Moss", "BY", "Contents", "Prologue", "A/N: hi", "Author's Note",
    "Title: Ferry", "Rating: PG", "Setting: a pier", "* * *", "---", "===", "# Head", "## Sub", "#", "~~~", "xXx",
    "<!-- a", "b -->", "(A/N: hi) Maud left.", "Maud left. [A/N: hi]", "Penname: Thanks for the review!",
    "Ryan: No.", "Please review!", "“Yes,” she said.", "the rest of a sentence", "...", "…", "THE END", "&nbsp;",
    "![a](b.jpg)", "[Illustration: a]", "*** START OF THE PROJECT GUTENBERG EBOOK FERRY ***",
    "*** END OF THE PROJECT GUTENBERG EBOOK FERRY ***", "Produced by nobody", "\u200b", "\x01", "\x1c",
    ">", "> >", "> quoted", "|---|---|", "Gull: thanks!", "Reviews:", "xXx: ty",
    "   indented", "\tChapter 3", "title: x", "END OF VOL. I.", "Book",
)  # fmt: skip
_NEWLINES = ("\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", "\r\r", "\x0c", "\u2028", " ", "\t", "\x85", "\x0b")
_PARTS = st.one_of(
    st.sampled_from(_LINES),
    st.sampled_from(_NEWLINES),
    st.text(max_size=12),
    st.text(alphabet=string.printable, max_size=20),
)
_TEXTS = st.lists(_PARTS, max_size=40).map("".join)
_FORMATS = st.sampled_from([SourceFormat.PLAIN, SourceFormat.MARKDOWN])


@given(text=_TEXTS, source_format=_FORMATS)
@settings(max_examples=400, deadline=None)
def test_pieces_of_any_text_tile_all_but_white_space(text: str, source_format: SourceFormat) -> None:
    pieces = pieces_of(text, source_format=source_format)
    assert untiled(text, [(piece.start, piece.end) for piece in pieces]) == ""


@given(text=_TEXTS, source_format=_FORMATS)
@settings(deadline=None)
def test_notes_and_only_notes_have_a_reason(text: str, source_format: SourceFormat) -> None:
    for piece in pieces_of(text, source_format=source_format):
        assert (piece.reason is not None) == (piece.kind is BlockKind.NOTE)


@given(text=_TEXTS, source_format=_FORMATS)
@settings(deadline=None)
def test_a_piece_is_exactly_its_slice_of_the_text(text: str, source_format: SourceFormat) -> None:
    for piece in pieces_of(text, source_format=source_format):
        assert text[piece.start : piece.end] == piece.text


@given(data=st.one_of(st.binary(max_size=400), _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_a_reader_raise_anything_but_its_own_error(data: bytes, tmp_path: Path) -> None:
    for name in ("any.txt", "any.md"):
        path = tmp_path / name
        path.write_bytes(data)
        with suppress(ManuscriptError):
            manuscript = read_manuscript(path, book="any")
            text = manuscript.sources[0].text
            spans = [(block.start, block.end) for block in all_blocks(manuscript)]
            assert manuscript.chapters == () or untiled(text, spans) == ""


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"), min_size=1))
def test_utf8_text_is_decoded_as_it_was_written(text: str) -> None:
    try:
        decoded, _ = decode(b"\xef\xbb\xbf" + text.encode(), name="any")
    except ManuscriptError:
        return
    assert decoded == text


@given(text=st.text(max_size=30))
def test_a_scene_break_says_nothing(text: str) -> None:
    if is_scene_break(text):
        letters = {character.lower() for character in text if character.isalnum()}
        assert letters <= set("xo0") or any(
            word in text.lower() for word in ("break", "change", "divider", "hr", "rule")
        )


@pytest.mark.parametrize("source_format", [SourceFormat.PLAIN, SourceFormat.MARKDOWN])
@pytest.mark.parametrize(
    "text",
    ["word " * 400_000, "a" * 2_000_000, '"' * 2_000_000, "* " * 1_000_000, "(" * 1_000_000, "Maud: thanks " * 150_000],
    ids=["words", "letters", "quotes", "stars", "brackets", "labels"],
)
def test_one_paragraph_of_two_megabytes_is_one_block(text: str, source_format: SourceFormat) -> None:
    assert len(pieces_of(text, source_format=source_format)) == 1
