import json
from pathlib import Path

import pytest

from audiobook.engines.piper_voices import find_voice, list_voices
from audiobook.errors import EngineError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, speakers in (("one", 1), ("many", 3)):
        (tmp_path / f"{name}.onnx").write_bytes(b"model")
        description = {"audio": {"sample_rate": 22050}, "num_speakers": speakers, "speaker_id_map": {"p225": 2}}
        (tmp_path / f"{name}.onnx.json").write_text(json.dumps(description), encoding="utf-8")
    return tmp_path


def test_files_are_listed_with_their_speakers(folder: Path) -> None:
    (folder / "alone.onnx").write_bytes(b"a model without its description")
    many = folder / "many.onnx"
    assert list_voices(folder) == (f"{many}#0", f"{many}#1", f"{many}#2", str(folder / "one.onnx"))


@pytest.mark.parametrize(
    ("voice", "speaker_id"), [("one.onnx", None), ("many.onnx", 0), ("many.onnx#1", 1), ("many.onnx#p225", 2)]
)
def test_a_speaker_is_named_by_number_or_name(folder: Path, voice: str, speaker_id: int | None) -> None:
    assert find_voice(voice, folder).speaker_id == speaker_id
    assert find_voice(str(folder / voice), None).speaker_id == speaker_id


@pytest.mark.parametrize(
    "voice", ["nobody.onnx", "one", "one.onnx#1", "many.onnx#3", "many.onnx#-1", "many.onnx#x", ""]
)
def test_a_voice_that_is_not_there_is_an_error_that_names_it(folder: Path, voice: str) -> None:
    with pytest.raises(EngineError, match="is unknown to piper"):
        find_voice(voice, folder)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"audio": 1}', '{"audio": {"sample_rate": 0}, "num_speakers": "x"}'])
def test_a_broken_description_is_an_error_that_names_the_file(folder: Path, text: str) -> None:
    (folder / "one.onnx.json").write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match=r"one\.onnx\.json: this is no description"):
        find_voice("one.onnx", folder)


def test_a_voice_that_would_fetch_more_is_refused(folder: Path) -> None:
    description = {"audio": {"sample_rate": 22050}, "num_speakers": 1, "phoneme_type": "pinyin"}
    (folder / "one.onnx.json").write_text(json.dumps(description), encoding="utf-8")
    with pytest.raises(EngineError, match="pinyin"):
        find_voice("one.onnx", folder)
