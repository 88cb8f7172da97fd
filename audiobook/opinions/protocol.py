"""What is asked of a source of second opinions, and what it may answer.

Knows questions, labels and their rules of exchange; refuses to know who answers and how the answer travels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from audiobook.errors import AudiobookError, EngineError
from audiobook.model.script import Gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stretch of the book's text as a source of opinions sees it.

    Attributes:
        number: counted from 1 within its question.
        text: the author's words, white space folded to single blanks; the middle of a very long stretch left out.
        speaker: who says it, if that is settled; None if it is not, or if nobody says it.
    """

    number: int
    text: str
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A name that may be given as an answer, with what helps to recognise its owner in the text."""

    name: str
    aliases: tuple[str, ...] = ()
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who says some of these spans?

    Attributes:
        spans: neighbouring text in reading order, narration included.
        asked: numbers of the spans to decide, ascending.
        choices: the names that may be given; the narrator and "unknown" are always among them.
        complaint: what was wrong with the last answer, if this is the second attempt.
    """

    spans: tuple[Span, ...]
    asked: tuple[int, ...]
    choices: tuple[Choice, ...]
    complaint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """An answer for one span; nothing is known yet about whether it was asked for and whether the name is allowed."""

    number: int
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What asking will take at most, if no answer has to be asked for twice.

    Attributes:
        requests: how often the source is called.
        prompt_chars: characters sent.
        tokens: sent and received, roughly; for English rather too many.
        cost: in the currency of the source's price; None if it has none.
    """

    requests: int
    prompt_chars: int
    tokens: int
    cost: float | None


class Refusal(StrEnum):
    """Why something a source said is not used."""

    NOT_JSON = "more or something else than the JSON object asked for"
    WRONG_SHAPE = "JSON, but not one name for each number"
    DECLINED = "the model declined to answer"
    NOT_ASKED = "a label for a span that was not asked"
    NOT_A_CHOICE = "a name that is not on the list"
    TWICE = "more than one label for one span"


class AnswerRefusedError(AudiobookError):
    """A source said something else than labels; the message says what, in words of our own."""

    exit_code = EngineError.exit_code


class OpinionFailedError(EngineError):
    """A source gave no answer this time: it is away, overloaded, too slow or broken."""


class OpinionSource(Protocol):
    """Says who speaks, in labels and nothing else. It never caches or prints, and sees no more than the question."""

    @property
    def name(self) -> str:
        """How it is asked for, and how evidence mentions it."""
        ...

    def fingerprint(self) -> str:
        """Say what shapes its answers besides the question: program, model, wording; never a secret."""
        ...

    def estimate(self, questions: Sequence[Question]) -> Estimate:
        """Say what these questions would take; asks nobody."""
        ...

    def ask(self, question: Question) -> tuple[Label, ...]:
        """Ask one question.

        Raises:
            AnswerRefusedError: the answer is not labels; asking again may help.
            OpinionFailedError: no answer this time; other questions may still be answered.
            EngineError: no question will ever be answered, for example because the key is wrong.
        """
        ...
