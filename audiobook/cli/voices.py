"""`audiobook voices`: the voices there are to choose from."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import VOICES_DIR, AsJson, VoicesDir, workspace
from audiobook.cli.terminal import tell

if TYPE_CHECKING:
    from audiobook.model.cast import VoiceProfile
    from audiobook.production.engine_setup import EngineState


@command
def voices(
    engine: Annotated[
        str | None, typer.Option(metavar="ENGINE", help="Only voices of this speech engine.", show_default=False)
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only voices that speak this language, such as fr.", show_default=False),
    ] = None,
    voices_dir: VoicesDir = VOICES_DIR,
    as_json: AsJson = False,
) -> None:
    """List the voices and what each of them suits."""
    from audiobook.cli.options import BUILD_DIR
    from audiobook.production.cast.voice_list import find_waiting_engines, list_voices

    found = list_voices(workspace(BUILD_DIR, voices_dir), engine=engine, language=language)
    if as_json:
        tell(json.dumps([asdict(profile) for profile in found], ensure_ascii=False, indent=1))
        return
    for row in _rows(found, find_waiting_engines(found)):
        tell(row)


def _rows(voices: "Sequence[VoiceProfile]", waiting: "Sequence[EngineState]") -> Iterator[str]:
    """Give a row for each voice: first those that can speak here, then the others below what their engine needs."""
    rows = dict(zip(voices, _aligned(voices), strict=True))
    missing = {state.name for state in waiting}
    yield from (row for voice, row in rows.items() if voice.engine not in missing)
    for state in waiting:
        yield f"\n{state.name} needs: {state.needs or state.state}"
        yield from (row for voice, row in rows.items() if voice.engine == state.name)


def _aligned(voices: "Sequence[VoiceProfile]") -> Iterator[str]:
    name_width = max((len(voice.name) for voice in voices), default=0)
    manners = [f"{voice.gender}, {voice.age}, {voice.accent}" for voice in voices]
    manner_width = max(map(len, manners), default=0)
    for voice, manner in zip(voices, manners, strict=True):
        own = "" if voice.place is None else f"  (yours: {voice.place})"
        yield f"{voice.name:<{name_width}}  {manner:<{manner_width}}  {voice.engine:<8}  {voice.description}{own}"
