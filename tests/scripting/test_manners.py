import pytest

from audiobook.model.script import NARRATOR, Segment, SegmentKind
from audiobook.scripting.manners import add_manners


def segments(*lines: str) -> tuple[Segment, ...]:
    """A paragraph: what begins with a quotation mark is said by Lex, everything else is narration."""
    made = []
    for index, text in enumerate(lines):
        is_speech = text.startswith(('"', "'"))
        kind = SegmentKind.THOUGHT if text.startswith("'") else SegmentKind.DIALOGUE
        speaker = "Lex" if is_speech else NARRATOR
        made.append(
            Segment(
                id=str(index),
                chapter=1,
                paragraph=0,
                kind=kind if is_speech else SegmentKind.NARRATION,
                source="a.txt",
                start=index * 100,
                end=index * 100 + len(text),
                text=text,
                speaker=speaker,
                speakers=(speaker,),
                confidence=1.0,
                evidence="",
                spoken=True,
            )
        )
    return tuple(made)


def manners(*lines: str) -> list[list[str]]:
    found = add_manners(segments(*lines))
    return [[cue.value for cue in segment.manner] for segment in found if segment.kind is not SegmentKind.NARRATION]


@pytest.mark.parametrize(
    ("line", "narration", "cues"),
    [
        ('"Go,"', "whispered Lex.", ["whispered"]),
        ('"Go,"', "Lex whispered, and turned away.", ["whispered"]),
        ('"Go!"', "Great-Aunt Zillah finally shouted.", ["shouted"]),
        ('"Go,"', "he said softly.", ["soft"]),
        ('"Go,"', "said Lex, very softly.", ["soft"]),
        ('"Go,"', "he snarled under his breath.", ["angry", "whispered"]),
        ('"Go,"', "he said in a hoarse whisper.", ["whispered"]),
        ('"Please,"', "begged Clark.", ["pleading"]),
        ('"Go,"', "came a voice over the intercom.", ["telephone"]),
        ('"Go,"', "said the voice on the telephone.", ["telephone"]),
        ('"Never lie,"', "his father had always said.", ["memory"]),
        ('"Dear Tilda,"', "read Great-Aunt Zillah.", ["read_aloud"]),
        ('"Go,"', "said Lex.", []),
        ('"Go,"', "said Lex as Clark laughed.", []),
        ('"Go,"', "he said, turning sharply to the door.", []),
        ('"Go,"', "he did not shout.", []),
        ('"Go."', "Clark whispered something to Lois.", []),
        ('"Go,"', "said Lex into the phone.", []),
        ('"Go,"', "Lex said with a sad smile.", []),
        ('"Go,"', "Lex said, his voice sharp.", ["sharp"]),
        ('"Go,"', "said Anna, her voice suddenly very cold.", ["angry"]),
        ('"Dear Tilda,"', "Lex read.", ["read_aloud"]),
        ('"Dear Tilda,"', "Lex read out.", ["read_aloud"]),
        ('"Go,"', "she read the letter again.", []),
        ('"Go,"', "he said. The crowd shouted.", []),
    ],
)
def test_the_clause_behind_a_line_tells_its_manner(line: str, narration: str, cues: list[str]) -> None:
    assert manners(line, narration) == [cues]


@pytest.mark.parametrize(
    ("narration", "cues"),
    [
        ("Lex whispered,", ["whispered"]),
        ("He turned. Then Lex said quietly:", ["soft"]),
        ("The letter read:", ["read_aloud"]),
        ("Lex opened it and read,", ["read_aloud"]),
        ("He nodded and whispered,", ["whispered"]),
        ("Lex read the letter twice,", []),
        ("Somebody had shouted. Lex said,", []),
        ("Lex shouted.", []),
    ],
)
def test_the_clause_before_a_line_tells_its_manner(narration: str, cues: list[str]) -> None:
    assert manners(narration, '"Go."') == [cues]


def test_speech_that_goes_on_behind_its_tag_keeps_the_manner() -> None:
    assert manners('"Go,"', "he whispered.", '"Now."', "He looked up.", '"Late."') == [["whispered"], ["whispered"], []]


def test_a_thought_has_a_manner_too() -> None:
    assert manners("'Never,'", "he thought bitterly.") == [["angry"]]
