"""Carrying a series' cast on: voices of another book's cast file go into this book's own."""

from dataclasses import replace
from pathlib import Path

from audiobook.casting.carrying import CarriedCast, carry_over
from audiobook.casting.cast_file import read_cast
from audiobook.casting.proposals import CastProposal, Proposal, explain_cast
from audiobook.errors import UsageError
from audiobook.model.cast import Cast, Role
from audiobook.model.script import Script
from audiobook.production.books import Book
from audiobook.production.cast.book_voices import load_book_profiles
from audiobook.production.cast.preparation import DEFAULT_ENGINE, choosing_engine, overlay_roles, write_proposal


def carry_on(
    book: Book, script: Script, written: Cast, other_path: Path, *, engine: str = DEFAULT_ENGINE
) -> CarriedCast:
    """Write the other book's voices for everybody who speaks here too, and proposals for the rest.

    Args:
        book: whose cast file is written.
        script: the book's.
        written: the book's cast as its file has it.
        other_path: the other book's cast file, which is never changed.
        engine: whose voices are chosen for the rest.

    Raises:
        UsageError: there is no such file, or it is this book's own.
        CastError: the other file is wrong, or names a voice that does not exist.
        OutputError: this book's cast file cannot be written.
    """
    if not other_path.is_file():
        raise UsageError(f"there is no cast file {other_path}", hint="name the other book's file: voices/<book>.toml")
    if other_path.resolve() == book.cast_path.resolve():
        raise UsageError(f"{other_path} is this book's own cast file", hint="name the cast file of another book")
    profiles = load_book_profiles(book.workspace, script, written)
    carried = carry_over(script, written, read_cast(other_path), profiles, other_path=other_path)
    cast = overlay_roles(written, carried.narrator, carried.roles)
    rest = explain_cast(script, cast, profiles, engine=choosing_engine(engine))
    narrator = rest.narrator if carried.narrator is None else _as_proposal(carried.narrator)
    taken = tuple(map(_as_proposal, carried.roles))
    proposal: CastProposal = replace(rest, narrator=narrator, roles=(*taken, *rest.roles))
    write_proposal(book, script, written, proposal)
    return carried


def _as_proposal(role: Role) -> Proposal:
    return Proposal(role=role, reason="")
