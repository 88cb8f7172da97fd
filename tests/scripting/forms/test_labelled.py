"""The labelled script: printed, edited, read back; what is spoken and by whom is what the file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.errors import ManuscriptError
from audiobook.model.script import (
    NARRATOR,
    UNKNOWN,
    ChapterHead,
    Character,
    Correction,
    Gender,
    KnownCharacter,
    Script,
    Segment,
    SegmentKind,
)
from audiobook.scripting.forms.labelled import LABELLED_MARKUP
from audiobook.scripting.forms.printing import as_labelled_text
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import labelled_book, lines_of, small_book
from tests.scripting.test_script_writer import STORY, assert_tiles

SMALL = """audiobook-script 1 book
title: The Ferry
author: A. Writer
character: Ada | female | Adelaide, Miss A.
# a remark

[chapter] One: The Quay
[heading] One

[Ada] "We should go,"
[narrator] said Ada.
[Ada + Tom] "Now!"

[scene break] * * *

[Tom, thinking] Why me?
[note: thanks to a reader] Thank you, X.

[chapter]

[unknown] "Who is there?"
"""


def read(text: str, **options: object) -> Script:
    return write_script(labelled_book(text), **options)  # type: ignore[arg-type]


def story_lines(script: Script) -> list[Segment]:
    return [segment for segment in script.segments if segment.evidence != LABELLED_MARKUP]


def told(script: Script) -> list[tuple[object, ...]]:
    """What a listener gets: everything but places, ids and evidence."""
    return [
        (line.chapter, line.paragraph, line.kind, line.speakers, " ".join(line.text.split()), line.spoken)
        for line in story_lines(script)
    ]


def test_file_says_who_speaks() -> None:
    script = read(SMALL)
    assert [
        (line.chapter, line.paragraph, line.kind.value, line.speakers, line.text) for line in story_lines(script)
    ] == [
        (1, 0, "heading", ("narrator",), "One"),
        (1, 1, "dialogue", ("Ada",), '"We should go,"'),
        (1, 1, "narration", ("narrator",), "said Ada."),
        (1, 1, "dialogue", ("Ada", "Tom"), '"Now!"'),
        (1, 2, "scene_break", (), "* * *"),
        (1, 3, "thought", ("Tom",), "Why me?"),
        (1, 3, "note", (), "Thank you, X."),
        (2, 0, "dialogue", ("unknown",), '"Who is there?"'),
    ]
    assert script.chapters == (ChapterHead(number=1, title="One: The Quay"), ChapterHead(number=2, title="Chapter 2"))
    assert (script.title, script.author) == ("The Ferry", "A. Writer")
    assert [(c.name, c.gender, c.aliases, c.line_count) for c in script.characters] == [
        ("Ada", Gender.FEMALE, ("Adelaide", "Miss A."), 2),
        ("Tom", Gender.UNKNOWN, (), 2),
    ]


def test_rows_of_a_labelled_script_tile_it() -> None:
    assert_tiles(read(SMALL), SMALL)


def test_markup_rows_are_notes_nobody_speaks_even_when_notes_are_read() -> None:
    markup = [line for line in read(SMALL, speak_notes=True).segments if line.evidence == LABELLED_MARKUP]
    assert {(line.kind, line.speaker, line.spoken) for line in markup} == {(SegmentKind.NOTE, None, False)}


def test_printed_story_reads_back_the_same() -> None:
    script = write_script(small_book(STORY))
    again = read(as_labelled_text(script))
    assert told(again) == told(script)
    assert [line.id for line in story_lines(again)] == [segment.id for segment in script.segments]
    assert as_labelled_text(again) == as_labelled_text(script)


def test_edited_label_and_line_are_honoured() -> None:
    text = as_labelled_text(write_script(small_book(STORY)))
    edited = text.replace('[Tom] "Why?"', '[Zoe, thinking] "Why on earth?"')
    assert ("thought", "Zoe", '"Why on earth?"') in lines_of(read(edited))


def test_windows_line_ends_and_indented_lines_are_read() -> None:
    assert told(read(SMALL.replace("\n", "\r\n  "))) == told(read(SMALL))


def test_scene_break_needs_no_words() -> None:
    assert ("scene_break", None, "[scene break]") in lines_of(read("audiobook-script 1 book\n\n[scene break]\n"))


def test_alias_from_the_cast_gives_the_main_name() -> None:
    script = read(SMALL, known=(KnownCharacter(name="Thomas", aliases=("Tom",)),))
    assert {line.speaker for line in script.segments} >= {"Ada", "Thomas"}


def test_correction_against_the_file_is_not_applied_but_reported() -> None:
    corrections = (Correction(text='"We should go,"', speaker="Tom"), Correction(text="Why me?", speaker="Tom"))
    script = read(SMALL, corrections=corrections)
    assert ("dialogue", "Ada", '"We should go,"') in lines_of(script)
    assert len(script.warnings) == 1


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("A line without a label.", "no label"),
        ("[Ada What now?", 'no closing "]"'),
        ("[] What now?", "names nobody"),
        ("[Ada + ] What now?", "names nobody"),
        ("[Ada]", "no words"),
        ("[Ada, dancing] What now?", "dancing"),
        ("[Ada, Tom, thinking] What now?", "+"),
        ("[Ada: loudly] What now?", "note"),
    ],
)
def test_malformed_line_is_named_with_file_and_line(line: str, complaint: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        read(f"audiobook-script 1 book\n\n[chapter] One\n\n{line}\n")
    assert caught.value.message.startswith("book.txt:5: ")
    assert complaint in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "audiobook-script 2 book\n",
        "Once upon a time",
        "audiobook-script 1 b\ncharacter: | male",
        "audiobook-script 1 b\ncharacter: Ada | purple",
        "audiobook-script 1 b\nweather: fine",
    ],
)
def test_malformed_head_is_an_error(text: str) -> None:
    with pytest.raises(ManuscriptError):
        read(text)


ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=25)
WORDS = ANY_TEXT.filter(lambda text: bool(text.strip()))
NAMES = st.one_of(
    st.sampled_from(
        [NARRATOR, UNKNOWN, "Ada", "note", "Heading", "scene break", "chapter", "A, B", "A + B", "x: y", "[z]"]
    ),
    WORDS.map(lambda name: " ".join(name.split())).filter(lambda name: name.casefold() not in {NARRATOR, UNKNOWN}),
)
SPOKEN_KINDS = st.sampled_from([kind for kind in SegmentKind if kind is not SegmentKind.SCENE_BREAK])


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    segments: list[Segment] = []
    chapter_count = draw(st.integers(1, 3))
    for chapter in range(1, chapter_count + 1):
        paragraph = 0
        for number in range(draw(st.integers(0, 5))):
            paragraph += number > 0 and draw(st.booleans())
            segments.append(_segment(draw, chapter, paragraph))
    heads = tuple(ChapterHead(number=n, title=" ".join(draw(WORDS).split())) for n in range(1, chapter_count + 1))
    return Script(
        book="book",
        title=" ".join(draw(WORDS).split()),
        author=draw(st.none() | WORDS.map(lambda text: " ".join(text.split()))),
        language="en",
        chapters=heads,
        segments=tuple(segments),
        characters=(Character(name="Ada", aliases=(), gender=Gender.FEMALE, line_count=0),),
    )


def _segment(draw: st.DrawFn, chapter: int, paragraph: int) -> Segment:
    is_spoken = draw(st.booleans())
    kind = draw(SPOKEN_KINDS if is_spoken else st.sampled_from([SegmentKind.NOTE, SegmentKind.SCENE_BREAK]))
    speakers = tuple(draw(st.lists(NAMES, min_size=1, max_size=3, unique_by=str.casefold))) if is_spoken else ()
    return Segment(
        id="x",
        chapter=chapter,
        paragraph=paragraph,
        kind=kind,
        source="book.txt",
        start=0,
        end=1,
        text=draw(WORDS),
        speaker=speakers[0] if speakers else None,
        speakers=speakers,
        confidence=None,
        evidence=" ".join(draw(WORDS).split()),
        spoken=is_spoken,
    )


@given(scripts())
def test_any_script_reads_back_the_same(script: Script) -> None:
    text = as_labelled_text(script)
    again = read(text)
    assert told(again) == told(script)
    assert again.chapters == script.chapters
    assert (again.title, again.author) == (script.title, script.author)
    assert_tiles(again, text)
    reasons = [
        [s.evidence for s in story if s.kind is SegmentKind.NOTE and not s.spoken]
        for story in (again.segments, script.segments)
    ]
    assert [reason for reason in reasons[0] if reason != LABELLED_MARKUP] == reasons[1]


@given(st.text())
def test_no_text_makes_the_reader_raise_anything_but_its_own_error(text: str) -> None:
    for whole in (text, f"audiobook-script 1 book\n{text}", f"audiobook-script 1 book\n[{text}"):
        try:
            assert_tiles(read(whole), whole)
        except ManuscriptError:
            continue
