"""Reads plain text and Markdown: the stages from a decoded source to its chapters, in their order.

Every stage takes the pieces and gives them back with more known about them. None may lose one: together they cover
everything but white space.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain, groupby

from audiobook.language.language_tags import language_tag
from audiobook.model.labelled_script import read_first_line
from audiobook.model.manuscript import Block, BlockKind, Publication, SourceFormat, SourceText
from audiobook.reading.archive_copies import mark_archive_copy
from audiobook.reading.author_notes import mark_author_notes
from audiobook.reading.capitals import tidy_title
from audiobook.reading.fields import read_field
from audiobook.reading.frames import mark_end_of_file, mark_gutenberg
from audiobook.reading.heading_choice import choose_headings, mark_contents
from audiobook.reading.heading_marks import attach_titles, mark_headings
from audiobook.reading.kept_lines import mark_kept_lines
from audiobook.reading.lines import split_into_lines
from audiobook.reading.markdown import front_matter_fields, mark_markup
from audiobook.reading.outline import make_outline
from audiobook.reading.paragraphs import detect_layout, detect_markdown_layout, split_into_pieces
from audiobook.reading.pieces import Piece
from audiobook.reading.review_replies import mark_review_replies
from audiobook.reading.series import read_series
from audiobook.reading.source_reading import SourceReading, mark_wordless
from audiobook.reading.title_page import (
    BookFacts,
    mark_byline,
    mark_headline,
    mark_inner_title_pages,
    mark_title_page,
)

_HEADER_PIECES = 40
_TITLE_LABELS = ("title", "story", "story title")
_AUTHOR_LABELS = ("author", "by", "written by", "penname", "pen name")


def format_of(text: str, *, suffix: str) -> SourceFormat:
    """Tell how a source is written, by its first line and its file's extension."""
    first = read_first_line(text)
    if first is not None and first.is_readable:
        return SourceFormat.LABELLED
    return SourceFormat.MARKDOWN if suffix.lower() in {".md", ".markdown", ".mdown"} else SourceFormat.PLAIN


def read_source(source: SourceText, *, fallback_title: str) -> SourceReading:
    """Read one plain or Markdown source into chapters.

    Args:
        source: one decoded file.
        fallback_title: the book's title as its file name gives it; a title page that comes again is known by it.
    """
    pieces = _paragraphs(source)
    pieces, copied = mark_archive_copy(mark_end_of_file(mark_gutenberg(pieces)))
    pieces = choose_headings(mark_contents(mark_headings(pieces)))
    pieces = tuple(map(mark_wordless, pieces))
    pieces, facts = mark_title_page(pieces)
    pieces, author = mark_byline(pieces)
    pieces, title = mark_headline(pieces, file_title=fallback_title)
    pieces = attach_titles(pieces)
    pieces = mark_author_notes(mark_review_replies(pieces))
    fields = _fields(source, pieces)
    said = replace(facts, title=copied.title or facts.title or title, author=copied.author or facts.author or author)
    facts = _complete(said, fields)
    pieces = mark_inner_title_pages(pieces, title=facts.title or fallback_title)
    pieces = mark_kept_lines(pieces)
    outline = make_outline(_join_scene_breaks(source.text, pieces))
    return SourceReading(
        facts=facts,
        heading_title=outline.book_title,
        chapters=outline.chapters,
        blocks=tuple(tuple(_block(source, piece) for piece in chapter.pieces) for chapter in outline.chapters),
        publication=_publication(fields),
    )


def _paragraphs(source: SourceText) -> tuple[Piece, ...]:
    lines = split_into_lines(source.text)
    is_markdown = source.format is SourceFormat.MARKDOWN
    layout = detect_markdown_layout(source.text, lines) if is_markdown else detect_layout(source.text, lines)
    pieces = split_into_pieces(source.text, lines, layout=layout)
    return mark_markup(source.text, pieces) if is_markdown else pieces


def _fields(source: SourceText, pieces: tuple[Piece, ...]) -> Mapping[str, str]:
    fields = _fields_at_start(pieces)
    return fields | front_matter_fields(source.text) if source.format is SourceFormat.MARKDOWN else fields


def _publication(fields: Mapping[str, str]) -> Publication:
    series, part = read_series(fields.get("series") or "")
    return Publication(series=series, series_part=part)


def _complete(facts: BookFacts, fields: Mapping[str, str]) -> BookFacts:
    """Let explicit fields ("Title: ...", front matter) win over what the title page suggests."""
    title = next((fields[label] for label in _TITLE_LABELS if fields.get(label)), None)
    author = next((fields[label] for label in _AUTHOR_LABELS if fields.get(label)), None)
    return BookFacts(
        title=tidy_title(title) if title else facts.title,
        author=tidy_title(author) if author else facts.author,
        language=language_tag(fields.get("language") or fields.get("lang") or ""),
    )


def _fields_at_start(pieces: tuple[Piece, ...]) -> dict[str, str]:
    fields: dict[str, str] = {}
    notes = [piece for piece in pieces[:_HEADER_PIECES] if piece.kind is BlockKind.NOTE and len(piece.text) < 1000]
    for line in chain.from_iterable(piece.text.splitlines() for piece in notes):
        field = read_field(line)
        if field and field.label not in fields:
            fields[field.label] = field.value
    return fields


def _join_scene_breaks(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Join neighbouring scene breaks to one."""
    joined: list[Piece] = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        if kind is BlockKind.SCENE_BREAK:
            joined.append(_joined(text, list(group)))
        else:
            joined += group
    return tuple(joined)


def _joined(text: str, breaks: list[Piece]) -> Piece:
    start, end = breaks[0].start, breaks[-1].end
    return replace(breaks[0], end=end, text=text[start:end])


def _block(source: SourceText, piece: Piece) -> Block:
    reason = piece.reason if piece.kind is BlockKind.NOTE else None
    return Block(
        kind=piece.kind,
        source=source.name,
        start=piece.start,
        end=piece.end,
        reason=reason,
        keeps_lines=piece.keeps_lines and piece.kind is BlockKind.PARAGRAPH,
    )
