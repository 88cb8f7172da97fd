import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audiobook.errors import OutputError
from audiobook.publishing.resource import Resource, resource_of_bytes, resource_of_file, with_version
from audiobook.publishing.static_export import SITE_FILE, export_site

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def page(text: str = "hello", path: str = "index.html") -> Resource:
    return resource_of_bytes(path, text.encode(), media_type="text/html", modified=LONG_AGO)


def sound(folder: Path, text: str = "sound", name: str = "01.mp3") -> Resource:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return with_version(resource_of_file(f"ferry/{name}", file, media_type="audio/mpeg"))


def site(*resources: Resource) -> Mapping[str, Resource]:
    return {resource.path: resource for resource in resources}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SITE_FILE
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_the_folder_holds_the_site_and_nothing_else(tmp_path: Path, target: Path) -> None:
    resources = site(page(), sound(tmp_path))
    done = export_site(resources, target)
    assert set(files_in(target)) == set(resources) == set(done.written)


def test_what_is_unchanged_is_not_written_again(tmp_path: Path, target: Path) -> None:
    resources = site(page(), sound(tmp_path))
    export_site(resources, target)
    before = {path: path.stat().st_ino for path in target.rglob("*.*") if path.name != SITE_FILE}
    done = export_site(resources, target)
    assert (done.written, done.removed) == ((), ())
    assert {path: path.stat().st_ino for path in before} == before


def test_a_page_of_the_same_length_with_other_words_is_written(target: Path) -> None:
    export_site(site(page("hello")), target)
    assert export_site(site(page("howdy")), target).written == ("index.html",)
    assert files_in(target) == {"index.html": b"howdy"}


def test_an_earlier_version_goes_with_its_folder(tmp_path: Path, target: Path) -> None:
    before = sound(tmp_path, "before")
    export_site(site(page(), before), target)
    after = sound(tmp_path, "after")
    done = export_site(site(page(), after), target)
    assert (done.written, done.removed) == ((after.path,), (before.path,))
    assert not (target / before.path).parent.exists()


def test_a_persons_own_file_in_the_folder_is_neither_overwritten_nor_removed(target: Path) -> None:
    export_site(site(page()), target)
    own = target / "ferry" / "notes.txt"
    own.parent.mkdir()
    own.write_text("mine")
    export_site(site(page("new")), target)
    assert own.read_text() == "mine"
    with pytest.raises(OutputError, match=r"notes\.txt: this file does not come from here"):
        export_site(site(page("x", "ferry/notes.txt")), target)
    assert own.read_text() == "mine"


def test_a_folder_that_holds_other_things_is_refused_untouched(target: Path) -> None:
    target.mkdir()
    (target / "thesis.doc").write_text("mine")
    with pytest.raises(OutputError, match=r"such as thesis\.doc"):
        export_site(site(page()), target)
    assert files_in(target) == {"thesis.doc": b"mine"}


def test_a_folder_with_hidden_files_only_counts_as_empty(target: Path) -> None:
    (target / ".git").mkdir(parents=True)
    export_site(site(page()), target)
    assert (target / ".git").is_dir()


@pytest.mark.parametrize(
    "files",
    ['["../../etc/passwd"]', '["/etc/passwd"]', '[".git/config"]', '["a/../b"]', '["a//b"]', "[1]", "7", '["a\\\\b"]'],
)
def test_a_list_of_files_that_leads_elsewhere_is_not_believed(target: Path, files: str) -> None:
    target.mkdir()
    (target / SITE_FILE).write_text(f'{{"format": "audiobook-site 1", "files": {files}}}')
    with pytest.raises(OutputError, match="damaged"):
        export_site(site(page()), target)


def test_no_link_leads_out_of_the_folder(tmp_path: Path, target: Path) -> None:
    export_site(site(page()), target)
    outside = tmp_path / "outside"
    outside.mkdir()
    (target / "ferry").symlink_to(outside)
    with pytest.raises(OutputError, match="a link leads out"):
        export_site(site(page(), page("x", "ferry/index.html")), target)
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path, target: Path) -> None:
    export_site(site(page()), target)
    precious = tmp_path / "precious"
    precious.write_text("hello")
    (target / "index.html").unlink()
    (target / "index.html").symlink_to(precious)
    export_site(site(page()), target)
    assert not (target / "index.html").is_symlink()
    export_site(site(page("other")), target)
    assert precious.read_text() == "hello"


def test_a_chapter_changed_after_it_was_made_is_not_published(tmp_path: Path, target: Path) -> None:
    resource = sound(tmp_path, "sound")
    (tmp_path / "01.mp3").write_text("noise")
    with pytest.raises(OutputError, match="not the file that was made"):
        export_site(site(page(), resource), target)
    assert files_in(target) == {}


def test_an_export_that_was_cut_short_goes_on_where_it_was(tmp_path: Path, target: Path) -> None:
    lost = sound(tmp_path)
    (tmp_path / "01.mp3").unlink()
    with pytest.raises(OutputError, match="cannot be read"):
        export_site(site(page(), lost, sound(tmp_path, "other", "00.mp3")), target)
    done = export_site(site(page(), sound(tmp_path), sound(tmp_path, "other", "00.mp3")), target)
    assert len(done.unchanged) == 1
    assert len(files_in(target)) == 3


def test_feeds_are_written_last(tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr("audiobook.publishing.static_export._write", lambda resource, _: order.append(resource.path))
    audio = sound(tmp_path)
    export_site(site(page("", "ferry/feed.xml"), page(), audio), target)
    assert order == [audio.path, "index.html", "ferry/feed.xml"]


def test_the_list_of_files_says_what_it_is(target: Path) -> None:
    export_site(site(page()), target)
    assert json.loads((target / SITE_FILE).read_text()) == {"format": "audiobook-site 1", "files": ["index.html"]}


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(OutputError):
        export_site(site(page()), tmp_path / "site")
    assert (tmp_path / "site").read_text() == "mine"
