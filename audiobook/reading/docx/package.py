"""The parts of a DOCX file: which member holds the text, which the styles, notes and pictures (ECMA-376 part 2)."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.reading.archives import Archive
from audiobook.reading.documents.parsing import Element, local_name, parse_xml

_ROOT_RELATIONS = "_rels/.rels"
_USUAL_DOCUMENT = "word/document.xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""Strict documents use other namespaces for the same elements."""
_NOT_WORD = {"workbook": "a spreadsheet", "presentation": "a set of slides"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A part that another part refers to.

    Attributes:
        kind: the last word of its type, for example "styles" or "image".
        target: the member's name; None if it lies outside the file, where nothing is ever fetched.
    """

    id: str
    kind: str
    target: str | None


class Package:
    """An open DOCX file."""

    def __init__(self, archive: Archive, path: Path) -> None:
        """Find the part that holds the text.

        Raises:
            ManuscriptError: there is none, or it is no text document.
        """
        self._archive = archive
        self._path = path
        self._folded = {name.casefold(): name for name in archive.names}
        self._root_relations = self._relations(_ROOT_RELATIONS, base="")
        self._document_name = self._find_document()
        self.document = self._parse(self._document_name)
        if local_name(self.document) != "document":
            what = _NOT_WORD.get(local_name(self.document), f'no text document but "{local_name(self.document)}"')
            raise ManuscriptError(
                f"{path}: this is {what}", hint="save the story as a text document (.docx) or as plain text"
            )
        folder, name = posixpath.split(self._document_name)
        relations = self._relations(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels", base=folder)
        self.relations: Mapping[str, Relation] = {relation.id: relation for relation in relations}

    def part(self, kind: str) -> Element | None:
        """Parse the first part of a kind that the text refers to; None if there is none.

        Raises:
            ManuscriptError: it cannot be read.
        """
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        """Parse the parts of a kind that the text refers to, each once, in the order of their names.

        Raises:
            ManuscriptError: one cannot be read.
        """
        targets = {each.target for each in self.relations.values() if each.kind == kind and each.target}
        for target in sorted(targets):
            if self._member(target) is not None:
                yield self._parse(target)

    def properties(self) -> Element | None:
        """Parse what the file says of its title and author; None if it says nothing.

        Raises:
            ManuscriptError: it cannot be read.
        """
        target = next((each.target for each in self._root_relations if each.kind == "core-properties"), None)
        return self._parse(target) if target and self._member(target) is not None else None

    def picture(self, relation_id: str) -> tuple[str, bytes] | None:
        """Read a picture: its member's name and its bytes; None if it is not in the file.

        Raises:
            ManuscriptError: it cannot be read.
        """
        relation = self.relations.get(relation_id)
        member = self._member(relation.target) if relation and relation.kind == "image" and relation.target else None
        return (member, self._archive.read(member)) if member is not None else None

    def _find_document(self) -> str:
        named = next((each.target for each in self._root_relations if each.kind == "officeDocument"), None)
        found = self._member(named or _USUAL_DOCUMENT)
        if found is None:
            raise ManuscriptError(
                f"{self._path}: there is no text document in it (member {named or _USUAL_DOCUMENT} is missing)",
                hint="open it in a word processor and save it as .docx",
            )
        return found

    def _member(self, name: str) -> str | None:
        """Find a member; names of parts do not differ by capitals alone (ECMA-376 part 2, 6.2.2.3)."""
        return name if name in self._archive else self._folded.get(name.casefold())

    def _relations(self, name: str, *, base: str) -> tuple[Relation, ...]:
        member = self._member(name)
        root = self._parse(member) if member is not None else ()
        return tuple(_relation(each, base=base) for each in root if local_name(each) == "Relationship")

    def _parse(self, name: str) -> Element:
        data = self._archive.read(self._member(name) or name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return parse_xml(data, name=f"{self._path}/{name}")


def _relation(element: Element, *, base: str) -> Relation:
    target = element.get("Target") or ""
    outside = (element.get("TargetMode") or "").lower() == "external" or not target
    joined = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
    return Relation(
        id=element.get("Id") or "",
        kind=(element.get("Type") or "").rpartition("/")[2],
        target=None if outside else joined,
    )
