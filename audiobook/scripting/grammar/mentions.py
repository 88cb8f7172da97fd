"""Mentions of people in a stretch of words: names, pronouns and roles, in the order they stand.

Knows how a mention looks; refuses to know whom it means.
"""

from dataclasses import dataclass
from enum import Enum

from audiobook.model.script import Gender
from audiobook.scripting.grammar.name_words import NameWords
from audiobook.scripting.grammar.words import POSSESSIVE, Word
from audiobook.scripting.vocabulary.common_words import DETERMINERS, IRREGULAR_PAST
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.role_words import (
    CROWD_ROLES,
    FIRST_PERSON,
    OBJECT_PRONOUNS,
    POSSESSIVE_PRONOUNS,
    ROLE_GENDER,
    SUBJECT_PRONOUNS,
)
from audiobook.scripting.vocabulary.titles import TITLE_GENDER, WRITTEN_WITH_STOP
from audiobook.scripting.vocabulary.word_sets import word_set

_PARTICLES = word_set("de von van der den la le du di da del della st")
_PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | POSSESSIVE_PRONOUNS
_LONGEST_ROLE_WORDS = 5
_MINE = "my"

THEY = word_set("they them their theirs themself themselves")
"""Pronouns of one person where the book calls somebody so; else of several."""
_ALL_OF_THEM = word_set("all both each")
_OPENERS = _PRONOUNS.keys() | THEY | FIRST_PERSON | DETERMINERS
"""A mention opens with one of them, with a capital letter, or right after its owner."""
_OWNERS = frozenset({POSSESSIVE, _MINE})


class MentionKind(Enum):
    """How somebody is mentioned."""

    NAME = "name"
    PRONOUN = "pronoun"
    FIRST_PERSON = "first person"
    ROLE = "role"
    CROWD = "crowd"
    SOMETHING = "something"
    """What is nobody by itself: a voice, somebody; only ever the subject of a verb of speech."""


@dataclass(slots=True, kw_only=True)
class Mention:
    """Words that point to a person.

    Attributes:
        name: the name as a character bears it ("Mrs. Hall"), the pronoun, or the role's words ("old woman").
        first: index of the first word.
        end: one past the last word; the possessive ending is not included.
        head: the role's noun ("woman"), else the last word of the name; lower case.
        owner: the determiner before a role: "the", "a", "his", "Clark's"; empty for names.
        possessive: a possessive ending follows.
        gender: what the words themselves say.
        whose: the name before a role that a possessive ending owns ("Clark" of "Clark's father").
        subject: set by `clauses`: the mention is the subject of its clause.
    """

    kind: MentionKind
    name: str
    first: int
    end: int
    head: str
    owner: str = ""
    possessive: bool = False
    gender: Gender = Gender.UNKNOWN
    subject: bool = False
    whose: str = ""


def find_mentions(words: tuple[Word, ...], names: NameWords) -> list[Mention]:
    """Every mention in a stretch, in order, none inside another."""
    mentions: list[Mention] = []
    index, count = 0, len(words)
    while index < count:
        text, lower, _ = words[index]
        if lower not in _OPENERS and not text[0].isupper() and (not index or words[index - 1].lower not in _OWNERS):
            index += 1  # nearly every word of a book
            continue
        mention = _mention_at(words, index, names)
        if mention is None:
            index += 1
            continue
        mention.possessive = mention.possessive or (mention.end < count and words[mention.end].lower == POSSESSIVE)
        if mention.kind is MentionKind.ROLE and mention.owner == POSSESSIVE and mentions and mentions[-1].possessive:
            mention.whose = mentions[-1].name if mentions[-1].kind is MentionKind.NAME else ""
        mentions.append(mention)
        index = mention.end
    return mentions


def _mention_at(words: tuple[Word, ...], index: int, names: NameWords) -> Mention | None:
    lower = words[index].lower
    if lower in _PRONOUNS:
        return _pronoun(words, index)
    if names.they and lower in THEY:
        return _they(words, index)
    if lower in FIRST_PERSON and words[index].text not in {"ME", "MY"}:
        return Mention(
            kind=MentionKind.FIRST_PERSON,
            name="I",
            first=index,
            end=index + 1,
            head=lower,
            possessive=lower in {"my", "mine"},
        )
    if words[index].text[0].isupper():
        found = _name(words, index, names)
        if found is not None:
            return found
    if lower in DETERMINERS or (index > 0 and words[index - 1].lower in _OWNERS):
        return _role(words, index, names)
    return None


def _they(words: tuple[Word, ...], index: int) -> Mention | None:
    """A pronoun for one person without a gender; "they all" are several."""
    if index + 1 < len(words) and words[index + 1].lower in _ALL_OF_THEM:
        return None
    lower = words[index].lower
    possessive = lower in {"their", "theirs"}
    return Mention(kind=MentionKind.PRONOUN, name=lower, first=index, end=index + 1, head=lower, possessive=possessive)


