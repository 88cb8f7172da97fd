"""Gold: a novel's text, its annotated quotations and its characters, from either form of the corpus.

Knows the compact form (NOVEL.txt, NOVEL.jsonl, NOVEL.chars.json) and a checkout of the Project Dialogism Novel Corpus
(NOVEL/novel_text.txt, quotation_info.csv, character_info.csv). Refuses to know what a system said about it.
"""

import ast
import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

QUOTATION_TYPES = ("explicit", "anaphoric", "implicit", "unknown")
"""How a quotation's speaker is told: by a tag with a name, by a tag without one, by nothing; or not annotated."""

NARRATOR_ALIAS = "_narr"
"""Stands among the aliases of a first-person narrator."""

_LONGEST_FIELD = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCharacter:
    """A character as the corpus lists it.

    Attributes:
        gender: "M", "F", anything else or None if not known.
        category: "major", "intermediate", "minor" or "".
    """

    name: str
    aliases: tuple[str, ...]
    gender: str | None = None
    category: str = ""

    @property
    def all_names(self) -> frozenset[str]:
        """The main name and the aliases."""
        return frozenset((self.name, *self.aliases))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class GoldSpan:
    """One contiguous stretch of speech: `text[start:end]`.

    Attributes:
        quotation: id of the quotation it belongs to; one quotation has one to many spans by one speaker.
        type: one of `QUOTATION_TYPES`.
    """

    start: int
    end: int
    quotation: str
    speaker: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldNovel:
    """A novel with its annotation; spans in reading order."""

    name: str
    text: str
    spans: tuple[GoldSpan, ...]
    characters: tuple[GoldCharacter, ...]


def find_novels(corpus: Path) -> tuple[str, ...]:
    """Name the novels of a corpus folder, in order."""
    compact = {path.name.removesuffix(".chars.json") for path in corpus.glob("*.chars.json")}
    checked_out = {path.parent.name for path in corpus.glob("*/quotation_info.csv")}
    return tuple(sorted(compact | checked_out))


def read_novel(corpus: Path, name: str) -> GoldNovel:
    """Read one novel, whichever form it has."""
    is_compact = (corpus / f"{name}.jsonl").exists()
    return _read_compact(corpus, name) if is_compact else _read_checkout(corpus / name)


def _read_compact(corpus: Path, name: str) -> GoldNovel:
    listed = json.loads((corpus / f"{name}.chars.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in (corpus / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    spans = (
        GoldSpan(start=row["start"], end=row["end"], quotation=row["q"], speaker=row["speaker"], type=row["type"])
        for row in rows
    )
    characters = (
        GoldCharacter(
            name=entry["name"],
            aliases=tuple(entry["aliases"]),
            gender=entry.get("gender"),
            category=entry.get("category", ""),
        )
        for entry in listed
    )
    text = _read_exactly(corpus / f"{name}.txt")
    return GoldNovel(name=name, text=text, spans=tuple(sorted(spans)), characters=tuple(characters))


def _read_checkout(folder: Path) -> GoldNovel:
    characters = tuple(
        GoldCharacter(
            name=row["Main Name"].strip(),
            aliases=tuple(str(alias).strip() for alias in _read_literal(row["Aliases"])),
            gender=row["Gender"],
            category=row["Category"],
        )
        for row in _read_table(folder / "character_info.csv")
    )
    owner: dict[str, str] = {}
    for character in characters:
        for alias in (*character.aliases, character.name):
            owner.setdefault(alias, character.name)
    spans = [span for row in _read_table(folder / "quotation_info.csv") for span in _spans_of_row(row, owner)]
    text = _read_exactly(folder / "novel_text.txt")
    return GoldNovel(name=folder.name, text=text, spans=tuple(sorted(spans)), characters=characters)


def _spans_of_row(row: dict[str, str], owner: dict[str, str]) -> Iterator[GoldSpan]:
    written_type = row["quoteType"].strip().lower()
    speaker = row["speaker"].strip()
    for start, end in _read_literal(row["quoteByteSpans"]):
        yield GoldSpan(
            start=start,
            end=end,
            quotation=row["quoteID"],
            speaker=owner.get(speaker, speaker),
            type=written_type if written_type in QUOTATION_TYPES else "unknown",
        )


def _read_table(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_exactly(path: Path) -> str:
    """Read a text with its newlines as they stand: offsets count them."""
    return path.read_bytes().decode("utf-8")


def _read_literal(written: str) -> list[tuple[int, int]]:
    """Read a Python literal, as the corpus writes its lists; what is none is an empty list."""
    try:
        value = ast.literal_eval(written)
    except (ValueError, SyntaxError):
        return []
    return list(value) if isinstance(value, list | set | tuple) else [value]
