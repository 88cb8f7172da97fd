"""What stands before and after the story of a published book: by its headings, and by what its pages say.

Title pages, copyright, contents, advertisements and the like become notes. Dedications, epigraphs, forewords and
afterwords are the author's words and stay. A doubtful page stays too: losing story is worse than speaking a page more.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audiobook.model.manuscript import BlockKind
from audiobook.reading.pieces import Piece, as_note

_TITLE_PAGE = "title page"
_LATEST_TITLE_PAGE = 6
"""Among so many sections from the first one."""

_BOOKS = r"(?:books|novels|titles|works|stories)"
_WORDS_OF_TITLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the cover", ("(?:front |back )?cover(?: page)?", "umschlag", "couverture", "cubierta")),
    (_TITLE_PAGE, ("title ?page", "half[- ]?title(?: ?page)?", "titelseite", "page de titre", "portada")),
    (
        "copyright and imprint",
        ("copyright(?: page| notice| information)?", "imprint", "impressum", "legal notice", "credits", "colophon"),
    ),
    (
        "the table of contents",
        (
            "(?:table of )?contents",
            "contents page",
            "list of (?:illustrations|figures|tables|maps|plates)",
            "inhalt(?:sverzeichnis)?",
            "table des matières",
            "índice",
            "indice",
        ),
    ),
    (
        "a list of the author's other books",
        (
            rf"(?:also|(?:more|other) {_BOOKS}|{_BOOKS}) (?:available )?(?:by|from) .{{1,60}}",
            "by the same author",
            "also available",
            "du même auteur",
        ),
    ),
    ("what reviewers said", ("(?:advance )?(?:praise|acclaim)(?: (?:for|of) .{1,80})?",)),
    (
        "an advertisement or a newsletter",
        (
            "(?:join|sign up (?:for|to)|subscribe to) .{0,40}(?:newsletter|mailing list|list|club)",
            "(?:my |our |the )?newsletter(?: sign[- ]?up)?",
            "mailing list",
            "(?:stay|keep) in touch",
            "connect with .{1,40}",
            "(?:get )?(?:a|your) free (?:e-?book|book|story|novella).{0,40}",
            "leave a review",
            "thank you for reading",
        ),
    ),
    ("a sample of another book", ("(?:an? )?(?:excerpt|preview|sneak peek|sample) (?:from|of) .{1,80}", "coming soon")),
    (
        "about the author or the making of the book",
        (
            "(?:a note )?about the (?:authors?|publisher|translator|illustrator|editor|narrator|type|typeface)",
            "author bio(?:graphy)?",
            "meet the author",
            "a note on the type",
            "über (?:den autor|die autorin)",
            "à propos de l['’]auteur",
            "sobre (?:el autor|la autora)",
        ),
    ),
    ("acknowledgements", ("acknowledge?ments?", "danksagung", "remerciements", "agradecimientos")),
    ("an index or a bibliography", ("(?:general |subject |name )?index", "bibliography", "works cited")),
    ("footnotes", ("(?:foot|end)?notes?", "anmerkungen", "fußnoten", "notes de bas de page", "notas")),
)
_TITLES = tuple(
    (re.compile(rf"\W*(?:{'|'.join(words)})\W*", re.IGNORECASE), reason) for reason, words in _WORDS_OF_TITLES
)
_ANY_TITLE = re.compile(
    rf"\W*(?:{'|'.join(word for _, words in _WORDS_OF_TITLES for word in words)})\W*", re.IGNORECASE
)
_KEPT = re.compile(r"\W*(?:dedication|epigraph|foreword|preface|introduction|prologue)\W*", re.IGNORECASE)
_MOST_WORDS_OF_TITLED = 6000
_MOST_WORDS_OF_PAGE = 600
_STORY_WORDS = 400
_MOST_WORDS_OF_TITLE_PAGE = 60
_COPYRIGHT_WORDS = re.compile(
    r"all rights reserved|©|\bcopyright\b|\bisbn\b|first published|published (?:by|in)|work of fiction"
    r"|library of congress|no part of this|cover (?:design|art|image)|alle rechte vorbehalten|tous droits réservés"
    r"|printed in",
    re.IGNORECASE,
)
_ADVERTISEMENT_WORDS = re.compile(
    r"newsletter|mailing list|sign up|subscribe|leave (?:a|an honest) review|free (?:e-?)?book"
    r"|follow (?:me|us|the author) on|click here|available now|visit (?:us|my website|www)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|net)\b|click|sign up", re.IGNORECASE)
_JOINING_WORDS = frozenset({"and", "by", "with", "von", "par", "por"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """Pieces from one border to the next: a file, a heading, a line of the table of contents.

    Attributes:
        titles: what it is called: by the table of contents, by its heading.
        words: spoken so far.
    """

    pieces: tuple[Piece, ...]
    titles: tuple[str, ...]
    words: int


def mark_front_matter(
    pieces: Sequence[Piece],
    *,
    borders: dict[int, str],
    page_of: Callable[[int], int],
    book_title: str | None,
    authors: Sequence[str],
) -> tuple[Piece, ...]:
    """Turn what is not story, before and after it, into notes.

    Args:
        pieces: of the whole document.
        borders: first code point of the pieces to which the table of contents leads, and what it calls them.
        page_of: the number of the file that a code point lies in.
        book_title: None if nobody said.
        authors: in order.
    """
    sections = list(_sections(pieces, borders, page_of))
    story = [number for number, section in enumerate(sections) if section.words >= _STORY_WORDS]
    first, last = (story[0], story[-1]) if story else (len(sections), -1)
    listed = {_key(title) for title in borders.values()}
    marked: list[Piece] = []
    reasons: list[str | None] = []
    for number, section in enumerate(sections):
        reason = _titled_reason(section) or _contents_reason(section, listed)
        if reason is None and (number < first or number > last) and story:
            reason = _page_reason(section)
        if reason is None and number < min(first, _LATEST_TITLE_PAGE):
            reason = _title_page_reason(section, book_title, authors, follows=reasons[-1:] == [_TITLE_PAGE])
        reasons.append(reason)
        marked += (as_note(piece, reason) if reason and _may_silence(piece) else piece for piece in section.pieces)
    return tuple(marked)


def _may_silence(piece: Piece) -> bool:
    return piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}


def _sections(pieces: Sequence[Piece], borders: dict[int, str], page_of: Callable[[int], int]) -> list[_Section]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        before = groups[-1][-1] if groups else None
        opens_heading = piece.kind is BlockKind.HEADING and before is not None and before.kind is not BlockKind.HEADING
        new_page = before is None or page_of(before.start) != page_of(piece.start)
        opens_heading = opens_heading or (piece.kind is BlockKind.HEADING and _KEPT.fullmatch(piece.text) is not None)
        if new_page or opens_heading or piece.start in borders:
            groups.append([])
        groups[-1].append(piece)
    return [_section(tuple(group), borders.get(group[0].start)) for group in groups]


def _section(pieces: tuple[Piece, ...], listed: str | None) -> _Section:
    seen = next((piece for piece in pieces if piece.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}), None)
    headline = " ".join(seen.text.strip("*_ ").split()) if seen and len(seen.text) <= 100 else None
    words = sum(len(piece.text.split()) for piece in pieces if piece.kind is BlockKind.PARAGRAPH)
    return _Section(pieces=pieces, titles=tuple(title for title in (listed, headline) if title), words=words)


def _titled_reason(section: _Section) -> str | None:
    if section.words > _MOST_WORDS_OF_TITLED:
        return None
    titles = [title for title in section.titles if _ANY_TITLE.fullmatch(title)]
    return next((reason for title in titles for pattern, reason in _TITLES if pattern.fullmatch(title)), None)


def _contents_reason(section: _Section, listed: set[str]) -> str | None:
    """Recognise a page that is the table of contents again, whatever it is called."""
    prose = [piece for piece in section.pieces if piece.kind is BlockKind.PARAGRAPH]
    entries = sum(_key(piece.text) in listed for piece in prose)
    return "the table of contents" if entries >= 3 and entries * 10 >= len(prose) * 7 else None


def _page_reason(section: _Section) -> str | None:
    """Judge a page before or after the story by its words."""
    if not 0 < section.words <= _MOST_WORDS_OF_PAGE:
        return None
    text = " ".join(piece.text for piece in section.pieces)
    if len({match.lower() for match in _COPYRIGHT_WORDS.findall(text)}) >= 2:
        return "copyright and imprint"
    if _ADVERTISEMENT_WORDS.search(text) and _ADDRESS.search(text):
        return "an advertisement or a newsletter"
    return None


def _title_page_reason(
    section: _Section, book_title: str | None, authors: Sequence[str], *, follows: bool
) -> str | None:
    """Recognise a page that says little more than the book's title, with or without its author.

    Args:
        follows: what stands before it is a title page, which a heading for the author may have cut in two.
    """
    text = " ".join(piece.text for piece in section.pieces if _may_silence(piece))
    words = _WORD.findall(text.casefold())
    title = _WORD.findall((book_title or "").casefold())
    if len(words) > _MOST_WORDS_OF_TITLE_PAGE:
        return None
    named = any(_holds(words, _WORD.findall(author.casefold())) for author in authors)
    if _says_only_who_and_when(words, authors) or (follows and named):
        return _TITLE_PAGE
    if not title or not _holds(words, title):
        return None
    rest = [word for word in words if word not in _JOINING_WORDS]
    return _TITLE_PAGE if named or len(rest) <= len(title) else None


def _says_only_who_and_when(words: Sequence[str], authors: Sequence[str]) -> bool:
    """Say whether words are an author's name, a date, or both: lines of a title page that a heading parts from it."""
    names = {word for author in authors for word in _WORD.findall(author.casefold())}
    others = [word for word in words if word not in names and word not in _JOINING_WORDS]
    is_dated = any(len(word) == 4 and word.isdecimal() for word in words)
    return bool(words) and all(word.isdecimal() and is_dated for word in others)


def _holds(words: Sequence[str], row: Sequence[str]) -> bool:
    length = len(row)
    return length > 0 and any(list(words[at : at + length]) == list(row) for at in range(len(words) - length + 1))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text[:200].casefold()))
