"""Evidence as a novelist reads it: a sentence for every reason that counted.

Knows wording only.
"""

from audiobook.scripting.attribution.candidates import TurnReasons
from audiobook.scripting.attribution.features import WEIGHTS, Feature
from audiobook.scripting.attribution.result import Evidence, EvidenceKind
from audiobook.scripting.grammar.speech_tags import Side

_KINDS: dict[Feature, EvidenceKind] = {
    Feature.TAG_PRONOUN_GENDER: EvidenceKind.PRONOUN,
    Feature.TAG_ROLE_SELF: EvidenceKind.TAG,
    Feature.TAG_ROLE_GENDER: EvidenceKind.PRONOUN,
    Feature.TAG_KIN: EvidenceKind.TAG,
    Feature.INTRODUCED: EvidenceKind.ACTION_BEAT,
    Feature.ACTION_BEFORE: EvidenceKind.ACTION_BEAT,
    Feature.ACTION_AFTER: EvidenceKind.ACTION_BEAT,
    Feature.ACTION_PRONOUN: EvidenceKind.PRONOUN,
    Feature.ADDRESSED_BEFORE: EvidenceKind.VOCATIVE,
    Feature.ADDRESSED_AFTER: EvidenceKind.VOCATIVE,
    Feature.ADDRESSED_IN_TAG_BEFORE: EvidenceKind.VOCATIVE,
    Feature.PREVIOUS_SUBJECT: EvidenceKind.MENTION,
    Feature.TAKES_PART: EvidenceKind.MENTION,
}
_TURN = 1.4
"""How much alternation counts beside the other reasons."""
_SENTENCES: dict[Feature, str] = {
    Feature.TAG_PRONOUN_GENDER: "{tag} fits {name}, who was spoken of last",
    Feature.TAG_ROLE_SELF: "{tag} names {name}",
    Feature.TAG_ROLE_GENDER: "{tag} fits {name}",
    Feature.TAG_KIN: "{tag} means {name} by kinship",
    Feature.INTRODUCED: "the narration before it leads on to it",
    Feature.ACTION_BEFORE: "{name} acts right before it",
    Feature.ACTION_AFTER: "{name} acts right after it",
    Feature.ACTION_PRONOUN: "a pronoun beside it fits {name}",
    Feature.ADDRESSED_BEFORE: "the line before addresses {name}",
    Feature.ADDRESSED_AFTER: "the line after addresses {name}",
    Feature.ADDRESSED_IN_TAG_BEFORE: "the line before is said to {name}",
    Feature.PREVIOUS_SUBJECT: "the narration before it is about {name}",
    Feature.TAKES_PART: "{name} takes part in the conversation",
}


def explain(reasons: TurnReasons, person: int, name: str, *, alternates: bool) -> tuple[Evidence, ...]:
    """What speaks for a speaker, strongest first; never empty.

    Args:
        alternates: they and the speaker before take turns.
    """
    tag = tag_in_words(reasons)
    if reasons.named == person:
        return (Evidence(kind=EvidenceKind.TAG, sentence=f"{tag} names {name}"),)
    found = [
        (
            WEIGHTS[feature] * value,
            Evidence(kind=_KINDS[feature], sentence=_SENTENCES[feature].format(tag=tag, name=name)),
        )
        for feature, value in reasons.reasons.get(person, {}).items()
        if feature in _SENTENCES and WEIGHTS[feature] * value > 0.2
    ]
    if alternates:
        found.append(
            (_TURN, Evidence(kind=EvidenceKind.TURN_TAKING, sentence=f"two take turns here, and it is {name}'s"))
        )
    found.sort(key=lambda pair: -pair[0])
    likeliest = Evidence(kind=EvidenceKind.MENTION, sentence=f"{name} is the likeliest of those present")
    return tuple(evidence for _, evidence in found[:3]) or (likeliest,)


def tag_in_words(reasons: TurnReasons) -> str:
    """The tag as part of a sentence."""
    if reasons.tag is None:
        return "the label before it"
    side = "follows it" if reasons.tag.side is Side.AFTER else "stands before it"
    return f'the tag "{reasons.tag.words}", which {side},'
