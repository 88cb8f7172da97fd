"""Reasons to believe in a speaker, as named quantities: what a hand-made table or a learned ranker weighs.

Knows names and weights; refuses to know how a reason is found.
"""

from dataclasses import dataclass
from enum import StrEnum


class Feature(StrEnum):
    """One kind of reason for or against a candidate."""

    TAG_PRONOUN_GENDER = "tag pronoun of their gender"
    TAG_PRONOUN_FOCUS = "tag pronoun means whoever was spoken of last"
    TAG_ROLE_SELF = "tag names their role"
    TAG_ROLE_GENDER = "tag role of their gender"
    TAG_ROLE_FOCUS = "tag role means whoever was spoken of last"
    OWNS_ROLE = "the tag names somebody of theirs"
    TAG_KIN = "tag names them by kinship"
    GENDER_UNKNOWN = "gender not known"
    ADDRESSED_IN_TAG = "the tag says it is said to them"
    INTRODUCED = "the narration before it leads on to it"
    ACTION_BEFORE = "acts right before it in its paragraph"
    ACTION_AFTER = "acts right after it in its paragraph"
    ACTION_PRONOUN = "a pronoun that fits acts beside it"
    THINKS_AFTER = "thinks about it right after it"
    PREVIOUS_SUBJECT = "acts in the narration just before"
    NEXT_SUBJECT = "acts in the narration just after"
    ADDRESSED_HERE = "addressed in it"
    SPOKEN_OF_HERE = "spoken of in it"
    ADDRESSED_BEFORE = "addressed in the line before"
    ADDRESSED_AFTER = "addressed in the line after"
    ADDRESSED_IN_TAG_BEFORE = "the line before is said to them"
    ADDRESS_GENDER = "the other line addresses somebody of their gender"
    FOCUS = "in the reader's mind"
    TAKES_PART = "speaks by name or is addressed near by"
    CONVERSES = "takes part in this conversation"
    FREQUENT = "speaks often in the book"
    NAMES_SELF = "tells their name in it"
    MANNER = "speaks like this"
    UNNAMED = "known by a role only"
    ABSENT = "neither named nor addressed in this scene"
    NARRATOR = "tells the story"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTaking:
    """How strongly the last speakers bear on the next, as log factors.

    Attributes:
        same: the speaker of the turn before goes on.
        alternate: the speaker before the last comes back.
    """

    same: float
    alternate: float


WEIGHTS: dict[Feature, float] = {
    Feature.TAG_PRONOUN_GENDER: 9.0,
    Feature.TAG_PRONOUN_FOCUS: 1.0,
    Feature.TAG_ROLE_SELF: 6.0,
    Feature.TAG_ROLE_GENDER: 2.0,
    Feature.TAG_ROLE_FOCUS: 0.4,
    Feature.GENDER_UNKNOWN: -0.7,
    Feature.ADDRESSED_IN_TAG: -3.0,
    Feature.INTRODUCED: 4.0,
    Feature.ACTION_BEFORE: 4.0,
    Feature.ACTION_AFTER: 2.5,
    Feature.ACTION_PRONOUN: 1.0,
    Feature.THINKS_AFTER: -1.5,
    Feature.PREVIOUS_SUBJECT: 0.7,
    Feature.NEXT_SUBJECT: 0.15,
    Feature.ADDRESSED_HERE: -4.0,
    Feature.SPOKEN_OF_HERE: -1.6,
    Feature.ADDRESSED_BEFORE: 1.8,
    Feature.ADDRESSED_AFTER: 1.0,
    Feature.ADDRESSED_IN_TAG_BEFORE: 1.8,
    Feature.ADDRESS_GENDER: 0.8,
    Feature.FOCUS: 0.5,
    Feature.TAKES_PART: 0.8,
    Feature.CONVERSES: 0.3,
    Feature.FREQUENT: 0.2,
    Feature.NAMES_SELF: 6.0,
    Feature.MANNER: 0.5,
    Feature.UNNAMED: -1.2,
    Feature.ABSENT: -0.7,
    Feature.NARRATOR: 0.3,
    Feature.TAG_KIN: 5.0,
    Feature.OWNS_ROLE: -5.0,
}
"""Log-odds each feature adds to a candidate; set by hand."""

OF_THE_WORDS = frozenset(
    {
        Feature.TAG_PRONOUN_GENDER,
        Feature.TAG_PRONOUN_FOCUS,
        Feature.TAG_ROLE_SELF,
        Feature.TAG_ROLE_GENDER,
        Feature.TAG_KIN,
        Feature.OWNS_ROLE,
        Feature.ADDRESSED_HERE,
        Feature.SPOKEN_OF_HERE,
    }
)
"""What a later paragraph of one speech adds to what its first one says."""


class Tie(StrEnum):
    """What lies between a turn and the one before; nothing ties the first turn of a conversation."""

    WITHIN = "both stand in one paragraph"
    TOUCHING = "two paragraphs of speech touch"
    APART = "one to four paragraphs of narration lie between"
    LOOSE = "the two turns before do not touch"
    GOING_ON = "a verb says that its subject goes on"
    ANSWERING = "a verb says that somebody else spoke before"


TIES: dict[Tie, TurnTaking] = {
    Tie.WITHIN: TurnTaking(same=0.8, alternate=0.0),
    Tie.TOUCHING: TurnTaking(same=-2.2, alternate=1.4),
    Tie.APART: TurnTaking(same=0.3, alternate=0.4),
    Tie.LOOSE: TurnTaking(same=0.0, alternate=-0.8),
    Tie.GOING_ON: TurnTaking(same=1.7, alternate=0.0),
    Tie.ANSWERING: TurnTaking(same=-2.0, alternate=0.0),
}
"""How every tie bears on the next speaker; several add up."""
