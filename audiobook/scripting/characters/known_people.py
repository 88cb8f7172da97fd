"""What a person wrote about characters, laid over what the text shows by itself.

Only what differs counts: a name given to somebody else, a rename, a merge, another gender, somebody new. An entry that
says what was found anyway changes nothing, so that a cast file written by the program never changes its own script.
Knows finished people and the cast file's words; refuses to look at the text.
"""

from collections.abc import Iterable, Set

from audiobook.model.script import NARRATOR, UNKNOWN, Gender, KnownCharacter
from audiobook.scripting.characters.people import People, Person

_ARTICLES = frozenset({"the", "a", "an"})


def divided_names(people: People, known: Iterable[KnownCharacter]) -> dict[str, str]:
    """Every name that two characters of the cast file tell apart, to the main name of the one who bears it.

    Empty unless what was found as one person is several in the file.
    """
    owners = _owners(known)
    bearers: dict[int, set[str]] = {}
    for name, owner in owners.items():
        number = _bearer(people, name)
        if number is not None:
            bearers.setdefault(number, set()).add(owner)
    if all(len(claims) < 2 for claims in bearers.values()):
        return {}
    return owners


def apply_known(people: People, known: Iterable[KnownCharacter]) -> None:
    """Make people what the cast file says they are, where it says anything else than what was found."""
    known = tuple(known)
    owners = _owners(known)
    for character in known:
        names = [name for name in (character.name, *character.aliases) if owners.get(name) == character.name]
        if names:
            person = _person_of(people, character.name, names)
            _give_names(people, person, names)
            _give_gender(person, character.gender)


def unheard_words(people: People, known: Iterable[KnownCharacter], *, also_named: Set[str]) -> frozenset[str]:
    """Words of names in the cast file that reading by itself took for nobody's; a second reading may find them.

    Args:
        also_named: names that a label or a correction gives; they need not stand in the narration.
    """
    words: set[str] = set()
    for name in _owners(known).keys() - also_named:
        if not people.persons[people.by_name[name]].names[name]:
            words.update(word for word in _without_article(name).split() if word[:1].isupper())
    return frozenset(words)


def _owners(known: Iterable[KnownCharacter]) -> dict[str, str]:
    """Every name in the file to the character whose it is: main names first, then the first who lists it."""
    known = tuple(known)
    owners = {character.name: character.name for character in known}
    for character in known:
        for alias in character.aliases:
            owners.setdefault(alias, character.name)
    return {name: owner for name, owner in owners.items() if not {name, owner} & {NARRATOR, UNKNOWN}}


def _bearer(people: People, name: str) -> int | None:
    """Who bears a name as the text writes it, letter case and article aside."""
    found = people.find(name)
    return people.by_name.get(_without_article(name)) if found is None else found


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else name


def _person_of(people: People, name: str, names: Iterable[str]) -> Person:
    """The one person all these names mean from now on, called by the first of them."""
    found = [number for each in names if (number := _bearer(people, each)) is not None]
    if not found:
        return people.add(name)
    person, *others = (people.persons[number] for number in dict.fromkeys(found))
    for other in others:
        person.evidence.append(f"The cast file says that {other.name} is {name}.")
        people.merge(person, other)
    person.name = name
    return person


def _give_names(people: People, person: Person, names: Iterable[str]) -> None:
    for name in names:
        person.names.setdefault(name, 0)
        people.by_name[name] = person.number
        bare = _without_article(name)
        if bare != name:
            people.by_name.setdefault(bare, person.number)
            people.by_role.setdefault(bare.lower(), person.number)


def _give_gender(person: Person, gender: Gender | None) -> None:
    if gender is not None and gender is not person.gender:
        person.gender = gender
        person.evidence.append("The cast file gives the gender.")
