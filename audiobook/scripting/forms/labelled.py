"""A labelled script read back: what is spoken and by whom is exactly what the file says.

Knows the lines of such a file; the grammar of a label lives beside it. Refuses to find speakers itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from audiobook.errors import ManuscriptError
from audiobook.model.labelled_script import FORMAT_VERSION, SIGNATURE, read_first_line
from audiobook.model.manuscript import Manuscript, SourceText
from audiobook.model.script import (
    NARRATOR,
    ChapterHead,
    Character,
    Correction,
    Gender,
    KnownCharacter,
    Script,
    Segment,
    SegmentKind,
)
from audiobook.scripting.characters.names_in_script import NameBook, count_characters
from audiobook.scripting.corrections.wording import fold
from audiobook.scripting.forms.labelled_grammar import (
    Label,
    LabelError,
    find_label_end,
    parse_label,
    split_unescaped,
    unescape,
)
from audiobook.scripting.manners import add_manners
from audiobook.scripting.segment_ids import name_lines

LABELLED_MARKUP = "markup of the labelled script: it says who speaks and is not spoken itself"
"""Evidence of rows that are labels, headers and remarks; printing leaves them out and writes its own."""

SAID_BY_FILE = "the labelled script says so"
_UTTERED = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})
_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HINT = 'every line is "[name] words"; print the script again to see the form'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the file; `label` is None on markup."""

    start: int
    end: int
    chapter: int
    paragraph: int
    label: Label | None


@dataclass(slots=True)
class _File:
    """What has been read of a file so far."""

    source: SourceText
    details: dict[str, str] = field(default_factory=dict)
    people: list[Character] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    paragraph: int = -1

    @property
    def chapter(self) -> int:
        return max(1, len(self.titles))


def read_labelled_script(
    manuscript: Manuscript,
    *,
    known: tuple[KnownCharacter, ...],
    corrections: tuple[Correction, ...],
    speak_notes: bool,
) -> Script:
    """Read a labelled script.

    Corrections are not applied: the file already says who speaks, and its word is the person's latest. One that
    says otherwise gives a warning.

    Raises:
        ManuscriptError: a line is not of the form that `audiobook script --format text` prints.
    """
    file = _read_file(manuscript.sources[0])
    names = NameBook(file.people, known)
    segments = add_manners(tuple(_segments(file, names, speak_notes=speak_notes)))
    titles = file.titles or ["Chapter 1"]
    return Script(
        book=manuscript.book,
        title=file.details.get("title", manuscript.title),
        author=file.details.get("author", manuscript.author),
        language=file.details.get("language", manuscript.language),
        chapters=tuple(ChapterHead(number=number, title=title) for number, title in enumerate(titles, 1)),
        segments=segments,
        characters=count_characters(segments, file.people),
        warnings=tuple(_disagreements(segments, corrections, names)),
    )


def _read_file(source: SourceText) -> _File:
    file = _File(source)
    needs_paragraph = True
    for number, start, end, after_blank in _lines(source.text):
        needs_paragraph = needs_paragraph or after_blank
        try:
            needs_paragraph = _read_line(file, start, end, needs_paragraph=needs_paragraph)
        except LabelError as error:
            raise ManuscriptError(f"{source.name}:{number}: {error}", hint=_HINT) from error
    if not file.rows:
        raise ManuscriptError(f"{source.name}: the labelled script is empty", hint=_HINT)
    return file


