"""Names that belong to one person, each merge with the sentence that explains it.

Knows how English names are built and what the book says outright; refuses to merge by a shared surname alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.name_evidence import title_gender
from audiobook.scripting.name_record import NameRecord
from audiobook.scripting.told_aliases import ToldAlias
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES, SHORT_FORMS
from audiobook.scripting.vocabulary.titles import SAME_TITLE, TITLE_GENDER
from audiobook.scripting.vocabulary.word_sets import word_set

_CLEARLY = 3
"""How many times as often a name must mean one bearer before it is taken for theirs alone."""
_QUARRELS = 5
"""Those who answer each other so often, a third of the time, are two whatever the text seems to say."""
_TITLED_FOLK = frozenset({"sir", "lord", "lady"})
_COMMON_FOLK = frozenset({"mr", "mrs", "miss", "ms"})
_RANKS = word_set(
    """
    capt col gen lt sgt major corporal private commander commodore admiral inspector constable
    """
)
_MARRIED = frozenset({"mrs", "mme"})
_UNMARRIED = frozenset({"miss", "mlle"})
_WITH_SURNAME = frozenset({"mr", "mrs", "mme", "monsieur", "dr", "prof", "capt", "col", "gen", "lt", "sgt", "rev"})


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


def join_aliases(groups: NameGroups, told: Iterable[ToldAlias]) -> None:
    """Join every two names that are one person.

    Args:
        told: where the text itself says that two are one.
    """
    for each in told:
        if each.one in groups.records and each.other in groups.records:
            groups.join(each.one, each.other, because=each.sentence, certain=each.certain)
    names = sorted(groups.records, key=lambda name: -groups.records[name].count)
    parts = [groups.parts[name] for name in names if not _is_accident(name, groups)]
    _join_same_words(groups, parts)
    _join_given_names(groups, parts)
    _join_surnames(groups, parts)
    _join_short_forms(groups, parts)
    _join_lone_titles(groups, parts)


def _is_accident(name: str, groups: NameGroups) -> bool:
    """Two people's names that once stood side by side look like a full name; a real one comes again."""
    words = groups.parts[name].bare
    if len(words) < 2 or groups.records[name].count > 1:
        return False
    alone = [
        sum(record.count for record in groups.records.values() if record.name.split()[-1:] == [word]) for word in words
    ]
    return min(alone) >= 20


def _join_same_words(groups: NameGroups, parts: Sequence[NameParts]) -> None:
    """Elizabeth and Miss Elizabeth; Dr. Spencer and Doctor Spencer; never Mr. and Mrs. of one surname."""
    by_words: dict[tuple[str, ...], list[NameParts]] = defaultdict(list)
    for part in parts:
        if part.bare:
            by_words[tuple(word.lower() for word in part.bare)].append(part)
    for words, same in by_words.items():
        plain = next((part for part in same if not part.title), None)
        for index, part in enumerate(same):
            twin = next((other for other in same[:index] if other.title == part.title), None)
            if twin is None and plain is not None and (len(words) > 1 or _names_given_name(part, plain, parts)):
                twin = plain
            if twin is not None and twin is not part:
                groups.join(twin.written, part.written, because=f"{part.written} is {twin.written} with a title")


def _names_given_name(part: NameParts, plain: NameParts, parts: Sequence[NameParts]) -> bool:
    """Whether a title stands before a given name: Aunt Anna, Sir Thomas, Miss Elizabeth."""
    if plain.bare[0].lower() not in GIVEN_NAMES:
        return False
    if part.title not in _WITH_SURNAME:
        return True
    return part.gender is plain.gender and bool(_full_names(parts, given=plain.bare[0]))


def _full_names(parts: Sequence[NameParts], *, given: str = "", surname: str = "") -> list[NameParts]:
    return [
        part
        for part in parts
        if len(part.bare) > 1 and (not given or part.bare[0] == given) and (not surname or part.bare[-1] == surname)
    ]


def _leading(groups: NameGroups, found: Sequence[NameParts]) -> NameParts | None:
    """The only person among several full names, or the one whose full name the book uses far more."""
    roots: dict[str, NameParts] = {}
    counts: Counter[str] = Counter()
    for part in found:
        root = groups.root(part.written)
        roots.setdefault(root, part)
        counts[root] += groups.records[part.written].count
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= _CLEARLY * ranked[1][1]:
        return roots[ranked[0][0]]
    heaviest = sorted(roots, key=lambda root: -groups.weight(root))[:2]
    if groups.weight(heaviest[0]) >= 3 * _CLEARLY * groups.weight(heaviest[1]):
        return roots[heaviest[0]]
    return None


def _join_given_names(groups: NameGroups, parts: Sequence[NameParts]) -> None:
    """Lex and Lex Luthor."""
    for part in parts:
        if len(part.bare) != 1:
            continue
        full = _leading(groups, _full_names(parts, given=part.bare[0]))
        if full is not None:
            groups.join(full.written, part.written, because=f"{part.written} is the first name of {full.written}")


