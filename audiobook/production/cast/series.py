"""Carrying a series' cast on: voices of another book's cast file go into this book's own."""

from dataclasses import replace
from pathlib import Path

from audiobook.casting.carrying import carry_over
from audiobook.casting.cast_file import read_cast
from audiobook.casting.proposals import CastProposal, Proposal, explain_cast
from audiobook.errors import UsageError
from audiobook.model.cast import Role
from audiobook.production.cast.changing import OpenedCast
from audiobook.production.cast.preparation import DEFAULT_ENGINE, overlay_roles, write_proposal


def carry_on(opened: OpenedCast, other_path: Path) -> tuple[str, ...]:
    """Write the other book's voices for everybody who speaks here too, and proposals for the rest.

    Returns:
        What was taken and what was not, a sentence each.

    Raises:
        UsageError: there is no such file, or it is this book's own.
        CastError: the other file is wrong, or names a voice that does not exist.
        OutputError: this book's cast file cannot be written.
    """
    if not other_path.is_file():
        raise UsageError(f"there is no cast file {other_path}", hint="name the other book's file: voices/<book>.toml")
    if other_path.resolve() == opened.book.cast_path.resolve():
        raise UsageError(f"{other_path} is this book's own cast file", hint="name the cast file of another book")
    carried = carry_over(opened.script, opened.written, read_cast(other_path), opened.profiles, other_path=other_path)
    cast = overlay_roles(opened.written, carried.narrator, carried.roles)
    rest = explain_cast(opened.script, cast, opened.profiles, engine=DEFAULT_ENGINE)
    taken = tuple(_as_proposal(role, other_path) for role in carried.roles)
    narrator = rest.narrator if carried.narrator is None else _as_proposal(carried.narrator, other_path)
    proposal: CastProposal = replace(rest, narrator=narrator, roles=(*taken, *rest.roles))
    write_proposal(opened.book, opened.script, opened.written, proposal)
    return carried.sentences


def _as_proposal(role: Role, other_path: Path) -> Proposal:
    return Proposal(role=role, reason=f'"{role.profile}": carried on from {other_path}')
