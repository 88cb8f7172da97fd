"""A manuscript made into a script: every line with its kind, its speaker and the evidence.

Knows in which order passages, corrections and attribution work together; refuses to decide who speaks.
"""

from collections.abc import Mapping
from dataclasses import replace

from audiobook.language.tongues import is_english
from audiobook.model.manuscript import Manuscript, SourceFormat
from audiobook.model.script import ChapterHead, Correction, KnownCharacter, Script, Segment
from audiobook.scripting.attribution.attributing import attribute_book
from audiobook.scripting.attribution.foreign_tags import attribute_by_tags
from audiobook.scripting.attribution.result import AttributedBook
from audiobook.scripting.characters.names_in_script import NameBook, count_characters
from audiobook.scripting.corrections.carving import carve_lines
from audiobook.scripting.corrections.corrections import PlacedCorrections, place_corrections
from audiobook.scripting.corrections.retyping import corrected_kind, retype
from audiobook.scripting.drafts import Draft, Place, draft_lines
from audiobook.scripting.forms.labelled import read_labelled_script
from audiobook.scripting.manners import add_manners
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.passages import ChapterPassages
from audiobook.scripting.quotations.splitting import Splitting
from audiobook.scripting.segment_ids import name_lines
from audiobook.scripting.segment_writer import SegmentWriter
from audiobook.scripting.writings import set_writings_apart


def write_script(
    manuscript: Manuscript,
    *,
    known: tuple[KnownCharacter, ...] = (),
    corrections: tuple[Correction, ...] = (),
    recorded: tuple[Correction, ...] = (),
    speak_notes: bool = False,
    splitting: Splitting | None = None,
) -> Script:
    """Write the script of a book.

    Args:
        manuscript: the book as read.
        known: what the cast file says about characters; it wins over what the text suggests.
        corrections: what a person said about single lines.
        recorded: lines that a person has recorded; their words become lines of their own.
        speak_notes: the narrator reads notes aloud as well.
        splitting: how speech is marked, and chapters split before; None leaves the one to the text and has none of the
            other.

    Raises:
        ManuscriptError: a labelled script has a line that cannot be read.
    """
    if any(source.format is SourceFormat.LABELLED for source in manuscript.sources):
        return read_labelled_script(manuscript, known=known, corrections=corrections, speak_notes=speak_notes)
    split = split_book(manuscript, splitting or Splitting())
    lines = draft_lines(manuscript, split.chapters)
    chapters = carve_lines(manuscript, split.chapters, lines, (*corrections, *recorded))
    drafts = set_writings_apart(draft_lines(manuscript, chapters))
    placed = place_corrections(manuscript, drafts, corrections)
    kinds = {draft.place: corrected_kind(draft.kind, placed.by_place.get(draft.place)) for draft in drafts}
    drafts = tuple(replace(draft, kind=kinds[draft.place]) for draft in drafts)
    book = _attribute(manuscript.language, retype(chapters, kinds), known, _fixed_speakers(placed.by_place, known))
    segments = _write_segments(drafts, SegmentWriter(book, known, placed.by_place, speak_notes=speak_notes))
    return replace(_bind(manuscript, segments, book, placed), quotation_marks=split.marks)


def _attribute(
    language: str,
    chapters: tuple[ChapterPassages, ...],
    known: tuple[KnownCharacter, ...],
    fixed: Mapping[Place, str],
) -> AttributedBook:
    """Find who speaks, by everything that English rules conclude, or by what tags say in other languages."""
    if is_english(language):
        return attribute_book(chapters, known=known, fixed=fixed)
    return attribute_by_tags(chapters, language, known=known, fixed=fixed)


def _fixed_speakers(corrections: Mapping[Place, Correction], known: tuple[KnownCharacter, ...]) -> dict[Place, str]:
    names = NameBook((), known)
    return {
        place: names.main_name(correction.speaker)
        for place, correction in corrections.items()
        if correction.speaker is not None
    }


def _write_segments(drafts: tuple[Draft, ...], writer: SegmentWriter) -> tuple[Segment, ...]:
    ids = name_lines([draft.text for draft in drafts], [draft.chapter for draft in drafts])
    return add_manners([writer.write(draft, id_) for draft, id_ in zip(drafts, ids, strict=True)])


def _bind(
    manuscript: Manuscript, segments: tuple[Segment, ...], book: AttributedBook, placed: PlacedCorrections
) -> Script:
    return Script(
        book=manuscript.book,
        title=manuscript.title,
        author=manuscript.author,
        language=manuscript.language,
        chapters=tuple(
            ChapterHead(number=chapter.number, title=chapter.title, unwritten_title=chapter.unwritten_title)
            for chapter in manuscript.chapters
        ),
        segments=segments,
        characters=count_characters(segments, book.characters),
        warnings=placed.warnings,
        publication=manuscript.publication,
        narrator_gender=book.narrator_gender,
    )
