"""Downloads of story archives: which parts of them are about the story and not in it.

Knows how Archive of Our Own's downloads (HTML and EPUB) and FanFicFare's are built, and a page of FanFiction.net as a
browser saves it. A page of none of them is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from audiobook.reading.documents.extracted import DocumentFacts
from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.html.elements import HEADINGS
from audiobook.reading.series import read_series

_ABOUT = "the archive's page about the story"
_CHAPTER_NOTES = "the summary and the author's notes before a chapter"
_END_NOTES = "the author's notes after a chapter"
_LAST_PAGE = "the archive's last page"
_END_NOTES_ID = re.compile(r"(?:work_)?endnotes\d*")
_LABEL = re.compile(
    r"(?:chapter )?(?P<end>end )?(?:notes?|summary):?|see the end of the (?:chapter|work) for .{0,40}notes\.?",
    re.IGNORECASE,
)
_AROUND = "the archive's page around the story"
_FAN_FICTION_NET_STORIES = ("storytext", "storycontent")
_NUMBERED_CHAPTER = re.compile(r"\d+\. (?P<title>(?:chapter|prologue|epilogue|part|book)\b.*)", re.IGNORECASE)
_MOST_PARTS = 4
_SECTION_NAME = re.compile(r"section\d{4,}")


@dataclass(frozen=True, kw_only=True)
class StoryArchive:
    """What an archive's download says about its parts.

    Attributes:
        notes: elements in which nothing is spoken, each with the reason.
        headings: headings of chapters that stand inside such elements.
        chapter: the title of the one chapter on the page, which stands outside the story; None if there is none.
    """

    notes: Mapping[Element, str] = field(default_factory=dict)
    headings: frozenset[Element] = frozenset()
    facts: DocumentFacts = field(default_factory=DocumentFacts)
    chapter: str | None = None

    def note_reason(self, element: Element) -> str | None:
        """Say why an element is not spoken; None if the archive says nothing."""
        return self.notes.get(element)

    def is_heading(self, element: Element) -> bool:
        """Say whether an element is a chapter's heading among an archive's notes."""
        return element in self.headings


def recognise_archive(root: Element) -> StoryArchive:
    """Tell whose download a page is, and which parts of it are the archive's."""
    story = next((each for each in root.iter("div") if each.get("id") in _FAN_FICTION_NET_STORIES), None)
    if story is not None:
        return _fan_fiction_net(root, story)
    if _is_archive_of_our_own(root):
        return _archive_of_our_own(root)
    sections = [element for element in root.iter("a") if _SECTION_NAME.fullmatch(element.get("name") or "")]
    contents = next((element for element in root.iter("a") if element.get("name") == "TOCTOP"), None)
    if sections and contents is not None:
        return _fan_fic_fare(root, sections[0])
    if any(_is(body, "fff_titlepage") for body in root.iter("body")):
        series, part = read_series(_fan_fic_fare_field(root, "series"))
        return StoryArchive(facts=DocumentFacts(series=series, series_index=part))
    return StoryArchive()


def _is_archive_of_our_own(root: Element) -> bool:
    """Say whether a page is of this archive, perhaps cut into pieces and its classes numbered by calibre."""
    holds_work = any(_is(element, "userstuff") for element in root.iter("div", "blockquote"))
    return (
        holds_work or _by_id(root, "preface") is not None or any(_is(each, "toc-heading") for each in root.iter("h2"))
    )


def _archive_of_our_own(root: Element) -> StoryArchive:
    notes: dict[Element, str] = {}
    headings: set[Element] = set()
    for element in root.iter("div", "section"):
        name = element.get("id") or ""
        if name == "preface":
            notes[element] = _ABOUT
        elif name == "afterword":
            notes[element] = _LAST_PAGE
        elif _END_NOTES_ID.fullmatch(name):
            notes[element] = _END_NOTES
        elif _is(element, "meta"):
            notes[element] = _CHAPTER_NOTES
            headings |= set(_chapter_headings(element))
    for parent in root.iter("div", "body", "section"):
        notes |= _labelled_notes(parent)
    return StoryArchive(notes=notes, headings=frozenset(headings), facts=_facts(root))


def _labelled_notes(parent: Element) -> Mapping[Element, str]:
    """Find notes by what stands above them, where no class says what they are."""
    notes: dict[Element, str] = {}
    for label, below in pairwise(parent):
        match = _LABEL.fullmatch(text_of(label)) if label.tag in {"p", "div"} and len(label) < _MOST_PARTS else None
        if match is None:
            continue
        reason = _END_NOTES if match["end"] else _CHAPTER_NOTES
        notes[label] = reason
        if below.tag == "blockquote":
            notes[below] = reason
    return notes


