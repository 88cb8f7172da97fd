"""Small scripts and a source of opinions that says what it is told to say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from audiobook.errors import AudiobookError
from audiobook.model.script import (
    NARRATOR,
    UNKNOWN,
    ChapterHead,
    Character,
    Gender,
    Script,
    Segment,
    SegmentKind,
)
from audiobook.opinions.protocol import Choice, Estimate, Label, Question, Span

Row = tuple[str, str | None, float | None]
"""Text, speaker and confidence of a line; without a confidence it is narration, without a speaker a note."""


def script_of(*chapters: Sequence[Row]) -> Script:
    """A book of one source a chapter."""
    segments = [
        segment for number, rows in enumerate(chapters, 1) for segment in _segments(number, rows, f"{number}.txt")
    ]
    spoken_by = [segment.speaker for segment in segments if segment.kind is SegmentKind.DIALOGUE]
    names = {name: spoken_by.count(name) for name in spoken_by if name not in {None, NARRATOR, UNKNOWN}}
    return Script(
        book="tale",
        title="A Tale",
        author=None,
        language="en",
        chapters=tuple(ChapterHead(number=number, title="") for number in range(1, len(chapters) + 1)),
        segments=tuple(segments),
        characters=tuple(
            Character(name=str(name), aliases=(), gender=Gender.UNKNOWN, line_count=count)
            for name, count in sorted(names.items(), key=lambda item: -item[1])
        ),
    )


def _segments(chapter: int, rows: Sequence[Row], source: str) -> list[Segment]:
    start = 0
    segments: list[Segment] = []
    for index, (text, speaker, confidence) in enumerate(rows):
        kind = SegmentKind.DIALOGUE if confidence is not None else SegmentKind.NARRATION
        segments.append(
            Segment(
                id=f"{chapter}-{index}",
                chapter=chapter,
                paragraph=index,
                kind=kind if speaker else SegmentKind.NOTE,
                source=source,
                start=start,
                end=start + len(text),
                text=text,
                speaker=speaker,
                speakers=(speaker,) if speaker else (),
                confidence=confidence,
                evidence="the rules say so",
                spoken=speaker is not None,
            )
        )
        start += len(text) + 1
    return segments


A_QUARREL = (
    ("Anna put the lamp down.", NARRATOR, None),
    ('"You broke it," said Anna.', "Anna", 0.97),
    ('"I did not."', "Piet", 0.5),
    ('"You did."', "Anna", 0.6),
    ('"Then who did?"', UNKNOWN, 0.0),
    ('"Nobody," said Piet.', "Piet", 0.95),
)
"""Lines 3, 4 and 5 are doubtful."""

A_QUESTION = Question(
    spans=(
        Span(number=1, text="Anna put the lamp down.", speaker=NARRATOR),
        Span(number=2, text='"I did not."', speaker=None),
        Span(number=3, text='"You did."', speaker=None),
    ),
    asked=(2, 3),
    choices=(
        Choice(name="Anna", aliases=("Annie",), gender=Gender.FEMALE),
        Choice(name="Piet"),
        Choice(name=NARRATOR),
        Choice(name=UNKNOWN),
    ),
)


def labels(**speakers: str) -> tuple[Label, ...]:
    """Labels from keywords like `n3="Anna"`."""
    return tuple(Label(number=int(number[1:]), speaker=speaker) for number, speaker in speakers.items())


@dataclass
class ToldSource:
    """Gives the answers it was made with, in turn; an error among them is raised. Afterwards it has no labels."""

    answers: list[tuple[Label, ...] | AudiobookError]
    name: str = "told"
    print_: str = "told 1"
    asked: list[Question] = field(default_factory=list)

    def fingerprint(self) -> str:
        return self.print_

    def estimate(self, questions: Sequence[Question]) -> Estimate:
        return Estimate(requests=len(questions), prompt_chars=0, tokens=0, cost=None)

    def ask(self, question: Question) -> tuple[Label, ...]:
        self.asked.append(question)
        answer = self.answers.pop(0) if self.answers else ()
        if isinstance(answer, AudiobookError):
            raise answer
        return answer
