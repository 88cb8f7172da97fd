"""Who says what in a whole book: finds the people, then the speaker of every quotation with evidence and confidence.

Knows the order of the steps; every step is a module of its own.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from audiobook.model.script import NARRATOR, UNKNOWN, Character, Gender, KnownCharacter
from audiobook.scripting.attribution.confidence import AT_MOST_FOR_ANOTHER, confidence
from audiobook.scripting.attribution.deciding import DecidedTurns, decide, is_another
from audiobook.scripting.attribution.doubts import Doubts
from audiobook.scripting.attribution.explaining import explain
from audiobook.scripting.attribution.groups import partner
from audiobook.scripting.attribution.result import AttributedBook, Attribution, Evidence, EvidenceKind
from audiobook.scripting.attribution.thinking import find_thinker
from audiobook.scripting.characters.age_evidence import find_ages
from audiobook.scripting.characters.discovery import discover_people
from audiobook.scripting.characters.known_people import unheard_words
from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import who_is_named
from audiobook.scripting.grammar.clauses import read_clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.name_words import NameWords, count_words, find_name_words
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn, find_turns
from audiobook.scripting.grammar.words import ReadParagraph, read_paragraph
from audiobook.scripting.quotations.passages import ChapterPassages, PassageKind

_NOT_KNOWN = Attribution(
    speakers=(UNKNOWN,),
    confidence=0.0,
    evidence=(Evidence(kind=EvidenceKind.NONE, sentence="nothing near it tells who speaks"),),
)


def attribute_book(
    chapters: tuple[ChapterPassages, ...],
    *,
    known: tuple[KnownCharacter, ...] = (),
    fixed: Mapping[tuple[str, int], str] | None = None,
) -> AttributedBook:
    """Find the speaker of every speech and thought of a book.

    Args:
        known: what the cast file says about characters; it wins over what is found.
        fixed: (source, start of a passage) to the speaker a person decided on; certain, and informs its neighbours.
    """
    fixed = fixed or {}
    paragraphs, turns, people = meet_people(chapters, known, tuple(fixed.values()))
    given = _given(paragraphs, turns, people, fixed)
    decided = decide(paragraphs, turns, people, given)
    by_turn = [
        _known_by_another_line(given[index], people)
        if index in given
        else _attribution(index, turn, people, decided, asking=_asking(paragraphs, turns, decided.speakers, index))
        for index, turn in enumerate(turns)
    ]
    attributions: dict[tuple[str, int], Attribution] = {}
    asked: list[tuple[str, int] | None] = []
    for found, turn in zip(by_turn, turns, strict=True):
        keys = _keys(paragraphs, turn)
        asked.append(None if keys[0] in fixed else keys[0])
        attributions.update({key: _by_person(fixed[key], people) if key in fixed else found for key in keys})
        if turn.kind is PassageKind.THOUGHT and keys[0] not in fixed:
            attributions[keys[0]] = replace(found, worth=1.0 - found.confidence)
    ages = find_ages(paragraphs, turns, people, meant=decided.meant, speakers=decided.certain())
    return AttributedBook(
        attributions=attributions,
        characters=_characters(people, attributions, ages),
        narrator_gender=Gender.UNKNOWN if people.narrator is None else people.persons[people.narrator].gender,
        doubts=_doubts(decided, by_turn, asked),
    )


def meet_people(
    chapters: tuple[ChapterPassages, ...], known: tuple[KnownCharacter, ...], fixed: tuple[str, ...]
) -> tuple[list[ClausedParagraph], tuple[Turn, ...], People]:
    """Read the book and find its people; once more if the cast file knows unread names, or one person is "they"."""
    read = _read(chapters)
    counts = count_words(read)
    paragraphs = _find_clauses(read, find_name_words(counts))
    turns = find_turns(paragraphs, _same_person)
    people = discover_people(paragraphs, turns, known=known, fixed=fixed)
    given = unheard_words(people, known, also_named={*fixed, *(turn.label for turn in turns if turn.label)})
    they = any(person.they for person in people.persons)
    if given or they:
        del paragraphs, turns, people  # as much memory as those that take their place
        paragraphs = _find_clauses(read, replace(find_name_words(counts, known=given), they=they))
        turns = find_turns(paragraphs, _same_person)
        people = discover_people(paragraphs, turns, known=known, fixed=fixed)
    return paragraphs, find_turns(paragraphs, partial(_may_be_one, people)), people


def _read(chapters: tuple[ChapterPassages, ...]) -> list[ReadParagraph]:
    read: list[ReadParagraph] = []
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            read.append(read_paragraph(paragraph, position=len(read), chapter=chapter.number))
    return read


def _find_clauses(read: Sequence[ReadParagraph], names: NameWords) -> list[ClausedParagraph]:
    return [
        ClausedParagraph(read=paragraph, clauses=tuple(read_clauses(stretch, names) for stretch in paragraph.stretches))
        for paragraph in read
    ]


def _same_person(one: Mention, other: Mention) -> bool:
    """Whether two tags beside one paragraph's quotations can mean the same speaker, before anybody is known."""
    if one.kind is MentionKind.NAME and other.kind is MentionKind.NAME:
        return bool(set(one.name.split()) & set(other.name.split()))
    if {MentionKind.FIRST_PERSON, MentionKind.SOMETHING} & {one.kind, other.kind}:
        return one.kind is other.kind
    return {one.gender, other.gender} != {Gender.MALE, Gender.FEMALE}


