from pathlib import Path

from audiobook.assembly.announcing import announce
from audiobook.assembly.book_jobs import group_by_chapter, name_chapters, sample_takes
from audiobook.assembly.credits import Credits
from audiobook.assembly.profiles import CreditsPlace
from audiobook.model.release import ExtraKind
from audiobook.model.script import SegmentKind
from tests.assembly.building import MemoryTakes, Part, make_jobs, make_script, make_takes, tone


def titles(*given: str, book: str = "The Ferry Book") -> list[str]:
    return [name.title for name in name_chapters(make_script(titles=given), book_title=book)]


def test_titles_are_kept() -> None:
    assert titles("Prologue", "The Ferry") == ["Prologue", "The Ferry"]


def test_titles_that_occur_twice_are_told_apart() -> None:
    assert titles("I", "II", "I", "i (2)", "I") == ["I", "II", "I (2)", "i (2) (2)", "I (3)"]


def test_title_is_never_the_books_own() -> None:
    assert titles("Prologue", "the ferry  book") == ["Prologue", "Chapter 2: the ferry book"]


def test_files_bear_number_and_title() -> None:
    names = name_chapters(make_script(titles=("Prologue", "The Ferry")), book_title="Lex")
    assert [name.file for name in names] == ["01 - Prologue.mp3", "02 - The Ferry.mp3"]


def test_chapter_with_nothing_to_speak_has_no_takes() -> None:
    script = make_script(
        Part("It rained.", chapter=1),
        Part("Thanks for reading!", kind=SegmentKind.NOTE, chapter=2),
        Part("It stopped.", chapter=3),
        titles=("One", "Two", "Three"),
    )
    assert set(group_by_chapter(script, make_takes(script))) == {1, 3}


def test_lines_say_who_says_which_words_where(tmp_path: Path) -> None:
    script = make_script(Part("It\n  rained."), Part('"Go."', "Lex", SegmentKind.DIALOGUE, paragraph=1))
    (job,) = make_jobs(tmp_path, script, MemoryTakes({"s0": tone(1.0), "s1": tone(0.5)}))
    assert [(line.segment_id, line.speaker, line.text) for line in job.lines] == [
        ("s0", "narrator", "It rained."),
        ("s1", "Lex", '"Go."'),
    ]
    assert [line.start_sample for line in job.lines] == [place.start_sample for place in job.timeline.placements]
    assert (job.tags.number, job.tags.total, job.tags.title) == (1, 1, "The Ferry")


def test_credits_of_their_own_are_numbered_around_the_chapters_and_do_not_count() -> None:
    script = make_script(Part("It rained."), Part("It stopped.", chapter=2), titles=("One", "Two"))
    credits_ = Credits(opening="The Ferry.", closing="The end.")
    announced = announce(script, credits_, place=CreditsPlace.FILES, titles=False)
    extras = {0: ExtraKind.OPENING_CREDITS, 3: ExtraKind.CLOSING_CREDITS}
    names = name_chapters(announced.script, book_title="The Ferry", extras=extras)
    assert [(name.file, name.total, name.extra) for name in names] == [
        ("00 - Opening Credits.mp3", 2, ExtraKind.OPENING_CREDITS),
        ("01 - One.mp3", 2, None),
        ("02 - Two.mp3", 2, None),
        ("03 - Closing Credits.mp3", 2, ExtraKind.CLOSING_CREDITS),
    ]


def test_sample_has_no_credits() -> None:
    credits_ = Credits(opening="The Ferry.", closing="The end.")
    announced = announce(make_script(Part("It rained.")), credits_, place=CreditsPlace.WITHIN, titles=False).script
    kept = sample_takes(announced, make_takes(announced))
    assert [announced.segments[take.segment_index].text for take in kept] == ["It rained."]
