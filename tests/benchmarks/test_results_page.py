"""The page of results: what scripts put there, and what a person wrote around it."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from results_page import PAGE, Section, add_record_options, recorded, sections_of, with_section

BENCHMARKS = PAGE.parent
SECTIONS = sections_of(PAGE.read_text(encoding="utf-8"))
SCRIPTS = sorted({section.script for section in SECTIONS})


def read_options(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_record_options(parser, section="Speed")
    return parser.parse_args(words)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "argv", ["/anywhere/speed.py", "/home/me/novel.txt", "--record"])
    path = tmp_path / "RESULTS.md"
    path.write_text("# Results\n\nBy hand.\n", encoding="utf-8")
    return path


def test_a_section_says_when_where_and_how_it_was_made(page: Path) -> None:
    with recorded(read_options("--record"), page=page):
        sys.stdout.write("fast  1.0")
    (section,) = sections_of(page.read_text(encoding="utf-8"))
    lines = section.text.splitlines()
    assert (section.script, section.title) == ("speed.py", "Speed")
    assert lines[0] == "## Speed"
    assert "Python 3" in lines[2]
    assert lines[4] == "    python benchmarks/speed.py novel.txt --record"
    assert lines[6:] == ["```text", "fast  1.0", "```"]


def test_made_again_a_section_keeps_its_place_and_what_a_person_wrote_around_it(page: Path) -> None:
    for word in ("old", "new"):
        with recorded(read_options("--record"), page=page):
            sys.stdout.write(word)
        if word == "old":
            page.write_text(page.read_text(encoding="utf-8") + "\nWhy so slow.\n\n## By hand\n", encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert "old" not in text
    assert text.startswith("# Results\n\nBy hand.\n\n<!-- made by speed.py: Speed -->\n## Speed\n")
    assert text.endswith("new\n```\n<!-- end of Speed -->\n\nWhy so slow.\n\n## By hand\n")


def test_a_table_in_markdown_is_not_fenced(page: Path) -> None:
    with recorded(read_options("--record"), page=page):
        sys.stdout.write("| what | how fast |\n|---|---|\n| all | 1.0 |")
    (section,) = sections_of(page.read_text(encoding="utf-8"))
    assert section.text.endswith("--record\n\n| what | how fast |\n|---|---|\n| all | 1.0 |\n")


def test_a_new_section_goes_to_the_end() -> None:
    text = with_section("# Results\n", Section(script="a.py", title="A", text="first\n"))
    text = with_section(text, Section(script="b.py", title="B", text="second\n"))
    assert [section.title for section in sections_of(text)] == ["A", "B"]


def test_without_the_option_and_after_an_error_the_page_is_left_alone(page: Path) -> None:
    before = page.read_text(encoding="utf-8")
    with recorded(read_options(), page=page):
        sys.stdout.write("not asked for")
    with pytest.raises(SystemExit), recorded(read_options("--record"), page=page):
        sys.exit("half a table")
    assert page.read_text(encoding="utf-8") == before


def test_no_two_sections_bear_one_title() -> None:
    titles = [section.title for section in SECTIONS]
    assert len(titles) == len(set(titles))
    assert PAGE.read_text(encoding="utf-8").count("<!-- made by") == len(titles)


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_marked_as_made_by_a_script_can_be_made_by_it_again(script: str) -> None:
    told = subprocess.run(
        (sys.executable, str(BENCHMARKS / script), "--help"), capture_output=True, text=True, check=False
    )
    if "ModuleNotFoundError" in told.stderr:
        pytest.skip("needs an extra that is not installed")
    assert "--record" in told.stdout


def test_the_readme_says_of_every_section_which_script_makes_it() -> None:
    readme = (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    rows = [f"| {section.title} | `{section.script}` |" for section in SECTIONS]
    assert [row for row in rows if row not in readme] == []
