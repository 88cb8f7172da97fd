"""Writes the text of one member of a document, block by block, and keeps count of what stands where.

Knows the minimal Markdown of extracted text: how white space folds, how emphasis is marked, which of the author's own
characters need a backslash so that no later stage takes them for markup. Refuses to know where the words come from.
"""

from audiobook.model.manuscript import Omission
from audiobook.reading.documents.block_text import BlockText, Emphasis, LineEnds
from audiobook.reading.documents.extracted import ExtractedBlock, ExtractedMember, Role

_SCENE_BREAK = "* * *"
_BLOCK_GAP = "\n\n"


class MemberWriter:
    """Takes a document's words in their order; `finish` gives the member.

    A block is open from `open_block` to the next `open_block` or `close_block`. Words written while none is open open a
    paragraph. A block without any visible character leaves nothing behind; an empty line inside a block (two line ends
    in a row) makes two blocks of it.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[ExtractedBlock] = []
        self._anchors: dict[str, int] = {}
        self._waiting_anchors: list[str] = []
        self._omissions: list[Omission] = []
        self._open: BlockText | None = None
        self._role: tuple[Role, int | None, str | None] = (Role.PARAGRAPH, None, None)

    @property
    def is_open(self) -> bool:
        """True while a block is open."""
        return self._open is not None

    @property
    def opening(self) -> str:
        """The first characters of the open block, up to a few words."""
        return self._open.opening if self._open is not None else ""

    @property
    def last_words(self) -> str:
        """The last characters of the open block, up to a few words."""
        return self._open.last_words if self._open is not None else ""

    def open_block(self, role: Role, *, level: int | None = None, reason: str | None = None) -> None:
        """Begin a block, ending the one before.

        Args:
            level: of a heading, 1 for the highest.
            reason: why a note is not spoken.
        """
        self.close_block()
        self._role = (role, level, reason)
        self._open = BlockText(_line_ends(role), marks_emphasis=role is not Role.HEADING)

    def write(self, text: str, emphasis: Emphasis = Emphasis.NONE) -> None:
        """Add the author's words to the open block; white space folds as in HTML, except in PREFORMATTED."""
        if self._open is None and text.strip():
            self.open_block(Role.PARAGRAPH)
        if self._open is not None:
            self._open.write(text, emphasis)

    def end_line(self) -> None:
        """End a line within the open block: a newline in the text."""
        if self._open is not None:
            self._open.end_line()

    def omit(self, text: str, *, reason: str) -> None:
        """Leave visible characters out of the open block, and say so; outside a block they are a note."""
        folded = " ".join(text.split())
        if not folded:
            return
        if self._open is None:
            self.open_block(Role.NOTE, reason=reason)
            self.write(folded)
            self.close_block()
        else:
            self._open.omit(folded, reason)

    def anchor(self, name: str) -> None:
        """Name the place of whatever visible character comes next."""
        if self._open is not None:
            self._open.anchor(name)
        else:
            self._waiting_anchors.append(name)

    def scene_break(self) -> None:
        """Add a rule or an ornament that has no characters of its own."""
        self.close_block()
        self._append(_SCENE_BREAK, Role.SCENE_BREAK)

    def close_block(self) -> None:
        """End the open block, if one is open."""
        block, self._open = self._open, None
        role, level, reason = self._role
        for laid in block.lay_out() if block is not None else ():
            start = self._start_of_next() if laid.text else self._length
            for name, offset in laid.anchors:
                if laid.text:
                    self._anchors.setdefault(name, start + offset)
                else:
                    self._waiting_anchors.append(name)
            self._omissions += (Omission(offset=start + at, text=what, reason=why) for at, what, why in laid.omissions)
            if laid.text:
                self._append(laid.text, Role.VERSE if laid.is_verse else role, level=level, reason=reason)

    def finish(self) -> ExtractedMember:
        """Close the open block and give the member."""
        self.close_block()
        for name in self._waiting_anchors:
            self._anchors.setdefault(name, self._length)
        return ExtractedMember(
            name=self._name,
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            anchors=dict(self._anchors),
            omissions=tuple(self._omissions),
        )

    def _start_of_next(self) -> int:
        return self._length + (len(_BLOCK_GAP) if self._parts else 0)

    def _append(self, text: str, role: Role, *, level: int | None = None, reason: str | None = None) -> None:
        start = self._start_of_next()
        for name in self._waiting_anchors:
            self._anchors.setdefault(name, start)
        self._waiting_anchors.clear()
        if self._parts:
            self._parts.append(_BLOCK_GAP)
        self._parts.append(text)
        self._length = start + len(text)
        self._blocks.append(ExtractedBlock(start=start, end=self._length, role=role, level=level, reason=reason))


def _line_ends(role: Role) -> LineEnds:
    if role is Role.PREFORMATTED:
        return LineEnds.TYPED
    return LineEnds.KEPT if role in {Role.HEADING, Role.NOTE, Role.VERSE, Role.TABLE_ROW} else LineEnds.JUDGED
