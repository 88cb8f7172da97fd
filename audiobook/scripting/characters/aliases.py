"""Names that belong to one person, each merge with the sentence that explains it.

Knows how English names are built and what the book says outright; refuses to merge by a shared surname alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from audiobook.model.script import Gender
from audiobook.scripting.characters.name_groups import NameGroups, NameParts
from audiobook.scripting.characters.told_aliases import ToldAlias
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES, SHORT_FORMS
from audiobook.scripting.vocabulary.word_sets import word_set

_CLEARLY = 3
"""How many times as often a name must mean one bearer before it is taken for theirs alone."""
_TITLED_FOLK = frozenset({"sir", "lord", "lady"})
_WITH_GIVEN_NAME = frozenset({"sir", "lady", "lord", "mrs", "aunt", "uncle"})
_REGULARLY = 5
_COMMON_FOLK = frozenset({"mr", "mrs", "miss", "ms"})
_RANKS = word_set(
    """
    capt col gen lt sgt major corporal private commander commodore admiral inspector constable
    """
)
_MARRIED = frozenset({"mrs", "mme"})
_UNMARRIED = frozenset({"miss", "mlle"})
_WITH_SURNAME = frozenset({"mr", "mrs", "mme", "monsieur", "dr", "prof", "capt", "col", "gen", "lt", "sgt", "rev"})


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
    _join_beginnings(groups, parts)
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
    full = _full_names(parts, given=plain.bare[0])
    if part.title in _TITLED_FOLK and any(other.title not in _TITLED_FOLK for other in full):
        return False
    if part.title not in _WITH_SURNAME:
        return True
    return part.gender is plain.gender and bool(full)


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
    """Lex and Lex Luthor; Sir John and Sir John Middleton."""
    for part in parts:
        if len(part.bare) != 1:
            continue
        fitting = _full_names(parts, given=part.bare[0])
        if part.title in _WITH_GIVEN_NAME:
            same = [other for other in fitting if other.title == part.title]
            fitting = same if same or part.title in _TITLED_FOLK else fitting
        elif not part.title:
            fitting = [other for other in fitting if other.title not in _MARRIED | _TITLED_FOLK] or fitting
        if _is_contested(groups, part, fitting):
            fitting = [other for other in fitting if f"Mrs. {' '.join(other.bare)}" in groups.records]
        full = _leading(groups, fitting)
        if full is not None:
            groups.join(full.written, part.written, because=f"{part.written} is the first name of {full.written}")


def _is_contested(groups: NameGroups, part: NameParts, full: Sequence[NameParts]) -> bool:
    """Whether several people regularly bear a first name in full, so that alone it may mean any of them."""
    regular = Counter[str]()
    for other in full:
        regular[groups.root(other.written)] += groups.records[other.written].count
    often = [count for count in regular.values() if count >= _REGULARLY]
    return len(often) > 1 and groups.records[part.written].count > sum(often)


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
    if f"{part.written}s" in groups.records:
        fitting = [other for other in fitting if not _is_the_other(groups, part, other)]
    if part.gender is Gender.UNKNOWN and any(other.gender is Gender.MALE for other in titled):
        fitting = [other for other in fitting if other.title == part.title]
    bearer = _leading(groups, fitting)
    if bearer is not None:
        groups.join(
            bearer.written,
            part.written,
            because=f"{part.written} is {bearer.written}: nobody else the title fits bears the name",
        )


def _is_the_other(groups: NameGroups, part: NameParts, full: NameParts) -> bool:
    """Of two Mr. Vanes, the one whom the book calls Mr. John Vane is not its Mr. Vane."""
    return f"{part.written.split()[0]} {' '.join(full.bare)}" in groups.records


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


def _join_beginnings(groups: NameGroups, parts: Sequence[NameParts]) -> None:
    """Tam and Tamsin: a word that is no given name of its own, and opens the only longer one that can be meant.

    "The Cat" is a noun, and not short for the Caterpillar.
    """
    for part in parts:
        short = part.bare[0].lower() if len(part.bare) == 1 and not part.title else ""
        noun = groups.records[part.written].with_article > 0
        if len(short) < _SHORTEST or short in GIVEN_NAMES or short in _ALL_SHORT or noun:
            continue
        longer = [other for other in parts if other.bare and _opens(short, other.bare[0].lower())]
        if len({other.bare[0] for other in longer}) == 1:
            full = longer[0]
            groups.join(full.written, part.written, because=f"{part.written} is how {full.written} begins")


_SHORTEST = 3


def _opens(short: str, name: str) -> bool:
    """Whether a name is longer than its beginning by more than an ending ("Coles")."""
    return name.startswith(short) and len(name) >= len(short) + 2


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
