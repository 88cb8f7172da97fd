"""`audiobook voices`: the voices there are to choose from."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import VOICES_DIR, AsJson, VoicesDir, workspace
from audiobook.cli.terminal import tell


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
    from audiobook.production.cast.voice_list import list_voices

    found = list_voices(workspace(BUILD_DIR, voices_dir), engine=engine, language=language)
    if as_json:
        tell(json.dumps([asdict(profile) for profile in found], ensure_ascii=False, indent=1))
        return
    name_width = max((len(profile.name) for profile in found), default=0)
    manners = [f"{profile.gender}, {profile.age}, {profile.accent}" for profile in found]
    manner_width = max(map(len, manners), default=0)
    for profile, manner in zip(found, manners, strict=True):
        own = "" if profile.place is None else f"  (yours: {profile.place})"
        tell(f"{profile.name:<{name_width}}  {manner:<{manner_width}}  {profile.engine:<8}  {profile.description}{own}")
