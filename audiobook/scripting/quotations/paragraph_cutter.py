"""One paragraph's quotations turned into passages that cover it.

Knows labels, thoughts and what is merely set apart; refuses to know who speaks.
"""

import re
from collections.abc import Sequence

from audiobook.scripting.quotations.open_quotations import QuotedParagraph
from audiobook.scripting.quotations.passages import Passage, PassageKind
from audiobook.scripting.quotations.quotation_kinds import kind_of_quotation, kind_of_secondary_quotation
from audiobook.scripting.quotations.quotation_marks import MarkFamily
from audiobook.scripting.quotations.quotation_scanner import Quotation, pair_marks
from audiobook.scripting.quotations.script_lines import LabelJudge, match_label
from audiobook.scripting.quotations.single_marks import find_family_marks
from audiobook.scripting.quotations.tags_nearby import MARKUP_AND_SPACE, goes_on_thinking, has_thought_tag

_ITALIC = re.compile(r"(?<![\w*_])([*_])(?![\s*_])[^*_]{2,600}?(?<![\s*_])\1(?![\w*_])")
_ITALIC_SENTENCE = re.compile(r"[*_]['\"“‘]?[A-Z].*[.!?…][*_]", re.DOTALL)

_FIRST_WORDS = 40
"""So many characters after a label tell whether they are spoken."""

_PAUSES = re.compile(r"[,.;:!?…]+(?=\s|\Z)")
_UTTERED = frozenset({PassageKind.SPEECH, PassageKind.THOUGHT})
_MAY_BE_BARE = frozenset({PassageKind.NARRATION, PassageKind.SPEECH})
_Stretch = tuple[PassageKind, int, int]
"""What is not narration: its kind, start and end within a paragraph."""


class ParagraphCutter:
    """Cuts paragraphs of one book; knows which labels of the book are people."""

    def __init__(self, labels: LabelJudge) -> None:
        self._labels = labels

    def labels_of(self, texts: Sequence[str]) -> tuple[bool, ...]:
        """Tell of every label at a paragraph's start, in order, whether it is a person; the whole book decides that."""
        matches = ((text, match_label(text)) for text in texts)
        return tuple(self._is_person(text, label) for text, label in matches if label is not None)

    def cut(self, paragraph: QuotedParagraph) -> tuple[Passage, ...]:
        """Cut a paragraph; the passages count from its start."""
        label_end = self._label_end(paragraph)
        stretches = self._labelled(paragraph, label_end) if label_end else _quoted(paragraph)
        return tuple(_cover(paragraph, stretches))

    def _label_end(self, paragraph: QuotedParagraph) -> int:
        label = match_label(paragraph.text)
        if label is None or paragraph.continues:
            return 0
        return label.end() if self._is_person(paragraph.text, label) else 0

    def _is_person(self, text: str, label: re.Match[str]) -> bool:
        return self._labels.is_person(label.group("name"), text[label.end() : label.end() + _FIRST_WORDS])

    def _labelled(self, paragraph: QuotedParagraph, label_end: int) -> list[_Stretch]:
        label = (PassageKind.LABEL, 0, label_end)
        first = paragraph.quotations[0].start if paragraph.quotations else -1
        if first >= label_end and not paragraph.text[label_end:first].strip(MARKUP_AND_SPACE):
            return [label, *_quoted(paragraph)]
        return [label, (PassageKind.SPEECH, label_end, len(paragraph.text))]


def _quoted(paragraph: QuotedParagraph) -> list[_Stretch]:
    """List what is not narration, in order."""
    found: list[_Stretch] = []
    gap_start = 0
    for number, quotation in enumerate(paragraph.quotations):
        is_certain = paragraph.has_dash or (paragraph.continues and number == 0)
        kind = PassageKind.SPEECH if is_certain else _kind(paragraph.text, quotation, found)
        if kind is not PassageKind.NARRATION:
            found.extend(_in_narration(paragraph, gap_start, quotation.start))
            found.append((kind, quotation.start, quotation.end))
            gap_start = quotation.end
    found.extend(_in_narration(paragraph, gap_start, len(paragraph.text)))
    return found


def _kind(text: str, quotation: Quotation, found: list[_Stretch]) -> PassageKind:
    """Decide what a quotation is, also by what stands before it in the paragraph."""
    before, _, before_end = found[-1] if found else (PassageKind.NARRATION, 0, 0)
    speech_before = before_end if before is PassageKind.SPEECH else None
    kind = kind_of_quotation(text, quotation, speech_before=speech_before)
    if before is PassageKind.THOUGHT and goes_on_thinking(text, before_end, quotation.start):
        return PassageKind.THOUGHT
    return kind


def _in_narration(paragraph: QuotedParagraph, start: int, end: int) -> list[_Stretch]:
    """Find thoughts, and speech in other marks, inside a stretch of narration."""
    gap = paragraph.text[start:end]
    if not gap.strip():
        return []
    found = _in_other_marks(gap, paragraph) or _in_italics(gap)
    return [(kind, start + first, start + last) for kind, first, last in found]


