"""Turns: the quotations of a paragraph that one person says, with the narration that stands around them.

Knows paragraphs, tags and gaps; refuses to know who speaks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.speech_tags import Side, Tag, TagKind, bare_end, tag_after, tag_before
from audiobook.scripting.grammar.words import ReadParagraph
from audiobook.scripting.quotations.passages import PassageKind

SamePerson = Callable[[Mention, Mention], bool]

_RECENT_TAGS = 12
"""So many tags of a turn say whose it is; a paragraph that never ends may not make each of its quotations dearer."""
_FULL_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausedParagraph:
    """A paragraph with the clauses of each of its stretches."""

    read: ReadParagraph
    clauses: tuple[Clauses, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Quotations of one paragraph with one speaker.

    Attributes:
        paragraph: index into the book's paragraphs.
        stretches: indexes of its quotations within the paragraph.
        tags: what the narration beside them says, in reading order.
        label: the name before a script-form line.
        gap: narration paragraphs since the turn before; 0 when the paragraphs touch.
        same_paragraph: the turn before stands in the same paragraph.
        continues: the speech was left open by the paragraph before.
        starts_scene: a chapter, heading or scene break lies between it and the turn before.
    """

    paragraph: int
    kind: PassageKind
    stretches: tuple[int, ...]
    tags: tuple[Tag, ...]
    label: str | None
    gap: int
    same_paragraph: bool
    continues: bool
    starts_scene: bool


@dataclass(slots=True)
class _Draft:
    kind: PassageKind
    stretches: list[int]
    tags: list[Tag]
    label: str | None = None


def find_turns(paragraphs: Sequence[ClausedParagraph], same_person: SamePerson) -> tuple[Turn, ...]:
    """All turns of a book, in reading order."""
    turns: list[Turn] = []
    previous: int | None = None
    scene = True
    for index, paragraph in enumerate(paragraphs):
        new_chapter = index > 0 and paragraphs[index - 1].read.chapter != paragraph.read.chapter
        scene = scene or new_chapter or paragraph.read.paragraph.after_scene_break
        leading = paragraphs[index - 1] if index > 0 and not scene else None
        for order, draft in enumerate(_drafts(paragraph, leading, same_person)):
            passage = paragraph.clauses[draft.stretches[0]].stretch.passage
            turns.append(
                Turn(
                    paragraph=index,
                    kind=draft.kind,
                    stretches=tuple(draft.stretches),
                    tags=tuple(draft.tags),
                    label=draft.label,
                    gap=0 if previous is None else max(0, index - previous - 1),
                    same_paragraph=order > 0,
                    continues=passage.continues and order == 0,
                    starts_scene=scene,
                )
            )
            previous, scene = index, False
    return tuple(turns)


def _drafts(paragraph: ClausedParagraph, leading: ClausedParagraph | None, same_person: SamePerson) -> list[_Draft]:
    """The turns of one paragraph: a new one where the kind changes or another person is tagged."""
    drafts: list[_Draft] = []
    label: str | None = None
    for index, clauses in enumerate(paragraph.clauses):
        kind = clauses.stretch.kind
        if kind is PassageKind.LABEL:
            words = [word.text for word in clauses.words if word.text[0].isalnum()]
            label = " ".join(words)
        elif kind is not PassageKind.NARRATION:
            tags = _tags_of(paragraph, index)
            if index == 0 and leading is not None:
                tags = _tags_from(leading) + tags
            draft = drafts[-1] if drafts else None
            if (
                draft is None
                or draft.kind is not kind
                or label is not None
                or _is_somebody_else(draft, tags, same_person)
                or _comes_in(draft, tags, paragraph.clauses[index - 1])
            ):
                drafts.append(_Draft(kind, [index], tags, label))
            else:
                draft.stretches.append(index)
                draft.tags.extend(tags)
            label = None
    return drafts


