from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.opinions.answers_cache import AnswersCache
from audiobook.opinions.protocol import Choice, Question
from tests.opinions.told import A_QUESTION, labels

ANSWER = labels(n2="Piet", n3="Anna")
FOREIGN = b'{"format": "audiobook-opinion 1", "key": "0", "labels": [[2, "Piet"]]}'


@pytest.fixture
def cache(tmp_path: Path) -> AnswersCache:
    cache = AnswersCache(tmp_path, "told 1")
    cache.keep(A_QUESTION, ANSWER)
    return cache


def only_file(folder: Path) -> Path:
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    return file


def test_a_kept_answer_is_read_again(cache: AnswersCache, tmp_path: Path) -> None:
    assert cache.read(A_QUESTION) == ANSWER
    assert AnswersCache(tmp_path, "told 1").read(A_QUESTION) == ANSWER


@pytest.mark.parametrize(
    "other",
    [
        replace(A_QUESTION, asked=(2,)),
        replace(A_QUESTION, choices=(*A_QUESTION.choices, Choice(name="Zoe"))),
        replace(A_QUESTION, spans=(replace(A_QUESTION.spans[0], text="Anna left."), *A_QUESTION.spans[1:])),
        replace(A_QUESTION, spans=(replace(A_QUESTION.spans[0], speaker="Anna"), *A_QUESTION.spans[1:])),
        replace(A_QUESTION, complaint="no"),
    ],
)
def test_another_question_has_no_answer(cache: AnswersCache, other: Question) -> None:
    assert cache.read(other) is None


def test_another_source_has_no_answer(cache: AnswersCache, tmp_path: Path) -> None:
    assert AnswersCache(tmp_path, "told 2").read(A_QUESTION) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b"[]", b"null", b"[" * 9000, b'{"labels": [[2, "Piet"]]}', FOREIGN],
)
def test_a_damaged_file_counts_as_absent(cache: AnswersCache, tmp_path: Path, content: bytes) -> None:
    only_file(tmp_path).write_bytes(content)
    assert cache.read(A_QUESTION) is None


@pytest.mark.parametrize("damage", [('"Piet"', "7"), ('"Piet"', '"Piet", 1'), ("2,", '"2",')])
def test_rows_that_are_no_labels_count_as_absent(cache: AnswersCache, tmp_path: Path, damage: tuple[str, str]) -> None:
    file = only_file(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace(*damage, 1), encoding="utf-8")
    assert cache.read(A_QUESTION) is None


def test_a_kept_answer_replaces_a_damaged_one(cache: AnswersCache, tmp_path: Path) -> None:
    only_file(tmp_path).write_bytes(b"{")
    cache.keep(A_QUESTION, ANSWER)
    assert cache.read(A_QUESTION) == ANSWER


def test_a_folder_that_cannot_be_made_costs_only_the_answer(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("in the way", encoding="utf-8")
    cache = AnswersCache(tmp_path / "answers", "told 1")
    cache.keep(A_QUESTION, ANSWER)
    assert cache.read(A_QUESTION) is None