def _in_other_marks(gap: str, paragraph: QuotedParagraph) -> list[_Stretch]:
    found: list[_Stretch] = []
    for quotation in _secondary_quotations(gap, paragraph):
        kind = kind_of_secondary_quotation(gap, quotation)
        thought_end = found[-1][2] if found and found[-1][0] is PassageKind.THOUGHT else None
        if thought_end is not None and goes_on_thinking(gap, thought_end, quotation.start):
            kind = PassageKind.THOUGHT
        if kind is not PassageKind.NARRATION:
            found.append((kind, quotation.start, quotation.end))
    return found


def _in_italics(gap: str) -> list[_Stretch]:
    """Find thoughts in italics: one needs a tag, others of the same paragraph need to be sentences."""
    italics = list(_ITALIC.finditer(gap))
    tagged = {italic.start() for italic in italics if has_thought_tag(gap, italic.start(), italic.end())}
    return [
        (PassageKind.THOUGHT, italic.start(), italic.end())
        for italic in italics
        if tagged and (italic.start() in tagged or _ITALIC_SENTENCE.fullmatch(italic.group()))
    ]


def _secondary_quotations(gap: str, paragraph: QuotedParagraph) -> tuple[Quotation, ...]:
    """Find the outermost closed quotations in other marks than the book's speech, in order."""
    found: list[Quotation] = []
    for family in MarkFamily:
        if family is not paragraph.convention.family:
            closed = pair_marks(gap, find_family_marks(gap, family, paragraph.convention.nominal)).quotations
            found.extend(quotation for quotation in closed if quotation.is_opened and quotation.is_closed)
    outermost: list[Quotation] = []
    for quotation in sorted(found, key=lambda each: (each.start, -each.end)):
        if not outermost or quotation.start >= outermost[-1].end:
            outermost.append(quotation)
    return tuple(outermost)


def _cover(paragraph: QuotedParagraph, found: list[_Stretch]) -> list[Passage]:
    """Fill what lies between with narration; white space belongs to nobody."""
    widened = _with_pauses(_with_emphasis(found, paragraph.text), paragraph.text)
    stretches = _without_bare_marks(_fill(paragraph.text, widened), paragraph.text)
    return [
        Passage(
            kind=kind,
            start=start,
            end=end,
            continues=paragraph.continues and number == 0 and kind is PassageKind.SPEECH,
        )
        for number, (kind, start, end) in enumerate(stretches)
    ]


def _with_emphasis(found: list[_Stretch], text: str) -> list[_Stretch]:
    """Widen what is found over the markup right around it: *"Stop!"* is one thing."""
    widened: list[_Stretch] = []
    taken = 0
    limits = [*(start for _, start, _ in found[1:]), len(text)]
    for (kind, first, last), limit in zip(found, limits, strict=False):
        start, end = first, last
        while start > taken and end < limit and text[start - 1] in "*_" and text[end] == text[start - 1]:
            start, end = start - 1, end + 1
        widened.append((kind, start, end))
        taken = end
    return widened


def _with_pauses(found: list[_Stretch], text: str) -> list[_Stretch]:
    """Widen speech over a comma or full stop right after its marks, if nothing else claims it: 'Yes', said Ada."""
    limits = [*(start for _, start, _ in found[1:]), len(text)]
    return [
        (kind, start, match.end() if kind in _UTTERED and (match := _PAUSES.match(text, end, limit)) else end)
        for (kind, start, end), limit in zip(found, limits, strict=False)
    ]


def _fill(text: str, found: list[_Stretch]) -> list[_Stretch]:
    """Put narration between what is found; every stretch trimmed, none empty."""
    filled: list[_Stretch] = []
    position = 0
    for kind, start, end in [*found, (PassageKind.NARRATION, len(text), len(text))]:
        for piece_kind, first, last in ((PassageKind.NARRATION, position, start), (kind, start, end)):
            piece = text[first:last]
            if words := piece.strip():
                begin = first + len(piece) - len(piece.lstrip())
                filled.append((piece_kind, begin, begin + len(words)))
        position = max(position, end)
    return filled


def _without_bare_marks(stretches: list[_Stretch], text: str) -> list[_Stretch]:
    """Give narration without a letter, such as markup around a quotation, to what it stands at."""
    kept: list[_Stretch] = []
    pending: int | None = None
    for index, (kind, start, end) in enumerate(stretches):
        is_bare = kind in _MAY_BE_BARE and not any(character.isalnum() for character in text[start:end])
        if is_bare and kind is PassageKind.SPEECH and not (kept and kept[-1][2] == start):
            is_bare = False
        follows = bool(kept) and kept[-1][0] is not PassageKind.LABEL
        touches_next = index + 1 < len(stretches) and stretches[index + 1][1] == end
        if is_bare and follows and not (touches_next and kept[-1][2] < start):
            kept[-1] = (kept[-1][0], kept[-1][1], end)
        elif is_bare and index + 1 < len(stretches):
            pending = start
        else:
            kept.append((kind, start if pending is None else pending, end))
            pending = None
    return kept
