"""A check by name, in one profile or all, in this process or several."""

from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.assembly.release_file import RELEASE_FILE, write_release
from audiobook.errors import OutputError, ReleaseLostError, UsageError
from audiobook.production.progress import SilentProgress
from audiobook.production.release.checking import CheckOptions, check_release, write_check_page
from audiobook.production.release.finding import find_release
from audiobook.workspace.paths import Workspace
from tests.assembly.checking.releases import release_book


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    release_book(tmp_path / "build" / "ferry")
    return Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")


def options(profile: str | None = None, jobs: int = 1) -> CheckOptions:
    return CheckOptions(profile=profile, jobs=jobs)


def test_a_release_is_held_against_its_own_profile(workspace: Workspace) -> None:
    found = check_release(Path("ferry"), workspace, options(), progress=SilentProgress())
    assert [verdict.profile for verdict in found.verdicts] == ["podcast"]
    assert found.passes


def test_all_means_every_profile_and_the_release_passes_only_its_own(workspace: Workspace) -> None:
    found = check_release(Path("ferry"), workspace, options("all"), progress=SilentProgress())
    assert {verdict.profile: verdict.passes for verdict in found.verdicts} == {
        "podcast": True,
        "librivox": False,
        "acx": False,
    }
    assert not found.passes


def test_several_processes_find_the_same(workspace: Workspace) -> None:
    alone = check_release(Path("ferry"), workspace, options(), progress=SilentProgress())
    assert check_release(Path("ferry"), workspace, options(jobs=2), progress=SilentProgress()) == alone


def test_ones_own_profile_is_read_from_the_cast_file(workspace: Workspace) -> None:
    workspace.voices_dir.mkdir()
    workspace.cast_file("ferry").write_text('[book]\ntitle = "x"\n[profiles.quiet]\ntarget_lufs = -26.0\n')
    found = check_release(Path("ferry"), workspace, options("quiet"), progress=SilentProgress())
    assert not found.passes


def test_an_unknown_profile_is_named_with_those_there_are(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="no profile 'loud'") as caught:
        check_release(Path("ferry"), workspace, options("loud"), progress=SilentProgress())
    assert "podcast, librivox, acx" in str(caught.value.hint)


def test_a_profile_that_is_gone_is_told(workspace: Workspace) -> None:
    release = find_release(Path("ferry"), workspace)
    write_release(replace(release, profile="mine"))
    with pytest.raises(UsageError, match="made in the profile 'mine'"):
        check_release(Path("ferry"), workspace, options(), progress=SilentProgress())


@pytest.mark.parametrize("name", ["ferry", "Ferry", "seeds/ferry.txt"])
def test_a_release_is_found_by_name_and_by_manuscript(workspace: Workspace, name: str) -> None:
    assert find_release(Path(name), workspace).book == "ferry"


def test_a_release_is_found_by_its_folder(workspace: Workspace) -> None:
    folder = workspace.release_folder("ferry")
    assert find_release(folder, Workspace(build_dir=Path("none"), voices_dir=Path("none"))).folder == folder
    assert find_release(folder / RELEASE_FILE, workspace).folder == folder


@pytest.mark.parametrize("name", ["lex", "x" * 5000, "", ".", "/"])
def test_a_release_that_is_not_there_is_told_with_those_that_are(workspace: Workspace, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_release(Path(name), workspace)
    assert caught.value.hint == "there are: ferry"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "broken"),
        ('"a text"', "another version"),
        ('{"format": "audiobook-release 9"}', "another version"),
        ('{"format": "audiobook-release 1"}', "broken"),
        ("[" * 100_000, "broken"),
    ],
)
def test_a_release_that_cannot_be_read_is_told(workspace: Workspace, content: str, why: str) -> None:
    path = workspace.release_folder("ferry") / RELEASE_FILE
    path.write_text(content)
    with pytest.raises(ReleaseLostError, match=why) as caught:
        find_release(Path("ferry"), workspace)
    assert str(path) in caught.value.message
    assert "audiobook make" in str(caught.value.hint)


def test_a_page_is_written_and_written_again_but_never_over_something_else(
    workspace: Workspace, tmp_path: Path
) -> None:
    found = check_release(Path("ferry"), workspace, options(), progress=SilentProgress())
    page = tmp_path / "pages" / "check.html"
    write_check_page(found, page)
    write_check_page(found, page)
    assert page.read_bytes().startswith(b"<!doctype html>")
    novel = tmp_path / "novel.txt"
    novel.write_text("Once upon a time.")
    with pytest.raises(UsageError, match="something else"):
        write_check_page(found, novel)
    assert novel.read_text() == "Once upon a time."
    with pytest.raises((OutputError, UsageError)):
        write_check_page(found, tmp_path)
