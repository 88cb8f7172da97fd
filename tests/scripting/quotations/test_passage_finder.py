"""Where speech, thought, labels and narration begin and end, in every convention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.splitting import Splitting
from tests.growth import grows_with_the_text
from tests.scripting.small_books import cut, cut_last, small_book

DOUBLES = ('"We should go," said Ada.', '"Why?" asked Tom. "It is early."')
SINGLES = ("'We should go,' said Ada.", "'Why?' asked Tom. 'It is early.'")
DASHES = ("—We should go, said Ada.", "—Why? asked Tom.", "—It is early.")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("“", "”"),
        ("'", "'"),
        ("‘", "’"),
        ("«", "»"),
        ("»", "«"),
        ("„", "“"),
        ("„", "”"),
        ("”", "”"),
        ("« ", " »"),
    ],
)
def test_every_pair_of_marks_is_found_where_the_book_uses_it(opening: str, closing: str) -> None:
    def say(words: str) -> str:
        return f"{opening}{words}{closing}"

    book = cut(
        f"{say('We should go,')} said Ada.",
        f"Tom looked up. {say('Why?')} he asked. {say('It is early.')}",
        f"{say('It’s late, and the boys’ boat is gone.')}",
    )
    assert book == [
        [f"s {say('We should go,')}", "n said Ada."],
        ["n Tom looked up.", f"s {say('Why?')}", "n he asked.", f"s {say('It is early.')}"],
        [f"s {say('It’s late, and the boys’ boat is gone.')}"],
    ]


def test_straight_mark_inside_straight_marks_does_not_end_the_quotation() -> None:
    line = '"No dictator, no "mob boss". If you want to help, stay."'
    assert cut_last(*DOUBLES, line) == [f"s {line}"]


def test_nested_quotation_at_the_very_end_stays_inside() -> None:
    line = '"And then he called me "friend.""'
    assert cut_last(*DOUBLES, line) == [f"s {line}"]


def test_british_double_inside_single_stays_inside() -> None:
    line = "'He said \"never\" to me,' Ada whispered."
    assert cut_last(*SINGLES, line) == ["s 'He said \"never\" to me,'", "n Ada whispered."]


def test_apostrophes_and_elisions_do_not_end_single_quotation() -> None:
    line = "'The boys' boat wasn't there, an' I'm sorry 'bout that,' said Tom."
    assert cut_last(*SINGLES, line) == ["s 'The boys' boat wasn't there, an' I'm sorry 'bout that,'", "n said Tom."]


def test_speech_that_goes_on_after_a_tag_and_in_the_next_paragraph_may_begin_like_a_dropped_h() -> None:
    goes_on = cut(*SINGLES, "'I went out,' he said, 'and there she stood.", "'She had no coat on,' he said.")
    assert goes_on[-2] == ["s 'I went out,'", "n he said,", "s 'and there she stood."]


def test_dropped_h_of_a_narrator_opens_no_quotation() -> None:
    assert cut_last(*SINGLES, "'Go,' he said, 'cause his 'and hurt.")[1:] == ["n he said, 'cause his 'and hurt."]


def test_speech_broken_by_a_tag_is_two_passages() -> None:
    assert cut_last('"I think," said Ada, "that we should go."') == [
        's "I think,"',
        "n said Ada,",
        's "that we should go."',
    ]


def test_speech_broken_by_a_tag_without_commas_is_two_passages() -> None:
    assert cut_last(*DOUBLES, '"Come here" he said "and sit down."') == [
        's "Come here"',
        "n he said",
        's "and sit down."',
    ]


def test_quote_open_across_paragraphs_continues() -> None:
    first = '"It was a long story, and nobody wanted to hear the whole of it at once.'
    assert cut(first, '"But I told it," said Ada.') == [[f"s {first}"], ['s+ "But I told it,"', "n said Ada."]]


def test_verse_between_open_and_closing_mark_is_speech() -> None:
    parts = ("“She sang this:", "O soft is the moon\nand long is the way", "and then she left,” said Tom.")
    assert cut(*parts) == [
        [f"s {parts[0]}"],
        [f"s+ {parts[1]}"],
        ["s+ and then she left,”", "n said Tom."],
    ]


def test_forgotten_closing_mark_does_not_poison_the_next_paragraph() -> None:
    assert cut('"Yes, I know.', "Ada left the room.", '"Wait!" said Tom.') == [
        ['s "Yes, I know.'],
        ["n Ada left the room."],
        ['s "Wait!"', "n said Tom."],
    ]


def test_forgotten_closing_mark_gives_way_to_a_tag() -> None:
    assert cut_last(*DOUBLES, '"I don\'t know, he said. "Maybe tomorrow."') == [
        "s \"I don't know,",
        "n he said.",
        's "Maybe tomorrow."',
    ]


def test_forgotten_closing_mark_of_a_short_line_is_no_speech_over_paragraphs() -> None:
    book = cut(*DOUBLES, '"I am tired.', '"Then sleep," said Tom.')
    assert book[-1] == ['s "Then sleep,"', "n said Tom."]


def test_forgotten_opening_mark_is_mended() -> None:
    assert cut_last(*DOUBLES, 'I will go," said Ada.') == ['s I will go,"', "n said Ada."]


@pytest.mark.parametrize(
    "narration",
    [
        '"One day" was today. Everything else had been true.',
        'He hated the so-called "good terms," and left.',
        'Nobody in the town was a "mob boss" any more.',
        'She opened "The Winter Garden" and read on.',
        'A friend they called "the Captain" lived there.',
        'The sign bore the words "Keep Out." It was old.',
        'The nail was 5" long.',
    ],
)
def test_words_set_apart_in_narration_are_narration(narration: str) -> None:
    assert cut_last(*DOUBLES, narration) == [f"n {narration}"]


@pytest.mark.parametrize(
    ("line", "speech"),
    [
        ('He said "yes" and left.', '"yes"'),
        ('"Not today" was her reply.', '"Not today"'),
        ('"Fine" she said.', '"Fine"'),
        ('She shouted "Stop!" and ran.', '"Stop!"'),
        ('"Lex. . . "', '"Lex. . . "'),
    ],
)
def test_short_speech_is_not_mistaken_for_words_set_apart(line: str, speech: str) -> None:
    assert f"s {speech}" in cut_last(*DOUBLES, line)


def test_single_quoted_sentence_in_a_book_of_doubles_is_thought() -> None:
    line = "Ada waited. 'What would Tom want?' 'This HAS to work, it HAS to.'"
    assert cut_last(*DOUBLES, line) == [
        "n Ada waited.",
        "t 'What would Tom want?'",
        "t 'This HAS to work, it HAS to.'",
    ]


def test_single_quoted_words_in_a_book_of_doubles_are_narration() -> None:
    line = "It was the 'good life' of '68, and the boys' dog wouldn't 'sit'."
    assert cut_last(*DOUBLES, line) == [f"n {line}"]


def test_single_quoted_line_with_a_speech_tag_is_speech() -> None:
    assert cut_last(*DOUBLES, "'Come in,' said Tom.")[0] == "s 'Come in,'"


@pytest.mark.parametrize(
    "line",
    [
        '"What now?" thought Ada.',
        '"What now?" she thought to herself.',
        'Ada thought, "What now?"',
        '"Odd," Ada mused to herself.',
    ],
)
def test_thought_tag_makes_a_thought(line: str) -> None:
    assert [passage[0] for passage in cut_last(*DOUBLES, line)].count("t") == 1


@pytest.mark.parametrize(
    "line",
    [
        '"How do I know?" Lex thought out loud. Clark smiled.',
        '"Yes." Clark thought for a while.',
        '"What do you think?" Clark thought about it.',
        '"Where is it?" Clark wondered if she knew.',
        '"What?" "I think so."',
        '"I often think," said Ada, "that we should go."',
        '"What a pity," Ada mused. "It was new."',
    ],
)
def test_thinking_that_is_not_a_thought_tag_leaves_speech(line: str) -> None:
    kinds = [passage[0] for passage in cut_last(*DOUBLES, line)]
    assert "s" in kinds
    assert "t" not in kinds


def test_second_half_of_a_broken_thought_is_thought() -> None:
    assert [passage[0] for passage in cut_last('"But then," thought Ada, "shall I ever go?"')] == ["t", "n", "t"]


def test_italics_with_a_thought_tag_are_thought_and_keep_their_markup() -> None:
    assert cut_last(*DOUBLES, "*Why now?* she thought. She was *very* tired.") == [
        "t *Why now?*",
        "n she thought. She was *very* tired.",
    ]


def test_script_form_lines_are_label_and_speech() -> None:
    assert cut("Ada met Ryan.", "Ryan (softly): So now what?", "ADA: Now we go.", "Ryan: No.") == [
        ["n Ada met Ryan."],
        ["l Ryan (softly):", "s So now what?"],
        ["l ADA:", "s Now we go."],
        ["l Ryan:", "s No."],
    ]


def test_label_of_somebody_named_before_is_enough() -> None:
    assert cut_last("He heard a voice. Kyla.", "Kyla: It is Ziget.") == ["l Kyla:", "s It is Ziget."]


@pytest.mark.parametrize(
    "narration",
    [
        "Setting: 5 years after the storm.",
        "He had one rule: never lie.",
        "Remember: never lie to a captain.",
        "Note: this is old.",
        "Tomorrow: the sea.",
    ],
)
def test_colon_without_a_person_before_it_is_narration(narration: str) -> None:
    assert cut_last("Ada never lied. We remember that.", narration) == [f"n {narration}"]


def test_dash_dialogue_gives_way_to_its_tag_and_goes_on() -> None:
    assert cut(*DASHES, "—No, said Tom. You go.", "Ada left. It rained.")[3:] == [
        ["s —No,", "n said Tom.", "s You go."],
        ["n Ada left. It rained."],
    ]


def test_spanish_dashes_set_the_tag_apart() -> None:
    assert cut("—Hola.", "—¿Quién?", "—Me voy —dijo Juan—. Es tarde.")[2] == [
        "s —Me voy",
        "n —dijo Juan—.",
        "s Es tarde.",
    ]


def test_dash_in_a_book_of_quotation_marks_is_narration() -> None:
    assert cut_last(*DOUBLES, "—the end—") == ["n —the end—"]


def test_each_chapter_keeps_its_own_open_quotations() -> None:
    book = small_book('"It was a long tale that nobody ever cared to end, and it went\n\n# Two\n\n"Hello," said Ada.')
    first_of_second = split_book(book, Splitting()).chapters[1].paragraphs[0].passages[0]
    assert not first_of_second.continues


def test_paragraph_after_scene_break_says_so() -> None:
    book = small_book("One.\n\nTwo.\n\n***\n\nThree.")
    assert [p.after_scene_break for p in split_book(book, Splitting()).chapters[0].paragraphs] == [True, False, True]


MARKS = "\"'“”‘’«»„‚—-_*:().,!? \n\tabAB5"


@given(st.text(alphabet=st.sampled_from(MARKS)), st.lists(st.sampled_from([*DOUBLES, *SINGLES, *DASHES])))
def test_passages_cover_everything_but_white_space(text: str, context: list[str]) -> None:
    source = "\n\n".join([*context, text])
    for chapter in split_book(small_book(source), Splitting()).chapters:
        for paragraph in chapter.paragraphs:
            at = paragraph.start
            for passage in paragraph.passages:
                assert not source[at : passage.start].strip()
                words = source[passage.start : passage.end]
                assert words == words.strip() != ""
                at = passage.end
            assert not source[at : paragraph.start + len(paragraph.text)].strip()


@pytest.mark.parametrize(
    "unit",
    [
        '"Yes," she said. ',
        "'Yes,' she said. ",
        "—Yes, said Ada. ",
        '"',
        "— ",
        "—Yes —said Ada—. ",
        "— Yes, — said Ada. ",
        "— No. He left — went. ",
        "—A_A_",
        "``a'' ",
        '6" wide, ',
        "*a* ",
        "Ada: ",
        '"a',
        "a' ",
        "thought, ",
    ],
)
def test_one_huge_paragraph_costs_linear_time(unit: str) -> None:
    assert grows_with_the_text(lambda text: split_book(small_book(text.strip()), Splitting()), unit=unit)


def test_chapter_in_other_marks_than_the_book_is_still_cut() -> None:
    doubles = "\n\n".join(DOUBLES * 6)
    singles = "\n\n".join(SINGLES * 6)
    book = small_book(f"# One\n\n{doubles}\n\n# Two\n\n{singles}")
    kinds = [
        [passage.kind.value for passage in split_book(book, Splitting()).chapters[n].paragraphs[1].passages]
        for n in (0, 1)
    ]
    assert kinds == [["speech", "narration", "speech"]] * 2


@pytest.mark.parametrize(
    ("line", "passages"),
    [
        ('*"Stop!"* he yelled.', ['s *"Stop!"*', "n he yelled."]),
        ('He yelled *"Stop!"*.', ["n He yelled", 's *"Stop!"*.']),
        ('*"Stop!"*"No!"*', ['s *"Stop!"*', 's "No!"*']),
        ('"Stop!" — "No!"', ['s "Stop!" —', 's "No!"']),
        ('Lex: *"Stop!"*', ["l Lex:", 's *"Stop!"*']),
        ("...", ["n ..."]),
    ],
)
def test_marks_without_a_word_are_no_narration_of_their_own(line: str, passages: list[str]) -> None:
    assert cut(*DOUBLES, "Nobody liked Lex.", line)[-1] == passages
