"""Headings as they are announced, their wording untouched."""

import pytest

from audiobook.synthesis.headings import speak_heading


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Chapter Four: The Letter", "Chapter Four. The Letter"),
        ("Chapter 4: X", "Chapter 4. X"),
        ("Chapter 4 - The Letter", "Chapter 4. The Letter"),
        ("CHAPTER IV THE LETTER", "Chapter 4. The Letter"),
        ("CHAPTER IV", "Chapter 4"),
        ("PART TWO", "Part Two"),
        ("Chapter Twenty-One The Man", "Chapter Twenty-One. The Man"),
        ("IV.", "4."),
        ("IV. The Letter", "4. The Letter"),
        ("4", "4"),
        ("I", "I"),
        ("THE FBI MAN", "The FBI Man"),
        ("MR. DARCY AND I", "Mr. Darcy and I"),
        ("Act of God", "Act of God"),
        ("Part of the Sea", "Part of the Sea"),
        ("Civil war", "Civil war"),
    ],
)
def test_an_english_heading_is_announced_as_a_reader_would(heading: str, said: str) -> None:
    assert speak_heading(heading, "en") == said


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Chapitre IV", "Chapitre 4"), ("KAPITEL XII: DER STEG", "Kapitel 12. Der Steg"), ("ÉPILOGUE", "Épilogue")],
)
def test_numerals_and_capitals_are_said_in_other_languages(heading: str, said: str) -> None:
    assert speak_heading(heading, "fr") == said
