"""Who is there in each scene: whoever its narration names or its people address.

Knows scenes and mentions; refuses to decide who speaks.
"""

from collections.abc import Sequence

from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import role_key, who_is_named
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.vocatives import find_vocatives
from audiobook.scripting.quotations.passages import PassageKind


def present_in_scenes(paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], people: People) -> list[set[int]]:
    """For every paragraph the people of its scene; a scene ends at a break or a chapter's end."""
    found: list[set[int]] = []
    scene: set[int] = set()
    chapter = None
    for paragraph in paragraphs:
        if paragraph.read.paragraph.after_scene_break or paragraph.read.chapter != chapter:
            scene = set() if people.narrator is None else {people.narrator}
            chapter = paragraph.read.chapter
        for clauses in paragraph.clauses:
            scene.update(_met_in(clauses, people))
        found.append(scene)
    for turn in turns:
        met = {_meant(mention, people) for tag in turn.tags for mention in tag.subjects}
        found[turn.paragraph].update(person for person in met if person is not None)
    return found


def _met_in(clauses: Clauses, people: People) -> set[int]:
    if clauses.stretch.kind is PassageKind.NARRATION:
        met = {_meant(mention, people) for mention in clauses.mentions}
    else:
        vocatives = find_vocatives(clauses)
        met = {people.by_name.get(mention.name) for mention in vocatives.names}
        met |= {people.by_role.get(rank) for rank in vocatives.ranks}
    return {person for person in met if person is not None}


def _meant(mention: Mention, people: People) -> int | None:
    person = who_is_named(mention, people)
    if person is None and mention.kind is MentionKind.ROLE:
        return people.by_role.get(role_key(mention))
    return person