def _may_be_one(people: People, one: Mention, other: Mention) -> bool:
    """The same once people are known: two names may be one person's, and "he" is not Anna."""
    found = [who_is_named(mention, people) for mention in (one, other)]
    if found[0] is not None and found[1] is not None:
        return found[0] == found[1]
    genders = {
        mention.gender if number is None else people.persons[number].gender
        for mention, number in zip((one, other), found, strict=True)
    }
    return genders != {Gender.MALE, Gender.FEMALE} and _same_person(one, other)


def _keys(paragraphs: Sequence[ClausedParagraph], turn: Turn) -> list[tuple[str, int]]:
    paragraph = paragraphs[turn.paragraph]
    source = paragraph.read.paragraph.source
    return [(source, paragraph.clauses[stretch].stretch.passage.start) for stretch in turn.stretches]


def _given(
    paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], people: People, fixed: Mapping[tuple[str, int], str]
) -> dict[int, int]:
    """Turns whose speaker a person decided on."""
    given = {}
    for index, turn in enumerate(turns):
        for key in _keys(paragraphs, turn):
            person = people.find(fixed[key]) if key in fixed else None
            if person is not None:
                given[index] = person
    return given


def _by_person(speaker: str, people: People) -> Attribution:
    number = people.find(speaker)
    name = speaker if number is None else people.persons[number].name
    evidence = Evidence(kind=EvidenceKind.CORRECTION, sentence="a person decided so")
    return Attribution(speakers=(name,), confidence=1.0, evidence=(evidence,))


def _known_by_another_line(person: int, people: People) -> Attribution:
    """A line of a turn of which a person corrected another line."""
    evidence = Evidence(kind=EvidenceKind.CORRECTION, sentence="a person decided so of another line of this speech")
    return Attribution(
        speakers=(people.persons[person].name,), confidence=confidence(evidence.kind, 1.0), evidence=(evidence,)
    )


def _doubts(decided: DecidedTurns, found: Sequence[Attribution], asked: Sequence[tuple[str, int] | None]) -> Doubts:
    """What is in doubt about every speech; one over several paragraphs is asked about at its first.

    Args:
        asked: where each turn starts; None where a person has said who speaks there.
    """
    firsts = [speech.turns[0] for speech in decided.speeches]
    return Doubts(
        links=decided.links,
        shares=tuple(1.0 - found[first].confidence for first in firsts),
        places=tuple(asked[first] for first in firsts),
    )


def _asking(
    paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], speakers: Mapping[int, int], index: int
) -> int | None:
    """Who asks a question right before a turn."""
    if index == 0 or turns[index].starts_scene:
        return None
    before = turns[index - 1]
    words = paragraphs[before.paragraph].clauses[before.stretches[-1]].words
    asks = "?" in {word.text for word in words[-2:]}
    return speakers.get(index - 1) if asks else None


def _attribution(
    index: int, turn: Turn, people: People, decided: DecidedTurns, *, asking: int | None = None
) -> Attribution:
    if turn.kind is PassageKind.THOUGHT:
        return _thought(index, turn, people, decided)
    odds, reasons = decided.odds[index], decided.reasons[index]
    best = decided.speakers.get(index)
    if best is None:
        return _NOT_KNOWN
    name = people.persons[best].name
    if turn.label is not None and reasons.named == best:
        evidence: tuple[Evidence, ...] = (
            Evidence(kind=EvidenceKind.LABEL, sentence=f'the label "{turn.label}:" stands before it'),
        )
    else:
        evidence = explain(reasons, best, name, alternates=_alternates(index, turn, decided.speakers))
    together = reasons.together or partner(reasons.tag, best, decided.focus[index], people, asking=asking)
    others = tuple(people.persons[other].name for other in together if other != best)
    probability = confidence(evidence[0].kind, odds[best])
    return Attribution(
        speakers=tuple(dict.fromkeys((name, *others))),
        confidence=min(probability, AT_MOST_FOR_ANOTHER) if is_another(reasons, best, people) else probability,
        evidence=evidence,
    )


def _alternates(index: int, turn: Turn, speakers: Mapping[int, int]) -> bool:
    """Whether two people take turns here: the speaker of the turn before the last comes back."""
    if turn.gap or turn.same_paragraph or turn.starts_scene:
        return False
    return speakers.get(index - 2) == speakers.get(index) != speakers.get(index - 1)


def _thought(index: int, turn: Turn, people: People, decided: DecidedTurns) -> Attribution:
    person, kind, tag = find_thinker(turn, people, decided.focus[index], decided.meant)
    if person is None:
        return _NOT_KNOWN
    name = people.persons[person].name
    sentence = f'"{tag.words}" stands beside the thought' if tag is not None else f"the narration is about {name} here"
    return Attribution(
        speakers=(name,),
        confidence=confidence(kind, 1.0 if kind is EvidenceKind.LABEL else 0.95),
        evidence=(Evidence(kind=kind, sentence=sentence),),
    )


def _characters(
    people: People, attributions: Mapping[tuple[str, int], Attribution], ages: Mapping[int, tuple[str, str]]
) -> tuple[Character, ...]:
    lines = Counter(name for attribution in attributions.values() for name in attribution.speakers)
    speaking = [person for person in people.persons if lines[person.name] and person.name not in (NARRATOR, UNKNOWN)]
    return tuple(
        Character(
            name=person.name,
            aliases=tuple(name for name, _ in person.names.most_common() if name != person.name),
            gender=person.gender,
            line_count=lines[person.name],
            evidence=(*person.evidence, *(ages[person.number][1:] if person.number in ages else ())),
            age=ages[person.number][0] if person.number in ages else None,
        )
        for person in sorted(speaking, key=lambda person: -lines[person.name])
    )
