"""Where the text says outright that two names are one person: "Clark has become Superman", "alias", "known as".

Knows turns of phrase; `aliases` decides what follows.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from audiobook.scripting.clauses import Clauses
from audiobook.scripting.mentions import Mention, MentionKind
from audiobook.scripting.passages import PassageKind
from audiobook.scripting.turns import ClausedParagraph
from audiobook.scripting.words import Word

_NARRATED = (
    r"(?:has|have|had|was|is|,)? ?(?:now |since |already )?(?:become|became|becomes|becoming)"
    r"|,? ?(?:who |he |she )?(?:was|is|were|had been) (?:also |now |usually |always |generally |commonly )?"
    r"(?:called|named|nicknamed|known as)"
    r"|,? (?:called|nicknamed|dubbed|christened|known as|also known as|better known as|otherwise known as)"
    r"|,? ?(?:calling|called|calls) (?:himself|herself)"
    r"|'s secret identity(?: was|,)?|,? ?(?:was|is) the secret identity of|,? whose (?:real|true) name (?:was|is)"
)
_ANYWHERE = r"/|,? ?\(?(?:alias|aka|a\.k\.a\.|also known as|better known as)"
_REACH = 6
_SAYS_ONE = re.compile(f"(?:{_NARRATED}|{_ANYWHERE}) ?")
_SAYS_ONE_ANYWHERE = re.compile(f"(?:{_ANYWHERE}) ?")


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
    for before, after in pairwise(named):
        between = clauses.words[before.end : after.first]
        if before.name != after.name and _says_one(before, after, between, clauses):
            quote = " ".join(word.text for word in clauses.words[before.first : after.end])
            found.append((before.name, after.name, f'{after.name} is {before.name}: the text says "{quote}".'))
    for index, mention in enumerate(named):
        antecedent = named[index - 1] if index else None
        if antecedent is not None and antecedent.name != mention.name and _names_pronoun(mention, clauses):
            quote = " ".join(word.text for word in clauses.words[max(0, mention.first - 4) : mention.end])
            found.append(
                (antecedent.name, mention.name, f'{mention.name} is {antecedent.name}: the text says "{quote}".')
            )
    return found


def _names_pronoun(mention: Mention, clauses: Clauses) -> bool:
    """Whether a pronoun gives somebody just named another name: "they knew him as Nightjar", "they called her Wren"."""
    if clauses.stretch.kind is not PassageKind.NARRATION or mention.possessive:
        return False
    before = [word.lower for word in clauses.words[max(0, mention.first - 3) : mention.first]]
    if before[-1:] == ["as"]:
        return before[:-1][-1:] in (["him"], ["her"]) and before[:1][0] in {"knew", "know", "knows", "known"}
    return before[-1:] in (["him"], ["her"]) and before[-2:-1][:1] in (["called"], ["nicknamed"], ["dubbed"], ["named"])


def _says_one(before: Mention, after: Mention, between: tuple[Word, ...], clauses: Clauses) -> bool:
    if not 1 <= len(between) <= _REACH:
        return False
    narrated = clauses.stretch.kind is PassageKind.NARRATION
    phrase = " ".join(word.lower for word in between).replace(" ,", ",").strip()
    pattern = _SAYS_ONE if narrated else _SAYS_ONE_ANYWHERE
    if after.possessive or not pattern.fullmatch(phrase):
        return False
    return not before.possessive or phrase.startswith("'s")
