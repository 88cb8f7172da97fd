import hashlib
import io
import random
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audiobook.endpoints.downloading import Patience
from audiobook.engines.installing import Installation, fetch, take
from audiobook.engines.model_files import ModelFile, ModelSet
from audiobook.engines.part_file import PartFile, part_path
from audiobook.errors import EngineError, OutputError, UsageError
from tests.endpoints.file_server import FileServer, Manner, serving_files

FILES = {
    "onnx/model.onnx": random.Random(1).randbytes(400_000),
    "voices/ann.bin": random.Random(2).randbytes(5_000),
    "voices/bob.bin": random.Random(3).randbytes(5_000),
}
QUICK = Patience(silence_s=0.3, attempts=2, first_wait_s=0.01)


def known(path: str) -> ModelFile:
    return ModelFile(path=path, size_bytes=len(FILES[path]), sha256=hashlib.sha256(FILES[path]).hexdigest())


class Counter:
    """Adds up what it is told."""

    def __init__(self) -> None:
        self.bytes = 0

    def __call__(self, amount: int) -> None:
        self.bytes += amount


@pytest.fixture
def told() -> Counter:
    return Counter()


@pytest.fixture
def installation(tmp_path: Path, told: Counter) -> Installation:
    models = ModelSet(name="robot", home="http://nowhere", files=tuple(map(known, FILES)))
    return Installation(models=models, folder=tmp_path / "models" / "robot", on_bytes=told)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    monkeypatch.setenv("no_proxy", "*")
    with serving_files(FILES) as running:
        yield running


def fetch_all(installation: Installation, server: FileServer) -> None:
    fetch(installation, installation.missing(), home=f"{server.url}/", patience=QUICK)


def contents(installation: Installation) -> dict[str, bytes]:
    folder = installation.folder
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_fetched_and_counted(installation: Installation, server: FileServer, told: Counter) -> None:
    fetch_all(installation, server)
    assert contents(installation) == FILES
    assert told.bytes == installation.models.size_bytes
    assert installation.missing() == ()


def test_only_what_is_missing_or_damaged_is_fetched(installation: Installation, server: FileServer) -> None:
    fetch_all(installation, server)
    (installation.folder / "voices/ann.bin").write_bytes(bytes(5_000))
    (installation.folder / "voices/bob.bin").unlink()
    server.asked.clear()
    fetch_all(installation, server)
    assert [path for path, _ in server.asked] == ["/voices/ann.bin", "/voices/bob.bin"]
    assert contents(installation) == FILES


def test_what_broke_off_goes_on_next_time(installation: Installation, server: FileServer, told: Counter) -> None:
    server.manners = [Manner(cut_after=150_000), Manner(status=404), Manner()]
    with pytest.raises(EngineError, match="HTTP 404"):
        fetch_all(installation, server)
    assert contents(installation) == {"onnx/model.onnx.part": FILES["onnx/model.onnx"][:150_000]}
    fetch_all(installation, server)
    assert contents(installation) == FILES
    assert ("/onnx/model.onnx", "bytes=150000-") in server.asked


def test_wrong_bytes_never_appear_under_the_name(installation: Installation, server: FileServer, told: Counter) -> None:
    server.manners = [Manner(content=bytes(400_000))]
    with pytest.raises(EngineError, match="is another file: its sha256 is") as caught:
        fetch_all(installation, server)
    assert "thrown away" in str(caught.value.hint)
    assert contents(installation) == {}
    assert told.bytes == 0


def test_a_spoilt_part_is_fetched_anew_at_once(installation: Installation, server: FileServer) -> None:
    part = PartFile(known("onnx/model.onnx"), installation.folder, on_bytes=lambda _: None)
    part.append(bytes(100_000))
    fetch_all(installation, server)
    assert contents(installation) == FILES


def test_a_part_longer_than_the_file_is_thrown_away(installation: Installation, server: FileServer) -> None:
    path = part_path(installation.folder / "voices/ann.bin")
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(6_000))
    fetch_all(installation, server)
    assert contents(installation) == FILES


def test_a_full_disk_is_said_before_anything_is_fetched(
    installation: Installation, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("usage", (), {"free": 10_000_000})
    monkeypatch.setattr("audiobook.engines.installing.shutil.disk_usage", lambda _: usage)
    with pytest.raises(OutputError, match="0 MB are needed here, and 10 MB are free") as caught:
        fetch_all(installation, server)
    assert "AUDIOBOOK_DATA" in str(caught.value.hint)
    assert server.asked == []


def as_folder(place: Path) -> Path:
    folder = place / "mine"
    (folder / "deep").mkdir(parents=True)
    for number, data in enumerate(FILES.values()):
        (folder / "deep" / f"{number}").write_bytes(data)
    (folder / "other.bin").write_bytes(random.Random(4).randbytes(5_000))
    return folder


def as_tar(place: Path) -> Path:
    path = place / "package.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, data in {"package/readme": b"", "../../evil.bin": bytes(5_000), **FILES}.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def as_zip(place: Path) -> Path:
    path = place / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"../evil.bin": bytes(5_000), **FILES}.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("pack", [as_folder, as_tar, as_zip])
def test_files_are_found_by_their_bytes_wherever_they_are(
    installation: Installation, told: Counter, tmp_path: Path, pack: Callable[[Path], Path]
) -> None:
    source = pack(tmp_path)
    before = sorted(tmp_path.rglob("evil*"))
    assert take(installation, installation.missing(), source) == ()
    assert contents(installation) == FILES
    assert told.bytes == installation.models.size_bytes
    assert sorted(tmp_path.rglob("evil*")) == before


def test_a_single_file_is_taken_and_the_rest_named(installation: Installation, tmp_path: Path) -> None:
    path = tmp_path / "whatever.bin"
    path.write_bytes(FILES["voices/bob.bin"])
    left = take(installation, installation.missing(), path)
    assert [file.path for file in left] == ["onnx/model.onnx", "voices/ann.bin"]
    assert contents(installation) == {"voices/bob.bin": FILES["voices/bob.bin"]}


def test_a_file_with_one_wrong_bit_is_not_taken(installation: Installation, tmp_path: Path) -> None:
    folder = as_folder(tmp_path)
    data = bytearray(FILES["onnx/model.onnx"])
    data[399_999] ^= 1
    (folder / "deep" / "0").write_bytes(data)
    left = take(installation, installation.missing(), folder)
    assert [file.path for file in left] == ["onnx/model.onnx"]
    assert "incoming" not in contents(installation)


def test_a_torn_tar_archive_is_an_error(installation: Installation, tmp_path: Path) -> None:
    source = as_tar(tmp_path)
    source.write_bytes(source.read_bytes()[:200_000])
    with pytest.raises(EngineError, match=r"package\.tgz: this archive is broken"):
        take(installation, installation.missing(), source)
    assert contents(installation) == {}


def test_a_zip_archive_without_its_end_has_nothing_to_offer(installation: Installation, tmp_path: Path) -> None:
    source = as_zip(tmp_path)
    source.write_bytes(source.read_bytes()[:200_000])
    assert len(take(installation, installation.missing(), source)) == len(FILES)


def test_a_flipped_byte_within_a_zip_is_an_error(installation: Installation, tmp_path: Path) -> None:
    source = as_zip(tmp_path)
    data = bytearray(source.read_bytes())
    data[200_000] ^= 0xFF
    source.write_bytes(data)
    with pytest.raises(EngineError, match=r"package\.zip: this archive is broken"):
        take(installation, installation.missing(), source)


def test_a_source_that_is_not_there_is_an_error(installation: Installation, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        take(installation, installation.missing(), tmp_path / "nothing")
