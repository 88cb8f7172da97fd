import pytest

from audiobook.errors import EngineError
from audiobook.synthesis.speaking_processes import share_memory


def test_engines_without_models_speak_in_every_process() -> None:
    shared = share_memory(8, {"pyttsx3": 0}, free_mib=300)
    assert shared.most_for("pyttsx3") is None
    assert not shared.note


@pytest.mark.parametrize(("free_mib", "count"), [(100_000, 8), (8_000, 6), (2_000, 1), (1_400, 1)])
def test_as_many_processes_load_models_as_memory_allows(free_mib: int, count: int) -> None:
    shared = share_memory(8, {"kokoro": 1200, "pyttsx3": 0}, free_mib=free_mib)
    assert shared.most_for("kokoro") == count
    assert shared.most_for("pyttsx3") is None


def test_fewer_processes_than_there_are_is_told_with_its_reason() -> None:
    note = share_memory(4, {"hibari": 360, "piper": 720}, free_mib=3000).note
    assert note == "2 of 4 processes speak with hibari (360 MiB) and piper (720 MiB) each: 3000 MiB of memory are free"


def test_too_little_memory_for_one_process_is_an_error_that_names_all_figures() -> None:
    with pytest.raises(EngineError, match=r"piper \(720 MiB\) needs 920 MiB .* 800 MiB are free") as caught:
        share_memory(4, {"piper": 720}, free_mib=800)
    assert "fewer characters" in (caught.value.hint or "")


def test_where_the_system_does_not_tell_all_may() -> None:
    assert share_memory(4, {"piper": 720}, free_mib=None).most_for("piper") == 4
