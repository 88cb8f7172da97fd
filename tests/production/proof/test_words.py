"""The proof must notice every loss that could happen, and nothing else."""

from dataclasses import replace

import pytest

from audiobook.model.manuscript import Block, BlockKind, Chapter, Manuscript, SourceFormat, SourceText
from audiobook.model.script import Script, Segment, SegmentKind
from audiobook.production.proof import words
from audiobook.production.proof.words import prove_words
from audiobook.scripting.script_writer import write_script
from audiobook.synthesis.spoken_text import SpokenSentence, spoken_of

PARAGRAPHS = (
    '"Come in, Dr. Vane," said Anna. "The house is warm."',
    "He hung up his well-known hat; it was _Un_usual &amp; [blue](http://hats.example/blue).",
    '"Thank you," said the doctor.',
)
TEXT = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def script() -> Script:
    starts = [TEXT.index(paragraph) for paragraph in PARAGRAPHS]
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, source="a.txt", start=start, end=start + len(paragraph))
        for start, paragraph in zip(starts, PARAGRAPHS, strict=True)
    )
    return write_script(
        Manuscript(
            book="a",
            title="A",
            author=None,
            language="en",
            sources=(SourceText(name="a.txt", text=TEXT, encoding="utf-8", format=SourceFormat.PLAIN),),
            chapters=(Chapter(number=1, title="Chapter 1", blocks=blocks),),
        )
    )


def is_whole(script: Script) -> bool:
    return not prove_words(script, {"a.txt": TEXT}).losses


def test_a_script_that_says_everything_passes_and_lists_markup(script: Script) -> None:
    found = prove_words(script, {"a.txt": TEXT})
    assert found.losses == ()
    assert {place.reason for place in found.skipped} == {"HTML character code", "address of a link"}
    assert found.total_words == found.spoken_words + sum(place.words for place in found.skipped)


def test_a_dropped_a_doubled_and_a_moved_segment_are_noticed(script: Script) -> None:
    segments = script.segments
    assert not is_whole(replace(script, segments=segments[:-1]))
    assert not is_whole(replace(script, segments=(*segments, segments[-1])))
    assert not is_whole(replace(script, segments=(segments[1], segments[0], *segments[2:])))


def test_a_changed_word_is_noticed(script: Script) -> None:
    first = script.segments[0]
    changed = replace(first, text=first.text.replace("Come", "Go"))
    assert not is_whole(replace(script, segments=(changed, *script.segments[1:])))


def test_speech_that_is_not_spoken_is_noticed_whatever_its_evidence_says(script: Script) -> None:
    first = script.segments[0]
    assert first.kind is SegmentKind.DIALOGUE
    silent = replace(first, spoken=False, speaker=None, speakers=())
    assert not is_whole(replace(script, segments=(silent, *script.segments[1:])))


def test_a_segment_without_a_speaker_or_in_a_chapter_that_is_not_there_is_noticed(script: Script) -> None:
    last = script.segments[-1]
    assert not is_whole(replace(script, segments=(*script.segments[:-1], replace(last, speaker=None))))
    assert not is_whole(replace(script, segments=(*script.segments[:-1], replace(last, chapter=2))))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Doctor", "Banana"),
        ("Doctor", "Lex Luthor is"),
        ("house", "hou se"),
        ("The house is warm.", ""),
        ("warm", "warm warm"),
        ("well-known hat", "hat well-known"),
    ],
)
def test_other_words_than_the_authors_are_noticed(
    script: Script, monkeypatch: pytest.MonkeyPatch, written: str, said: str
) -> None:
    def misspeak(segment: Segment, language: str) -> tuple[SpokenSentence, ...]:
        sentences = spoken_of(segment, language)
        return tuple(replace(sentence, text=sentence.text.replace(written, said)) for sentence in sentences)

    monkeypatch.setattr(words, "spoken_of", misspeak)
    assert not is_whole(script)
