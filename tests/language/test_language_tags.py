import pytest

from audiobook.language.language_tags import language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("en_us", "en-US"),
        (" EN-gb ", "en-GB"),
        ("eng", "en"),
        ("ger", "de"),
        ("deu-AT", "de-AT"),
        ("English (UK)", "en"),
        ("Norwegian", "nb"),
        ("français", "fr"),
        ("grc", "grc"),
        ("zh-Hant-TW", "zh-Hant-TW"),
    ],
)
def test_a_language_is_known_by_tag_code_and_name(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize("written", ["", "klingon", "q1", "xx", "und", "en GB", "12", "e"])
def test_what_names_no_language_has_no_tag(written: str) -> None:
    assert language_tag(written) is None
