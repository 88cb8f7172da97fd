from pathlib import Path

import pytest

from audiobook.casting.shared_pronunciations import read_layers
from audiobook.errors import CastError


def test_a_series_has_its_own_words_beside_those_of_all_books(tmp_path: Path) -> None:
    path = tmp_path / "shared.pronunciations.toml"
    path.write_text('[all]\nLex = "Lecks"\n[series."River Tales"]\nLex = "Leks"\n[series.Other]\nLex = "Lax"\n')
    layers = read_layers(path, series="river tales")
    assert (layers.all_books, layers.series) == ((("Lex", "Lecks"),), (("Lex", "Leks"),))
    assert dict(layers.pairs)["Lex"] == "Leks"
    assert read_layers(path, series=None).series == ()


def test_without_a_file_there_are_the_built_in_words(tmp_path: Path) -> None:
    assert dict(read_layers(tmp_path / "none.toml", series=None).pairs)["Niamh"] == "Neev"


def test_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "shared.toml"
    path.write_text("[all]\nLex = 1\n")
    with pytest.raises(CastError, match=r"shared.toml:2: Lex must be text"):
        read_layers(path, series=None)
