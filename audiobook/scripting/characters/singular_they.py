"""Whom a book calls "they": one person named alone, and "they" or "their" with nobody else there to mean.

Knows sentences and the mentions in them; refuses to know who speaks.
"""

from collections import Counter
from collections.abc import Iterable

from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import THEY, Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph
from audiobook.scripting.grammar.words import Word
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.common_words import ADVERBS, AUXILIARIES, PREPOSITIONS
from audiobook.scripting.vocabulary.role_words import CROWD_ROLES
from audiobook.scripting.vocabulary.speech_verbs import STRONG_SPEECH_VERBS
from audiobook.scripting.vocabulary.word_sets import word_set

_ENOUGH = 3
_CLEARLY = 2
"""So many times as often as "he" or "she" must somebody be called "they"."""
_SEVERAL = CROWD_ROLES | word_set("both all each two three four five six several other others together couple pair")


def called_they(paragraphs: Iterable[ClausedParagraph]) -> Counter[str]:
    """How often each name is clearly meant by "they"."""
    votes = Counter[str]()
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            if clauses.stretch.kind is PassageKind.NARRATION:
                votes.update(_called_in(clauses))
    return votes


def mark_they(people: People, votes: Counter[str]) -> None:
    """Take "he" and "she" from those whom the book calls "they"."""
    for person in people.persons:
        count = sum(votes[name] for name in person.names)
        if count >= _ENOUGH and count >= _CLEARLY * person.pronouns:
            person.become_they(f'Called "they" {count} times, as one person.')


def _called_in(clauses: Clauses) -> Iterable[str]:
    """The one person of a sentence whom its own "their", or the next sentence's "They", must mean."""
    words = clauses.words
    alone: Mention | None = None
    for first, end in clauses.stretch.sentences:
        inside = [mention for mention in clauses.within(first, end) if mention.name not in THEY]
        they = [index for index in range(first, end) if words[index].lower in THEY]
        several = any(_are_several(word) for word in words[first : they[0] if they else first])
        if they and not several:
            before = [mention for mention in inside if mention.first < they[0]]
            meant = _only_subject(before, words) if before else alone
            if meant is not None:
                yield meant.name
        if not they or inside:
            alone = _only_subject(inside, words)


def _are_several(word: Word) -> bool:
    """Whether a word looks like several things or people; a verb such as "takes" does so too, and costs one vote."""
    if word.lower in _SEVERAL:
        return True
    lower = word.lower
    known = lower in AUXILIARIES | PREPOSITIONS | ADVERBS or word.text[0].isupper()
    return not known and len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is"))


def _only_subject(mentions: list[Mention], words: tuple[Word, ...]) -> Mention | None:
    """The only one whom a sentence names, if they act or speak in it."""
    first = mentions[0] if mentions else None
    if first is None or first.kind is not MentionKind.NAME or len({mention.name for mention in mentions}) != 1:
        return None
    speaks = first.first > 0 and words[first.first - 1].lower in STRONG_SPEECH_VERBS
    return first if first.subject or speaks else None
