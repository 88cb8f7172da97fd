"""Subjects of a verb of speech that no name, pronoun or known role gives: "the croupier", "a voice", "somebody".

Knows noun phrases by word order and closed lists; refuses to know who is meant.
"""

from audiobook.model.script import Gender
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.words import Word
from audiobook.scripting.vocabulary.common_words import ADVERBS, AUXILIARIES, CONJUNCTIONS, IRREGULAR_PAST, PREPOSITIONS
from audiobook.scripting.vocabulary.role_words import CROWD_ROLES, NO_PERSONS, PASSING_ROLES, ROLE_GENDER
from audiobook.scripting.vocabulary.speech_verbs import STRONG_SPEECH_VERBS
from audiobook.scripting.vocabulary.word_sets import word_set

_ARTICLES = frozenset({"the", "a", "an"})
_OPENING = (CONJUNCTIONS | ADVERBS) - PREPOSITIONS
_BEFORE_NOUNS = _ARTICLES | {"this", "that", "another", "some", "several"}
_ANYBODY = word_set("it somebody someone everybody everyone anybody anyone nobody another one several they both")
_CHOOSING = word_set("one another several")
_SAYING = word_set(
    """
    said says asked asks cried cries replied replies answered answers whispered whispers shouted shouts exclaimed called
    murmured muttered added yelled screamed growled remarked snapped repeated observed inquired enquired told
    say saying call calling cry crying whisper whispering
    """
)
"""Verbs of speech that nothing but a person is the subject of, even where its noun is none we know."""
_FINITE_SPEECH = (
    frozenset(verb for verb in STRONG_SPEECH_VERBS if verb.endswith("ed") or verb in IRREGULAR_PAST) | _SAYING
) - NO_PERSONS
"""Forms of verbs of speech that are hardly ever a noun inside a description ("the front coach", "a deep voice")."""
_PASSIVE = word_set("was were is are be been being")
_TIMES = word_set(
    "moment while time times day night morning evening minute minutes instant second hour last next same first truth"
)
_RELATIVE = frozenset({"who", "whose", "whom"})
_NO_NOUNS = _RELATIVE | word_set(
    "the a an which that this he she it i we you they him her them me us his my our your their its"
)
_LONGEST_NOUN_PHRASE = 5
_LONGEST_DESCRIPTION = 14


def subject_by_place(clauses: Clauses, index: int, end: int) -> Mention | None:
    """Whoever stands right after a verb of speech ("cried the croupier", "said a voice", "said somebody")."""
    words = clauses.words
    if index >= end:
        return None
    if words[index].lower in _ANYBODY - _BEFORE_NOUNS:
        return _something(words, index, index + 1)
    thing = _thing(clauses, index, end)
    if thing is not None or words[index].lower not in _ARTICLES:
        return thing
    last = _end_of_noun(words, index + 1, min(index + _LONGEST_NOUN_PHRASE, end))
    noun = words[last - 1].lower
    if last == index + 1 or any(word.lower in _TIMES for word in words[index:last]) or noun in ADVERBS:
        return None
    return _role(words, index, last, name=_lower(words[index + 1 : last]))


def described_subject(clauses: Clauses, start: int, end: int) -> tuple[Mention, int] | None:
    """A subject that a verb of speech follows at some distance, and the verb: "the man in the grey coat asked"."""
    words = clauses.words
    while start < end and words[start].lower in _OPENING:
        start += 1
    verb = _verb_of_phrase(words, start, end)
    if verb is None:
        return None
    if words[start].lower in _ANYBODY:
        alone = all(_may_stand_between(word) or word.lower == "else" for word in words[start + 1 : verb])
        chosen = words[start].lower in _CHOOSING and words[start + 1].lower == "of"
        return (_something(words, start, start + 1), verb) if alone or chosen else None
    if words[start].lower not in _BEFORE_NOUNS:
        return None
    thing = _thing(clauses, start, verb)
    if thing is not None:
        return thing, verb
    last = _end_of_noun(words, start + 1, verb)
    noun = words[last - 1].lower
    described = verb
    while described > last and _may_stand_between(words[described - 1]):
        described -= 1
    known = noun in ROLE_GENDER or noun in CROWD_ROLES
    plain = described == last or words[last].lower in PREPOSITIONS
    somebody = known or (plain and words[verb].lower in _SAYING and words[start].lower in _ARTICLES)
    if last == start + 1 or not somebody or any(word.lower in _TIMES for word in words[start:last]):
        return None
    name = _lower(words[start + 1 : described if noun in PASSING_ROLES else last])
    return _role(words, start, last, name=name), verb


