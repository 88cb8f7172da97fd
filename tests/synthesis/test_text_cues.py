import pytest

from audiobook.model.script import SegmentKind
from audiobook.synthesis.shouting import lower_shouting
from audiobook.synthesis.stammers import speak_stammers
from audiobook.synthesis.text_cues import find_text_cues


@pytest.mark.parametrize(
    ("written", "cues"),
    [
        ('"Go."', []),
        ('"Go!"', ["exclamation"]),
        ('"What?!"', ["exclamation"]),
        ('"Why?"', ["question"]),
        ('"Well. . ."', ["ellipsis"]),
        ("“Well…”", ["ellipsis"]),
        ('"But I—"', ["interrupted"]),
        ('"But I --"', ["interrupted"]),
        ('"L. . .Lex, please."', ["stammer"]),
        ('"I-I do."', ["stammer"]),
        ('"W-what?"', ["question", "stammer"]),
        ('"A so-so e-mail from X-ray."', []),
        ('"It is HUGE."', ["capitals"]),
        ('"The FBI and NASA."', []),
        ('"I *never* said so."', ["emphasis"]),
        ("*I never said so.*", []),
        ('"I am _so_ late."', ["emphasis"]),
        ('"5 * 3 and 4 * 2"', []),
    ],
)
def test_the_marks_of_speech_are_cues(written: str, cues: list[str]) -> None:
    assert [cue.value for cue in find_text_cues(written, SegmentKind.DIALOGUE)] == cues


def test_a_narrator_follows_stress_and_stays_calm() -> None:
    assert find_text_cues("It fell!", SegmentKind.NARRATION) == ()
    assert [cue.value for cue in find_text_cues("It was *his*!", SegmentKind.NARRATION)] == ["emphasis"]


def test_a_heading_has_no_cues() -> None:
    assert find_text_cues("THE HUGE BANG!", SegmentKind.HEADING) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is HUGE", "It is huge"),
        ("GET OUT NOW!", "Get out now!"),
        ("DON'T", "Don't"),
        ("NEVER WHAT?", "Never what?"),
        ("IT IS MINE", "It is mine"),
        ("The FBI, NASA and the BBC", "The FBI, NASA and the BBC"),
        ("The FBI is HERE", "The FBI is here"),
        ("Henry VIII and World War II", "Henry VIII and World War II"),
        ("US troops", "US troops"),
        ("I am OK", "I am OK"),
        ("At 10 AM in the U.S.A.", "At 10 AM in the U.S.A."),
        ("The HMS Beagle, a DVD and MI5", "The HMS Beagle, a DVD and MI5"),
        ("NOOOO", "Noooo"),
    ],
)
def test_shouting_is_told_from_names_in_letters(text: str, said: str) -> None:
    assert lower_shouting(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("L... Lex, please", "Luh... Lex, please"),
        ("b-but I-I", "buh... but I, I"),
        ("Th-that one", "Thuh... that one"),
        ("so-so", "so-so"),
        ("X-ray", "X-ray"),
    ],
)
def test_a_stammer_is_spoken_and_not_spelled(text: str, said: str) -> None:
    assert speak_stammers(text) == said
