"""Who is whose father, wife or friend: from appositions ("her cousin Edmund") and from titles with one surname.

Knows relations between people already found; refuses to create anybody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.characters.people import People, Person
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.vocabulary.given_names import KIN_NAMES
from audiobook.scripting.vocabulary.role_words import KINSHIP_ROLES
from audiobook.scripting.vocabulary.titles import SAME_TITLE, TITLE_GENDER

_PARENTS = {
    "father": Gender.MALE, "papa": Gender.MALE, "dad": Gender.MALE, "mother": Gender.FEMALE, "mamma": Gender.FEMALE,
    "mama": Gender.FEMALE, "mom": Gender.FEMALE, "mum": Gender.FEMALE,
}  # fmt: skip
_SPOUSES = {"husband": Gender.MALE, "wife": Gender.FEMALE, "lady": Gender.FEMALE}
_SIBLINGS = {"brother": Gender.MALE, "sister": Gender.FEMALE}
_MARRIED_TITLES = frozenset({"mr", "mrs", "sir", "lady", "mme", "monsieur", "capt", "col", "gen", "dr"})


@dataclass(slots=True)
class Relations:
    """Votes for who is meant by a word of kinship from somebody's side."""

    people: People
    votes: dict[tuple[int, str], Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    _by_name: dict[tuple[int, str], tuple[int, ...]] = field(default_factory=dict)

    def kin(self, owner: int, noun: str) -> tuple[int, ...]:
        """Everybody who may be meant by "his sister" when "he" is the owner; those the text names so come alone."""
        votes = self.votes.get((owner, noun))
        if votes:
            most = max(votes.values())
            return tuple(person for person, count in votes.items() if count * 2 >= most)
        found = self._by_name.get((owner, noun))
        if found is None:
            by_titles = _by_titles(self.people, self.people.persons[owner], noun)
            found = self._by_name[owner, noun] = by_titles or _by_kin_names(self.people, owner, noun)
        return found


def find_relations(all_clauses: Iterable[Clauses], people: People, owners: Mapping[int, int]) -> Relations:
    """Collect relations that the narration states beside a name.

    Args:
        owners: whom "his" or "her" before a role means, by `id` of the role's mention.
    """
    relations = Relations(people)
    for clauses in all_clauses:
        for index, mention in enumerate(clauses.mentions):
            owner = owners.get(id(mention))
            if mention.kind is not MentionKind.ROLE or owner is None or mention.head not in KINSHIP_ROLES:
                continue
            named = _apposition(clauses, index)
            person = people.by_name.get(named.name) if named is not None else None
            if person is not None and person != owner and _may_be(mention, people.persons[person]):
                relations.votes[owner, mention.head][person] += 1
    return relations


def _apposition(clauses: Clauses, index: int) -> Mention | None:
    """The name right after a role, or before it between commas."""
    mention, words = clauses.mentions[index], clauses.words
    if index + 1 < len(clauses.mentions):
        after = clauses.mentions[index + 1]
        gap = [word.text for word in words[mention.end : after.first]]
        if after.kind is MentionKind.NAME and gap in ([], [","]) and not (gap and after.subject):
            return after
    if index > 0:
        before = clauses.mentions[index - 1]
        gap = [word.text for word in words[before.end : mention.first]]
        closes = mention.end >= len(words) or words[mention.end].text in {",", ".", ";"}
        if before.kind is MentionKind.NAME and gap == [","] and closes:
            return before
    return None


def _may_be(mention: Mention, person: Person) -> bool:
    return Gender.UNKNOWN in (mention.gender, person.gender) or mention.gender is person.gender


def _by_titles(people: People, owner: Person, noun: str) -> tuple[int, ...]:
    """Mr. and Mrs. of one surname are a couple, and the parents of those who bear it without such a title."""
    surnames = surnames_of(owner)
    gender = (_PARENTS | _SPOUSES | _SIBLINGS).get(noun)
    if gender is None or not surnames:
        return ()
    married = is_married(owner)
    if (noun in _SPOUSES) != married and noun not in _SIBLINGS:
        return ()
    return tuple(
        person.number
        for person in people.persons
        if person is not owner
        and person.gender is gender
        and surnames & surnames_of(person)
        and (noun in _SIBLINGS or is_married(person))
    )


def _by_kin_names(people: People, owner: int, noun: str) -> tuple[int, ...]:
    """Mum is the mother of whoever the book is about."""
    if owner != people.protagonist():
        return ()
    return tuple(person.number for person in people.called_by_kin(KIN_NAMES.get(noun, noun)))


def _words(name: str) -> list[str]:
    return name.replace(".", "").split()


def surnames_of(person: Person) -> set[str]:
    """The last words of a person's longer names."""
    return {_words(name)[-1] for name in person.names if len(name.split()) > 1}


def is_married(person: Person) -> bool:
    """Whether somebody bears a title of the head of a household, or of his wife."""
    titles = {_words(name)[0].lower() for name in person.names if len(name.split()) == 2}
    return bool({SAME_TITLE.get(title, title) for title in titles if title in TITLE_GENDER} & _MARRIED_TITLES)
