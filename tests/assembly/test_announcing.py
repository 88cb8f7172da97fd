from dataclasses import replace

from audiobook.assembly.announcing import announce, is_credits
from audiobook.assembly.credits import Credits
from audiobook.assembly.profiles import CreditsPlace
from audiobook.assembly.timelines.pauses import Boundary, Utterance, find_boundary
from audiobook.model.script import ANNOUNCED, NARRATOR, Script, SegmentKind
from tests.assembly.building import Part, make_script

BOTH = Credits(opening="The Ferry. Narrated by Ada.", closing="The end.")


def story() -> Script:
    return make_script(
        Part("Chapter 1", kind=SegmentKind.HEADING),
        Part("It rained.", paragraph=1),
        Part("It stopped.", chapter=2),
        titles=("The Rain", "The Sun"),
    )


def texts(script: Script) -> list[tuple[int, str]]:
    return [(segment.chapter, segment.text) for segment in script.segments]


def test_credits_within_stand_in_the_first_and_last_chapter() -> None:
    announced = announce(story(), BOTH, place=CreditsPlace.WITHIN, titles=False)
    assert texts(announced.script) == [
        (1, "The Ferry. Narrated by Ada."),
        (1, "Chapter 1"),
        (1, "It rained."),
        (2, "It stopped."),
        (2, "The end."),
    ]
    assert (announced.opening, announced.closing) == (None, None)
    assert announced.script.chapters == story().chapters


def test_credits_in_files_are_chapters_of_their_own() -> None:
    announced = announce(story(), BOTH, place=CreditsPlace.FILES, titles=False)
    assert (announced.opening, announced.closing) == (0, 3)
    assert [(head.number, head.title) for head in announced.script.chapters] == [
        (0, "Opening Credits"),
        (1, "The Rain"),
        (2, "The Sun"),
        (3, "Closing Credits"),
    ]
    assert texts(announced.script)[0] == (0, "The Ferry. Narrated by Ada.")
    assert texts(announced.script)[-1] == (3, "The end.")


def test_credits_skip_chapters_in_which_nothing_is_spoken() -> None:
    script = make_script(
        Part("A note.", kind=SegmentKind.NOTE), Part("It rained.", chapter=2), titles=("Notes", "The Rain")
    )
    announced = announce(script, BOTH, place=CreditsPlace.WITHIN, titles=True)
    assert [chapter for chapter, text in texts(announced.script) if text in BOTH.opening + BOTH.closing] == [2, 2]


def test_a_title_of_the_table_of_contents_alone_is_said_unless_nobody_wants_titles() -> None:
    script = story()
    listed = replace(script, chapters=(script.chapters[0], replace(script.chapters[1], unwritten_title="The Sun")))
    nowhere = CreditsPlace.NOWHERE
    said = {titles: texts(announce(listed, Credits(), place=nowhere, titles=titles).script) for titles in (None, False)}
    assert said[None][-2:] == [(2, "The Sun"), (2, "It stopped.")]
    assert said[False] == texts(script)


def test_title_is_said_where_the_text_does_not_begin_with_it() -> None:
    announced = announce(story(), Credits(), place=CreditsPlace.NOWHERE, titles=True)
    said = [segment for segment in announced.script.segments if segment.source == ANNOUNCED]
    assert [(each.chapter, each.text, each.kind, each.speaker) for each in said] == [
        (2, "The Sun", SegmentKind.HEADING, NARRATOR)
    ]
    assert not is_credits(said[0])


def test_nothing_to_announce_leaves_the_script_as_it_is() -> None:
    assert announce(story(), Credits(), place=CreditsPlace.WITHIN, titles=False).script == story()


def test_book_without_a_word_gets_no_credits() -> None:
    script = make_script(Part("A note.", kind=SegmentKind.NOTE))
    assert announce(script, BOTH, place=CreditsPlace.WITHIN, titles=True).script == script


def test_there_is_a_pause_around_what_is_announced() -> None:
    script = announce(story(), BOTH, place=CreditsPlace.WITHIN, titles=True).script
    said = [
        Utterance(segment_index=index, start=segment.start, end=segment.end)
        for index, segment in enumerate(script.segments)
    ]
    assert find_boundary(script.segments, said[0], said[1]) is Boundary.HEADING
    assert find_boundary(script.segments, said[-2], said[-1]) is Boundary.HEADING
