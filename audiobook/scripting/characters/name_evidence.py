"""What the book shows about each name: how often it speaks, acts, is addressed, is a place, and which pronouns follow.

Knows counts; `person_names` decides from them which names are people's.
"""

from collections.abc import Sequence, Set
from itertools import pairwise

from audiobook.model.script import Gender
from audiobook.scripting.characters.gender_evidence import count_pronouns
from audiobook.scripting.characters.name_record import NameRecord
from audiobook.scripting.grammar.clauses import Clauses, are_joined
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.vocatives import find_vocatives
from audiobook.scripting.grammar.words import Word
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.common_words import PLACE_PREPOSITIONS
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.titles import TITLE_GENDER
from audiobook.scripting.vocabulary.word_sets import word_set

_BODY = word_set(
    """
    eyes eye face head hand hands hair voice heart mind arm arms lips mouth brow shoulder shoulders smile
    cheek cheeks lap knee knees tone
    """
)

_LOOKING = word_set(
    """
    looked look looks looking glanced glances glancing stared stares staring gazed gazing glared glares glaring smiled
    smiles smiling grinned grins grinning laughed laughs laughing frowned frowning scowled nodded nods nodding peered
    winked blinked shouted yelled screamed waved pointed pointing snapped swore angry mad
    """
)
"""Before "at" they have a person, not a place, as their object."""


_TOLD_BY_PRONOUNS = 2
"""So much do "he" and "she" after a name count at most for its being a person's."""
_OFTEN_ENOUGH = 2


def collect_names(paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn]) -> dict[str, NameRecord]:
    """A record for every name of the book, in order of appearance."""
    records: dict[str, NameRecord] = {}
    tagged = {id(mention) for turn in turns for tag in turn.tags for mention in tag.subjects if len(tag.subjects) == 1}
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            _record_stretch(clauses, records, tagged)
    last = ""
    for turn in turns:
        named = [
            mention.name
            for tag in turn.tags
            if tag.kind is TagKind.SPEECH
            for mention in tag.subjects
            if mention.kind is MentionKind.NAME
        ]
        for name in named:
            records[name].tagged += 1
        if named and last and turn.gap == 0 and not turn.same_paragraph and not turn.continues and named[0] != last:
            records[named[0]].rivals[last] += 1
            records[last].rivals[named[0]] += 1
        last = named[0] if named else ""
    return records


def _record_stretch(clauses: Clauses, records: dict[str, NameRecord], tagged: Set[int]) -> None:
    narration = clauses.stretch.kind is PassageKind.NARRATION
    for mention in clauses.mentions:
        if mention.kind is MentionKind.NAME:
            _record_mention(
                mention,
                clauses.words,
                records.setdefault(mention.name, NameRecord(name=mention.name)),
                narration=narration,
            )
    if narration:
        count_pronouns(clauses, records, tagged)
    else:
        for mention in find_vocatives(clauses).names:
            records[mention.name].addressed += 1
            records[mention.name].called += mention.first > 0 and clauses.words[mention.first - 1].text == ","
    _record_company(clauses, records)


def _record_mention(mention: Mention, words: tuple[Word, ...], record: NameRecord, *, narration: bool) -> None:
    record.count += 1
    record.narrated += narration
    record.subject += mention.subject
    before = words[mention.first - 1].lower if mention.first else ""
    looked_at = before == "at" and mention.first > 1 and words[mention.first - 2].lower in _LOOKING
    record.place += before in PLACE_PREPOSITIONS and not mention.possessive and not looked_at
    record.with_article += before in {"the", "a", "an", "this", "that"}
    if mention.possessive and mention.end + 1 < len(words):
        record.body += words[mention.end + 1].lower in _BODY


def _record_company(clauses: Clauses, records: dict[str, NameRecord]) -> None:
    named = [mention for mention in clauses.mentions if mention.kind is MentionKind.NAME]
    for before, after in pairwise(named):
        close = after.first - before.end == 1 and clauses.words[before.end].text == ","
        if before.name != after.name and (are_joined(before, after, clauses.words) or close):
            records[before.name].together[after.name] += 1
            records[after.name].together[before.name] += 1


def person_names(records: dict[str, NameRecord], *, first_person: bool) -> list[NameRecord]:
    """The names that people bear, parts of a person's full name among them.

    Args:
        first_person: somebody tells the book, so that a name may be used by others only, in address.
    """
    found = {
        name: record
        for name, record in records.items()
        if is_person(record) or (first_person and _is_only_called(record))
    }
    parts = {word for name in found if len(name.split()) > 1 for word in name.split()}
    for name, record in records.items():
        if name not in found and name in parts and record.place * 2 < record.count and not record.with_article:
            found[name] = record
    return [record for name, record in records.items() if name in found]


def is_person(record: NameRecord) -> bool:
    """Decide from the counts whether a name is a person's."""
    words = record.name.split()
    place = record.place / record.count
    titled = words[0].rstrip(".").lower() in TITLE_GENDER
    if titled and len(words) > 1:
        return place < 0.6
    human = 3 * record.tagged + 2 * record.addressed + record.subject + record.body
    human += min(_TOLD_BY_PRONOUNS, sum(record.pronouns.values()))
    given = words[0].lower() in GIVEN_NAMES
    if record.with_article * 2 > record.count:
        return record.tagged >= 1 and place < 0.3
    if given:
        return place < 0.4 and (human >= 1 or len(words) > 1)
    if not record.narrated:
        return False
    if place > 0.25 and human < record.count:
        return False
    return (record.tagged >= 1 and human * 4 > record.count) or (human >= 2 and human * 3 > record.count)


def _is_only_called(record: NameRecord) -> bool:
    """Whether a name the narration never uses is often enough an address to be somebody's."""
    return not record.narrated and not record.place and record.called >= 1 and record.addressed >= _OFTEN_ENOUGH


def title_gender(name: str) -> Gender:
    """The gender a name's own title gives."""
    return TITLE_GENDER.get(name.partition(" ")[0].rstrip(".").lower(), Gender.UNKNOWN)
