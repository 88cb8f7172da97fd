from pathlib import Path

import pytest

from audiobook.casting.shared_pronunciations import WordLayers, read_layers
from audiobook.errors import CastError
from audiobook.model.pronunciation import Pronunciation


def said(layers: WordLayers) -> dict[str, str]:
    return {entry.word: entry.shown for entry in layers.entries}


def lex(respelling: str) -> Pronunciation:
    return Pronunciation(word="Lex", respelling=respelling)


def test_a_series_has_its_own_words_beside_those_of_all_books(tmp_path: Path) -> None:
    path = tmp_path / "shared.pronunciations.toml"
    path.write_text('[all]\nLex = "Lecks"\n[series."River Tales"]\nLex = "Leks"\n[series.Other]\nLex = "Lax"\n')
    layers = read_layers(path, series="river tales")
    assert (layers.all_books, layers.series) == ((lex("Lecks"),), (lex("Leks"),))
    assert said(layers)["Lex"] == "Leks"
    assert read_layers(path, series=None).series == ()


def test_without_a_file_there_are_the_built_in_words(tmp_path: Path) -> None:
    assert said(read_layers(tmp_path / "none.toml", series=None))["Niamh"] == "/niːv/"


def test_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "shared.toml"
    path.write_text("[all]\nLex = 1\n")
    with pytest.raises(CastError, match=r"shared.toml:2: Lex must be text"):
        read_layers(path, series=None)
