"""Puts back into a document's text what its reader left out of it, for those who want to hear it.

Moves every place that is known in the text along. Refuses to know reasons.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from audiobook.model.manuscript import Omission
from audiobook.reading.documents.block_text import BlockText, LineEnds
from audiobook.reading.documents.extracted import ExtractedDocument, ExtractedMember, Role

_OPENS = "([{“‘«„\"'*_¡¿"
_Insertion = tuple[int, str]


def restore_omissions(document: ExtractedDocument, is_wanted: Callable[[str], bool]) -> ExtractedDocument:
    """Write what was left out for certain reasons into the text at its place, a blank beside it.

    Args:
        is_wanted: says so of a reason.
    """
    members: list[ExtractedMember] = []
    moved: dict[str, _Places] = {}
    for member in document.members:
        wanted = [each for each in member.omissions if is_wanted(each.reason) and _is_in_story(member, each)]
        places = _Places([(each.offset, _beside(member.text, each)) for each in wanted])
        members.append(_restored(member, wanted, places) if wanted else member)
        moved[member.name] = places
    outline = tuple(
        replace(entry, offset=moved[entry.member].before(entry.offset)) if entry.member in moved else entry
        for entry in document.outline
    )
    return replace(document, members=tuple(members), outline=outline)


class _Places:
    """Where the characters of a text stand after insertions, which are given in order."""

    def __init__(self, insertions: Sequence[_Insertion]) -> None:
        self.insertions = insertions
        self._positions = [position for position, _ in insertions]
        self._shifts = [0, *accumulate(len(words) for _, words in insertions)]

    def before(self, offset: int) -> int:
        """Move a place that stays in front of what is inserted there."""
        return offset + self._shifts[bisect_left(self._positions, offset)]

    def behind(self, offset: int) -> int:
        """Move a place that comes after what is inserted there."""
        return offset + self._shifts[bisect_right(self._positions, offset)]


def _restored(member: ExtractedMember, wanted: Sequence[Omission], places: _Places) -> ExtractedMember:
    parts: list[str] = []
    position = 0
    for at, words in places.insertions:
        parts += (member.text[position:at], words)
        position = at
    return replace(
        member,
        text="".join((*parts, member.text[position:])),
        blocks=tuple(
            replace(block, start=places.before(block.start), end=places.behind(block.end)) for block in member.blocks
        ),
        anchors={name: places.before(offset) for name, offset in member.anchors.items()},
        omissions=tuple(
            replace(each, offset=places.behind(each.offset)) for each in member.omissions if each not in wanted
        ),
        restored=frozenset(each.reason for each in wanted),
    )


def _is_in_story(member: ExtractedMember, omission: Omission) -> bool:
    """Say whether an omission stands in a block that is not skipped as a whole."""
    index = bisect_left(member.blocks, omission.offset, key=lambda block: block.end)
    block = member.blocks[index] if index < len(member.blocks) else None
    return block is not None and block.start <= omission.offset and block.role is not Role.NOTE


def _beside(text: str, omission: Omission) -> str:
    """Write the words as the text is written, parted from the words around them."""
    block = BlockText(LineEnds.KEPT, marks_emphasis=False)
    block.write(omission.text)
    words = block.lay_out()[0].text
    before, after = text[: omission.offset][-1:], text[omission.offset :][:1]
    lead = " " if before and not before.isspace() and before not in _OPENS else ""
    return f"{lead}{words}{' ' if after.isalnum() or (after in _OPENS and after and not lead) else ''}"
