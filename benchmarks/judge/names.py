"""Names: which gold characters a written name may mean.

Knows spelling, titles and aliases; refuses to know texts and quotations.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from judge.gold import NARRATOR_ALIAS, GoldCharacter

_SHORT_TITLES = {
    "mister": "mr",
    "mistress": "mrs",
    "missus": "mrs",
    "missis": "mrs",
    "doctor": "dr",
    "professor": "prof",
    "captain": "capt",
    "colonel": "col",
    "reverend": "rev",
    "saint": "st",
    "monsieur": "m",
    "madame": "mme",
    "mademoiselle": "mlle",
    "sergeant": "sgt",
    "lieutenant": "lt",
    "general": "gen",
    "major": "maj",
}
_LEADING = frozenset(_SHORT_TITLES.values()) | frozenset(
    ["miss", "ms", "sir", "lady", "lord", "master", "madam", "uncle", "aunt", "the", "a", "an"]
)
_MALE = frozenset(["mr", "sir", "lord", "master", "uncle", "m", "king", "prince"])
_FEMALE = frozenset(["mrs", "miss", "ms", "lady", "madam", "aunt", "mme", "mlle", "queen", "princess"])
_NARRATOR_NAMES = ("i", "narrator", "the narrator")
_KNOWN_GENDERS = ("M", "F")


def normalise(name: str) -> str:
    """Fold case, accents, punctuation and the spelling of titles."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = re.findall(r"\w+", plain.replace("’", "'").replace("'s ", "s ").replace("'", ""))
    return " ".join(_SHORT_TITLES.get(word, word) for word in words)


def _words(normalised: str) -> frozenset[str]:
    """Give the words of a normalised name without leading titles and articles; the last word always stays."""
    words = normalised.split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return frozenset(words)


def _titled_gender(normalised: str) -> str | None:
    first = normalised.split()[:1]
    if _MALE.intersection(first):
        return "M"
    return "F" if _FEMALE.intersection(first) else None


def _may_be_one(gender: str | None, other: str | None) -> bool:
    return gender not in _KNOWN_GENDERS or other not in _KNOWN_GENDERS or gender == other


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alias:
    words: frozenset[str]
    owner: str
    gender: str | None


class NameBook:
    """All names of a novel's characters.

    A name means the characters that list it. Failing that, the one character with the same words but for the title,
    or else the one of whose name it is a part, or else the one whose name it extends.

    Args:
        characters: everybody the corpus lists.
        speakers: names of those who speak; somebody else whose name fits exactly one of them is taken for that one,
            because the corpus lists some people twice.
    """

    def __init__(self, characters: Sequence[GoldCharacter], speakers: Collection[str] = ()) -> None:
        self._same = dict(_find_doubles(characters, speakers))
        self._listed: defaultdict[str, set[str]] = defaultdict(set)
        self._aliases: list[_Alias] = []
        self._known: dict[str, frozenset[str]] = {}
        for character in characters:
            self._list(character)
        for character in characters:  # a main name always means its own character
            self._listed[normalise(character.name)] = {character.name}

    def meant_by(self, name: str) -> frozenset[str]:
        """Name the characters that are meant; several if several bear the name, none if nobody does."""
        if name not in self._known:
            normalised = normalise(name)
            found = self._listed.get(normalised) or self._guess(normalised)
            self._known[name] = frozenset(self._same.get(one, one) for one in found)
        return self._known[name]

    def _list(self, character: GoldCharacter) -> None:
        for alias in character.all_names:
            self._listed[normalise(alias)].add(character.name)
            if alias == NARRATOR_ALIAS:
                for name in _NARRATOR_NAMES:
                    self._listed[name].add(character.name)
            else:
                words = _words(normalise(alias))
                self._aliases.append(_Alias(words=words, owner=character.name, gender=character.gender))

    def _guess(self, normalised: str) -> set[str]:
        words, gender = _words(normalised), _titled_gender(normalised)
        aliases = [alias for alias in self._aliases if alias.words and _may_be_one(gender, alias.gender)]
        tests: tuple[Callable[[frozenset[str]], bool], ...] = (
            lambda alias: alias == words,
            lambda alias: words < alias,
            lambda alias: len(alias) > 1 and alias < words,
        )
        for is_fit in tests:
            owners = {alias.owner for alias in aliases if is_fit(alias.words)}
            if owners:
                return owners if len(owners) == 1 else set()
        return set()


def _find_doubles(characters: Sequence[GoldCharacter], speakers: Collection[str]) -> Iterable[tuple[str, str]]:
    """Pair everybody who never speaks with the one speaker whom their name fits."""
    speaking = [character for character in characters if character.name in speakers]
    for character in characters if speakers else ():
        normalised = normalise(character.name)
        words = _words(normalised)
        if character.name in speakers or not words:
            continue
        gender = _titled_gender(normalised) or character.gender
        fits = {
            other.name
            for other in speaking
            if _may_be_one(gender, other.gender)
            and any(words <= set(normalise(alias).split()) for alias in other.all_names)
        }
        if len(fits) == 1:
            yield character.name, fits.pop()
