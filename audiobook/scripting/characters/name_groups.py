"""Names taken apart, and groups of names that are one person so far.

Knows what speaks against a join; refuses to propose any.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.characters.name_evidence import title_gender
from audiobook.scripting.characters.name_record import NameRecord
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.titles import SAME_TITLE, TITLE_GENDER

_QUARRELS = 5
"""Those who answer each other so often, a third of the time, are two whatever the text seems to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A written name taken apart.

    Attributes:
        title: in its short form, lower case; empty if there is none.
        bare: the other words.
    """

    written: str
    title: str
    bare: tuple[str, ...]
    gender: Gender


def take_apart(name: str) -> NameParts:
    """Title and bare words of a name."""
    words = name.split()
    titles: list[str] = []
    while words and words[0].rstrip(".").lower() in TITLE_GENDER and (len(words) > 1 or not titles):
        titles.append(words.pop(0).rstrip(".").lower())
    title = titles[0] if titles else ""
    gender = title_gender(name)
    if gender is Gender.UNKNOWN and words:
        gender = GIVEN_NAMES.get(words[0].lower(), Gender.UNKNOWN) if len(words) > 1 or not title else gender
    return NameParts(written=name, title=SAME_TITLE.get(title, title), bare=tuple(words), gender=gender)


@dataclass(slots=True)
class NameGroups:
    """Names that are one person so far, joined with evidence; joins that would contradict are refused."""

    records: dict[str, NameRecord]
    parts: dict[str, NameParts] = field(default_factory=dict)
    _parent: dict[str, str] = field(default_factory=dict)
    _evidence: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _fixed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take every name apart; each is a group of its own at first."""
        for name in self.records:
            self.parts[name] = take_apart(name)
            self._parent[name] = name

    def root(self, name: str) -> str:
        """The name that stands for the group."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def pin(self, name: str, owner: str) -> None:
        """Reserve a name for a character that a person has named."""
        self._fixed[self.root(name)] = owner

    def owner(self, name: str) -> str | None:
        """The person-given character that a name's group belongs to."""
        return self._fixed.get(self.root(name))

    def weight(self, name: str) -> int:
        """How often the book uses the names of a group."""
        root = self.root(name)
        return sum(record.count for other, record in self.records.items() if self.root(other) == root)

    def gender(self, name: str) -> Gender:
        """The gender that titles and given names of a group agree on."""
        root = self.root(name)
        found = {part.gender for other, part in self.parts.items() if self.root(other) == root} - {Gender.UNKNOWN}
        return found.pop() if len(found) == 1 else Gender.UNKNOWN

    def members(self, name: str) -> list[str]:
        """All names of a group, most used first."""
        root = self.root(name)
        names = [other for other in self.records if self.root(other) == root]
        return sorted(names, key=lambda other: -self.records[other].count)

    def groups(self) -> list[str]:
        """One name of each group, in order of appearance."""
        return [name for name in self.records if self.root(name) == name]

    def evidence(self, name: str) -> list[str]:
        """Why the names of a group are one person."""
        return self._evidence[self.root(name)]

    def join(self, one: str, other: str, *, because: str, certain: bool = False) -> bool:
        """Make two names one person unless title, gender, company or a person's word speaks against it.

        Args:
            because: a sentence for a person.
            certain: the book says so outright, so that appearing side by side is no objection.
        """
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        owners = {self._fixed.get(first), self._fixed.get(second)} - {None}
        if len(owners) > 1 or not self._may_join(first, second, certain=certain):
            return False
        self._parent[second] = first
        if owners:
            self._fixed[first] = str(owners.pop())
        sentence = because if because.endswith((".", '."')) else because + "."
        self._evidence[first] += [*self._evidence.pop(second, []), sentence]
        return True

    def _may_join(self, first: str, second: str, *, certain: bool) -> bool:
        genders = {self.gender(first), self.gender(second)} - {Gender.UNKNOWN}
        if len(genders) > 1:
            return False
        ours, theirs = self.members(first), set(self.members(second))
        rivals = sum(self.records[name].rivals[other] for name in ours for other in theirs)
        tagged = min(sum(self.records[name].tagged for name in group) for group in (ours, theirs))
        if certain:
            return rivals < _QUARRELS or rivals * 3 < tagged
        together = sum(self.records[name].together[other] for name in ours for other in theirs)
        if rivals > 1 + tagged // 10:
            return False
        return together <= 1 + min(self.weight(first), self.weight(second)) // 50
