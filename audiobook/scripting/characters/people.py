"""The people of a book: who they are, every name they bear, their gender.

Knows finished identities and looks them up; refuses to know how they were found.
"""

from collections import Counter
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.grammar.mentions import THEY
from audiobook.scripting.vocabulary.given_names import KIN_NAMES


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody who may speak.

    Attributes:
        number: index in `People.persons`.
        name: the main name.
        names: every name as written, with its count.
        unnamed: known by a role only ("the old woman").
        crowd: several people at once.
        narrator: tells the story in the first person.
        they: the book calls this one person "they"; "he" and "she" mean others.
        pronouns: how often "he" or "she" means this person.
        evidence: why these names are one person and where the gender comes from.
    """

    number: int
    name: str
    names: Counter[str]
    gender: Gender = Gender.UNKNOWN
    unnamed: bool = False
    crowd: bool = False
    narrator: bool = False
    they: bool = False
    pronouns: int = 0
    evidence: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often the book names this person."""
        return sum(self.names.values())

    def may_be(self, gender: Gender) -> bool:
        """Whether "he" or "she" can mean this person; no gender at all may be anybody's."""
        if gender is Gender.UNKNOWN or self.gender is gender:
            return True
        return self.gender is Gender.UNKNOWN and not self.they

    def is_called(self, pronoun: str) -> bool:
        """Whether "they" or "it" can mean this one; creatures and machines have no gender till the text gives one."""
        if pronoun == "it":
            return self.gender is Gender.UNKNOWN and not self.narrator
        return self.they and pronoun in THEY

    def become_they(self, reason: str) -> None:
        """Forget the gender that a name suggested: the book calls this person "they"."""
        self.they, self.gender = True, Gender.UNKNOWN
        self.evidence = [sentence for sentence in self.evidence if not sentence.endswith(("of a man.", "of a woman."))]
        self.evidence.append(reason)


def _kin_of(person: Person) -> set[str]:
    return {KIN_NAMES[name.lower()] for name in person.names if name.lower() in KIN_NAMES}


@dataclass(slots=True, kw_only=True)
class People:
    """Everybody in the book.

    Attributes:
        by_name: name as written to person.
        by_role: role's words, without its determiner, to person.
        narrator: the first-person narrator, if the book has one.
    """

    persons: list[Person] = field(default_factory=list)
    by_name: dict[str, int] = field(default_factory=dict)
    by_role: dict[str, int] = field(default_factory=dict)
    narrator: int | None = None

    def add(self, name: str, **details: object) -> Person:
        """A new person under a name nobody else bears."""
        person = Person(number=len(self.persons), name=name, names=Counter({name: 0}), **details)  # type: ignore[arg-type]
        self.persons.append(person)
        self.by_name.setdefault(name, person.number)
        return person

    def protagonist(self) -> int | None:
        """Whose kin "Mum" and "Gran" are: the narrator, or whoever the book names most."""
        if self.narrator is not None:
            return self.narrator
        named = [person for person in self.persons if not person.unnamed and not _kin_of(person)]
        return max(named, key=lambda person: person.count).number if named else None

    def called_by_kin(self, noun: str) -> list[Person]:
        """Everybody called by a word that stands for a noun of kinship: Mum for "mother"."""
        return [person for person in self.persons if noun in _kin_of(person)]

    def find(self, name: str) -> int | None:
        """Who bears a name as a person wrote it: exactly so, or but for letter case."""
        if name in self.by_name:
            return self.by_name[name]
        folded = name.casefold()
        return next((number for written, number in self.by_name.items() if written.casefold() == folded), None)

    def merge(self, person: Person, other: Person) -> None:
        """Make two one; whoever is merged into the first stays in the list as nobody, so that numbers keep."""
        person.names.update(other.names)
        person.evidence += other.evidence
        person.gender = other.gender if person.gender is Gender.UNKNOWN else person.gender
        person.unnamed, person.crowd = person.unnamed and other.unnamed, person.crowd and other.crowd
        person.narrator = person.narrator or other.narrator
        person.they = (person.they or other.they) and person.gender is Gender.UNKNOWN
        for numbers in (self.by_name, self.by_role):
            numbers.update({name: person.number for name, number in numbers.items() if number == other.number})
        if self.narrator == other.number:
            self.narrator = person.number
        other.name, other.names, other.narrator = "", Counter(), False
