"""A short story of our own with gold speakers, in the forms of the corpus."""

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path

from judge.coverage import Answer
from judge.gold import GoldCharacter, GoldNovel, GoldSpan

_SPEECH = re.compile(r"\{(?P<id>\w+) (?P<speaker>[^:]+): (?P<type>\w+) \| (?P<words>[^}]*)\}")

CHARACTERS = (
    GoldCharacter(name="Anna Field", aliases=("Anna", "Miss Field", "Field"), gender="F", category="major"),
    GoldCharacter(name="Piet Field", aliases=("Piet", "Mr. Field", "Field"), gender="M", category="major"),
    GoldCharacter(name="Captain Rowe", aliases=("the captain",), gender="M", category="intermediate"),
    GoldCharacter(name="The Ferryman", aliases=("_narr",), gender="M", category="minor"),
    GoldCharacter(name="Rowe", aliases=(), gender="M", category="minor"),
)

STORY = """\
The ferry left at nine. "{q0 Anna Field: explicit | Is it far?}" asked Anna.

"{q1 Piet Field: anaphoric | An hour,}" he said. "{q1 Piet Field: anaphoric | Two, when the wind is against us.}"

"{q2 Anna Field: implicit | You're joking.}"

"{q3 Piet Field: implicit | I never joke about the river. Ask the captain what the river did to his brother.}"

"{q4 Captain Rowe: explicit | Nothing,}" said Captain Rowe. "{q4 Captain Rowe: explicit | He fell in by himself.}"

They laughed, all of them, for some time, and the "river" said nothing.

"{q5 The Ferryman: anaphoric | Mind the rope,}" I said.

"{q6 Anna Field: implicit | 'Mind the rope,' he says!}" Anna took hold of it. "{q6 Anna Field: implicit | There.}"

"{q7 Captain Rowe: implicit | Good.}"

He looked over the rail. "{q8 Captain Rowe: anaphoric | Very good indeed.}"
"""


def marked_up(story: str, *, name: str = "Ferry", characters: Sequence[GoldCharacter] = CHARACTERS) -> GoldNovel:
    """Read a story in which each speech is written {id speaker: type | words}."""
    text, spans, last = "", [], 0
    for match in _SPEECH.finditer(story):
        text += story[last : match.start()]
        start = len(text)
        text += match["words"]
        spans.append(
            GoldSpan(start=start, end=len(text), quotation=match["id"], speaker=match["speaker"], type=match["type"])
        )
        last = match.end()
    return GoldNovel(name=name, text=text + story[last:], spans=tuple(spans), characters=tuple(characters))


def ferry() -> GoldNovel:
    """The story above."""
    return marked_up(STORY)


def gold_answers(novel: GoldNovel) -> list[Answer]:
    """What a system would say that knows everything."""
    return [Answer(start=span.start, end=span.end, speaker=span.speaker) for span in novel.spans]


def write_compact(novel: GoldNovel, corpus: Path) -> None:
    """Write a novel in the compact form."""
    rows = [
        {"q": span.quotation, "start": span.start, "end": span.end, "speaker": span.speaker, "type": span.type}
        for span in novel.spans
    ]
    characters = [
        {"name": one.name, "aliases": list(one.aliases), "gender": one.gender, "category": one.category}
        for one in novel.characters
    ]
    (corpus / f"{novel.name}.txt").write_bytes(novel.text.encode())
    (corpus / f"{novel.name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (corpus / f"{novel.name}.chars.json").write_text(json.dumps(characters), encoding="utf-8")


def write_checkout(novel: GoldNovel, corpus: Path) -> None:
    """Write a novel as a checkout of the Project Dialogism Novel Corpus has it."""
    folder = corpus / novel.name
    folder.mkdir()
    (folder / "novel_text.txt").write_bytes(novel.text.encode())
    characters = [[one.name, repr(set(one.aliases)), one.gender, one.category] for one in novel.characters]
    _write_csv(folder / "character_info.csv", ["Main Name", "Aliases", "Gender", "Category"], characters)
    quotations: dict[str, list[GoldSpan]] = {}
    for span in novel.spans:
        quotations.setdefault(span.quotation, []).append(span)
    rows = [
        [id_, spans[0].speaker, spans[0].type.title(), repr([[span.start, span.end] for span in spans])]
        for id_, spans in quotations.items()
    ]
    _write_csv(folder / "quotation_info.csv", ["quoteID", "speaker", "quoteType", "quoteByteSpans"], rows)


def _write_csv(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str | None]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
