"""Who speaks together where a tag names nobody: "they said together", "both cried".

Knows who is in the reader's mind; refuses to decide who of them speaks first.
"""

from audiobook.scripting.attribution.focus import TurnFocus
from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.mentions import MentionKind
from audiobook.scripting.grammar.speech_tags import Tag, TagKind

_SEVERAL = frozenset({"they", "both"})


def partner(tag: Tag | None, speaker: int, focus: TurnFocus, people: People, *, asking: int | None) -> tuple[int, ...]:
    """Whoever besides the speaker is most in mind, if a tag says that several speak.

    Args:
        asking: who asks right before; they do not join in the answer where somebody else is there.
    """
    if tag is None or tag.kind is not TagKind.SPEECH:
        return ()
    mention = tag.subjects[0]
    if mention.kind is not MentionKind.SOMETHING or mention.head not in _SEVERAL:
        return ()
    present = [person for person in focus.here if person != speaker and not people.persons[person].crowd]
    present = [person for person in present if person != asking] or present
    return (max(present, key=lambda person: focus.here[person]),) if present else ()
