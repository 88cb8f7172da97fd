"""Reads an HTML file: one member, its facts, and no table of contents but its headings, or its place in a serial."""

from pathlib import Path

from audiobook.reading.documents.extracted import ExtractedDocument, OutlineEntry
from audiobook.reading.documents.files import read_whole
from audiobook.reading.documents.parsing import Element, parse_page, text_of
from audiobook.reading.html.extracting import extract_page
from audiobook.reading.html.facts import read_facts
from audiobook.reading.html.story_archives import recognise_archive
from audiobook.reading.html.styles import StyleSheet
from audiobook.reading.html.survey import survey


def read_html(path: Path) -> ExtractedDocument:
    """Draw out an HTML file; what it refers to (pictures, style sheets, scripts) is not opened.

    Raises:
        ManuscriptError: it cannot be read, is too large, or is no HTML.
    """
    root = parse_page(read_whole(path), name=path.name)
    found = survey(root)
    note_ids = [link.partition("#")[2] for link in found.note_links if link.startswith("#")]
    member = extract_page(root, found, name=path.name, sheet=StyleSheet(_inner_sheets(root)), note_ids=note_ids)
    chapter = recognise_archive(root).chapter
    outline = (OutlineEntry(title=chapter, level=1, member=member.name, offset=0),) if chapter is not None else ()
    return ExtractedDocument(members=(member,), facts=read_facts(root), outline=outline)


def _inner_sheets(root: Element) -> list[str]:
    return [text_of(element) for element in root.iter("style")]
