"""The cast of a book: from counted names to people, with their genders, the unnamed ones and the narrator.

Knows how the parts work together; the rules are in `name_evidence`, `aliases`, `told_aliases` and `narrator`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType

from audiobook.model.script import NARRATOR, UNKNOWN, KnownCharacter
from audiobook.scripting.characters.address_evidence import hear_genders
from audiobook.scripting.characters.aliases import join_aliases
from audiobook.scripting.characters.gender_evidence import tell_gender
from audiobook.scripting.characters.known_people import apply_known, divided_names
from audiobook.scripting.characters.name_evidence import collect_names, person_names
from audiobook.scripting.characters.name_groups import NameGroups
from audiobook.scripting.characters.name_record import NameRecord
from audiobook.scripting.characters.narrator import find_narrator, is_first_person
from audiobook.scripting.characters.people import People, Person
from audiobook.scripting.characters.roles import add_ranks, add_roles
from audiobook.scripting.characters.singular_they import called_they, mark_they
from audiobook.scripting.characters.told_aliases import told_aliases
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.titles import TITLE_GENDER

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
    first_person = is_first_person(paragraphs)
    kept = {record.name: record for record in person_names(records, first_person=first_person)}
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
    mark_they(people, called_they(paragraphs))
    add_ranks(people)
    add_roles(people, paragraphs, turns, first_person=first_person)
    for speaker in fixed:
        if speaker not in {NARRATOR, UNKNOWN} and people.find(speaker) is None:
            people.add(speaker)
    if first_person:
        find_narrator(people, records, paragraphs, turns)
    hear_genders(people, paragraphs, turns)
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
        person.pronouns = sum(sum(record.pronouns.values()) for record in records)
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
