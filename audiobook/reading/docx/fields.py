"""Fields: text that a word processor fills in, such as contents, page numbers and links.

A field is written as a beginning, its instruction, a separator, its result and an end; fields nest. Most results are
words of the text; those of a few are not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from audiobook.reading.documents.parsing import Element
from audiobook.reading.documents.reasons import CONTENTS, PAGE_NUMBER
from audiobook.reading.docx.names import W, attribute

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("TOC", "TOA", "RD"), CONTENTS),
        **dict.fromkeys(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SECTION"), PAGE_NUMBER),
        "INDEX": "the index of names and subjects",
        "BIBLIOGRAPHY": "a bibliography",
    }
)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows_result: bool = False


def field_reason(instruction: str) -> str | None:
    """Say why a field's result is not spoken; None if it is text like any other."""
    words = instruction[:200].split(maxsplit=1)
    return _REASONS.get(words[0].upper()) if words else None


class FieldStack:
    """The fields that are open at a place in the document."""

    def __init__(self, root: Element) -> None:
        """Look through a text for fields that never end: they would swallow the rest of it, and are not counted."""
        self._unfinished = _unfinished(root.iter(W + "fldChar"))
        self._open: list[_Field] = []

    @property
    def in_instruction(self) -> bool:
        """True where characters are an instruction, not text."""
        return bool(self._open) and not self._open[-1].shows_result

    @property
    def reason(self) -> str | None:
        """Why what stands here is not spoken; the outermost field decides."""
        reasons = (field_reason(each.instruction) for each in self._open if each.shows_result)
        return next((reason for reason in reasons if reason), None)

    def mark(self, element: Element) -> None:
        """Take a `w:fldChar`."""
        kind = attribute(element, "fldCharType")
        if kind == "begin" and element not in self._unfinished:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Take a part of an instruction."""
        if self.in_instruction and len(self._open[-1].instruction) < 1000:
            self._open[-1].instruction += text


def _unfinished(marks: Iterable[Element]) -> frozenset[Element]:
    begun: list[Element] = []
    for mark in marks:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)
