"""One name as written, and what a book shows about it.

Knows counts only; refuses to know what follows from them.
"""

from collections import Counter
from dataclasses import dataclass, field

from audiobook.model.script import Gender


@dataclass(slots=True, kw_only=True)
class NameRecord:
    """One name as written, and what was counted about it.

    Attributes:
        called: addressed after a comma ("No, Anna"), where hardly anything but a name has a capital.
    """

    name: str
    count: int = 0
    narrated: int = 0
    subject: int = 0
    tagged: int = 0
    addressed: int = 0
    called: int = 0
    place: int = 0
    with_article: int = 0
    body: int = 0
    pronouns: Counter[Gender] = field(default_factory=Counter)
    gender_votes: Counter[Gender] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    together: Counter[str] = field(default_factory=Counter)
    rivals: Counter[str] = field(default_factory=Counter)
