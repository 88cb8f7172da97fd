"""What an element says it is beyond its tag: `epub:type` and ARIA roles, and the names that programs give.

Sources: EPUB 3 Structural Semantics Vocabulary, DPUB-ARIA 1.1; class and id names of Project Gutenberg, Archive of Our
Own and common e-book programs. Refuses to judge words; that is done once a document is cut into pieces.
"""

import re
from collections.abc import Mapping

from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.documents.reasons import CONTENTS, FOOTNOTE, SCREEN_PART

_REASONS: Mapping[str, str] = {
    **dict.fromkeys(("footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"), FOOTNOTE),
    **dict.fromkeys(("toc", "landmarks", "page-list", "pagelist", "loi", "lot", "lov", "loa", "toc-brief"), CONTENTS),
    **dict.fromkeys(("titlepage", "halftitlepage", "halftitle", "fulltitle"), "title page"),
    **dict.fromkeys(("copyright-page", "imprint", "imprimatur"), "copyright and imprint"),
    **dict.fromkeys(("acknowledgments", "acknowledgements"), "acknowledgements"),
    **dict.fromkeys(("credit", "credits", "contributors", "other-credits"), "credits"),
    **dict.fromkeys(("bibliography", "biblioref-list"), "a bibliography"),
    **dict.fromkeys(("navigation", "search", "banner", "contentinfo", "complementary"), SCREEN_PART),
    "colophon": "colophon",
    "cover": "the cover",
    "index": "the index of names and subjects",
    "errata": "a list of errors",
    "keywords": "the index of names and subjects",
}
_NAMED_REASONS: Mapping[str, str] = {
    **dict.fromkeys(
        ("pg-header", "pg-footer", "pg-boilerplate", "pgheader", "pgfooter"), "Project Gutenberg's text around the book"
    ),
    **dict.fromkeys(("transnote", "transnotes", "transcriber", "tnote", "tnotes"), "a transcriber's note"),
    **dict.fromkeys(("footnote", "footnotes", "endnotes", "fnote"), FOOTNOTE),
    **dict.fromkeys(("caption", "figcaption"), "a picture's caption"),
    **dict.fromkeys(("toc", "table-of-contents", "tableofcontents"), CONTENTS),
}
_VERSE = re.compile(
    r"(?:^|[-_ ])(?:verse|verses|poem|poems|poetry|stanza|song|lyrics?|linegroup|lg)(?:$|[-_ \d])", re.IGNORECASE
)
_STANZA = re.compile(r"(?:^|[-_ ])(?:stanza|linegroup|lg)(?:$|[-_ \d])", re.IGNORECASE)
_DROP_CAP = re.compile(
    r"drop[-_]?cap|dropped|lettrine|first[-_]?letter|(?:^|[-_ ])(?:initial|big[-_]?cap|dcap|drop)(?:$|[-_ \d])",
    re.IGNORECASE,
)
_PAGE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:pagenum|pageno|page[-_]?(?:number|num|no|break)|pgnum|pb)(?:$|[-_ \d])", re.IGNORECASE
)
_PAGE_WORDS = re.compile(r"[\[({]?\s*(?:p(?:g|age|\.)?\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})\s*[\])}]?", re.IGNORECASE)
_NOTE_CLASS = re.compile(r"note|fn|ref|sup|anchor", re.IGNORECASE)
_NOTE_PLACE = re.compile(r"(?:sd)?(?:fn|ftn|foot|en\d|edn|endnote|note|rearnote)", re.IGNORECASE)
_MARK = re.compile(r"[\[({]?\s*(?:\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶#]{1,4})\s*[\])}]?", re.IGNORECASE)
_BRACKETED_MARK = re.compile(r"[\[({].*[\])}]|[*†‡§¶#]+")
_ORNAMENT_CLASS = re.compile(
    r"ornament|scene[-_ ]?break|section[-_ ]?break|divider|separator|flourish|fleuron|dinkus|asterism", re.IGNORECASE
)


