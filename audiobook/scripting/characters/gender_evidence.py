"""Genders: pronouns counted where they can only mean one person, words such as "her cousin Edmund", titles and names.

Knows counts and what follows from them; refuses to know who is one person with whom.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from audiobook.model.script import Gender
from audiobook.scripting.characters.name_record import NameRecord
from audiobook.scripting.grammar.clauses import Clauses, are_joined
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.words import Word
from audiobook.scripting.vocabulary.common_words import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.role_words import POSSESSIVE_PRONOUNS, ROLE_GENDER
from audiobook.scripting.vocabulary.titles import TITLE_GENDER

_CLEAR = 3
"""Votes of a pronoun that can mean nobody else; others have one."""
_GIVEN_NAME_VOTES = 6
_ROLE_VOTES = 4
_NAMED_SELDOM = 40
"""Up to this many mentions, one pronoun is all the evidence of gender that can be hoped for."""
_BEING = frozenset({"was", "is", "were", "been", "became", "become", "and", ","})
_BESIDE = frozenset({"behind", "beside"})
_PRONOUN = {Gender.MALE: "he", Gender.FEMALE: "she"}
_KIND = {Gender.MALE: "man", Gender.FEMALE: "woman"}


def count_pronouns(clauses: Clauses, records: Mapping[str, NameRecord], tagged: Set[int]) -> None:
    """Count the pronouns that follow a name as subject, till somebody else comes up or the next sentence ends.

    Args:
        tagged: `id` of every mention that is the subject of a tag ("said Lex").
    """
    last: str | None = None
    until, others = 0, frozenset[Gender]()
    ends = [end for _, end in clauses.stretch.sentences]
    for index, mention in enumerate(clauses.mentions):
        if mention.first >= until:
            last = None
        if mention.kind is MentionKind.NAME:
            last = mention.name if _is_followed(mention, index, clauses, tagged) else None
            sentence = bisect_right(ends, mention.first)
            until = ends[min(sentence + 1, len(ends) - 1)]
            others = _genders_in_mind(clauses, index, ends[sentence - 2] if sentence > 1 else 0)
            _count_apposition(clauses, index, records[mention.name])
        elif last is not None and mention.kind is MentionKind.PRONOUN:
            if _is_object(mention, clauses.words):
                last = last if _is_beside(mention, clauses.words) else None
            else:
                _count(records[last], mention.gender, clearly=mention.gender not in others)
        elif last is not None and mention.kind in (MentionKind.ROLE, MentionKind.CROWD):
            if mention.owner in {"his", "her"}:
                gender = POSSESSIVE_PRONOUNS[mention.owner]
                _count(records[last], gender, clearly=gender not in others)
            last = last if _is_said_of(mention, clauses.words) else None


def _genders_in_mind(clauses: Clauses, index: int, first: int) -> frozenset[Gender]:
    """Genders of those spoken of since a word, whom a pronoun after the mention at `index` may still mean."""
    genders = set()
    for mention in reversed(clauses.mentions[:index]):
        if mention.first < first:
            break
        given = mention.name.partition(" ")[0].lower() if mention.kind is MentionKind.NAME else ""
        genders |= {mention.gender, GIVEN_NAMES.get(given, mention.gender)}
    return frozenset(genders)


def _count(record: NameRecord, gender: Gender, *, clearly: bool) -> None:
    if gender is Gender.UNKNOWN:
        return
    record.pronouns[gender] += 1
    record.gender_votes[gender] += _CLEAR if clearly else 1


def _is_followed(mention: Mention, index: int, clauses: Clauses, tagged: Set[int]) -> bool:
    """Whether pronouns after a name mean its bearer: it is the one subject, of a tag or of "who" too."""
    words = clauses.words
    if index and are_joined(clauses.mentions[index - 1], mention, words):
        return False
    who = [word.lower for word in words[mention.end : mention.end + 2]]
    return mention.subject or id(mention) in tagged or who == [",", "who"]


def _is_object(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether somebody else is meant: "Anna looked at him", "Anna saw her there", not "Anna took her hat"."""
    if mention.name == "him":
        return True
    if mention.name != "her":
        return False
    after = words[mention.end].lower if mention.end < len(words) else "."
    return not after[0].isalpha() or any(after in group for group in (PREPOSITIONS, CONJUNCTIONS, DETERMINERS, ADVERBS))


