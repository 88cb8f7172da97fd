"""A check as a table and as JSON."""

import json
from pathlib import Path

from audiobook.assembly.profiles import ACX
from audiobook.cli.check_table import as_json_text, as_table
from audiobook.model.release_check import ReleaseCheck
from tests.assembly.checking.releases import check, release_book


def make_check(folder: Path) -> ReleaseCheck:
    release = release_book(folder)
    files, own = check(release)
    return ReleaseCheck(release=release, files=files, verdicts=(own, check(release, ACX)[1]))


def test_every_file_has_a_row_a_profile_with_its_figures(tmp_path: Path) -> None:
    rows = as_table(make_check(tmp_path)).splitlines()
    assert rows[0] == "The Ferry Book, by A. Author, made in the profile podcast"
    assert "podcast: passes" in rows
    assert "acx: FAILS" in rows
    gates = [row.split() for row in rows if row.endswith("The Gate")]
    assert len(gates) == 2
    assert gates[0][:2] == ["1", "0:15"]
    assert "silent" in gates[0]


def test_what_fails_stands_in_capitals_and_is_explained_below(tmp_path: Path) -> None:
    table = as_table(make_check(tmp_path))
    assert table.count("NOT AS ASKED") == 2
    assert "  format: not as asked; what passes: MP3, 192 kb/s or more CBR, 44.1 kHz, mono\n" in table
    assert "    MP3, 64 kb/s CBR, 22.05 kHz, mono: all 2 files\n" in table
    assert table.endswith("    hint: make it in this profile: audiobook make SOURCE --profile acx")


def test_json_has_numbers_and_null_for_digital_silence(tmp_path: Path) -> None:
    data = json.loads(as_json_text(make_check(tmp_path)))
    assert data["passes"] is False
    assert {profile["profile"]: profile["passes"] for profile in data["profiles"]} == {"podcast": True, "acx": False}
    first = data["files"][0]
    assert (first["kind"], first["number"], first["title"]) == ("chapter", 1, "The Gate")
    assert -20.0 < first["sound"]["integrated_lufs"] < -18.0
    assert first["sound"]["noise_floor_dbfs"] is None
    assert first["encoding"]["bit_rates_kbps"] == [64]
    assert len(data["profiles"][0]["findings"]) == len(data["files"]) == 2
