"""What attribution finds: evidence, confidence, and the decision for each quotation."""

from dataclasses import dataclass
from enum import StrEnum

from audiobook.model.script import Character, Gender


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
        worth: wrong lines that a person's look at this one is expected to mend, beyond those that looks at lines worth
            more mend.
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
    """

    attributions: dict[tuple[str, int], Attribution]
    characters: tuple[Character, ...]
    narrator_gender: Gender = Gender.UNKNOWN
