"""Laws of identity: what listeners have heard keeps its id, whatever is done to the text."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.model.identity import BookIdentity
from audiobook.publishing.chapter_identities import identify_chapters
from audiobook.publishing.chapter_matching import SeenChapter
from audiobook.publishing.word_sketch import sketch_words

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BOOK_ID = "urn:uuid:84cd45f3-b08e-4c41-be57-edfc1216b092"
VOCABULARY = [f"w{number}" for number in range(300)]


@dataclass(frozen=True)
class Told:
    """A chapter as an author has it in mind; `key` is who it is."""

    key: int
    title: str
    words: tuple[str, ...]


def write(key: int, *, title: str | None = None, length: int = 400) -> Told:
    words = tuple(random.Random(key).choices(VOCABULARY, k=length))
    return Told(key=key, title=title or f"Title {key}", words=words)


def edit(told: Told, share: float, seed: int) -> Told:
    """Write a share of a chapter anew, in one piece somewhere in it."""
    words = list(told.words)
    count = int(len(words) * share)
    start = random.Random(seed).randint(0, len(words) - count)
    words[start : start + count] = random.Random(seed + 10_000).choices(VOCABULARY, k=count)
    return replace(told, words=tuple(words))


def see(book: Sequence[Told]) -> list[SeenChapter]:
    return [
        SeenChapter(number=number, title=told.title, words=sketch_words(" ".join(told.words)))
        for number, told in enumerate(book, start=1)
    ]


def identify(
    book: Sequence[Told], known: BookIdentity | None = None, *, later: timedelta = timedelta()
) -> BookIdentity:
    return identify_chapters(see(book), known or BookIdentity(), book_id=BOOK_ID, now=NOW + later)


def ids(book: Sequence[Told], identity: BookIdentity) -> dict[int, str]:
    return {told.key: chapter.id for told, chapter in zip(book, identity.chapters[: len(book)], strict=True)}


books = st.lists(st.integers(0, 10**6), min_size=1, max_size=12, unique=True).map(
    lambda keys: [write(key) for key in keys]
)


@given(books)
def test_every_chapter_gets_an_id_of_its_own_and_keeps_it(book: list[Told]) -> None:
    first = identify(book)
    assert len({chapter.id for chapter in first.chapters}) == len(book)
    assert identify(book, first, later=timedelta(days=100)) == first


@settings(deadline=None)
@given(books, st.data())
def test_ids_follow_the_words_through_any_reordering_retitling_inserting_and_editing(
    book: list[Told], data: st.DataObject
) -> None:
    first = identify(book)
    before = ids(book, first)
    changed: list[Told] = data.draw(st.permutations(book))
    changed = [edit(told, data.draw(st.sampled_from([0.0, 0.1, 0.5])), seed=told.key) for told in changed]
    changed = [replace(told, title=data.draw(st.sampled_from([told.title, "Interlude", "Anew"]))) for told in changed]
    changed = [told for told in changed if told.key % 5]
    for key in data.draw(st.lists(st.integers(2 * 10**6, 3 * 10**6), max_size=4, unique=True)):
        changed.insert(data.draw(st.integers(0, len(changed))), write(key))
    second = identify(changed, first, later=timedelta(days=1))
    after = ids(changed, second)
    assert {key: after[key] for key in before if key in after} == {key: before[key] for key in before if key in after}
    assert not {after[key] for key in after if key not in before} & set(before.values())
    assert len({chapter.id for chapter in second.chapters}) == len(second.chapters)


@settings(deadline=None)
@given(books, st.data())
def test_dates_rise_in_reading_order_after_any_change(book: list[Told], data: st.DataObject) -> None:
    first = identify(book)
    changed = [*data.draw(st.permutations(book)), write(2 * 10**6)]
    dates = [chapter.first_published for chapter in identify(changed, first).chapters[: len(changed)]]
    assert all(before < after for before, after in pairwise(dates))
    assert dates[-1] < NOW


def test_two_chapters_with_the_same_title_do_not_swap() -> None:
    book = [write(1, title="Interlude"), write(2), write(3, title="Interlude")]
    first = identify(book)
    swapped = [edit(book[2], 0.5, 7), book[1], edit(book[0], 0.5, 8)]
    assert ids(swapped, identify(swapped, first)) == ids(book, first)


def test_two_chapters_with_the_same_words_and_title_keep_their_order() -> None:
    twin = write(1, title="Refrain")
    book = [write(5), twin, write(6), replace(twin, key=2), write(7)]
    first = identify(book)
    moved = [write(8), write(9), *book]
    assert ids(book, first).items() <= ids(moved, identify(moved, first)).items()


def test_a_chapter_that_left_the_book_has_its_id_again_when_it_returns() -> None:
    book = [write(key) for key in range(5)]
    first = identify(book)
    without = [*book[:2], *book[3:]]
    second = identify(without, first)
    assert second.chapters[-1].number == 0
    assert ids(book, identify(book, second)) == ids(book, first)


def test_a_chapter_written_anew_under_its_title_in_its_place_is_the_same_one() -> None:
    book = [write(key) for key in range(4)]
    first = identify(book)
    rewritten = [*book[:2], replace(write(99), key=2, title=book[2].title), book[3]]
    assert ids(rewritten, identify(rewritten, first)) == ids(book, first)


def test_another_chapter_with_an_old_title_in_another_place_is_a_new_one() -> None:
    book = [write(key) for key in range(4)]
    first = identify(book)
    changed = [*book[:2], book[3], write(99, title=book[2].title)]
    assert ids(changed, identify(changed, first))[99] not in ids(book, first).values()


def test_chapters_without_headings_keep_their_ids_when_their_numbers_move() -> None:
    book = [write(key, title=f"Chapter {number}") for number, key in enumerate(range(5), start=1)]
    first = identify(book)
    longer = [book[0], write(50), *book[1:]]
    longer = [replace(told, title=f"Chapter {number}") for number, told in enumerate(longer, start=1)]
    assert ids(book, first).items() <= ids(longer, identify(longer, first)).items()


def test_of_a_chapter_that_was_split_the_part_with_the_title_keeps_the_id() -> None:
    book = [write(key) for key in range(3)]
    first = identify(book)
    head, tail = replace(book[1], words=book[1].words[:180]), Told(key=50, title="After", words=book[1].words[180:])
    split = [book[0], head, tail, book[2]]
    after = ids(split, identify(split, first))
    assert ids(book, first).items() <= after.items()


def test_chapters_of_a_title_alone_are_known_by_title_and_neighbours() -> None:
    book = [Told(key=1, title="Part One", words=()), write(2), Told(key=3, title="Part Two", words=()), write(4)]
    first = identify(book)
    changed = [replace(book[0], title="Part I"), book[1], write(9), book[2], book[3]]
    assert ids(book, first).items() <= ids(changed, identify(changed, first)).items()


def test_a_small_edit_leaves_the_remembered_words_alone() -> None:
    book = [write(key) for key in range(3)]
    first = identify(book)
    assert identify([edit(told, 0.02, 3) for told in book], first) == first


def test_many_small_edits_in_turn_never_lose_a_chapter() -> None:
    book = [write(key) for key in range(3)]
    first = identify(book)
    known, current = first, book
    for step in range(40):
        current = [edit(told, 0.2, step) for told in current]
        known = identify(current, known, later=timedelta(days=step))
    assert ids(current, known) == ids(book, first)


def test_the_podcast_guid_is_given_once() -> None:
    first = identify([write(1)])
    assert first.podcast_guid == "542eb2c9-edb9-580b-b68a-6dab4045ba2e"
    moved = identify_chapters(see([write(1)]), first, book_id="urn:uuid:other", now=NOW)
    assert (moved.podcast_guid, moved.id) == (first.podcast_guid, "urn:uuid:other")
