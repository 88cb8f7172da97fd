"""Who speaks in a language other than English: what labels, and tags with a verb of speech and a name, say outright.

Nothing is inferred from pronouns, turns or context, whose rules are English: a line without such a tag is unknown, and
says so. Knows tags beside and inside a quotation in some languages; in all others labels and corrections remain.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from audiobook.language.tongues import language_name, primary_language
from audiobook.model.script import NARRATOR, UNKNOWN, Character, Gender, KnownCharacter
from audiobook.scripting.attribution.result import AttributedBook, Attribution, Evidence, EvidenceKind
from audiobook.scripting.characters.names_in_script import NameBook
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph, Passage, PassageKind
from audiobook.scripting.vocabulary.foreign_speech import FEMALE_TITLES, NAME_TITLES_OF, SPEECH_VERBS_OF
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES

Place = tuple[str, int]

_UTTERED = frozenset({PassageKind.SPEECH, PassageKind.THOUGHT})
_LABELLED = 0.97
_TAGGED = 0.9
_SAME_PARAGRAPH = 0.75
_MARKS = r"[\s\-–—―,.«»„“”\"'‘’‚›‹¡!¿?…*_]*"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆŠČŘŽÐ][\w’'-]*"


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    confidence: float
    sentence: str
    kind: EvidenceKind


def attribute_by_tags(
    chapters: Sequence[ChapterPassages],
    language: str,
    *,
    known: Sequence[KnownCharacter] = (),
    fixed: Mapping[Place, str] | None = None,
) -> AttributedBook:
    """Find the speaker of every speech and thought that a label or a tag names.

    Args:
        language: BCP 47 tag.
        known: what the cast file says about characters.
        fixed: (source, start of a passage) to the speaker a person decided on.
    """
    names = NameBook((), known)
    attributions: dict[Place, Attribution] = {}
    going_on: _Found | None = None
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            found = dict(_tags_of(paragraph, language))
            going_on = _first_speaker(paragraph, found, going_on)
            for index, passage in enumerate(paragraph.passages):
                if passage.kind in _UTTERED:
                    decided = found.get(index) or _beside(found, index) or (going_on if passage.continues else None)
                    attributions[paragraph.source, passage.start] = _attribution(decided, names, language)
    for place, speaker in (fixed or {}).items():
        attributions[place] = _by_person(names.main_name(speaker))
    return AttributedBook(attributions=attributions, characters=_characters(attributions, known))


def has_tag_rules(language: str) -> bool:
    """Say whether tags are known in a language."""
    return primary_language(language) in SPEECH_VERBS_OF


def _tags_of(paragraph: Paragraph, language: str) -> Iterator[tuple[int, _Found]]:
    """Yield the speaker of those quotations of a paragraph that have a label or a tag of their own."""
    passages = paragraph.passages
    for index, passage in enumerate(passages):
        if passage.kind not in _UTTERED:
            continue
        before = passages[index - 1] if index else None
        after = passages[index + 1] if index + 1 < len(passages) else None
        if before is not None and before.kind is PassageKind.LABEL:
            name = _text(paragraph, before).strip(" :*_\t\n")
            yield index, _Found(name, _LABELLED, f'the label "{name}:"', EvidenceKind.LABEL)
            continue
        found = _tag(paragraph, passage, before, after, language)
        if found is not None:
            yield index, found


def _tag(
    paragraph: Paragraph, passage: Passage, before: Passage | None, after: Passage | None, language: str
) -> _Found | None:
    patterns = _patterns(primary_language(language))
    if patterns is None:
        return None
    behind, within, ahead = patterns
    tries = (
        (behind, _text(paragraph, after) if after is not None and after.kind is PassageKind.NARRATION else ""),
        (within, _text(paragraph, passage)),
        (ahead, _text(paragraph, before) if before is not None and before.kind is PassageKind.NARRATION else ""),
    )
    for pattern, text in tries:
        match = pattern.search(text) if text else None
        if match is not None:
            said = " ".join(match["tag"].split())
            return _Found(" ".join(match["name"].split()), _TAGGED, f'the tag "{said}"', EvidenceKind.TAG)
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    """Patterns for a tag right behind a quotation, inside one, and at the end of what stands before it."""
    verbs = SPEECH_VERBS_OF.get(language)
    if verbs is None:
        return None
    titles = NAME_TITLES_OF.get(language, "(?!)")
    name = (
        rf"(?P<name>(?:(?:{titles})\s+)?{_CAPITAL}(?:\s+(?:(?:von|van|de|del|della|di|du|d['’])\s*)?{_CAPITAL}){{0,2}})"
    )
    tag = rf"(?P<tag>(?:{verbs})\s+{name})(?![\w])"
    return (
        re.compile(rf"^{_MARKS}(?:{tag})"),
        re.compile(rf"[,!?…]\s*{tag}(?=\s*[,.;:!?…»”\"]|\s+[a-zà-ÿ])"),
        re.compile(rf"(?:^|[.!?…]\s+)(?P<tag>{name}\s+(?:{verbs})[^.!?…]{{0,40}}):\W*$"),
    )


def _first_speaker(paragraph: Paragraph, found: Mapping[int, _Found], before: _Found | None) -> _Found | None:
    """Who goes on if the next paragraph continues this one's speech."""
    uttered = [index for index, passage in enumerate(paragraph.passages) if passage.kind in _UTTERED]
    if not uttered:
        return None
    last = found.get(uttered[-1]) or _beside(found, uttered[-1])
    return last or (before if paragraph.passages[uttered[0]].continues else None)


def _beside(found: Mapping[int, _Found], index: int) -> _Found | None:
    """Take the nearest tag of the paragraph: where one line of it has a speaker, the others most often share them."""
    if not found:
        return None
    near = found[min(found, key=lambda other: (abs(other - index), other))]
    return _Found(near.name, _SAME_PARAGRAPH, f"the same paragraph has {near.sentence}", near.kind)


def _attribution(found: _Found | None, names: NameBook, language: str) -> Attribution:
    if found is None:
        why = f"no tag names who speaks; in {language_name(language)} nothing else is concluded"
        return Attribution(
            speakers=(UNKNOWN,), confidence=0.0, evidence=(Evidence(kind=EvidenceKind.NONE, sentence=why),)
        )
    evidence = Evidence(kind=found.kind, sentence=found.sentence)
    return Attribution(speakers=(names.main_name(found.name),), confidence=found.confidence, evidence=(evidence,))


def _by_person(name: str) -> Attribution:
    evidence = Evidence(kind=EvidenceKind.CORRECTION, sentence="corrected by hand")
    return Attribution(speakers=(name,), confidence=1.0, evidence=(evidence,))


def _text(paragraph: Paragraph, passage: Passage) -> str:
    return paragraph.text[passage.start - paragraph.start : passage.end - paragraph.start]


def _characters(attributions: Mapping[Place, Attribution], known: Sequence[KnownCharacter]) -> tuple[Character, ...]:
    said = dict.fromkeys(name for each in attributions.values() for name in each.speakers)
    by_name = {person.name: person for person in known}
    return tuple(
        Character(
            name=name,
            aliases=by_name[name].aliases if name in by_name else (),
            gender=(by_name[name].gender if name in by_name else None) or _gender(name),
            line_count=0,
        )
        for name in said
        if name not in (UNKNOWN, NARRATOR)
    )


def _gender(name: str) -> Gender:
    first, *rest = name.split()
    if rest and first in FEMALE_TITLES:
        return Gender.FEMALE
    return GIVEN_NAMES.get(first.casefold(), Gender.UNKNOWN)
