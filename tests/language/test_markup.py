"""Markup covered in place."""

from hypothesis import given
from hypothesis import strategies as st

from audiobook.language import markup
from audiobook.language.markup import FILLER, cover_markup

_PIECES = (
    *"|<>&[]()=-~#+*\u2022\\_`!:.5 \n\t",
    *(
        "---",
        "===",
        "~~~",
        "## ",
        "* ",
        "<b>",
        "</br>",
        "&amp;",
        "&#42;",
        "&#x5f;",
        "&lt;",
        "**",
        "word",
        "a_b",
        "\u2014",
    ),
)


@given(text=st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_a_pattern_is_spared_only_where_it_would_find_nothing(text: str) -> None:
    covered = text
    for _, pattern, cover in markup._MARKUP:
        covered = pattern.sub(cover, covered)
    assert cover_markup(text) == covered


def test_a_tables_bars_become_commas_and_its_rule_is_covered() -> None:
    covered = cover_markup("| Day | Boat |\n|-----|:----:|\n| Mon | Anna |")
    assert covered.replace(FILLER, "").split("\n") == [" Day , Boat", "", " Mon , Anna"]
    assert cover_markup("a | b and |x|") == "a | b and |x|"
