"""Markup covered in place."""

from audiobook.language.markup import FILLER, cover_markup


def test_a_tables_bars_become_commas_and_its_rule_is_covered() -> None:
    covered = cover_markup("| Day | Boat |\n|-----|:----:|\n| Mon | Anna |")
    assert covered.replace(FILLER, "").split("\n") == [" Day , Boat", "", " Mon , Anna"]
    assert cover_markup("a | b and |x|") == "a | b and |x|"