def _is_beside(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether an object may be the subject itself: "Anna shut the door behind her"."""
    return mention.first > 0 and words[mention.first - 1].lower in _BESIDE


def _is_said_of(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether a role tells what the subject is: "who was five, and a dog that week"."""
    before = words[mention.first - 1].lower if mention.first else ""
    return mention.owner in {"a", "an"} and not mention.subject and before in _BEING


def _count_apposition(clauses: Clauses, index: int, record: NameRecord) -> None:
    """Count "her cousin Edmund", "the old man Pym"; a name that a role owns is somebody else's."""
    mention, before = clauses.mentions[index], clauses.mentions[index - 1] if index else None
    if before is None or before.kind is not MentionKind.ROLE or before.end != mention.first:
        return
    gender = ROLE_GENDER.get(before.head, Gender.UNKNOWN)
    if gender is not Gender.UNKNOWN:
        record.gender_votes[gender] += _ROLE_VOTES
        record.roles[before.head] += 1


def tell_gender(records: Sequence[NameRecord]) -> tuple[Gender, str]:
    """The gender of somebody with these names, and a sentence that says why; titles decide, then pronouns and names."""
    titled = {record.name: TITLE_GENDER.get(_first_word(record.name), Gender.UNKNOWN) for record in records}
    found = set(titled.values()) - {Gender.UNKNOWN}
    if len(found) == 1:
        gender = found.pop()
        return gender, f'The title in "{next(name for name in titled if titled[name] is gender)}" gives the gender.'
    given, given_gender = _given_name(records)
    votes, called = Counter({given_gender: _GIVEN_NAME_VOTES} if given else {}), Counter[Gender]()
    for record in records:
        votes.update(record.gender_votes)
        called.update(record.pronouns)
    gender = _outvoting(votes, seldom=sum(record.count for record in records) <= _NAMED_SELDOM)
    if gender is Gender.UNKNOWN:
        return gender, ""
    described = [role for record in records for role in record.roles if ROLE_GENDER[role] is gender]
    reasons = [
        f"{given} is the name of a {_KIND[gender]}" if given and given_gender is gender else "",
        f'described as "{described[0]}"' if described else "",
        _in_words(gender, called),
    ]
    return gender, _as_sentence("; ".join(reason for reason in reasons if reason))


def _outvoting(votes: Counter[Gender], *, seldom: bool) -> Gender:
    male, female = votes[Gender.MALE], votes[Gender.FEMALE]
    enough = _CLEAR if seldom and not (male and female) else 2 * _CLEAR
    if male + female < enough or 3 * max(male, female) < 2 * (male + female):
        return Gender.UNKNOWN
    return Gender.MALE if male > female else Gender.FEMALE


def _given_name(records: Sequence[NameRecord]) -> tuple[str, Gender]:
    """The first given name that tells a gender."""
    for record in records:
        words = [word for word in record.name.split() if _first_word(word) not in TITLE_GENDER]
        gender = GIVEN_NAMES.get(words[0].lower(), Gender.UNKNOWN) if words else Gender.UNKNOWN
        if gender is not Gender.UNKNOWN:
            return words[0], gender
    return "", Gender.UNKNOWN


def _first_word(name: str) -> str:
    return name.partition(" ")[0].rstrip(".").lower()


def _in_words(gender: Gender, called: Counter[Gender]) -> str:
    other = Gender.FEMALE if gender is Gender.MALE else Gender.MALE
    counted = [f'"{_PRONOUN[each]}" {_times(called[each])}' for each in (gender, other) if called[each]]
    return f"called {' and '.join(counted)}" if counted else ""


def _as_sentence(reason: str) -> str:
    return reason[0].upper() + reason[1:] + "."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
