"""Whom a role beside a quotation means: "said the painter".

Knows who is known by a role, and what a person said about lines; refuses to weigh how surely a role means somebody.
"""

from collections.abc import Mapping, Sequence

from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import role_key
from audiobook.scripting.grammar.mentions import MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import Turn, strongest_tag


def find_roles(turns: Sequence[Turn], people: People, given: Mapping[int, int]) -> dict[int, int]:
    """Whom the roles in tags mean, by `id` of the mention; those that mean nobody known are left out.

    Whoever a person gave one line of "said the painter" to is meant by the next such tag as well.

    Args:
        given: turn index to the speaker a person decided on.
    """
    told = _told_roles(turns, given)
    found: dict[int, int] = {}
    for index, turn in enumerate(turns):
        for mention in (subject for tag in turn.tags for subject in tag.subjects):
            if mention.kind is not MentionKind.ROLE:
                continue
            role = role_key(mention)
            nearest = min(told.get(role, ()), key=lambda pair: abs(pair[0] - index), default=None)
            person = people.by_role.get(role) if nearest is None else nearest[1]
            if person is not None:
                found[id(mention)] = person
    return found


def _told_roles(turns: Sequence[Turn], given: Mapping[int, int]) -> dict[str, list[tuple[int, int]]]:
    """Role to the turns in whose tag it stands and of which a person said whose they are."""
    told: dict[str, list[tuple[int, int]]] = {}
    for index, person in given.items():
        tag = strongest_tag(turns[index])
        if tag is not None and tag.kind is TagKind.SPEECH and tag.subjects[0].kind is MentionKind.ROLE:
            told.setdefault(role_key(tag.subjects[0]), []).append((index, person))
    return told
