import pytest

from audiobook.assembly.credits import Credits, word_credits
from audiobook.errors import CastError
from audiobook.model.mastering import CreditTexts, Written
from audiobook.model.release import BookTags


def tags(**given: object) -> BookTags:
    known = {"title": "The Ferry", "author": "A. Author", "language": "en", "voices": ("Ada", "Rupert", "Daisy")}
    return BookTags(**{**known, **given})  # type: ignore[arg-type]


def wording(opening: str | None = None, closing: str | None = None) -> CreditTexts:
    return CreditTexts(
        opening=None if opening is None else Written(value=opening, place="ferry.toml:4"),
        closing=None if closing is None else Written(value=closing, place="ferry.toml:5"),
    )


def test_customary_credits_name_title_author_and_voices() -> None:
    assert word_credits(CreditTexts(), tags(), by_default=True) == Credits(
        opening="The Ferry. Written by A. Author. Narrated by Ada, Rupert and Daisy.",
        closing="End of The Ferry. Written by A. Author. Narrated by Ada, Rupert and Daisy. The end.",
    )


def test_nothing_is_said_of_what_nobody_knows() -> None:
    assert word_credits(CreditTexts(), tags(author=""), by_default=True).opening == (
        "The Ferry. Narrated by Ada, Rupert and Daisy."
    )


def test_title_with_a_mark_of_its_own_gets_no_second_one() -> None:
    said = word_credits(CreditTexts(), tags(title="Who Goes There?", voices=("Ada",)), by_default=True)
    assert said.opening == "Who Goes There? Written by A. Author. Narrated by Ada."


def test_title_with_braces_is_said_as_it_is() -> None:
    assert word_credits(CreditTexts(), tags(title="{author}"), by_default=True).opening.startswith("{author}. Written")


def test_without_a_wish_there_are_no_credits() -> None:
    assert word_credits(CreditTexts(), tags(), by_default=False) == Credits()


def test_own_wording_is_spoken_whatever_the_profile_says() -> None:
    said = word_credits(wording(opening="{title}, {year}. {{Ha}}"), tags(year="1999"), by_default=False)
    assert said == Credits(opening="The Ferry, 1999. {Ha}")


def test_empty_wording_means_silence() -> None:
    assert word_credits(wording(closing=""), tags(), by_default=True).closing == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("By {writer}.", r"ferry.toml:4: \{writer\} means nothing in credits"),
        ("By {author.name}.", r"ferry.toml:4: \{author.name\} means nothing in credits"),
        ("By {author!r}.", r"ferry.toml:4: \{author!r\} means nothing in credits"),
        ("By {}.", r"ferry.toml:4: \{\} means nothing in credits"),
        ("By {author.", "ferry.toml:4: a brace stands alone"),
        ("Part of {series}.", r"ferry.toml:4: the book has no series to say for \{series\}"),
    ],
)
def test_wrong_placeholder_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(CastError, match=message):
        word_credits(wording(opening=text), tags(), by_default=False)
