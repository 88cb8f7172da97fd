"""The text of a document: folded white space, minimal Markdown, places that stay where they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.language.markup import FILLER, cover_markup
from audiobook.language.words import fold_word, iterate_words
from audiobook.reading.documents.block_text import Emphasis
from audiobook.reading.documents.extracted import ExtractedMember, Role
from audiobook.reading.documents.member_writer import MemberWriter
from tests.reading.manuscripts import untiled


def written(*parts: tuple[str, Emphasis], role: Role = Role.PARAGRAPH) -> str:
    writer = MemberWriter("x")
    writer.open_block(role)
    for text, emphasis in parts:
        writer.write(text, emphasis)
    return writer.finish().text


def roles(member: ExtractedMember) -> list[tuple[str, str]]:
    return [(block.role.value, member.text[block.start : block.end]) for block in member.blocks]


def said(text: str) -> list[str]:
    covered = cover_markup(text).replace(FILLER, "")
    return [fold_word(match.group()) for match in iterate_words(covered)]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("  Maud\n\t waited. ", Emphasis.NONE)], "Maud waited."),
        (
            [("Maud ", Emphasis.NONE), (" really ", Emphasis.ITALIC), (" waited.", Emphasis.NONE)],
            "Maud *really* waited.",
        ),
        ([("really", Emphasis.ITALIC), (" ", Emphasis.NONE), ("so", Emphasis.ITALIC)], "*really so*"),
        ([("O", Emphasis.BOLD), ("nce", Emphasis.NONE)], "Once"),
        ([("So", Emphasis.ITALIC | Emphasis.BOLD)], "***So***"),
        ([("yes", Emphasis.ITALIC), (",", Emphasis.ITALIC), (" no", Emphasis.NONE)], "*yes,* no"),
        ([("ef\u00adfort of\u200b \ufb01ne", Emphasis.NONE)], "effort of fine"),
        ([("5*3 and 5 * 3", Emphasis.NONE)], "5*3 and 5 * 3"),
        ([("*star* _line_ snake_case", Emphasis.NONE)], r"\*star\* \_line\_ snake_case"),
        ([("* * *", Emphasis.NONE)], "* * *"),
    ],
)
def test_text_is_minimal_markdown(parts: list[tuple[str, Emphasis]], expected: str) -> None:
    assert written(*parts) == expected


@pytest.mark.parametrize(
    "words", ["<b>bold</b>", "&amp; &copy;", "[a](http://b.example)", "# one", "a\\*b", "<!-- c -->"]
)
def test_marks_that_the_author_means_hide_no_word(words: str) -> None:
    assert said(written((f"x {words} y", Emphasis.NONE))) == said_plainly(f"x {words} y")


def said_plainly(text: str) -> list[str]:
    return [fold_word(match.group()) for match in iterate_words(text)]


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from([Emphasis.NONE, Emphasis.ITALIC, Emphasis.BOLD]))))
def test_letters_are_those_that_were_written(parts: list[tuple[str, Emphasis]]) -> None:
    text = written(*parts)
    plain = "".join(part for part, _ in parts)
    assert letters(text) == letters(plain)


def letters(text: str) -> str:
    folded = text.translate(
        {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
    )
    return "".join(character for character in folded if character.isalnum())


def test_short_unfinished_lines_are_verse_and_whole_sentences_are_paragraphs() -> None:
    writer = MemberWriter("x")
    for lines in (("The waves are grey,", "the gulls are gone"), ("“Yes,” she said.", "“No.”")):
        writer.open_block(Role.PARAGRAPH)
        for line in lines:
            writer.write(line)
            writer.end_line()
    assert roles(writer.finish()) == [
        ("verse", "The waves are grey,\nthe gulls are gone"),
        ("paragraph", "“Yes,” she said."),
        ("paragraph", "“No.”"),
    ]


def test_two_line_ends_begin_another_block() -> None:
    writer = MemberWriter("x")
    writer.write("One.")
    writer.end_line()
    writer.end_line()
    writer.write("Two.")
    assert writer.finish().text == "One.\n\nTwo."


def test_places_and_omissions_keep_their_place_behind_marks_and_escapes() -> None:
    writer = MemberWriter("x")
    writer.anchor("top")
    writer.open_block(Role.PARAGRAPH)
    writer.write("*a* ", Emphasis.ITALIC)
    writer.anchor("middle")
    writer.write("b", Emphasis.BOLD)
    writer.omit(" 12 ", reason="a page number")
    writer.write(" c")
    writer.open_block(Role.PARAGRAPH)
    writer.anchor("nowhere")
    writer.close_block()
    writer.anchor("end")
    member = writer.finish()
    assert member.anchors["top"] == 0
    assert member.text[member.anchors["middle"] :].startswith("**b**")
    assert [(member.text[each.offset :], each.text) for each in member.omissions] == [("** c", "12")]
    assert member.anchors["nowhere"] == member.anchors["end"] == len(member.text)


def test_blocks_tile_the_text() -> None:
    writer = MemberWriter("x")
    writer.write("a")
    writer.scene_break()
    writer.omit("7", reason="a page number")
    writer.open_block(Role.HEADING, level=2)
    writer.write("b")
    member = writer.finish()
    assert untiled(member.text, [(block.start, block.end) for block in member.blocks]) == ""
    assert [block.role for block in member.blocks] == [Role.PARAGRAPH, Role.SCENE_BREAK, Role.NOTE, Role.HEADING]
