"""Segments from drafts: who speaks each line, how sure that is, and why.

Knows what attribution and a person said; refuses to weigh evidence itself.
"""

from collections.abc import Mapping
from typing import NamedTuple

from audiobook.model.delivery import Cue
from audiobook.model.script import NARRATOR, UNKNOWN, Correction, KnownCharacter, Segment, SegmentKind
from audiobook.scripting.attribution.result import AttributedBook, Attribution
from audiobook.scripting.characters.names_in_script import NameBook
from audiobook.scripting.drafts import Draft, Place

CORRECTED = "corrected by hand"
_UTTERED = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})
_SENTENCES = 3
"""So many reasons are enough for a person."""

_WHY_NARRATED = {
    SegmentKind.HEADING: "a heading",
    SegmentKind.NARRATION: "narration: outside the marks of speech",
    SegmentKind.NOTE: "a note, read aloud because notes were asked for",
}
_WHY_READ_OUT = "narration: what is written, read out"
_WHY_SILENT = {
    SegmentKind.SCENE_BREAK: "a scene break: heard as a pause",
    SegmentKind.NOTE: "a note to the reader",
}


class _Voice(NamedTuple):
    """What a draft lacks to be a segment."""

    speakers: tuple[str, ...]
    confidence: float | None
    evidence: str
    worth: float = 0.0


class SegmentWriter:
    """Turns the drafts of one book into segments."""

    def __init__(
        self,
        book: AttributedBook,
        known: tuple[KnownCharacter, ...],
        corrections: Mapping[Place, Correction],
        *,
        speak_notes: bool,
    ) -> None:
        self._attributions = book.attributions
        self._names = NameBook(book.characters, known)
        self._corrections = corrections
        self._speak_notes = speak_notes

    def write(self, draft: Draft, id_: str) -> Segment:
        """Write one segment; the draft's kind is what it is after corrections."""
        voice = self._voice(draft)
        return Segment(
            id=id_,
            chapter=draft.chapter,
            paragraph=draft.paragraph,
            kind=draft.kind,
            source=draft.source,
            start=draft.start,
            end=draft.end,
            text=draft.text,
            speaker=voice.speakers[0] if voice.speakers else None,
            speakers=voice.speakers,
            confidence=voice.confidence,
            evidence=voice.evidence,
            spoken=bool(voice.speakers),
            worth=voice.worth,
            manner=(Cue.READ_ALOUD,) if draft.is_writing and draft.kind is SegmentKind.NARRATION else (),
            keeps_lines=draft.keeps_lines,
        )

    def _voice(self, draft: Draft) -> _Voice:
        correction = self._corrections.get(draft.place)
        is_break = draft.kind is SegmentKind.SCENE_BREAK
        if correction is not None and correction.speaker is not None and not is_break:
            return self._corrected_voice(draft, correction.speakers or (correction.speaker,))
        if draft.kind in _UTTERED:
            return self._attributed_voice(self._attributions.get(draft.place))
        by_hand = correction is not None
        if is_break or (draft.kind is SegmentKind.NOTE and not self._reads_aloud(draft)):
            reason = draft.reason or _WHY_SILENT[draft.kind]
            return _Voice((), None, f"{CORRECTED}: {reason}" if by_hand else reason)
        why = _WHY_READ_OUT if draft.is_writing else _WHY_NARRATED[draft.kind]
        return _Voice((NARRATOR,), None, CORRECTED if by_hand else why)

    def _reads_aloud(self, draft: Draft) -> bool:
        return self._speak_notes and not draft.is_label

    def _corrected_voice(self, draft: Draft, speakers: tuple[str, ...]) -> _Voice:
        names = tuple(dict.fromkeys(map(self._names.main_name, speakers)))
        who = f"{' and '.join(names)} {'say' if len(names) > 1 else 'says'} this"
        return _Voice(names, 1.0 if draft.kind in _UTTERED else None, f"{CORRECTED}: {who}")

    def _attributed_voice(self, attribution: Attribution | None) -> _Voice:
        if attribution is None or not attribution.speakers:
            return _Voice((UNKNOWN,), 0.0, "nothing in the text says who")
        speakers = tuple(dict.fromkeys(self._names.main_name(name) for name in attribution.speakers))
        sentences = [evidence.sentence for evidence in attribution.evidence[:_SENTENCES]]
        why = "; ".join(sentences) or "nothing in the text says who"
        return _Voice(speakers, attribution.confidence, why, attribution.worth)
