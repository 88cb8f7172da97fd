"""How old people are: "he was nine", "a girl of about ten", "a seventy-year-old", "the old man", "I'm fifteen.", Gran.

Knows the turns of phrase that tell an age; a number counts for more than a word. Refuses to guess from a name.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import role_key, who_is_named
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.words import POSSESSIVE, Word, as_text
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.number_words import number_of
from audiobook.scripting.vocabulary.word_sets import word_set

_YOUNGEST = {"old": 60, "adult": 23, "young": 13, "child": 2}
"""Least age in years of each kind of voice."""
_MARKS_OF_END = frozenset('.,;!?—–)”"')
_ROUGHLY = word_set(
    """
    about some perhaps maybe around almost nearly barely only just over under more less than at most not a day much
    above past what or
    """
)
_MODAL = word_set(
    """
    was is were 's ’s 're could couldn't couldn’t can't can’t might must have been be would looked turned
    """
)
_WORDS = {
    "old": word_set("old elderly aged ancient white-haired grey-haired wizened"),
    "young": word_set("young teenage teenaged adolescent"),
    "child": word_set("little small tiny"),
}
_CHILDREN = word_set("boy girl child kid")
_HEADS = {"child": word_set("child kid toddler infant"), "young": word_set("teenager teen youth lad lass youngster")}
_GRAND = frozenset({"grandmother", "grandfather"})
_OFTEN = 2
_LONG_AGO = word_set("when till until since before after while if as though")


@dataclass(slots=True)
class _Evidence:
    told: Counter[str] = field(default_factory=Counter)
    """Ages told by a number."""
    telling: dict[str, str] = field(default_factory=dict)
    """Age to the words that tell it first."""
    called: Counter[str] = field(default_factory=Counter)
    words: dict[str, str] = field(default_factory=dict)
    described: set[str] = field(default_factory=set)
    """Ages that a description with "a" gives."""

    def tell(self, age: str, words: str) -> None:
        """Count an age that a number tells."""
        self.told[age] += 1
        self.telling.setdefault(age, words)


def find_ages(
    paragraphs: Sequence[ClausedParagraph],
    turns: Sequence[Turn],
    people: People,
    *,
    meant: Mapping[int, int],
    speakers: Mapping[int, int],
) -> dict[int, tuple[str, str]]:
    """Person to "child", "young", "adult" or "old" and a sentence that says why; only those whose age is told.

    Args:
        meant: whom each mention of the narration means, by its `id`.
        speakers: turn index to its speaker, where that is hardly in doubt.
    """
    found: dict[int, _Evidence] = {}
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            if clauses.stretch.kind is PassageKind.NARRATION:
                _read_narration(clauses, people, meant, found)
    for index, speaker in speakers.items():
        for stretch in turns[index].stretches:
            _read_speech(
                paragraphs[turns[index].paragraph].clauses[stretch].words, found.setdefault(speaker, _Evidence())
            )
    for person in people.persons:
        if any(person in people.called_by_kin(noun) for noun in _GRAND):
            evidence = found.setdefault(person.number, _Evidence())
            evidence.described.add("old")
            evidence.words.setdefault("old", person.name)
    decided = ((number, _decide(evidence)) for number, evidence in found.items())
    return {number: age for number, age in decided if age is not None}


def _read_narration(clauses: Clauses, people: People, meant: Mapping[int, int], found: dict[int, _Evidence]) -> None:
    for mention in clauses.mentions:
        person = meant.get(id(mention), who_is_named(mention, people))
        if person is None and mention.kind is MentionKind.ROLE:
            person = people.by_role.get(role_key(mention))
        if person is None or people.persons[person].crowd:
            continue
        evidence = found.setdefault(person, _Evidence())
        for age, end in _numbers_after(mention, clauses.words):
            if not _is_of_another(mention, person, clauses, meant) and not _is_past(mention, clauses.words):
                evidence.tell(age, as_text(clauses.words[mention.first : end]))
        if mention.kind is MentionKind.ROLE:
            _read_role(mention, clauses.words, evidence)


def _is_of_another(mention: Mention, person: int, clauses: Clauses, meant: Mapping[int, int]) -> bool:
    """Whether a pronoun follows somebody of its gender who is not known to be the person it was taken for."""
    if mention.kind is not MentionKind.PRONOUN:
        return False
    nearest = next(
        (
            before
            for before in reversed(clauses.within(0, mention.first))
            if before.kind in (MentionKind.NAME, MentionKind.ROLE) and mention.gender in (before.gender, Gender.UNKNOWN)
        ),
        None,
    )
    return nearest is not None and meant.get(id(nearest)) != person


def _is_past(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether an age is that of long ago: "when she was nine"."""
    return any(word.lower in _LONG_AGO for word in words[max(0, mention.first - 2) : mention.first])