def types_of(element: Element) -> frozenset[str]:
    """Give what `epub:type` and `role` say, in small letters, "doc-" taken off."""
    said = f"{element.get('epub-type') or ''} {element.get('role') or ''}".lower().split()
    return frozenset(each.removeprefix("doc-").rpartition(":")[2] for each in said)


def names_of(element: Element) -> str:
    """Give the names in `class` and `id`, separated by blanks."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:500].strip()


def note_reason(element: Element) -> str | None:
    """Say why everything in an element is not spoken; None if nothing says so."""
    types = types_of(element)
    found = next((_REASONS[each] for each in sorted(types) if each in _REASONS), None)
    if found:
        return found
    names = names_of(element).lower().split()
    return next(
        (_NAMED_REASONS[each] for each in (name.rstrip("0123456789") for name in names) if each in _NAMED_REASONS), None
    )


def is_verse(element: Element) -> bool:
    """Say whether an element is called a poem or a part of one."""
    return bool(types_of(element) & {"verse", "poem", "song", "hymn", "lyrics"}) or bool(
        _VERSE.search(element.get("class") or "")
    )


def is_stanza(element: Element) -> bool:
    """Say whether an element is called a stanza."""
    return bool(_STANZA.search(element.get("class") or ""))


def is_quotation(element: Element) -> bool:
    """Say whether an element holds what the text quotes: an epigraph, a letter."""
    return element.tag == "blockquote" or bool(types_of(element) & {"epigraph", "letter", "email", "diary", "quote"})


def is_drop_cap(element: Element) -> bool:
    """Say whether an element is called a large first letter."""
    return bool(_DROP_CAP.search(element.get("class") or ""))


def is_ornament(element: Element) -> bool:
    """Say whether a picture is called an ornament between scenes, or is described as one."""
    return bool(_ORNAMENT_CLASS.search(f"{names_of(element)} {element.get('src') or ''} {element.get('alt') or ''}"))


def is_page_number(element: Element) -> bool:
    """Say whether an element is the number of a printed page."""
    if types_of(element) & {"pagebreak", "page-break"}:
        return True
    if element.tag not in {"span", "a", "p", "div", "small", "sup"} or not _PAGE_CLASS.search(names_of(element)):
        return False
    words = text_of(element)
    return not words or _PAGE_WORDS.fullmatch(words) is not None


def is_note_link(element: Element, *, follows_words: bool) -> bool:
    """Say whether a link is a footnote's mark.

    Args:
        element: any element.
        follows_words: visible words stand before it in its block; a mark at the very start leads back from a note.
    """
    if element.tag != "a" or not element.get("href"):
        return False
    if "noteref" in types_of(element):
        return True
    words = text_of(element) if follows_words and "#" in (element.get("href") or "") else ""
    if not words or not _MARK.fullmatch(words):
        return False
    named = bool(_NOTE_CLASS.search(names_of(element))) or bool(
        _NOTE_PLACE.match((element.get("href") or "").partition("#")[2])
    )
    raised = any(True for _ in element.iter("sup")) or _is_raised(element)
    return raised or named or bool(_BRACKETED_MARK.fullmatch(words))


def is_bare_mark(element: Element, *, before: str) -> bool:
    """Say whether a raised number without a link is a footnote's mark: behind a word or a sentence, not a unit ("m²").

    Args:
        element: any element.
        before: the words that stand right before it in its block.
    """
    if element.tag != "sup" or not re.fullmatch(r"[\[(]?(?:\d{1,3}|[*†‡])[\])]?", text_of(element)):
        return False
    return re.search(r"(?:[^\W\d_]{4,}|[.,;:!?…\"”’)\]])$", before) is not None


def _is_raised(element: Element) -> bool:
    above = element.getparent()
    return above is not None and (above.tag == "sup" or bool(re.search(r"\bsup", above.get("class") or "")))