def _chapter_headings(meta: Element) -> Iterator[Element]:
    """Yield the chapter's heading; in the preface the same place holds the work's own, an h1."""
    for element in meta.iter(*HEADINGS):
        if element.tag != "h1" and not _is_within(element, "preface"):
            yield element


def _is_within(element: Element, name: str) -> bool:
    above = element.getparent()
    while above is not None:
        if above.get("id") == name:
            return True
        above = above.getparent()
    return False


def _facts(root: Element) -> DocumentFacts:
    preface = _by_id(root, "preface")
    if preface is None:
        return DocumentFacts()
    fields = {
        text_of(term).rstrip(":").lower(): value
        for term, value in zip(preface.iter("dt"), preface.iter("dd"), strict=False)
    }
    series, part = read_series(text_of(fields["series"])) if "series" in fields else (None, None)
    headline = next(preface.iter("h1"), None)
    authors = tuple(text_of(link) for link in preface.iter("a") if link.get("rel") == "author")
    return DocumentFacts(
        title=text_of(headline) if headline is not None else None,
        authors=tuple(dict.fromkeys(authors)),
        language=text_of(fields["language"]) if "language" in fields else None,
        series=series,
        series_index=part,
        publisher="Archive of Our Own",
    )


def _fan_fic_fare(root: Element, first_section: Element) -> StoryArchive:
    """Take everything in front of the first chapter's anchor for FanFicFare's title page and contents."""
    top = first_section
    body = next(root.iter("body"), root)
    while (above := top.getparent()) is not None and above is not body:
        top = above
    notes: dict[Element, str] = {}
    for element in body:
        if element is top:
            break
        notes[element] = _ABOUT
    title, _, author = text_of(next(root.iter("title"), root))[:300].rpartition(" by ")
    series, part = read_series(_fan_fic_fare_field(root, "series"))
    facts = DocumentFacts(title=title or None, authors=(author,) if title else (), series=series, series_index=part)
    return StoryArchive(notes=notes, facts=facts)


def _fan_fic_fare_field(root: Element, name: str) -> str:
    """Give what the title page says behind a label in bold type: in the next cell, or up to the line's end."""
    label = next((each for each in root.iter("b") if text_of(each).rstrip(":").lower() == name), None)
    if label is None:
        return ""
    cell = label.getparent()
    if cell is not None and cell.tag == "td":
        return " ".join(text_of(each) for each in _behind(cell)[:1])
    words = [label.tail or ""]
    for element in _behind(label):
        if element.tag in {"br", "b"}:
            break
        words += [text_of(element), element.tail or ""]
    return "".join(words)


def _behind(element: Element) -> list[Element]:
    """Give what follows an element below the same parent."""
    parent = element.getparent()
    siblings = list(parent) if parent is not None else [element]
    return siblings[siblings.index(element) + 1 :]


def _fan_fiction_net(root: Element, story: Element) -> StoryArchive:
    """Keep the story of a saved page, its title and author, and the chapter's title from the list of chapters."""
    notes: dict[Element, str] = {}
    inner, outer = story, story.getparent()
    while outer is not None and outer.tag != "html":
        notes |= {each: _AROUND for each in outer if each is not inner}
        inner, outer = outer, outer.getparent()
    top = _by_id(root, "profile_top")
    title = next((text_of(each) for each in top.iter("b")), None) if top is not None else None
    links = top.iter("a") if top is not None else ()
    author = next((text_of(each) for each in links if "/u/" in (each.get("href") or "")), None)
    facts = DocumentFacts(title=title or None, authors=(author,) if author else (), publisher="FanFiction.net")
    return StoryArchive(notes=notes, facts=facts, chapter=_chosen_chapter(root))


def _chosen_chapter(root: Element) -> str | None:
    """Give the chapter that the page's list has chosen, without its place if the title counts as well."""
    lists = (each for each in root.iter("select") if each.get("id") == "chap_select")
    options = (option for each in lists for option in each.iter("option") if option.get("selected") is not None)
    chosen = next((text_of(option) for option in options), "")
    counted = _NUMBERED_CHAPTER.fullmatch(chosen)
    return (counted["title"] if counted else chosen) or None


def _by_id(root: Element, name: str) -> Element | None:
    return next((element for element in root.iter("div") if element.get("id") == name), None)


def _is(element: Element, name: str) -> bool:
    return name in (each.rstrip("0123456789") for each in (element.get("class") or "").split())
