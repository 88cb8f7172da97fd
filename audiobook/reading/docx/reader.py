"""Reads a DOCX file: one member, its facts, and no table of contents but its headings.

The contents that a word processor prints are as old as their last update; headings are always up to date.
"""

from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.reading.archives import open_archive
from audiobook.reading.documents.extracted import ExtractedDocument
from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.extracting import BodyExtractor
from audiobook.reading.docx.facts import read_facts
from audiobook.reading.docx.names import W, child
from audiobook.reading.docx.notes import Notes
from audiobook.reading.docx.numbering import Numbering
from audiobook.reading.docx.package import Package
from audiobook.reading.docx.styles import StyleTable
from audiobook.reading.docx.survey import survey
from audiobook.reading.regular_files import open_regular_file

_RUNNING_HEAD = "a page header or footer"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read_docx(path: Path) -> ExtractedDocument:
    """Draw out a DOCX file; what it refers to outside itself is not opened.

    Raises:
        ManuscriptError: it cannot be read, is protected by a password, goes beyond the limits, or is no DOCX.
    """
    _refuse_old_word(path)
    with open_archive(path) as archive:
        package = Package(archive, path)
        body = child(package.document, "body")
        if body is None:
            raise ManuscriptError(
                f"{path}: there is no text in it", hint="open it in a word processor and save it again"
            )
        extractor = _extract(package, body, name=path.name)
        return ExtractedDocument(
            members=(extractor.paragraphs.finish(),), facts=read_facts(package, extractor.languages)
        )


def _extract(package: Package, body: Element, *, name: str) -> BodyExtractor:
    styles = StyleTable(package.part("styles"))
    extractor = BodyExtractor(
        root=package.document,
        name=name,
        styles=styles,
        numbering=Numbering(package.part("numbering")),
        notes=Notes(package),
        found=survey(body, styles),
    )
    extractor.extract(body)
    for part in _running_heads(package):
        extractor.extract(part, reason=_RUNNING_HEAD)
    return extractor


def _running_heads(package: Package) -> list[Element]:
    """Give headers and footers with words, each once: they are often written anew for every section."""
    heads = {_words(part): part for kind in ("header", "footer") for part in package.parts(kind)}
    return [part for text, part in heads.items() if any(character.isalpha() for character in text)]


def _words(part: Element) -> str:
    return "".join(each.text or "" for each in part.iter(W + "t"))


def _refuse_old_word(path: Path) -> None:
    with open_regular_file(path) as file:
        if file.read(len(_OLD_WORD)) == _OLD_WORD:
            raise ManuscriptError(
                f"{path}: this is a Word file with a password, or an old one (.doc) under a new name",
                hint="open it in a word processor and save it as .docx without a password",
            )
