"""What the README, the changelog and the package say must be what the program does."""

import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from rich.text import Text
from typer.main import get_group

from audiobook import __version__, errors
from audiobook.assembly.profiles import PROFILES, ReleaseProfile
from audiobook.casting.cast_reading import parse_cast
from audiobook.casting.delivery_table import DELIVERY_TABLE, USUAL_STRENGTH
from audiobook.cli.app import app
from audiobook.model.delivery import Cue
from audiobook.scripting.vocabulary.manner_words import MANNER_ADVERBS, MANNER_VERBS

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, str]:
    """First sentence of every command's help, by the command's name."""
    return {
        command.callback.__name__: (command.callback.__doc__ or "").strip().splitlines()[0]
        for command in app.registered_commands
        if command.callback is not None
    }


@pytest.mark.parametrize(("name", "sentence"), sorted(commands().items()))
def test_the_readme_describes_each_command_as_its_help_does(name: str, sentence: str) -> None:
    rows = [line for line in README.splitlines() if line.startswith(f"| `audiobook {name}")]
    assert len(rows) == 1
    assert rows[0].endswith(f"| {sentence} |")


def test_the_readme_lists_no_command_that_is_not_there() -> None:
    listed = re.findall(r"^\| `audiobook (\w+)", README, re.MULTILINE)
    assert sorted(listed) == sorted(commands())


def test_the_readme_lists_every_exit_code() -> None:
    codes = {
        error.exit_code for error in vars(errors).values() if isinstance(error, type) and hasattr(error, "exit_code")
    }
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert listed == codes | {0}


@pytest.mark.parametrize("name", sorted(commands()))
def test_help_shows_every_bracket_that_was_written(name: str) -> None:
    """Rich takes "[book]" for a style and drops it; escaped it stays."""
    command = get_group(app).commands[name]
    texts = [text for parameter in command.params if (text := getattr(parameter, "help", None))]
    assert [text for text in texts if Text.from_markup(text).plain != text.replace("\\[", "[")] == []


def test_files_that_the_readme_links_to_are_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README) + re.findall(r'src="([^"]+)"', README)
    assert links
    assert [link for link in links if not (PROJECT / link).exists()] == []


def test_folders_and_files_that_the_architecture_names_are_there() -> None:
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:production|scripting|assembly|publishing|synthesis|tests)/[\w/.]+)`", text)
    assert named
    assert [name for name in named if not any((root / name).exists() for root in (PROJECT, PROJECT / "audiobook"))] == [
        "tests/a/test_b.py"  # stands for all of them
    ]
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [link for link in links if not (PROJECT / "docs" / link).exists()] == []


@pytest.mark.parametrize("name", ["make", "test"])
def test_the_readmes_two_commands_can_be_found_by_the_check(name: str) -> None:
    found = subprocess.run(
        [sys.executable, ".ci/readme_command.py", name], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert found.stdout.startswith("python3 -m venv .venv && ")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_the_table_of_profiles_says_what_they_do(profile: ReleaseProfile) -> None:
    text = (PROJECT / "docs" / "finished-sound.md").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith(f"| {profile.name} |"))
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        profile.name,
        f"{profile.rate_hz} Hz" if profile.rate_hz else "the voice's own",
        f"{profile.bit_rate_kbps} kb/s",
        f"{profile.target_lufs:g} LUFS",
        f"{profile.true_peak_dbtp:g} dBTP",
        f"{profile.pauses.head_ms / 1000:g} s",
        f"{profile.pauses.tail_ms / 1000:g} s",
        f"{profile.room_tone_dbfs:g} dBFS" if profile.room_tone_dbfs else "silence",
        profile.credits,
    ]


def test_the_example_of_an_own_profile_names_every_key_and_can_be_read() -> None:
    text = (PROJECT / "docs" / "finished-sound.md").read_text(encoding="utf-8")
    example = next(block for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[profiles." in block)
    (own,) = parse_cast(example, file="example").mastering.profiles
    assert [field.name for field in fields(own.changes) if getattr(own.changes, field.name) is None] == []


def test_the_changelog_speaks_of_this_version() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changelog, re.MULTILINE)


def test_every_dependency_has_its_licence_in_the_notice() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notice = (PROJECT / "NOTICE.md").read_text(encoding="utf-8").lower()
    names = [re.split(r"[<>=;\[ ]", requirement)[0].lower() for requirement in project["dependencies"]]
    assert [name for name in names if name not in notice] == []


DELIVERY = (PROJECT / "docs" / "delivery.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("cue", Cue)
def test_the_table_of_cues_says_what_is_done(cue: Cue) -> None:
    row = next(line for line in DELIVERY.splitlines() if line.startswith(f"| {cue} |"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    done = DELIVERY_TABLE[cue]
    values = (done.rate_percent, done.pitch_percent, done.volume_db, done.pause_ms / 1000)
    assert cells[2:] == [*(f"{value:g}" if value else "" for value in values), done.effect or ""]


def test_the_table_of_cues_names_no_word_that_is_not_known() -> None:
    for cue in Cue:
        row = next(line for line in DELIVERY.splitlines() if line.startswith(f"| {cue} |"))
        words = re.findall(r"[a-z]+(?:ed|ly)\b", row.strip("|").split("|")[1])
        listed = {**MANNER_VERBS, **MANNER_ADVERBS}
        assert {listed[word] for word in words} <= {cue}


def test_the_deliveries_in_the_documents_can_be_read() -> None:
    text = "".join(block for block in re.findall(r"```toml\n(.*?)```", DELIVERY, re.DOTALL) if "[characters" in block)
    assert len(parse_cast(text, file="docs").deliveries) == 1


def test_the_documents_name_the_usual_strength() -> None:
    assert f"strength = {USUAL_STRENGTH:g} " in DELIVERY