def _pronoun(words: tuple[Word, ...], index: int) -> Mention | None:
    lower = words[index].lower
    if lower in POSSESSIVE_PRONOUNS:
        role = _role_after(words, index + 1)
        if role is not None:
            end, head = role
            return _as_role(words, (index + 1, end), head=head, owner=lower, first=index)
    possessive = lower in POSSESSIVE_PRONOUNS and lower != "her"
    return Mention(
        kind=MentionKind.PRONOUN,
        name=lower,
        first=index,
        end=index + 1,
        head=lower,
        possessive=possessive,
        gender=_PRONOUNS[lower],
    )


def _name(words: tuple[Word, ...], index: int, names: NameWords) -> Mention | None:
    end = index
    parts: list[str] = []
    named = False
    while end < len(words):
        text, lower = words[end].text, words[end].lower
        if lower in TITLE_GENDER and text[0].isupper() and not named:
            parts.append(_shown_title(text))
        elif _is_name_word(words, end, names) or (parts and not named and _follows_title(words, end)):
            parts.append(_unshouted(text, names))
            named = True
        elif lower in _PARTICLES and parts and end + 1 < len(words) and _is_name_word(words, end + 1, names):
            parts.append(text)
        else:
            break
        end += 1
    if not parts or not (named or _title_stands_alone(words, index, end)):
        return None
    return Mention(
        kind=MentionKind.NAME,
        name=" ".join(parts),
        first=index,
        end=end,
        head=words[end - 1].lower,
        gender=TITLE_GENDER.get(words[index].lower, Gender.UNKNOWN),
    )


def _is_name_word(words: tuple[Word, ...], index: int, names: NameWords) -> bool:
    text = words[index].text
    if not text[0].isupper():
        return False
    if len(text) == 1:
        return text not in {"I", "A", "O"} and index + 1 < len(words) and words[index + 1].text[0].isupper()
    form = _unshouted(text, names)
    if form in names.anywhere:
        return True
    if form not in names.inside:
        return False
    if index > 0 and (words[index - 1].text[-1].isalpha() or words[index - 1].text == ","):
        return True
    return words[index].lower in GIVEN_NAMES and _may_follow_name(words, index + 1)


def _may_follow_name(words: tuple[Word, ...], index: int) -> bool:
    """Whether a word that opens a sentence is a name by what follows: "Will took", "Will's", not "Will you"."""
    after = words[index].lower if index < len(words) else "."
    return after == POSSESSIVE or after in IRREGULAR_PAST or (after.endswith("ed") and len(after) > 3)


def _follows_title(words: tuple[Word, ...], index: int) -> bool:
    """Any capitalised word after an abbreviated title is a name: Mrs. Hall."""
    text = words[index].text
    return words[index - 1].lower in WRITTEN_WITH_STOP and text[0].isupper() and len(text) > 1 and not text.isupper()


def _unshouted(text: str, names: NameWords) -> str:
    if text.isupper() and len(text) > 1:
        return text.capitalize() if text.capitalize() in names.anywhere else text
    return text


def _shown_title(text: str) -> str:
    return text + "." if text.lower() in WRITTEN_WITH_STOP else text


def _title_stands_alone(words: tuple[Word, ...], first: int, end: int) -> bool:
    """Tell "the General" and "Mother" from a title that belongs to a common phrase."""
    if (
        end - first != 1
        or words[first].lower in WRITTEN_WITH_STOP
        or words[first].lower in {"miss", "lord", "sir", "old"}
    ):
        return False
    return first > 0 and words[first - 1].text[-1].isalpha()


def _role(words: tuple[Word, ...], index: int, names: NameWords) -> Mention | None:
    """A role after a determiner at `index`, or right at it after a possessive."""
    determined = words[index].lower in DETERMINERS
    start = index + 1 if determined else index
    if determined and start < len(words) and words[start].text[0].isupper():
        found = _name(words, start, names)
        if found is not None:
            return None
    role = _role_after(words, start)
    if role is None:
        return None
    end, head = role
    owner = words[index].lower if determined else words[index - 1].lower
    return _as_role(words, (start, end), head=head, owner=owner, first=index)


def _role_after(words: tuple[Word, ...], start: int) -> tuple[int, str] | None:
    """End and noun of a role that starts at `start`: up to four words, the last of them a role."""
    best: tuple[int, str] | None = None
    for index in range(start, min(start + _LONGEST_ROLE_WORDS, len(words))):
        word = words[index]
        if not word.text[0].isalpha() or word.lower in DETERMINERS:
            break
        noun = word.lower.rpartition("-")[2]
        if noun in ROLE_GENDER or noun in CROWD_ROLES:
            best = (index + 1, noun)
        elif best is not None or (word.text[0].isupper() and index > start):
            break
    return best


def _as_role(words: tuple[Word, ...], span: tuple[int, int], *, head: str, owner: str, first: int) -> Mention:
    start, end = span
    return Mention(
        kind=MentionKind.ROLE if head in ROLE_GENDER else MentionKind.CROWD,
        name=" ".join(word.lower for word in words[start:end]),
        first=first,
        end=end,
        head=head,
        owner=owner,
        gender=ROLE_GENDER.get(head, Gender.UNKNOWN),
    )
