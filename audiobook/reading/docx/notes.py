"""Footnotes, endnotes and comments: they stand in parts of their own, and marks in the text lead to them."""

from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.names import W, attribute, children
from audiobook.reading.docx.package import Package

_PARTS = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}


class Notes:
    """The notes of a document; each is given once, however many marks lead to it."""

    def __init__(self, package: Package) -> None:
        """Read the parts.

        Raises:
            ManuscriptError: one cannot be read.
        """
        self._notes: dict[tuple[str, str], Element] = {}
        self._marks = dict.fromkeys(_PARTS, 0)
        for kind, part in _PARTS.items():
            for element in children(package.part(part)):
                if element.tag == W + kind:
                    self._notes.setdefault((kind, attribute(element, "id") or ""), element)

    def take(self, kind: str, mark: Element) -> Element | None:
        """Give the note that a mark leads to, unless it was given before.

        Args:
            kind: "footnote", "endnote" or "comment".
            mark: the reference in the text.
        """
        return self._notes.pop((kind, attribute(mark, "id") or ""), None)

    def next_mark(self, kind: str) -> str:
        """Count a mark and give the number that it shows."""
        self._marks[kind] += 1
        return str(self._marks[kind])
