"""What attribution finds: evidence, confidence, and the decision for each quotation."""

from dataclasses import dataclass, field
from enum import StrEnum

from audiobook.model.script import Character, Gender
from audiobook.scripting.attribution.doubts import Doubts


class EvidenceKind(StrEnum):
    """Where a reason to believe in a speaker comes from, strongest first."""

    CORRECTION = "correction"
    LABEL = "label"
    TAG = "tag"
    ACTION_BEAT = "action_beat"
    PRONOUN = "pronoun"
    TURN_TAKING = "turn_taking"
    VOCATIVE = "vocative"
    MENTION = "mention"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason, as a sentence for a person, for example: the tag "Lex snarled" follows the quotation."""

    kind: EvidenceKind
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The decision for one quotation.

    Attributes:
        speakers: the speaker first, then all who say it together; main names, NARRATOR or UNKNOWN.
        confidence: probability that the first is right, 0 to 1.
        evidence: what decided, strongest first.
        worth: of a thought, which no other line depends on: the wrong lines that a person's look at it is expected to
            mend; that of speech follows from all doubts of the book together.
    """

    speakers: tuple[str, ...]
    confidence: float
    evidence: tuple[Evidence, ...]
    worth: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedBook:
    """Attribution of a whole book.

    Attributes:
        attributions: one for every SPEECH and THOUGHT passage, keyed by (source, start of the passage).
        characters: everybody who speaks or thinks.
        narrator_gender: of whoever tells the story in the first person.
        doubts: what is in doubt about speeches.
    """

    attributions: dict[tuple[str, int], Attribution]
    characters: tuple[Character, ...]
    narrator_gender: Gender = Gender.UNKNOWN
    doubts: Doubts = field(default_factory=Doubts)
