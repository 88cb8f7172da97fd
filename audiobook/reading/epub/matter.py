"""Which texts of an EPUB are not the book itself, by what the book calls them: cover, title page, copyright, contents.

Sources: the guide of OPF 2.0.1, the landmarks of EPUB 3, and the file names that FanFicFare and calibre give. What the
words of a text say about it is judged later, for all kinds of documents alike.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from audiobook.reading.documents.reasons import CONTENTS
from audiobook.reading.epub.package import Package, SpineEntry
from audiobook.reading.epub.places import Place

_NOT_LINEAR = "set beside the reading order by the book"
_TYPES: Mapping[str, str] = {
    "cover": "the cover",
    "title-page": "title page",
    "titlepage": "title page",
    "halftitlepage": "title page",
    "toc": CONTENTS,
    "copyright-page": "copyright and imprint",
    "copyright": "copyright and imprint",
    "colophon": "colophon",
    "index": "the index of names and subjects",
    "bibliography": "a bibliography",
    "loi": CONTENTS,
    "lot": CONTENTS,
}
_STEMS = (
    (re.compile(r"(?:cover|coverpage|cover[-_]?page)\d*", re.IGNORECASE), "the cover"),
    (re.compile(r"(?:half)?[-_]?title[-_]?page\d*", re.IGNORECASE), "title page"),
    (re.compile(r"log_page", re.IGNORECASE), "the log of the program that saved the story"),
    (re.compile(r"copyright(?:[-_]?page)?\d*", re.IGNORECASE), "copyright and imprint"),
    (re.compile(r"toc(?:[-_]?page)?|contents|table[-_]?of[-_]?contents", re.IGNORECASE), CONTENTS),
)
_MOST_WORDS = 1500
"""A file of more words holds more than what the book calls it: some books are one file, with every landmark in it."""


def matter_reason(
    entry: SpineEntry,
    package: Package,
    landmarks: Sequence[tuple[str, Place]],
    *,
    words: int,
    linked_words: int,
    is_only_linear: bool,
) -> str | None:
    """Say why nothing in a text is spoken; None if it may be the book itself.

    Args:
        words: in the text;
        linked_words: those of them that are links, as most of a table of contents are.
        is_only_linear: some of the book's texts are in its reading order and others beside it.
    """
    if is_only_linear and not entry.is_linear:
        return _NOT_LINEAR
    if package.nav is not None and entry.item.member == package.nav.member:
        return CONTENTS
    called = [_TYPES[type_] for type_, place in landmarks if type_ in _TYPES and _is_whole(place, entry)]
    stem = PurePosixPath(entry.item.member).stem
    named = [reason for pattern, reason in _STEMS if pattern.fullmatch(stem)]
    reason = next(iter((*called, *named)), None)
    if reason == CONTENTS:
        return reason if linked_words * 3 >= words else None
    return reason if words <= _MOST_WORDS else None


def _is_whole(place: Place, entry: SpineEntry) -> bool:
    return place.member == entry.item.member and not place.fragment
