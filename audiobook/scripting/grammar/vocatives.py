"""Who is spoken to inside a speech: names and words of address set off by marks.

Knows how an address is set off; refuses to know who speaks.
"""

from dataclasses import dataclass

from audiobook.model.script import Gender
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.words import POSSESSIVE, Word
from audiobook.scripting.vocabulary.role_words import ADDRESS_GENDER, KINSHIP_ROLES
from audiobook.scripting.vocabulary.titles import RANKS
from audiobook.scripting.vocabulary.word_sets import word_set

_BEFORE = frozenset(",.!?…;:-—–(\"'“‘”’«»")
_AFTER = frozenset(",.!?…;:-—–)\"'”’«»")
_OPENERS = word_set(
    """
    my dear dearest oh ah o yes no well hello hi hey good-bye goodbye please thanks sorry but and poor you why
    now come old
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocatives:
    """How a speech addresses people.

    Attributes:
        names: mentions of those addressed by name.
        echoed: those of them that may repeat what was said before: a name with a question mark that opens the speech.
        genders: genders of those addressed by other words ("sir").
        ranks: ranks by which somebody is addressed without a name ("Doctor"), lower case.
    """

    names: tuple[Mention, ...]
    echoed: tuple[Mention, ...]
    genders: tuple[Gender, ...]
    ranks: tuple[str, ...] = ()


def find_vocatives(clauses: Clauses) -> Vocatives:
    """Every address in one speech passage."""
    words = clauses.words
    names = [
        mention for mention in clauses.mentions if _is_address(mention, clauses) and not _is_quoted(mention, words)
    ]
    echoed = [m for m in names if m.first <= 1 and m.end < len(words) and words[m.end].text == "?"]
    return Vocatives(names=tuple(names), echoed=tuple(echoed), genders=_addressed_genders(words), ranks=_ranks(words))


def _is_quoted(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether a name stands in a quotation inside the speech: it is another's address, told again."""
    marks = [word.text for word in words[1 : mention.first] if word.text in _OPENING or word.text in _CLOSING]
    return bool(marks) and marks[-1] in _OPENING


_OPENING = frozenset("“‘«")
_CLOSING = frozenset("”’»")


def answers_with_name(words: tuple[Word, ...], asked: tuple[Word, ...]) -> bool:
    """Whether a line that opens with a name answers who its speaker is: "What's your name?" - "Anna."."""
    question = " ".join(word.lower for word in asked).replace("’", "'")
    return len(words) > 1 and "?" in question and any(phrase in question for phrase in _WHO)


_WHO = (
    "your name",
    "who are you",
    "who 're you",
    "call you",
    "and you are",
    "who is it",
    "who 's there",
    "who goes there",
)


def _is_address(mention: Mention, clauses: Clauses) -> bool:
    words = clauses.words
    if mention.kind is not MentionKind.NAME or mention.possessive:
        return False
    if not (mention.end >= len(words) or words[mention.end].text[0] in _AFTER):
        return False
    before = mention.first - 1
    while before >= 0 and words[before].lower in _OPENERS and mention.first - before <= 3:
        before -= 1
    opened = before < mention.first - 1
    if before >= 0 and words[before].lower == POSSESSIVE:
        return False
    if before >= 0 and words[before].text[0] not in _BEFORE and not (opened and words[before + 1].lower != "and"):
        return False
    return not _in_list(mention, clauses) and not _is_my_relative(mention, words)


def _is_my_relative(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether a name tells who a relative is: "I'm looking for my brother, Marcus"."""
    before = [word.lower for word in words[max(0, mention.first - 3) : mention.first]]
    return len(before) == 3 and before[0] in {"my", "our"} and before[1] in KINSHIP_ROLES and before[2] == ","


def names_speaker(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether somebody tells their own name: "I'm Anna.", "My name is Anna"."""
    return _is_named_by(mention, words, _OWN_NAME)


def may_name_speaker(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether somebody may tell their own name, or another's: "It's Anna."."""
    return _is_named_by(mention, words, _SOME_NAME)


def is_full_name_of(after: Mention, before: Mention, words: tuple[Word, ...]) -> bool:
    """Whether a name alone is said again in full, as people introduce themselves: "Bond. James Bond."."""
    between = words[before.end : after.first]
    closed = after.end >= len(words) or words[after.end].text[0] in _AFTER
    alone = len(between) == 1 and between[0].text in _RESTATING and not before.possessive and closed
    return alone and " " not in before.name and after.name.split()[1:] == [before.name]


_RESTATING = frozenset(".,…—–")


def _is_named_by(mention: Mention, words: tuple[Word, ...], openings: tuple[str, ...]) -> bool:
    if mention.possessive or (mention.end < len(words) and words[mention.end].text[0] not in _AFTER):
        return False
    before = " ".join(word.lower for word in words[max(0, mention.first - 3) : mention.first])
    return before.replace("’", "'").endswith(openings)


_OWN_NAME = ("i'm", "i am", "my name is", "my name 's", "the name 's", "call me")
_SOME_NAME = ("it 's", "it is", "this is")


def _in_list(mention: Mention, clauses: Clauses) -> bool:
    """Tell "Anna, Piet, and Jan came" from an address."""
    words = clauses.words
    end = mention.end
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].lower in {"and", "or"}:
        later = next(iter(clauses.within(end + 2, end + 3)), None)
        return later is not None and later.kind is MentionKind.NAME
    following = next(iter(clauses.within(end + 1, end + 2)), None)
    return following is not None and following.kind is MentionKind.NAME and end < len(words) and words[end].text == ","


def _ranks(words: tuple[Word, ...]) -> tuple[str, ...]:
    found = []
    for index, (_, lower, _) in enumerate(words):
        if lower in RANKS:
            before = words[index - 1].text[0] if index else '"'
            after = words[index + 1].text[0] if index + 1 < len(words) else '"'
            if before in _BEFORE and after in _AFTER:
                found.append(lower)
    return tuple(found)


def _addressed_genders(words: tuple[Word, ...]) -> tuple[Gender, ...]:
    genders = []
    for index, (_, lower, _) in enumerate(words):
        if lower not in ADDRESS_GENDER:
            continue
        before = words[index - 1].lower if index else '"'
        closed = index + 1 >= len(words) or words[index + 1].text[0] in _AFTER
        if closed and (
            before[0] in _BEFORE or before in {"my", "dear", "yes", "no", "good", "please", "old", "oh", "well"}
        ):
            genders.append(ADDRESS_GENDER[lower])
    return tuple(genders)