def _tags_of(paragraph: ClausedParagraph, index: int) -> list[Tag]:
    """Tags beside one quotation; narration that belongs to the quotation before it counts as further away."""
    tags: list[Tag] = []
    all_clauses = paragraph.clauses
    if index > 0 and all_clauses[index - 1].stretch.kind is PassageKind.NARRATION:
        tag = tag_before(all_clauses[index - 1])
        alone = len(all_clauses[index - 1].stretch.sentences) == 1
        between = index > 1 and all_clauses[index - 2].stretch.kind is all_clauses[index].stretch.kind
        closed = between and bare_end(_quotation_text(paragraph, index - 2)) in _FULL_STOPS
        leads = tag is not None and _leads_on(all_clauses[index - 1], tag, closed=closed)
        if tag is not None and (not between or not alone or leads):
            tags.append(tag)
    if index + 1 < len(all_clauses) and all_clauses[index + 1].stretch.kind is PassageKind.NARRATION:
        quotation = _quotation_text(paragraph, index)
        tag = tag_after(all_clauses[index + 1], quotation=quotation)
        if tag is not None:
            tags.append(tag)
    return tags


def _tags_from(leading: ClausedParagraph) -> list[Tag]:
    """The tag of a paragraph of its own that runs into the next ("Lex said, with a smile:")."""
    last = leading.clauses[-1] if leading.clauses else None
    if last is None or last.stretch.kind is not PassageKind.NARRATION or last.words[-1:] == ():
        return []
    if last.words[-1].text[0] not in ",:-—–" or (len(leading.clauses) > 1 and last.words[-1].text not in {":", ","}):
        return []
    tag = tag_before(last)
    return [tag] if tag is not None and tag.kind is not TagKind.ACTION else []


def _leads_on(clauses: Clauses, tag: Tag, *, closed: bool) -> bool:
    """Whether the narration between two quotations leads to the later one: "said Lex; and Clark cried out,".

    Args:
        closed: the quotation before is a finished sentence: "Lex, at last, said," then belongs to the later one.
    """
    if clauses.words[-1].text == ":" and tag.kind is not TagKind.ACTION:
        return True
    subject = tag.subjects[0]
    if closed and subject.first <= 1 and clauses.words[0].text[0].isupper() and _says_what_follows(clauses, tag):
        return True
    if tag.kind is TagKind.ACTION:
        return subject.first == 0 and subject.kind is MentionKind.NAME and clauses.words[-1].text == "."
    if tag.kind is not TagKind.SPEECH or clauses.words[-1].text != "," or not clauses.within(0, subject.first):
        return False
    return clauses.words[subject.first - 1].lower not in {"as", "if", "when", "while", "that", "which", "of"}


def _says_what_follows(clauses: Clauses, tag: Tag) -> bool:
    return tag.kind is TagKind.SPEECH and clauses.words[-1].text == ","


def _quotation_text(paragraph: ClausedParagraph, index: int) -> str:
    passage = paragraph.clauses[index].stretch.passage
    start = paragraph.read.paragraph.start
    return paragraph.read.paragraph.text[passage.start - start : passage.end - start]


def _is_somebody_else(draft: _Draft, tags: list[Tag], same_person: SamePerson) -> bool:
    """Whether a quotation's own verb of speech has another subject than the turn so far."""
    old = [tag for tag in draft.tags[-_RECENT_TAGS:] if tag.kind is TagKind.SPEECH]
    new = [tag for tag in tags if tag.kind is TagKind.SPEECH]
    if not old or not new:
        return False
    return not any(same_person(a.subjects[0], b.subjects[0]) for a in old for b in new)


def _comes_in(draft: _Draft, tags: list[Tag], between: Clauses) -> bool:
    """Whether the narration between two quotations goes from a pronoun to a name: "she asked, and Lex answered,"."""
    old = [tag.subjects[0] for tag in draft.tags[-_RECENT_TAGS:] if tag.kind is TagKind.SPEECH]
    new = [tag.subjects[0] for tag in tags if tag.kind is TagKind.SPEECH]
    kinds = [mention.kind for mention in between.mentions if any(mention is subject for subject in old + new)]
    return kinds == [MentionKind.PRONOUN, MentionKind.NAME]


def strongest_tag(turn: Turn) -> Tag | None:
    """The tag that says most about the speaker: a verb of speech first, a name before a pronoun."""
    ranks = {TagKind.SPEECH: 0, TagKind.INTRODUCTION: 1, TagKind.ACTION: 2, TagKind.THOUGHT: 3}
    return min(
        turn.tags,
        key=lambda tag: (
            ranks[tag.kind],
            tag.subjects[0].kind is MentionKind.PRONOUN,
            tag.side is Side.BEFORE,
            tag.far,
        ),
        default=None,
    )
