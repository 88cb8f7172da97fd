"""Script-form lines such as "Ryan: So now all you see is shades of gray?", known by their labels.

Knows how a label looks and which labels are people; refuses to know who the people are.
"""

import re
from collections import Counter
from collections.abc import Sequence

_LABEL = re.compile(
    r"(?P<markup>[_*]{0,3})"
    r"(?P<name>[^\W\d_][\w.'’-]*(?:[ \t]+(?:[^\W_][\w.'’-]*|&|\#\d+)){0,4})"
    r"(?P<direction>[_*]{0,3}[ \t]*(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]))?"
    r"[_*]{0,3}[ \t]*:[_*]{0,3}"
    r"(?P<aside>[ \t]*(?:\([a-z][^()\n]{0,60}\)|\[[a-z][^\[\]\n]{0,60}\]))?"
    r"(?=[ \t\n\r]*[^\s:/])"
)
_HEADS_OF_OTHER_LINES = """
setting note notes time place date scene location summary disclaimer rating warning warnings title author genre
characters character pairing pairings spoilers spoiler feedback archive chapter part act book ps p.s pps a.n an a/n
authors author's nb n.b re subject to from cc bcc fandom category keywords status words word length series language
question answer example remember result results conclusion moral translation beta betas claimer thanks distribution
timeline season episode dedication epigraph website email url http https mailto today tonight tomorrow yesterday
the end fact problem point truth he she it they we you i this that
"""
_NOT_PEOPLE = frozenset(_HEADS_OF_OTHER_LINES.split())
_LONGEST_LABEL = 60
_NO_LETTERS = " \t\r\n*_\"“‘'…."
_OF_A_NAME = frozenset(["of", "the", "de", "von", "van", "der", "la", "le", "du", "di", "da", "and", "&", "at", "in"])


def match_label(text: str) -> re.Match[str] | None:
    """Match the label of a paragraph in script form, whoever it names."""
    match = _LABEL.match(text)
    if match is None or len(match.group("name")) > _LONGEST_LABEL:
        return None
    words = match.group("name").split()
    if words[0].casefold().strip(".") in _NOT_PEOPLE or " ".join(words).casefold() in _NOT_PEOPLE:
        return None
    return match if _looks_like_name(words) else None


def _looks_like_name(words: list[str]) -> bool:
    first, *others = words
    if not first[0].isupper():
        return False
    if first in {"The", "A", "An", "Old", "Young"} and others:
        return all(word[0].isalnum() for word in others)
    return all(word[0].isupper() or word[0].isdigit() or word[0] == "#" or word in _OF_A_NAME for word in others)


class LabelJudge:
    """Decides which labels are people of the story.

    A label is one if the text elsewhere uses it as a name, or if several such lines run as an exchange.
    """

    def __init__(self, paragraphs: Sequence[str]) -> None:
        labels = [match.group("name") if (match := match_label(text)) else None for text in paragraphs]
        self._names = {name for name in labels if name is not None}
        self._in_exchange = _in_exchanges(labels)
        self._named = self._named_elsewhere(paragraphs)

    def is_person(self, name: str, words: str) -> bool:
        """Tell whether a label's name is a person of the story who says the words after it."""
        if name.casefold() in self._in_exchange:
            return True
        starts_like_speech = not words.lstrip(_NO_LETTERS)[:1].islower()
        return starts_like_speech and name.casefold() in self._named

    def _named_elsewhere(self, paragraphs: Sequence[str]) -> set[str]:
        wanted = {name.split()[-1].casefold() for name in self._names}
        if not wanted:
            return set()
        pattern = re.compile(
            r"\b(?:" + "|".join(sorted(map(re.escape, wanted))) + r")\b(?!['’]?\w*\s*:)", re.IGNORECASE
        )
        written: Counter[str] = Counter()
        lower: Counter[str] = Counter()
        for text in paragraphs:
            for found in pattern.findall(text):
                (lower if found.islower() else written)[found.casefold()] += 1
        return {
            name.casefold() for name in self._names if written[last := name.split()[-1].casefold()] > 2 * lower[last]
        }


def _in_exchanges(labels: Sequence[str | None]) -> set[str]:
    """Find labels that answer each other, at least three lines by two people in a row."""
    people: set[str] = set()
    run: list[str] = []
    for label in [*labels, None]:
        if label is not None:
            run.append(label.casefold())
            continue
        counts = Counter(run)
        if len(run) >= 3 and len(counts) >= 2 and max(counts.values()) >= 2:
            people |= set(run)
        run = []
    return people
