"""Where the text says outright that two names are one person: "Clark has become Superman", "alias", "known as".

Knows turns of phrase; `aliases` decides what follows.
"""

from collections.abc import Iterable

from audiobook.scripting.clauses import Clauses
from audiobook.scripting.mentions import Mention, MentionKind
from audiobook.scripting.passages import PassageKind
from audiobook.scripting.turns import ClausedParagraph
from audiobook.scripting.words import Word

_BECOMING = frozenset("became become becomes becoming".split())
_NAMING = frozenset("alias aka called named nicknamed christened dubbed".split())
_KNOWN = (
    "known as",
    "better known as",
    "known to",
    "calling himself",
    "calling herself",
    "called himself",
    "called herself",
)
_REACH = 6


def told_aliases(paragraphs: Iterable[ClausedParagraph]) -> list[tuple[str, str, str]]:
    """Pairs of names that the text calls one person, with the sentence that says so."""
    pairs: list[tuple[str, str, str]] = []
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            pairs += _pairs(clauses)
    return pairs


def _pairs(clauses: Clauses) -> list[tuple[str, str, str]]:
    named = [mention for mention in clauses.mentions if mention.kind is MentionKind.NAME]
    found = []
    for before, after in zip(named, named[1:], strict=False):
        between = clauses.words[before.end : after.first]
        if before.name != after.name and _says_one(before, after, between, clauses):
            quote = " ".join(word.text for word in clauses.words[before.first : after.end])
            found.append((before.name, after.name, f'{after.name} is {before.name}: the text says "{quote}".'))
    return found


def _says_one(before: Mention, after: Mention, between: tuple[Word, ...], clauses: Clauses) -> bool:
    words = [word.lower for word in between]
    if words == ["/"]:
        return True
    if not 1 <= len(words) <= _REACH or any(word in {".", "?", "!", ";"} for word in words):
        return False
    narrated = clauses.stretch.kind is PassageKind.NARRATION
    last = words[-1]
    if narrated and last in _BECOMING:
        return before.subject and not before.possessive
    phrase = " ".join(words)
    if "secret identity" in phrase and after.possessive is False:
        return before.possessive or phrase.startswith(("'s", "is", "was"))
    if last in _NAMING:
        return not before.possessive and (words[0] in {",", "alias", "aka", "("} or "was" in words or "is" in words)
    return any(phrase.endswith(known) for known in _KNOWN) and not before.possessive
