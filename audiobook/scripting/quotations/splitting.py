"""Chapters split before: their passages, kept under everything that splitting reads.

Knows keys and the shape of what is kept; refuses to know files and how a chapter is split.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise

from audiobook.model.quotation_marks import QuotationMarks
from audiobook.scripting.quotations.conventions import Convention
from audiobook.scripting.quotations.passages import Passage, PassageKind

KeptPassage = tuple[int, int, int, int]
"""Index of the kind, start and end within the paragraph, whether it continues."""

KeptChapter = Sequence[Sequence[KeptPassage]]
"""The passages of every paragraph of a chapter."""

_KINDS = tuple(PassageKind)
_KIND_INDEX = {kind: index for index, kind in enumerate(_KINDS)}


def chapter_key(texts: Sequence[str], convention: Convention, labels: Sequence[bool]) -> str:
    """Digest what the splitting of a chapter reads.

    Args:
        texts: its paragraphs.
        convention: how it marks speech.
        labels: which of its labels are people, which the whole book decides.
    """
    digest = blake2b(digest_size=16)
    for part in (repr((convention, labels)), *texts):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class Splitting:
    """How a book is to be split, and the chapters that were split before; takes note of those it has now."""

    def __init__(
        self, *, marks: QuotationMarks = QuotationMarks.AUTO, known: Mapping[str, KeptChapter] | None = None
    ) -> None:
        self.marks = marks
        self._known = known or {}
        self._kept: dict[str, KeptChapter] = {}

    @property
    def kept(self) -> Mapping[str, KeptChapter]:
        """The chapters of this run by their keys, and none of an earlier one that it had no use for."""
        return self._kept

    def recall(self, key: str, texts: Sequence[str]) -> list[tuple[Passage, ...]] | None:
        """Return the passages of every paragraph; None if this chapter was not split before, or what is kept is odd."""
        chapter = self._known.get(key)
        if chapter is None or len(chapter) != len(texts):
            return None
        if not all(_fits(rows, len(text)) for rows, text in zip(chapter, texts, strict=True)):
            return None
        return [
            tuple(
                Passage(kind=_KINDS[kind], start=start, end=end, continues=bool(continues))
                for kind, start, end, continues in rows
            )
            for rows in chapter
        ]

    def keep(self, key: str, chapter: Sequence[Sequence[Passage]]) -> None:
        """Keep a chapter for the next run."""
        self._kept[key] = [
            [(_KIND_INDEX[each.kind], each.start, each.end, int(each.continues)) for each in passages]
            for passages in chapter
        ]


def _fits(rows: Sequence[KeptPassage], length: int) -> bool:
    """Whether the passages are in order, disjoint and inside their paragraph."""
    spans = [(start, end) for _, start, end, _ in rows]
    return (
        all(0 <= kind < len(_KINDS) for kind, _, _, _ in rows)
        and all(0 <= start < end <= length for start, end in spans)
        and all(before[1] <= after[0] for before, after in pairwise(spans))
    )