def _join_surnames(groups: NameGroups, parts: Sequence[NameParts]) -> None:
    """Luthor and Lex Luthor, Mr. Wickham and George Wickham: only where one bearer of the surname fits."""
    by_surname: dict[str, list[NameParts]] = defaultdict(list)
    for part in parts:
        if part.bare:
            by_surname[part.bare[-1]].append(part)
    for surname, family in by_surname.items():
        titled = [part for part in family if len(part.bare) == 1 and part.title]
        full = [part for part in family if len(part.bare) > 1]
        for part in titled:
            _join_titled(groups, part, full, titled)
        for part in family:
            if (
                len(part.bare) == 1
                and not part.title
                and (surname.lower() not in GIVEN_NAMES or _is_surname(groups, part, parts))
            ):
                _join_bare_surname(groups, part, full, titled)


def _is_surname(groups: NameGroups, part: NameParts, parts: Sequence[NameParts]) -> bool:
    """Whether a word that is also a given name (Brandon, Grant) is only a surname in this book."""
    word = part.bare[0]
    titled = sum(
        groups.records[other.written].count for other in parts if other.bare == (word,) and other.title in _WITH_SURNAME
    )
    return not _full_names(parts, given=word) and titled * 3 >= groups.records[part.written].count


def _join_titled(groups: NameGroups, part: NameParts, full: Sequence[NameParts], titled: Sequence[NameParts]) -> None:
    """Mr. Wickham with George Wickham, Miss Morstan with Mary Morstan."""
    if part.title in _MARRIED and any(other.title in _UNMARRIED for other in titled):
        return
    if part.title in _UNMARRIED and groups.records[part.written].tagged > 1 and _has_several_women(groups, full):
        return
    fitting = [other for other in full if _fits(groups, part, other)]
    if part.gender is Gender.UNKNOWN and any(other.gender is Gender.MALE for other in titled):
        fitting = [other for other in fitting if other.title == part.title]
    bearer = _leading(groups, fitting)
    if bearer is not None:
        groups.join(
            bearer.written,
            part.written,
            because=f"{part.written} is {bearer.written}: nobody else the title fits bears the name",
        )


def _has_several_women(groups: NameGroups, full: Sequence[NameParts]) -> bool:
    women = {groups.root(other.written) for other in full if groups.gender(other.written) is not Gender.MALE}
    return len(women) > 1


def _fits(groups: NameGroups, part: NameParts, full: NameParts) -> bool:
    """Whether a titled surname can be the title of somebody with that full name."""
    titles = {groups.parts[name].title for name in groups.members(full.written)}
    if part.title in _COMMON_FOLK and titles & _TITLED_FOLK:
        return False
    if part.title in _TITLED_FOLK:
        return part.title in titles
    gender = groups.gender(full.written)
    if part.title in _RANKS and gender is Gender.FEMALE:
        return part.title in titles
    return part.gender in (gender, Gender.UNKNOWN) or gender is Gender.UNKNOWN


def _join_bare_surname(
    groups: NameGroups, part: NameParts, full: Sequence[NameParts], titled: Sequence[NameParts]
) -> None:
    """Darcy with Mr. Darcy; women are seldom called by the surname alone."""
    men = [other for other in titled if other.gender is not Gender.FEMALE]
    bearer = _leading(groups, [*men, *(other for other in full if groups.gender(other.written) is not Gender.FEMALE)])
    if bearer is None and not men:
        bearer = _leading(groups, full) or _leading(groups, titled)
    if bearer is not None:
        groups.join(
            bearer.written, part.written, because=f"{part.written} alone means {bearer.written}, who bears it most"
        )


def _join_short_forms(groups: NameGroups, parts: Sequence[NameParts]) -> None:
    """Lizzy and Elizabeth, if the book has only one of each."""
    by_first: dict[str, list[NameParts]] = defaultdict(list)
    for part in parts:
        if part.bare and (
            len(part.bare) > 1 or part.bare[0].lower() in GIVEN_NAMES or part.bare[0].lower() in _ALL_SHORT
        ):
            by_first[part.bare[0].lower()].append(part)
    for formal, shorts in SHORT_FORMS.items():
        for short in sorted(shorts & by_first.keys()):
            full, brief = _leading(groups, by_first.get(formal, [])), _leading(groups, by_first[short])
            if full is not None and brief is not None and _one_surname(groups, full, brief):
                groups.join(full.written, brief.written, because=f"{brief.written} is short for {full.written}")


_ALL_SHORT = frozenset(short for shorts in SHORT_FORMS.values() for short in shorts)


def _one_surname(groups: NameGroups, one: NameParts, other: NameParts) -> bool:
    """Whether two groups of names agree in surname and in title, as far as they have any."""
    surnames = [
        {groups.parts[name].bare[-1] for name in groups.members(part.written) if len(groups.parts[name].bare) > 1}
        for part in (one, other)
    ]
    ranks = [
        {groups.parts[name].title for name in groups.members(part.written)} & {"lady", "sir", "aunt", "uncle"}
        for part in (one, other)
    ]
    return (not surnames[0] or not surnames[1] or bool(surnames[0] & surnames[1])) and ranks[0] == ranks[1]


def _join_lone_titles(groups: NameGroups, parts: Sequence[NameParts]) -> None:
    """The General and General Tilney, if the book has one general."""
    for part in parts:
        if part.bare or not part.title:
            continue
        same = [other for other in parts if other.title == part.title and other.bare]
        bearer = _leading(groups, same)
        if bearer is not None:
            groups.join(
                bearer.written,
                part.written,
                because=f"{part.written} is {bearer.written}, the only one with this title",
            )