def _read_role(mention: Mention, words: tuple[Word, ...], evidence: _Evidence) -> None:
    for word in mention.name.split()[:-1]:
        years = _years_old(word)
        if years is not None:
            evidence.tell(years, as_text(words[mention.first : mention.end]))
    age = _age_in_role(mention)
    if age is not None:
        evidence.called[age] += 1
        evidence.words.setdefault(age, as_text(words[mention.first : mention.end]))
        if mention.owner in {"a", "an"}:
            evidence.described.add(age)


def _age_in_role(mention: Mention) -> str | None:
    adjectives = mention.name.split()[:-1]
    for age, telling in _WORDS.items():
        if telling.intersection(adjectives) and (age != "child" or mention.head in _CHILDREN):
            return age
    return next((age for age, heads in _HEADS.items() if mention.head in heads), None)


def _years_old(word: str) -> str | None:
    """The age in "nine-year-old"."""
    number, year, _ = word.partition("-year")
    return _kind_of(number_of(number)) if year else None


def _kind_of(years: int | None) -> str | None:
    return next((age for age, least in _YOUNGEST.items() if years is not None and years >= least), None)


def _numbers_after(mention: Mention, words: tuple[Word, ...]) -> Iterator[tuple[str, int]]:
    """Ages told right after somebody: "was nine", "couldn't have been more than eight", "of about ten", "aged six"."""
    at = mention.end
    if at < len(words) and words[at].lower == ",":
        at += 1
    start = at
    opened = at < len(words) and (words[at].lower in {"of", "aged", POSSESSIVE} or words[at].lower in _MODAL)
    if not opened or (mention.possessive and words[at].lower != POSSESSIVE):
        return
    at += 1
    while at < len(words) and at - start < 8 and (words[at].lower in _ROUGHLY or words[at].lower in _MODAL):
        at += 1
    age = _kind_of(number_of(words[at].lower)) if at < len(words) else None
    if (
        age is not None
        and _ends_age(words, at + 1)
        and (words[start].lower != "of" or mention.kind is MentionKind.ROLE)
    ):
        yield age, at + 1


def _ends_age(words: tuple[Word, ...], at: int) -> bool:
    """Whether nothing is counted by a number but years: "was nine", "was nine years old", not "was nine feet"."""
    after = words[at].lower if at < len(words) else "."
    return after[0] in _MARKS_OF_END or after in {"years", "and", "but", "when", "or", "then", "now", "at", "with"}


def _read_speech(words: tuple[Word, ...], evidence: _Evidence) -> None:
    """Speakers who tell their own age: "I'm fifteen.", "I am eighty-eight years old"."""
    for index, word in enumerate(words):
        contracted = word.lower.replace("’", "'") == "i'm"
        at = index + (1 if contracted else 2)
        own = contracted or [each.lower for each in words[index : index + 2]] == ["i", "am"]
        age = _kind_of(number_of(words[at].lower)) if own and at < len(words) else None
        if age is not None and _ends_age(words, at + 1) and words[min(at + 1, len(words) - 1)].lower != "and":
            evidence.tell(age, as_text(words[index : at + 1]))


def _decide(evidence: _Evidence) -> tuple[str, str] | None:
    if evidence.told:
        age, _ = evidence.told.most_common(1)[0]
        return age, f'The text tells the age: "{evidence.telling[age]}".'
    ranked = evidence.called.most_common(2)
    likely = [age for age, count in ranked if count >= _OFTEN or age in evidence.described]
    if len(likely) != 1:
        return next(((age, _called(evidence, age)) for age in evidence.described if not ranked), None)
    return likely[0], _called(evidence, likely[0])


def _called(evidence: _Evidence, age: str) -> str:
    return f'The age is that of "{evidence.words[age]}".'
