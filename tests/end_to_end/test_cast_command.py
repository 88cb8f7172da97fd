"""`audiobook cast`: what it says about a cast, and what it refuses to do to one."""

import json
from typing import Any

import pytest

from tests.end_to_end.conftest import Project


def cast_as_json(project: Project, *arguments: str) -> dict[str, dict[str, Any]]:
    done = project.run("cast", "story.txt", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return {row["name"]: row for row in json.loads(done.stdout)["cast"]}


def test_reasons_stay_the_same_once_the_program_has_written_the_file(project: Project) -> None:
    before = cast_as_json(project, "--why")
    assert before["Mara"]["why_this_voice"]
    assert project.run("cast", "story.txt", "set", "Tobias", "--volume", "0").returncode == 0
    after = cast_as_json(project, "--why")
    assert [row["evidence"] for row in after.values()] == [row["evidence"] for row in before.values()]
    assert [row["why_this_voice"] for row in after.values()] == [row["why_this_voice"] for row in before.values()]
    assert all(row["differences"] == [] for row in after.values())


def test_what_a_person_changed_stands_beside_the_reasons(project: Project) -> None:
    project.run("cast", "story.txt", "set", "Tobias", "--voice", "agatha", "--gender", "female")
    gender, voice = cast_as_json(project, "--why")["Tobias"]["differences"]
    assert gender == "you changed it: female in the cast file; the text says male"
    assert '"agatha" in the cast file' in voice


def test_the_narrators_lines_are_not_counted_and_one_line_is_one_line(project: Project) -> None:
    project.story.write_text('"Yes," said Mara.\n', encoding="utf-8")
    rows = cast_as_json(project)
    assert (rows["narrator"]["lines"], rows["Mara"]["lines"]) == (None, 1)
    assert "1 line " in project.run("cast", "story.txt").stdout


def test_a_voice_that_does_not_exist_is_noted(project: Project) -> None:
    project.run("cast", "story.txt", "set", "Mara", "--voice", "clara")
    text = project.cast_file.read_text(encoding="utf-8").replace('"clara"', '"clarra"')
    project.cast_file.write_text(text, encoding="utf-8")
    line = text[: text.index("clarra")].count("\n") + 1
    shown = project.run("cast", "story.txt").stdout
    assert f'story.toml:{line}: voice "clarra" is unknown; did you mean clara' in shown


def test_a_value_out_of_range_names_the_option_and_writes_nothing(project: Project) -> None:
    for option, value, least, greatest in (("--pitch", "900", -50, 100), ("--volume", "nan", -24, 12)):
        done = project.run("cast", "story.txt", "set", "Mara", option, value)
        assert done.returncode == 2
        assert f"{option} {value} is outside {least} to {greatest}" in done.stderr
        assert ".toml" not in done.stderr
    assert not project.cast_file.exists()


def test_a_manner_that_the_voices_own_takes_too_far_is_refused(project: Project) -> None:
    done = project.run("cast", "story.txt", "set", "Mara", "--voice", "pip", "--pitch", "90")
    assert (done.returncode, "pitch comes to" in done.stderr) == (2, True)
    assert not project.cast_file.exists()


def test_a_voice_that_its_engine_cannot_shift_as_far_as_the_old_one_is_refused_with_a_way_out(project: Project) -> None:
    assert project.run("cast", "story.txt", "set", "Mara", "--voice", "ada", "--pitch", "20").returncode == 0
    before = project.cast_file.read_text(encoding="utf-8")
    done = project.run("cast", "story.txt", "set", "Mara", "--voice", "daisy")
    assert done.returncode == 2
    assert "the engine pyttsx3 can do" in done.stderr
    assert "--pitch 0 --rate 0" in done.stderr
    assert project.cast_file.read_text(encoding="utf-8") == before
    assert project.run("cast", "story.txt", "set", "Mara", "--voice", "daisy", "--pitch", "0").returncode == 0


def test_whoever_names_the_action_first_is_told_the_order(project: Project) -> None:
    done = project.run("cast", "set", "story.txt")
    assert done.returncode == 2
    assert "the source comes first: audiobook cast SOURCE set NAME" in done.stderr
    assert project.run("cast", "story.txt", "paint").returncode == 2


def test_show_lists_only_those_it_is_asked_for_by_name_or_alias(project: Project) -> None:
    project.run("cast", "story.txt", "merge", "Mara", "Tobias")
    shown = project.run("cast", "story.txt", "show", "tobias", "narrator", "--why").stdout
    assert [row.split()[0] for row in shown.splitlines() if not row.startswith(" ")] == ["Mara", "narrator"]
    assert "only the cast file gives the name Tobias" in shown


def test_show_of_nobody_says_who_looks_like_it(project: Project) -> None:
    done = project.run("cast", "story.txt", "show", "Marra")
    assert done.returncode == 2
    assert 'did you mean "Mara"?' in done.stderr
    assert not project.cast_file.exists()


def test_reasons_say_that_only_the_file_knows_somebody(project: Project) -> None:
    project.cast_file.parent.mkdir()
    project.cast_file.write_text('[characters.Ghost]\nvoice = "ada"\n', encoding="utf-8")
    assert "only the cast file names them" in project.run("cast", "story.txt", "show", "Ghost", "--why").stdout


def test_a_name_in_the_place_of_the_action_is_told_where_it_goes(project: Project) -> None:
    assert "audiobook cast SOURCE show NAME" in project.run("cast", "story.txt", "Mara").stderr


@pytest.mark.parametrize(
    ("arguments", "told", "hint"),
    [
        (("merge", "Mara", "Tobais"), '"Tobais" stands neither in the cast nor in the text', "did you mean Tobias?"),
        (("split", "Mara", "Zed"), '"Zed" stands neither in the cast nor in the text', 'the aliases of "Mara"'),
        (("merge", "Mara", "narrator"), '"narrator" is not a character', "name a character"),
    ],
)
def test_a_name_that_nobody_has_is_neither_merged_nor_split_off(
    project: Project, arguments: tuple[str, ...], told: str, hint: str
) -> None:
    done = project.run("cast", "story.txt", *arguments)
    assert (done.returncode, told in done.stderr, hint in done.stderr) == (2, True, True)


def test_white_space_around_a_name_is_no_part_of_it(project: Project) -> None:
    project.run("cast", "story.txt", "rename", "Mara", "  Mara  Vane ")
    assert '[characters."Mara Vane"]' in project.cast_file.read_text(encoding="utf-8")
