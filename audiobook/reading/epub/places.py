"""Addresses inside an EPUB: from a reference as written to the member it means (EPUB 3.3, "OCF URLs")."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a reference leads.

    Attributes:
        member: the name of a member of the archive, whether it is there or not.
        fragment: the place in it; empty for its beginning.
    """

    member: str
    fragment: str


def resolve(reference: str, *, base: str) -> Place | None:
    """Find where a reference leads; None if it leads out of the archive.

    Args:
        reference: as written, such as "../text/ch1.xhtml#s2".
        base: the member it stands in.
    """
    path, _, fragment = reference.strip().partition("#")
    if "://" in path or path.startswith(("//", "data:", "mailto:")):
        return None
    if path.startswith("/"):
        path, base = path.lstrip("/"), ""  # the archive's root, never the computer's
    plain = unquote(path.partition("?")[0])
    member = posixpath.normpath(posixpath.join(posixpath.dirname(base), plain)) if plain else base
    return None if member.startswith("..") else Place(member=member, fragment=unquote(fragment))


class MemberNames:
    """The names of an archive's members, found even where a reference writes capitals otherwise."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)
        self._folded = {name.casefold(): name for name in names}

    def find(self, name: str) -> str | None:
        """Give the member meant by a name; None if there is none."""
        return name if name in self._names else self._folded.get(name.casefold())
