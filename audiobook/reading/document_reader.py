"""Reads a document with markup into chapters: the stages from its extracted blocks to its outline, in their order.

Markup says where headings and notes are and the table of contents where chapters open; what they leave open is found
in the words, by the same stages as in a plain text.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from audiobook.language.language_tags import language_tag
from audiobook.model.manuscript import BlockKind, Publication
from audiobook.reading.author_notes import mark_author_notes
from audiobook.reading.capitals import tidy_title
from audiobook.reading.document_contents import PlacedEntry, find_openings, mark_entries, place_entries
from audiobook.reading.document_text import DocumentText, lay_out, marked_heading
from audiobook.reading.documents.extracted import DocumentFacts, ExtractedDocument
from audiobook.reading.frames import mark_end_of_file, mark_gutenberg
from audiobook.reading.front_matter import mark_front_matter
from audiobook.reading.heading_choice import choose_headings, mark_contents
from audiobook.reading.heading_marks import attach_titles, mark_headings
from audiobook.reading.listed_titles import is_made_by_programs, is_unwritten
from audiobook.reading.outline import ChapterDraft, Outline, cut_into_chapters, make_outline, title_of
from audiobook.reading.pieces import HeadingKind, Piece
from audiobook.reading.review_replies import mark_review_replies
from audiobook.reading.source_reading import SourceReading, mark_wordless
from audiobook.reading.title_page import BookFacts, mark_byline, mark_headline, mark_title_page

_ENOUGH_HEADINGS = 3


def read_document(document: ExtractedDocument, *, fallback_title: str) -> SourceReading:
    """Read a document into chapters.

    Args:
        document: as its reader drew it out.
        fallback_title: the book's title as its file name gives it.
    """
    text = lay_out(document)
    said = document.facts
    pieces = mark_end_of_file(mark_gutenberg(text.pieces()))
    entries = place_entries(text, pieces)
    pieces = mark_entries(pieces, entries)
    pieces = mark_front_matter(
        pieces,
        borders={entry.start: entry.title for entry in entries},
        page_of=text.member_index,
        book_title=said.title,
        authors=said.authors,
    )
    pieces, found = _find_headings(pieces, entries, fallback_title=said.title or fallback_title)
    pieces = mark_author_notes(mark_review_replies(attach_titles(pieces)))
    pieces = _join_scene_breaks(text, pieces)
    outline = _make_outline(pieces, entries, book_title=said.title)
    return SourceReading(
        facts=_facts(said, found),
        heading_title=outline.book_title,
        chapters=outline.chapters,
        blocks=tuple(tuple(map(text.block, chapter.pieces)) for chapter in outline.chapters),
        publication=_publication(said),
    )


def _find_headings(
    pieces: tuple[Piece, ...], entries: Sequence[PlacedEntry], *, fallback_title: str
) -> tuple[tuple[Piece, ...], BookFacts]:
    """Find headings by their words where neither markup nor contents give enough, and the title page with them."""
    pieces = tuple(map(mark_wordless, pieces))
    if _has_headings(pieces):
        pieces, author = mark_byline(pieces)
        return pieces, BookFacts(author=author)
    pieces = choose_headings(mark_contents(mark_headings(pieces)))
    if len(entries) > 1:
        pieces, author = mark_byline(pieces)
        return pieces, BookFacts(author=author)
    pieces, facts = mark_title_page(pieces)
    pieces, author = mark_byline(pieces)
    pieces, title = mark_headline(pieces, file_title=fallback_title)
    return pieces, replace(facts, title=facts.title or title, author=facts.author or author)


def _has_headings(pieces: Sequence[Piece]) -> bool:
    """Say whether markup gives the headings of a book: two that count chapters, or several not above all their text."""
    headings = [piece.heading for piece in pieces if piece.kind is BlockKind.HEADING and piece.heading]
    counted = [heading for heading in headings if heading.kind in {HeadingKind.CHAPTER, HeadingKind.NUMERAL}]
    titled = [heading for heading in headings if heading.kind is HeadingKind.NAMELESS]
    return len(titled) >= _ENOUGH_HEADINGS or len(counted) > 1


def _make_outline(pieces: tuple[Piece, ...], entries: Sequence[PlacedEntry], *, book_title: str | None) -> Outline:
    openings = find_openings(pieces, entries, book_title=book_title)
    if openings:
        return Outline(chapters=cut_into_chapters(pieces, openings), book_title=None)
    outline = make_outline(pieces)
    if len(entries) == 1 and len(outline.chapters) == 1 and outline.chapters[0].title is None:
        return replace(outline, chapters=(_titled(outline.chapters[0], entries[0], book_title=book_title),))
    return outline


def _titled(chapter: ChapterDraft, entry: PlacedEntry, *, book_title: str | None) -> ChapterDraft:
    """Give the only chapter, which has no heading, the title that a table of contents has for it."""
    heading = marked_heading(tidy_title(entry.title), level=None)
    title = title_of(heading)
    if is_made_by_programs(entry.title) or title == book_title:
        return chapter
    story = next((index for index, piece in enumerate(chapter.pieces) if piece.kind is not BlockKind.NOTE), 0)
    is_heard = not is_unwritten(heading, chapter.pieces, story)
    return replace(chapter, title=title, unwritten_title=None if is_heard else title)


def _join_scene_breaks(text: DocumentText, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join neighbouring scene breaks of one member to one."""
    joined: list[Piece] = []
    for (kind, _), group in groupby(pieces, key=lambda piece: (piece.kind, text.member_index(piece.start))):
        run = list(group)
        if kind is BlockKind.SCENE_BREAK:
            start, end = run[0].start, run[-1].end
            joined.append(replace(run[0], end=end, text=text.text[start:end]))
        else:
            joined += run
    return tuple(joined)


def _facts(said: DocumentFacts, found: BookFacts) -> BookFacts:
    authors = [tidy_title(author) for author in said.authors]
    return BookFacts(
        title=said.title or found.title,
        author=", ".join(authors) or found.author,
        language=language_tag(said.language or "") or found.language,
    )


def _publication(said: DocumentFacts) -> Publication:
    return Publication(
        series=said.series,
        series_part=said.series_index,
        publisher=said.publisher,
        date=said.date,
        identifier=said.identifier,
        description=said.description,
    )
