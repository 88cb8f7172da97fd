"""The book as it is spoken: the author's words and what is announced around them.

Knows scripts and names of files; refuses to know sound.
"""

from collections.abc import Collection

from audiobook.assembly.announcing import AnnouncedScript, announce
from audiobook.assembly.book_jobs import ChapterName, name_chapters, name_sample
from audiobook.assembly.credits import Credits, word_credits
from audiobook.assembly.profiles import CreditsPlace, ReleaseProfile
from audiobook.errors import CastError
from audiobook.model.mastering import MasteringWishes, Written
from audiobook.model.release import BookTags, ExtraKind
from audiobook.model.script import Script


def announce_book(
    script: Script, wishes: MasteringWishes, tags: BookTags, profile: ReleaseProfile, *, asked: bool | None
) -> AnnouncedScript:
    """Add credits and titles to a script, as far as they are wanted.

    Args:
        script: the book's.
        wishes: the cast file's.
        tags: the book's; no author if nobody knows.
        profile: says where credits are spoken, and whether titles are.
        asked: whether the command line asks for credits; None if it says nothing.

    Raises:
        CastError: the wording of the credits is wrong.
    """
    has_place = profile.credits is not CreditsPlace.NOWHERE
    credits_ = Credits()
    if asked is not False:
        credits_ = word_credits(wishes.credits, tags, by_default=has_place or asked is True)
    place = profile.credits if has_place else CreditsPlace.WITHIN
    return announce(script, credits_, place=place, titles=profile.announce_titles)


def name_files(announced: AnnouncedScript, *, book_title: str) -> dict[int, ChapterName]:
    """Name every file of a book, by number: chapters, credits of their own, and the retail sample."""
    extras = {}
    if announced.opening is not None:
        extras[announced.opening] = ExtraKind.OPENING_CREDITS
    if announced.closing is not None:
        extras[announced.closing] = ExtraKind.CLOSING_CREDITS
    names = name_chapters(announced.script, book_title=book_title, extras=extras)
    sample = name_sample(total=names[-1].total)
    return {name.number: name for name in (*names, sample)}


def sample_chapter(wished: Written | None, spoken: Collection[int]) -> int:
    """Say which chapter gives the retail sample: the cast file's, else the first.

    Args:
        wished: the cast file's.
        spoken: the chapters that have something to speak.

    Raises:
        CastError: there is no such chapter, or nothing to speak in it.
    """
    if wished is None:
        return min(spoken)
    if int(wished.value) not in spoken:
        listed = ", ".join(map(str, sorted(spoken)))
        message = f"{wished.place}: chapter {wished.value} is not in this book, or has nothing to speak"
        raise CastError(message, hint=f"choose one of: {listed}")
    return int(wished.value)
