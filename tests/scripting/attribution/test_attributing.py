"""Who speaks: tags, beats, pronouns, turns, thoughts, labels and what a person decided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.script import NARRATOR, UNKNOWN, KnownCharacter
from audiobook.scripting.attribution.result import EvidenceKind
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.quotations.splitting import Splitting
from tests.growth import grows_with_the_text
from tests.scripting.small_books import small_book
from tests.scripting.told import attributed, lines, speakers, told

MEETING = "Marta met Jonas on the quay. Marta carried a lamp, and Jonas carried nothing."


@pytest.mark.parametrize(
    "tagged",
    [
        '"We are late," said Marta.',
        '"We are late," Marta said.',
        '"We are late!" cried poor Marta.',
        '"We are late." Marta all but begged.',
        'Marta said, "We are late."',
        'Marta turned to Jonas with a frown and said: "We are late."',
        '"We are late," put in Marta.',
        '"We are late," admitted Marta with a, now rare, honesty.',
        '"Are we late?" Marta thought out loud.',
        '"We are late," was Marta\'s answer.',
        'It was cold. Jonas looked at Marta, who said softly, "We are late."',
        'Jonas was met by Marta, who, hearing the bell, said, "We are late."',
        'Marta came into the room where he and Jonas sat, and said, "We are late."',
    ],
)
def test_tag_gives_the_speaker(tagged: str) -> None:
    assert speakers(MEETING, tagged) == ["Marta"]


@pytest.mark.parametrize("reaction", ["Marta said nothing.", "Marta interrupted him.", "Marta thought it over."])
def test_what_the_listener_does_is_no_tag(reaction: str) -> None:
    story = (
        MEETING,
        '"Well?" asked Marta.',
        '"No," said Jonas.',
        '"Why not?" asked Marta.',
        f'"I am tired." {reaction}',
    )
    assert speakers(*story)[-1] == "Jonas"


def test_added_goes_on_and_replied_does_not() -> None:
    story = ("Mrs. Vane and Mrs. Orme walked home.", '"It rains," said Mrs. Vane.')
    assert speakers(*story, '"It does not," she replied.') == ["Mrs. Vane", "Mrs. Orme"]
    assert speakers(*story, "She looked up.", '"It pours," she added.') == ["Mrs. Vane", "Mrs. Vane"]


def test_tag_in_a_paragraph_of_its_own_leads_to_the_next() -> None:
    assert speakers(MEETING, "At last Marta looked up and said, with a smile:", '"We are late."') == ["Marta"]


def test_quotations_around_one_tag_have_one_speaker() -> None:
    assert speakers(MEETING, '"We are late," said Marta. "Hurry up."') == ["Marta", "Marta"]


def test_two_tags_in_one_paragraph_split_it() -> None:
    assert speakers(MEETING, '"We are late," said Marta. "Not yet," said Jonas.') == ["Marta", "Jonas"]


def test_pronoun_tag_takes_the_one_of_its_gender() -> None:
    story = (
        "Mrs. Vane and Mr. Orme walked home.",
        '"It rains," said Mrs. Vane.',
        '"It does," he said.',
        '"Then run," she said.',
    )
    assert speakers(*story) == ["Mrs. Vane", "Mr. Orme", "Mrs. Vane"]


def test_action_beat_in_the_paragraph_gives_the_speaker() -> None:
    assert speakers(MEETING, 'Jonas shook his head. "I do not know the way."') == ["Jonas"]


def test_untagged_lines_alternate() -> None:
    story = (MEETING, '"Where to?" asked Marta.', '"Home," said Jonas.', '"Why?"', '"It is late."', '"It is not."')
    assert speakers(*story) == ["Marta", "Jonas", "Marta", "Jonas", "Marta"]


def test_thinking_after_a_reply_is_the_listeners() -> None:
    story = (
        MEETING,
        '"You cannot stay here," said Jonas.',
        '"Would it hurt to listen to me?" asked Marta.',
        "\"Yes.\" Marta thought for a while. 'What would he want?'",
    )
    assert speakers(*story) == ["Jonas", "Marta", "Jonas", "Marta"]


def test_turn_to_think_gives_the_thought_and_not_the_reply() -> None:
    story = (
        MEETING,
        '"I have an offer," said Jonas.',
        '"Can it be that important?" asked Marta.',
        "\"Yes.\" It was Marta's turn to think. 'Maybe I can use it.'",
    )
    assert speakers(*story) == ["Jonas", "Marta", "Jonas", "Marta"]


def test_thought_belongs_to_the_subject_beside_it() -> None:
    story = (MEETING, "\"Take it,\" Marta said, handing Jonas the lamp. 'This has to work.'")
    assert speakers(*story) == ["Marta", "Marta"]


def test_one_addressed_by_name_does_not_speak() -> None:
    story = (MEETING, '"Good evening," said Jonas.', '"Please sit down, Jonas."', '"Thank you."')
    assert speakers(*story) == ["Jonas", "Marta", "Jonas"]


def test_name_repeated_as_a_question_is_an_echo() -> None:
    story = (
        MEETING,
        '"I have nothing to say to you," Marta said.',
        '"Marta, please," Jonas begged.',
        '"Marta? Who gave you leave to call me that?"',
        '"Can we not talk?"',
    )
    assert speakers(*story) == ["Marta", "Jonas", "Marta", "Jonas"]


def test_speech_left_open_keeps_its_speaker() -> None:
    story = (
        MEETING,
        '"It was long ago," said Jonas. "We had a boat.',
        '"And one day it sank."',
        '"How sad," said Marta.',
    )
    assert speakers(*story) == ["Jonas", "Jonas", "Jonas", "Marta"]


def test_label_gives_the_speaker() -> None:
    story = (MEETING, "Marta: Where is the boat?", "Jonas: It sank.", "Marta: When?", "Jonas: Long ago.")
    found = lines(told(*story))
    assert [attribution.speakers[0] for _, attribution in found] == ["Marta", "Jonas", "Marta", "Jonas"]
    assert found[0][1].evidence[0].kind is EvidenceKind.LABEL


def test_those_who_speak_together_are_all_named() -> None:
    found = lines(told(MEETING, '"Help!" cried Marta and Jonas together.'))
    assert found[0][1].speakers == ("Marta", "Jonas")


def test_first_person_narrator_has_a_name_if_others_use_it() -> None:
    story = (
        "I met Marta on the quay. I had my lamp with me, and I was late, and I knew it.",
        '"You are late, Jonas," said Marta.',
        '"I know," I said.',
        "I put my lamp down and I looked at my boots.",
        '"Well, Jonas?" said Marta.',
        '"Well," said I, "here I am."',
    )
    assert speakers(*story) == ["Marta", "Jonas", "Marta", "Jonas", "Jonas"]


def test_first_person_narrator_without_a_name_is_the_narrator() -> None:
    story = (
        "I met Marta on the quay. I had my lamp with me, and I was late, and I knew it.",
        '"You are late," said Marta.',
        '"I know," I said.',
    )
    assert speakers(*story) == ["Marta", NARRATOR]


def test_nobody_to_be_found_is_unknown() -> None:
    assert speakers('"Is anybody there?"') == [UNKNOWN]


def test_decision_of_a_person_wins_and_informs_its_neighbours() -> None:
    story = told(MEETING, '"Where to?"', '"Home."', '"Why?"')
    where = story.index('"Where')
    assert speakers(story, fixed={("book.txt", where): "Jonas"}) == ["Jonas", "Marta", "Jonas"]
    assert speakers(story, fixed={("book.txt", where): "Marta"}) == ["Marta", "Jonas", "Marta"]


def test_decision_of_a_person_may_name_somebody_new() -> None:
    story = told(MEETING, '"Where to?"')
    found = lines(story, fixed={("book.txt", story.index('"Where')): "The Ferryman"})
    assert found[0][1].speakers == ("The Ferryman",)
    assert found[0][1].confidence == 1.0


def test_known_alias_speaks_under_the_main_name() -> None:
    known = (KnownCharacter(name="Marta", aliases=("the Owl",)), KnownCharacter(name="Jonas"))
    assert speakers(MEETING, '"Late again," said the Owl.', known=known) == ["Marta"]


def test_named_tag_is_surer_than_a_turn() -> None:
    found = lines(told(MEETING, '"Where to?" asked Marta.', '"Home," said Jonas.', '"Why?"'))
    assert found[0][1].confidence > found[2][1].confidence > 0.5


@given(
    st.lists(
        st.sampled_from(
            [
                '"Yes," said Marta.',
                '"No."',
                "Jonas laughed.",
                "'Oh dear.'",
                'He said, "Well',
                "***",
                "# One",
                "Marta: Oh.",
            ]
        ),
        max_size=12,
    )
)
def test_every_quotation_gets_a_speaker_and_a_probability(paragraphs: list[str]) -> None:
    text = told(*paragraphs)
    found = attributed(text).attributions
    expected = {
        (paragraph.source, passage.start)
        for chapter in split_book(small_book(text), Splitting()).chapters
        for paragraph in chapter.paragraphs
        for passage in paragraph.passages
        if passage.kind in (PassageKind.SPEECH, PassageKind.THOUGHT)
    }
    assert found.keys() == expected
    assert all(0.0 <= each.confidence <= 1.0 and each.speakers and each.evidence for each in found.values())


@given(st.text(max_size=300))
def test_any_text_is_attributed(text: str) -> None:
    attributed(text)


def test_one_long_paragraph_costs_no_more_than_many_short_ones() -> None:
    sentence = '"We are late," said Marta, and Jonas took her lamp. He looked at the sea for a while. '
    assert grows_with_the_text(attributed, unit=sentence)
