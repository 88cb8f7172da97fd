"""Whose head a thought is in: the nearest thinker by tag or beat, else whoever the paragraph is about.

Knows one thought and its paragraph; thoughts take no part in turn-taking.
"""

from collections.abc import Mapping

from audiobook.scripting.attribution.focus import TurnFocus
from audiobook.scripting.attribution.result import EvidenceKind
from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import who_is_named
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.speech_tags import Side, Tag, TagKind
from audiobook.scripting.grammar.turns import Turn


def find_thinker(
    turn: Turn, people: People, focus: TurnFocus, meant: Mapping[int, int]
) -> tuple[int | None, EvidenceKind, Tag | None]:
    """Who thinks a thought, and how that is known."""
    if turn.label is not None:
        return people.by_name.get(turn.label), EvidenceKind.LABEL, None
    for tag in sorted(turn.tags, key=_nearness):
        person = _subject(tag.subjects[0], people, meant)
        if person is not None:
            named = tag.subjects[0].kind is not MentionKind.PRONOUN
            kind = EvidenceKind.ACTION_BEAT if named else EvidenceKind.PRONOUN
            return person, EvidenceKind.TAG if tag.kind in (TagKind.SPEECH, TagKind.THOUGHT) and named else kind, tag
    if people.narrator is not None:
        return people.narrator, EvidenceKind.MENTION, None
    weights = focus.here or focus.before
    if weights:
        return max(weights, key=lambda person: weights[person]), EvidenceKind.MENTION, None
    return None, EvidenceKind.NONE, None


def _nearness(tag: Tag) -> tuple[bool, int, bool]:
    """A verb of thought or speech first, then what stands nearest, before rather than after."""
    return (tag.kind is TagKind.ACTION, tag.far, tag.side is Side.AFTER)


def _subject(mention: Mention, people: People, meant: Mapping[int, int]) -> int | None:
    person = who_is_named(mention, people)
    return meant.get(id(mention)) if person is None else person
