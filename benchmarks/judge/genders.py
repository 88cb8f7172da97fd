"""Genders of voices: whether leading characters speak with a voice of the gender that the corpus gives them.

Knows lines, gold speakers and gold genders; refuses to know how voices are chosen.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from judge.coverage import Answer, Coverage
from judge.gold import GoldNovel

LEADING_LINES = 20
_LABELS = {"M": "male", "F": "female"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderedLead:
    """A speaker of a system with many lines, beside whom they are in the corpus.

    Attributes:
        name: as the system writes it.
        gold: as the corpus names whoever says most of these lines.
        gender: "male" or "female", as the corpus labels them.
        found: the gender that the system tells; "unknown" if none.
        voice: the gender of the voice that the system gives.
    """

    name: str
    gold: str
    gender: str
    lines: int
    found: str
    voice: str


def find_leads(
    novel: GoldNovel, answers: Iterable[Answer], found: Callable[[str], str], voice: Callable[[str], str]
) -> tuple[GenderedLead, ...]:
    """List every speaker with `LEADING_LINES` or more whose gender the corpus labels, most lines first.

    Args:
        novel: with its gold.
        answers: the system's lines.
        found: gives the gender that a system tells of a speaker,
        voice: and that of the voice it gives them.
    """
    given = tuple(answers)
    coverage = Coverage(novel, given)
    meant: dict[str, Counter[str | None]] = {}
    for answer in given:
        if answer.speaker is not None:
            meant.setdefault(answer.speaker, Counter())[coverage.gold_speaker(answer)] += 1
    labels = {character.name: _LABELS.get(character.gender or "") for character in novel.characters}
    leads = []
    for name, speakers in meant.items():
        gold = next((one for one, _ in speakers.most_common() if one is not None), None)
        label = labels.get(gold or "")
        if gold is not None and label is not None and speakers.total() >= LEADING_LINES:
            leads.append(
                GenderedLead(
                    name=name, gold=gold, gender=label, lines=speakers.total(), found=found(name), voice=voice(name)
                )
            )
    return tuple(sorted(leads, key=lambda lead: -lead.lines))
