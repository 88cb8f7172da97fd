"""Reads plain text and Markdown: the stages from a decoded source to its chapters, in their order.

Every stage takes the pieces and gives them back with more known about them. None may lose one: together they cover
everything but white space.
"""

import re
from dataclasses import dataclass, replace
from itertools import chain, groupby

from audiobook.model.labelled_script import read_first_line
from audiobook.model.manuscript import BlockKind, SourceFormat, SourceText
from audiobook.reading.author_notes import mark_author_notes
from audiobook.reading.capitals import tidy_title
from audiobook.reading.fields import read_field
from audiobook.reading.frames import mark_end_of_file, mark_gutenberg
from audiobook.reading.heading_choice import choose_headings, mark_contents
from audiobook.reading.heading_marks import attach_titles, mark_headings
from audiobook.reading.lines import split_into_lines
from audiobook.reading.markdown import front_matter_fields, mark_markup
from audiobook.reading.outline import ChapterDraft, make_outline
from audiobook.reading.paragraphs import detect_layout, detect_markdown_layout, split_into_pieces
from audiobook.reading.pieces import Piece, as_note
from audiobook.reading.review_replies import mark_review_replies
from audiobook.reading.scene_breaks import is_scene_break, layout_mark_reason
from audiobook.reading.title_page import (
    BookFacts,
    mark_byline,
    mark_headline,
    mark_inner_title_pages,
    mark_title_page,
)

_LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl"}
_HEADER_PIECES = 40
_TITLE_LABELS = ("title", "story", "story title")
_AUTHOR_LABELS = ("author", "by", "written by", "penname", "pen name")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """One source, read.

    Attributes:
        heading_title: the book's title if it stands as a heading above the chapters.
    """

    facts: BookFacts
    heading_title: str | None
    chapters: tuple[ChapterDraft, ...]


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
    pieces = mark_end_of_file(mark_gutenberg(pieces))
    pieces = choose_headings(mark_contents(mark_headings(pieces)))
    pieces = tuple(map(_mark_wordless, pieces))
    pieces, facts = mark_title_page(pieces)
    pieces, author = mark_byline(pieces)
    pieces, title = mark_headline(pieces, file_title=fallback_title)
    pieces = attach_titles(pieces)
    pieces = mark_author_notes(mark_review_replies(pieces))
    facts = _complete(replace(facts, title=facts.title or title, author=facts.author or author), source, pieces)
    pieces = mark_inner_title_pages(pieces, title=facts.title or fallback_title)
    outline = make_outline(_join_scene_breaks(source.text, pieces))
    return SourceReading(facts=facts, heading_title=outline.book_title, chapters=outline.chapters)


def _paragraphs(source: SourceText) -> tuple[Piece, ...]:
    lines = split_into_lines(source.text)
    is_markdown = source.format is SourceFormat.MARKDOWN
    layout = detect_markdown_layout(source.text, lines) if is_markdown else detect_layout(source.text, lines)
    pieces = split_into_pieces(source.text, lines, layout=layout)
    return mark_markup(source.text, pieces) if is_markdown else pieces


def _complete(facts: BookFacts, source: SourceText, pieces: tuple[Piece, ...]) -> BookFacts:
    """Let explicit fields ("Title: ...", front matter) win over what the title page suggests."""
    fields = _fields_at_start(pieces)
    if source.format is SourceFormat.MARKDOWN:
        fields |= front_matter_fields(source.text)
    title = next((fields[label] for label in _TITLE_LABELS if fields.get(label)), None)
    author = next((fields[label] for label in _AUTHOR_LABELS if fields.get(label)), None)
    language = (fields.get("language") or fields.get("lang") or "").strip()
    return BookFacts(
        title=tidy_title(title) if title else facts.title,
        author=tidy_title(author) if author else facts.author,
        language=_LANGUAGES.get(language.lower())
        or (language if re.fullmatch(r"[a-z]{2,3}(-\w+)*", language) else None),
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


def _mark_wordless(piece: Piece) -> Piece:
    """Name scene breaks, and keep marks of layout and what has no visible character from being spoken.

    Headings come first: XXX may be a chapter's number.
    """
    if piece.kind is not BlockKind.PARAGRAPH:
        return piece
    if is_scene_break(piece.text):
        return replace(piece, kind=BlockKind.SCENE_BREAK)
    if layout := layout_mark_reason(piece.text):
        return as_note(piece, layout)
    if len(piece.text) < 100 and not any(character.isprintable() and character != " " for character in piece.text):
        return as_note(piece, "only invisible characters")
    return piece