def _verb_of_phrase(words: tuple[Word, ...], start: int, end: int) -> int | None:
    """The verb of speech whose subject a phrase without any mark is; the last one where "who" opens a clause in it."""
    found = None
    relative = False
    for at in range(start + 1, min(start + _LONGEST_DESCRIPTION, end)):
        lower = words[at].lower
        if not lower[0].isalpha() or (lower in CONJUNCTIONS and lower not in PREPOSITIONS and not relative):
            break
        relative = relative or lower in _RELATIVE
        if lower in _PASSIVE and not relative:
            break
        if lower in _FINITE_SPEECH and words[at - 1].lower not in _BEFORE_NOUNS | {"to", "of", "in"}:
            found = at
            if not relative:
                break
        elif lower in IRREGULAR_PAST and not relative:
            break
    return found


def _end_of_noun(words: tuple[Word, ...], index: int, end: int) -> int:
    """One past the noun of a phrase whose first word after the article stands at `index`."""
    last = index
    while last < end and words[last].lower.isalpha() and words[last].text.islower():
        lower = words[last].lower
        if lower in PREPOSITIONS or lower in CONJUNCTIONS or lower in _NO_NOUNS or _may_stand_between(words[last]):
            break
        if last > index and lower.endswith(("ing", "ed")) and words[last - 1].lower in ROLE_GENDER:
            break
        last += 1
    return last


def _may_stand_between(word: Word) -> bool:
    return word.lower.endswith("ly") or word.lower in ADVERBS or word.lower in AUXILIARIES


def thing_before(clauses: Clauses, verb: int, start: int) -> Mention | None:
    """What is nobody right before a verb of speech, or whose it is: "a voice called", "Marta's voice called"."""
    words = clauses.words
    noun = verb - 1
    while noun > start and _may_stand_between(words[noun]):
        noun -= 1
    if noun <= start or words[noun].lower not in NO_PERSONS or words[verb].lower not in _SAYING:
        return None
    first = noun
    while first > max(start, noun - _LONGEST_NOUN_PHRASE) and words[first].text[0].isalpha():
        owner = next((mention for mention in clauses.within(first, first + 1) if mention.possessive), None)
        if owner is not None or words[first].lower in {"his", "her"}:
            return owner or next(iter(clauses.within(first, first + 1)), None)
        if words[first].lower in _BEFORE_NOUNS:
            return _something(words, first, noun + 1)
        first -= 1
    owner = next(iter(clauses.within(max(start, first - 1), first)), None)
    return owner if owner is not None and owner.possessive else None


def _thing(clauses: Clauses, start: int, end: int) -> Mention | None:
    """Nobody: a voice or the like; whose it is if the words say so ("the voice of Marta")."""
    words = clauses.words
    if words[start].lower not in _BEFORE_NOUNS:
        return None
    for at in range(start + 1, min(start + _LONGEST_NOUN_PHRASE + 1, end)):
        lower = words[at].lower
        if lower in NO_PERSONS:
            owner = clauses.within(at + 2, at + 3) if words[at + 1 : at + 2] and words[at + 1].lower == "of" else []
            whose = owner[0] if owner and owner[0].kind is MentionKind.NAME and not owner[0].possessive else None
            return whose or _something(words, start, at + 1)
        if lower in PREPOSITIONS or lower in CONJUNCTIONS or (not lower[0].isalpha() and lower != ","):
            return None
    return None


def _something(words: tuple[Word, ...], first: int, end: int) -> Mention:
    noun = words[end - 1].lower
    return Mention(kind=MentionKind.SOMETHING, name=noun, first=first, end=end, head=noun, subject=True)


def _role(words: tuple[Word, ...], first: int, end: int, *, name: str) -> Mention:
    noun = words[end - 1].lower
    if noun == "one":
        return _something(words, first, end)
    return Mention(
        kind=MentionKind.CROWD if noun in CROWD_ROLES else MentionKind.ROLE,
        name=name,
        first=first,
        end=end,
        head=noun,
        owner=words[first].lower,
        gender=ROLE_GENDER.get(noun, Gender.UNKNOWN),
        subject=True,
    )


def _lower(words: tuple[Word, ...]) -> str:
    """Words in lower case, names among them as written."""
    return " ".join(word.text if word.text[0].isupper() else word.lower for word in words)