def _lines(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield the lines that say something: number from 1, start, end without white space, whether after a blank line."""
    number, counted_to = 1, 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        line_ends = len(_LINE_END.findall(text, counted_to, start))
        number += line_ends
        counted_to = start
        yield number, start, start + len(words), line_ends > 1


def _read_line(file: _File, start: int, end: int, *, needs_paragraph: bool) -> bool:
    """Read one line; return whether the next segment starts a paragraph, whatever stands between."""
    line = file.source.text[start:end]
    if not file.rows:
        _check_signature(line)
    elif line.startswith("#"):
        pass
    elif not line.startswith("[") and file.paragraph < 0 and not file.titles:
        _read_detail(file, line)
    else:
        return _read_labelled_line(file, start, end, needs_paragraph=needs_paragraph)
    file.rows.append(_markup(file, start, end))
    return needs_paragraph


def _check_signature(line: str) -> None:
    first = read_first_line(line)
    if first is None:
        raise LabelError(f'the first line must start with "{SIGNATURE}"')
    if not first.is_readable:
        raise LabelError(f"this program reads version {FORMAT_VERSION} of the labelled script, not {line!r}")


def _read_detail(file: _File, line: str) -> None:
    key, colon, value = line.partition(":")
    key = key.strip().casefold()
    if not colon or key not in {"title", "author", "language", "character"}:
        raise LabelError("the line has no label")
    if key == "character":
        file.people.append(_parse_character(value))
    elif value.strip():
        file.details[key] = fold(value)


def _parse_character(value: str) -> Character:
    name, gender, aliases = [*split_unescaped(value, "|"), "", ""][:3]
    if not unescape(name):
        raise LabelError("the character has no name")
    if gender.strip().casefold() not in {"", *(member.value for member in Gender)}:
        raise LabelError(f'"{gender.strip()}" is none of female, male, unknown')
    return Character(
        name=unescape(name),
        aliases=tuple(alias for part in split_unescaped(aliases, ",") if (alias := unescape(part))),
        gender=Gender(gender.strip().casefold() or "unknown"),
        line_count=0,
        evidence=(SAID_BY_FILE,),
    )


def _read_labelled_line(file: _File, start: int, end: int, *, needs_paragraph: bool) -> bool:
    line = file.source.text[start:end]
    label_end = find_label_end(line)
    label = parse_label(line[:label_end])
    words = line[label_end:].strip()
    if label.kind is None:
        file.titles.append(fold(words) or f"Chapter {len(file.titles) + 1}")
        file.paragraph = -1
        file.rows.append(_markup(file, start, end))
        return True
    if needs_paragraph or file.paragraph < 0:
        file.paragraph += 1
    if not words and label.kind is not SegmentKind.SCENE_BREAK:
        raise LabelError("no words follow the label")
    if words:
        file.rows.append(_markup(file, start, start + label_end))
    first = end - len(words) if words else start
    file.rows.append(_Row(start=first, end=end, chapter=file.chapter, paragraph=file.paragraph, label=label))
    return False


def _markup(file: _File, start: int, end: int) -> _Row:
    return _Row(start=start, end=end, chapter=file.chapter, paragraph=max(0, file.paragraph), label=None)


def _segments(file: _File, names: NameBook, *, speak_notes: bool) -> Iterator[Segment]:
    for row, id_ in zip(file.rows, _ids(file), strict=True):
        text = file.source.text[row.start : row.end]
        label = row.label or Label(kind=SegmentKind.NOTE, reason=LABELLED_MARKUP)
        speakers = tuple(dict.fromkeys(names.main_name(name) for name in label.speakers))
        if row.label is not None and label.kind is SegmentKind.NOTE and speak_notes:
            speakers = speakers or (NARRATOR,)
        yield Segment(
            id=id_,
            chapter=row.chapter,
            paragraph=row.paragraph,
            kind=label.kind or SegmentKind.NOTE,
            source=file.source.name,
            start=row.start,
            end=row.end,
            text=text,
            speaker=speakers[0] if speakers else None,
            speakers=speakers,
            confidence=1.0 if label.kind in _UTTERED else None,
            evidence=label.reason or SAID_BY_FILE,
            spoken=bool(speakers),
        )


def _ids(file: _File) -> list[str]:
    """Name the lines as the script they were printed from does; markup is named apart from them."""
    ids: dict[int, str] = {}
    for is_markup in (False, True):
        rows = [(index, row) for index, row in enumerate(file.rows) if (row.label is None) is is_markup]
        prefix = "\1" if is_markup else ""
        texts = [prefix + file.source.text[row.start : row.end] for _, row in rows]
        names = name_lines(texts, [row.chapter for _, row in rows])
        ids.update((index, name) for (index, _), name in zip(rows, names, strict=True))
    return [ids[index] for index in range(len(file.rows))]


def _disagreements(
    segments: tuple[Segment, ...], corrections: tuple[Correction, ...], names: NameBook
) -> Iterator[str]:
    spoken: dict[str, set[str | None]] = {}
    for segment in segments:
        spoken.setdefault(fold(segment.text), set()).add(segment.speaker)
    for correction in corrections:
        said = spoken.get(fold(correction.text), set())
        if correction.speaker is not None and names.main_name(correction.speaker) not in said:
            yield f"a correction was not applied, the labelled script decides: {fold(correction.text)}"
