"""The cast of a book: from counted names to people, with their genders, the unnamed ones and the narrator.

Knows how the parts work together; the rules are in `name_evidence`, `aliases`, `told_aliases` and `narrator`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType

from audiobook.model.script import NARRATOR, UNKNOWN, Gender, KnownCharacter
from audiobook.scripting.characters.aliases import join_aliases
from audiobook.scripting.characters.gender_evidence import tell_gender
from audiobook.scripting.characters.known_people import apply_known, divided_names
from audiobook.scripting.characters.name_evidence import collect_names, person_names
from audiobook.scripting.characters.name_groups import NameGroups
from audiobook.scripting.characters.name_record import NameRecord
from audiobook.scripting.characters.narrator import find_narrator, is_first_person
from audiobook.scripting.characters.people import People, Person
from audiobook.scripting.characters.told_aliases import told_aliases
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.common_words import PREPOSITIONS
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.role_words import PASSING_ROLES, ROLE_GENDER
from audiobook.scripting.vocabulary.titles import SAME_TITLE, TITLE_GENDER
from audiobook.scripting.vocabulary.word_sets import word_set

_HARDLY = 10
"""A name borne less than one time in so many is hardly somebody's name."""


_REGULARLY = 5


def discover_people(
    paragraphs: Sequence[ClausedParagraph],
    turns: Sequence[Turn],
    *,
    known: tuple[KnownCharacter, ...] = (),
    fixed: Iterable[str] = (),
) -> People:
    """Everybody who may speak in a book.

    Args:
        known: what a person wrote about characters; it wins over what is found.
        fixed: speakers a person gave to single lines.
    """
    records = collect_names(paragraphs, turns)
    fixed = tuple(fixed)
    people = _find_people(paragraphs, turns, records, fixed=fixed)
    divided = divided_names(people, known)
    if divided:
        people = _find_people(paragraphs, turns, records, fixed=fixed, divided=divided)
    apply_known(people, known)
    return people


def _find_people(
    paragraphs: Sequence[ClausedParagraph],
    turns: Sequence[Turn],
    records: dict[str, NameRecord],
    *,
    fixed: tuple[str, ...],
    divided: Mapping[str, str] = MappingProxyType({}),
) -> People:
    """Everybody as the text shows them.

    Args:
        divided: names that never are one person's unless their values are the same.
    """
    told = told_aliases(paragraphs)
    kept = {record.name: record for record in person_names(records)}
    for each in told:
        if each.one in kept or each.other in kept:
            kept.update({name: records[name] for name in (each.one, each.other)})
    for label in (turn.label for turn in turns if turn.label):
        kept.setdefault(label, records.get(label) or NameRecord(name=label))
    groups = NameGroups(kept)
    for name in divided.keys() & kept.keys():
        groups.pin(name, divided[name])
    join_aliases(groups, told)
    people = _people(groups, frozenset(each.epithet for each in told if each.epithet))
    _add_ranks(people)
    _add_roles(people, paragraphs, turns)
    for speaker in fixed:
        if speaker not in {NARRATOR, UNKNOWN} and people.find(speaker) is None:
            people.add(speaker)
    if is_first_person(paragraphs):
        find_narrator(people, records, paragraphs, turns)
    return people


def _people(groups: NameGroups, epithets: Set[str]) -> People:
    people = People()
    for root in groups.groups():
        names = groups.members(root)
        records = [groups.records[name] for name in names]
        person = Person(
            number=len(people.persons),
            name=main_name(records, epithets),
            names=Counter({record.name: record.count for record in records}),
            evidence=list(dict.fromkeys(groups.evidence(root))),
        )
        person.gender, why = tell_gender(records)
        if why:
            person.evidence.append(why)
        people.persons.append(person)
        for name in names:
            people.by_name[name] = person.number
    _tell_apart(people)
    return people


def _tell_apart(people: People) -> None:
    """Call somebody by the fuller name where another person regularly bears the same first name in full."""
    bearers: dict[str, set[int]] = {}
    for person in people.persons:
        for name, count in person.names.items():
            if " " in name and count >= _REGULARLY:
                bearers.setdefault(name.split()[0], set()).add(person.number)
    for person in people.persons:
        fuller = [name for name in person.names if name.startswith(f"{person.name} ")]
        if fuller and bearers.get(person.name, set()) - {person.number}:
            person.name = max(fuller, key=lambda name: person.names[name])


def main_name(records: Sequence[NameRecord], epithets: Set[str] = frozenset()) -> str:
    """What a reader would call somebody: the name used most, a fuller form where it is used almost as much.

    Args:
        epithets: names somebody only took on ("has become Superman"); they give way unless there is hardly another.
    """
    own = [record for record in records if record.name not in epithets]
    if sum(record.count for record in own) * _HARDLY >= sum(record.count for record in records):
        records = own
    most = max(record.count for record in records)
    often = [record for record in records if record.count * 2 >= most]
    return max(often, key=lambda record: (record.narrated > 0, _is_personal(record.name), record.count)).name


def _is_personal(name: str) -> bool:
    """Whether a name is one that parents give or society grants, not an epithet."""
    words = name.split()
    return words[0].lower() in GIVEN_NAMES or words[0].rstrip(".").lower() in TITLE_GENDER


def role_key(mention: Mention) -> str:
    """What an unnamed person is filed under: the noun alone if it tells people apart, else with its adjectives."""
    return mention.name if mention.head in PASSING_ROLES else mention.head


def without_description(key: str) -> str:
    """What an unnamed person is called once they are introduced: "man" for "man in the grey coat"."""
    words = key.split()
    return " ".join(words[: next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))])


def _add_ranks(people: People) -> None:
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


def _add_roles(people: People, paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn]) -> None:
    """A person of their own for every role that stands beside speech or acts in the narration."""
    for turn in turns:
        for tag in turn.tags:
            for mention in tag.subjects:
                if tag.kind is TagKind.SPEECH or mention.owner in _INTRODUCING:
                    _add_role(people, mention)
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            if clauses.stretch.kind is PassageKind.NARRATION:
                for mention in clauses.mentions:
                    telling = mention.subject and mention.head not in PASSING_ROLES
                    if telling and mention.kind is MentionKind.ROLE and mention.owner in _INTRODUCING:
                        _add_role(people, mention)


_POINTING = word_set("other another former latter one youngest eldest elder")
"""Words that point to one of those present."""
_INTRODUCING = frozenset({"the", "a", "an"})


def _add_role(people: People, mention: Mention) -> None:
    if mention.kind not in (MentionKind.ROLE, MentionKind.CROWD) or mention.head in _POINTING:
        return
    key = role_key(mention)
    if key in people.by_role:
        return
    article = mention.owner if mention.owner in {"his", "her"} else "the"
    name = f"{article} {key}"
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
