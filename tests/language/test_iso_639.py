import pytest

from audiobook.language.iso_639 import iso_639_2


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("en", "eng"),
        ("en-GB", "eng"),
        ("de_AT", "deu"),
        ("zh-Hant-TW", "zho"),
        ("grc", "grc"),
        ("", "und"),
        ("q1", "und"),
    ],
)
def test_bcp_47_becomes_three_letters(language: str, code: str) -> None:
    assert iso_639_2(language) == code
