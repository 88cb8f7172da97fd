"""People without a name: "the captain", "a small boy", "Anna's father", "my mother", and who of the named they are.

Knows roles beside speech and in the narration; refuses to know who says which line.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from audiobook.model.script import Gender
from audiobook.scripting.characters.introductions import find_introductions
from audiobook.scripting.characters.people import People, Person
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.common_words import PREPOSITIONS
from audiobook.scripting.vocabulary.given_names import KIN_NAMES
from audiobook.scripting.vocabulary.role_words import KINSHIP_ROLES, PASSING_ROLES, ROLE_GENDER
from audiobook.scripting.vocabulary.titles import SAME_TITLE
from audiobook.scripting.vocabulary.word_sets import word_set

_POINTING = word_set("other another former latter one youngest eldest elder")
"""Words that point to one of those present."""
_INTRODUCING = frozenset({"the", "a", "an"})
_MINE = "my"
_BY_OTHERS = word_set("at behind beside to over past by near toward from for")
_CLEARLY = 2


def role_key(mention: Mention) -> str:
    """What an unnamed person is filed under: the noun alone if it tells people apart, else with its adjectives."""
    if mention.head in KINSHIP_ROLES and (mention.whose or mention.owner == _MINE):
        return f"{mention.whose}'s {mention.head}" if mention.whose else f"my {mention.head}"
    return mention.name if mention.head in PASSING_ROLES else mention.head


def who_is_named(mention: Mention, people: People) -> int | None:
    """The person a name, a role or "I" in narration means by itself."""
    if mention.kind is MentionKind.NAME:
        return people.by_name.get(mention.name)
    if mention.kind is MentionKind.FIRST_PERSON:
        return people.narrator
    if mention.kind in (MentionKind.ROLE, MentionKind.CROWD) and mention.owner in {"the", "that", "this", "a", "an"}:
        found = people.by_role.get(mention.name)
        return people.by_role.get(mention.head) if found is None else found
    if mention.kind is MentionKind.ROLE and (mention.whose or mention.owner == "my"):
        return people.by_role.get(role_key(mention))
    return None


def without_description(key: str) -> str:
    """What an unnamed person is called once they are introduced: "man" for "man in the grey coat"."""
    words = key.split()
    return " ".join(words[: next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))])


def add_ranks(people: People) -> None:
    """See that "the general" is General Tilney where the book has one general to speak of."""
    bearers: dict[str, Counter[int]] = {}
    for name, number in people.by_name.items():
        title = name.split()[0].rstrip(".").lower()
        rank = next((long for long, short in SAME_TITLE.items() if short == title and long in ROLE_GENDER), title)
        if rank in ROLE_GENDER and rank not in PASSING_ROLES:
            bearers.setdefault(rank, Counter())[number] += people.persons[number].names[name]
    for rank, counts in bearers.items():
        ranked = counts.most_common(2)
        if len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]:
            people.by_role[rank] = ranked[0][0]


def add_roles(
    people: People, paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], *, first_person: bool
) -> None:
    """A person of their own for every role that stands beside speech or acts in the narration, unless it has a name.

    Args:
        first_person: somebody tells the book, so that "my mother" is one person.
    """
    for introduction in find_introductions(people, paragraphs):
        person = people.persons[introduction.person]
        people.by_role.setdefault(introduction.role, person.number)
        if introduction.noun not in PASSING_ROLES:
            people.by_role.setdefault(introduction.noun, person.number)
        person.evidence.append(introduction.sentence)
    for turn in turns:
        for tag in turn.tags:
            for mention in tag.subjects:
                if tag.kind is TagKind.SPEECH or mention.owner in _INTRODUCING:
                    _add_role(people, mention)
    for mention, _ in _acting(paragraphs):
        named = mention.owner in _INTRODUCING and mention.head not in PASSING_ROLES
        mine = first_person and mention.owner == _MINE and mention.head in KINSHIP_ROLES
        if named or mine:
            _add_role(people, mention)
    _tell_genders(people, paragraphs)


def _acting(paragraphs: Sequence[ClausedParagraph]) -> Iterator[tuple[Mention, Clauses]]:
    """Every role that is the subject of a clause of the narration."""
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            if clauses.stretch.kind is PassageKind.NARRATION:
                for mention in clauses.mentions:
                    if mention.subject and mention.kind is MentionKind.ROLE:
                        yield mention, clauses


def _add_role(people: People, mention: Mention) -> None:
    if mention.kind not in (MentionKind.ROLE, MentionKind.CROWD) or mention.head in _POINTING:
        return
    key = role_key(mention)
    if key in people.by_role:
        return
    relative = _called_by_kin(people, mention)
    if relative is not None:
        relative.evidence.append(f'"{key}" is {relative.name}: the book calls nobody else so.')
        people.by_role[key] = relative.number
        return
    name = _shown(mention, key)
    if name in people.by_name:
        people.by_role[key] = people.by_name[name]
        return
    person = people.add(
        name,
        gender=ROLE_GENDER.get(mention.head, Gender.UNKNOWN),
        unnamed=True,
        crowd=mention.kind is MentionKind.CROWD,
    )
    person.names[name] = 1
    people.by_role[key] = person.number
    people.by_role.setdefault(without_description(key), person.number)


def _shown(mention: Mention, key: str) -> str:
    if mention.head in KINSHIP_ROLES and (mention.whose or mention.owner == _MINE):
        return key
    article = mention.owner if mention.owner in {"his", "her"} else "the"
    return f"{article} {key}"


def _called_by_kin(people: People, mention: Mention) -> Person | None:
    """Who bears the kin word as a name, where it is the kin of the one the book is about: "Anna's mother" is Mum."""
    if mention.owner != _MINE:
        owner = people.by_name.get(mention.whose)
        if owner is None or owner != people.protagonist():
            return None
    found = people.called_by_kin(KIN_NAMES.get(mention.head, mention.head))
    return found[0] if len(found) == 1 else None


def _tell_genders(people: People, paragraphs: Sequence[ClausedParagraph]) -> None:
    """Give unnamed people the gender of the pronouns that follow them: "The goblin drew himself up."."""
    votes: dict[int, Counter[Gender]] = {}
    for mention, clauses in _acting(paragraphs):
        number = people.by_role.get(role_key(mention))
        if number is not None and people.persons[number].unnamed and mention.owner in _INTRODUCING:
            gender = _pronoun_after(mention, clauses)
            if gender is not Gender.UNKNOWN:
                votes.setdefault(number, Counter())[gender] += 1
    for number, found in votes.items():
        person, (gender, count) = people.persons[number], found.most_common(1)[0]
        if person.gender is Gender.UNKNOWN and count >= _CLEARLY * (found.total() - count):
            person.gender = gender
            person.evidence.append(f'Pronouns after "{person.name}" give the gender.')


def _pronoun_after(mention: Mention, clauses: Clauses) -> Gender:
    """The gender of the next mention, if it is a pronoun that can mean the role before it."""
    following = clauses.within(mention.end, len(clauses.words))
    after = following[0] if following else None
    if after is None or after.name in {"him", "hers"} or _may_be_anothers(clauses, mention.end, after.first):
        return Gender.UNKNOWN
    if after.kind is MentionKind.PRONOUN:
        return after.gender
    return {"his": Gender.MALE, "her": Gender.FEMALE}.get(after.owner, Gender.UNKNOWN)


def _may_be_anothers(clauses: Clauses, first: int, end: int) -> bool:
    """Whether a pronoun stands where somebody else is meant: "stood at her shoulder"."""
    return end > first and clauses.words[end - 1].lower in _BY_OTHERS
