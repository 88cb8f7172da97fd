"""What of a chapter's sound has changed since it was made, in words a person knows.

Decides from two lists of ingredients; refuses to read anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from audiobook.model.ingredients import ChapterIngredients, LineIngredients, SpeakerVoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is different.

    Attributes:
        what: "text", "speaker", "voice", "delivery", "pronunciation", "engine", "volume", "pause", "effect",
            "profile", "title", "cover" and so on.
        before: None if there was nothing.
    """

    what: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLine:
    """A line that is not as it was made.

    Attributes:
        text: its words as they are now; of a line that is gone, as they were.
        must_be_spoken: its take has another key now; else only the mix changes.
    """

    speaker: str
    text: str
    changes: tuple[Change, ...]
    must_be_spoken: bool


Voices = Mapping[str, SpeakerVoice]

_NEW = "new line"
_GONE = "line gone"


def compare_rendering(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """Find what of versions and profile has changed; a profile's values are named one by one."""
    return tuple(_differing(_flat(before), _flat(after)))


def compare_lines(before: ChapterIngredients, after: ChapterIngredients) -> tuple[ChangedLine, ...]:
    """Find every line that is not as it was, in reading order; what was moved within the chapter is found twice."""
    lines = []
    for old, new in _pairs(before.lines, after.lines):
        changes = _changes(old, new, before.voices, after.voices)
        shown = new or old
        if changes and shown is not None:
            must_be_spoken = new is not None and (old is None or old.key != new.key)
            lines.append(
                ChangedLine(speaker=shown.speaker, text=shown.written, changes=changes, must_be_spoken=must_be_spoken)
            )
    return tuple(lines)


def _flat(values: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield Change(what=name, before=_shown(before.get(name)), after=_shown(after.get(name)))


def _shown(value: object) -> str | None:
    return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)


Pair = tuple[LineIngredients | None, LineIngredients | None]


def _pairs(before: Sequence[LineIngredients], after: Sequence[LineIngredients]) -> Iterator[Pair]:
    """Say which line is which: first whatever has its words still, then in order."""
    matcher = SequenceMatcher(None, [line.written for line in before], [line.written for line in after], autojunk=False)
    for how, start, end, new_start, new_end in matcher.get_opcodes():
        olds: list[LineIngredients | None] = [*before[start:end]]
        news: list[LineIngredients | None] = [*after[new_start:new_end]]
        if how == "replace":
            longest = max(len(olds), len(news))
            olds += [None] * (longest - len(olds))
            news += [None] * (longest - len(news))
        yield from zip(olds or [None] * len(news), news or [None] * len(olds), strict=True)


def _changes(
    old: LineIngredients | None, new: LineIngredients | None, voices_before: Voices, voices_after: Voices
) -> tuple[Change, ...]:
    if old is None or new is None:
        return (Change(what=_NEW if old is None else _GONE),) if old is not new else ()
    if old == new:
        return ()
    voices = (voices_before.get(old.speaker), voices_after.get(new.speaker))
    changes = (*_of_words(old, new), *_of_voice(old, new, *voices), *_of_mix(old, new, *voices))
    return changes or (Change(what="the program's version"),)


def _of_words(old: LineIngredients, new: LineIngredients) -> Iterator[Change]:
    if old.written != new.written:
        yield _worded("text", old.written, new.written)
    elif old.said != new.said:
        yield _worded("pronunciation", old.said, new.said)
    if old.speaker != new.speaker:
        yield Change(what="speaker", before=old.speaker, after=new.speaker)


def _worded(what: str, before: str, after: str) -> Change:
    """Name the words that differ, and none of those around them."""
    words = before.split(), after.split()
    matcher = SequenceMatcher(None, *words, autojunk=False)
    parts = [codes[1:] for codes in matcher.get_opcodes() if codes[0] != "equal"]
    return Change(
        what=what,
        before=" ... ".join(filter(None, (" ".join(words[0][start:end]) for start, end, _, _ in parts))) or None,
        after=" ... ".join(filter(None, (" ".join(words[1][start:end]) for _, _, start, end in parts))) or None,
    )


def _of_voice(
    old: LineIngredients, new: LineIngredients, before: SpeakerVoice | None, after: SpeakerVoice | None
) -> Iterator[Change]:
    """Whatever else shapes the take; where a voice's own manner did not change, its delivery did.

    Another voice has another manner: that is not told besides.
    """
    voices = _identity(old, before), _identity(new, after)
    if voices[0] != voices[1]:
        yield Change(what="voice", before=_name(voices[0]), after=_name(voices[1]))
    if old.engine == new.engine and old.fingerprint != new.fingerprint:
        yield Change(what="engine version", before=old.fingerprint, after=new.fingerprint)
    for what in ("pitch", "rate"):
        name = f"{what}_percent"
        values = [getattr(line, name) for line in (old, new)]
        own = [getattr(voice, name) for voice in (before, after) if voice is not None]
        if values[0] == values[1]:
            continue
        if _is_same(before, after, name):
            yield Change(what="delivery", before=f"{what} {values[0]:+g} %", after=f"{what} {values[1]:+g} %")
        elif voices[0] == voices[1]:
            values = own if len(own) == len(values) else values
            yield Change(what=f"the voice's {what}", before=f"{values[0]:+g} %", after=f"{values[1]:+g} %")
    if not old.fingerprint and not new.fingerprint and old.key != new.key:
        yield Change(what="recording")


def _of_mix(
    old: LineIngredients, new: LineIngredients, before: SpeakerVoice | None, after: SpeakerVoice | None
) -> Iterator[Change]:
    is_same_voice = _identity(old, before) == _identity(new, after)
    is_delivery = _is_same(before, after, "volume_db")
    if old.volume_db != new.volume_db and (is_delivery or is_same_voice):
        whose = "delivery" if is_delivery else "the voice's volume"
        yield Change(what=whose, before=f"volume {old.volume_db:+g} dB", after=f"volume {new.volume_db:+g} dB")
    if old.loudness_lufs != new.loudness_lufs and is_same_voice:
        values = (f"{old.loudness_lufs:.1f} LUFS", f"{new.loudness_lufs:.1f} LUFS")
        yield Change(what="the voice's loudness", before=values[0], after=values[1])
    if old.pause_ms != new.pause_ms:
        yield Change(what="delivery", before=f"pause {old.pause_ms:+} ms", after=f"pause {new.pause_ms:+} ms")
    if old.effect != new.effect:
        yield Change(what="delivery", before=f"effect {old.effect or 'none'}", after=f"effect {new.effect or 'none'}")


def _is_same(before: SpeakerVoice | None, after: SpeakerVoice | None, name: str) -> bool:
    if before is None or after is None:
        return False
    return bool(getattr(before, name) == getattr(after, name))


Identity = tuple[str, str, str]


def _identity(line: LineIngredients, voice: SpeakerVoice | None) -> Identity:
    """Say which voice it is: engine, the engine's name for it, profile."""
    return line.engine, line.voice, voice.profile if voice else line.voice


def _name(identity: Identity) -> str:
    engine, _, profile = identity
    return f"{profile} ({engine})"
