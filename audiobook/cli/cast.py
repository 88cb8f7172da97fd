"""`audiobook cast`: who is in the book and how each of them sounds."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from audiobook.casting.adjustments import GREATEST_DB, GREATEST_PERCENT, LEAST_DB, LEAST_PERCENT
from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
    CastFrom,
    Quiet,
    Source,
    VoicesDir,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell
from audiobook.errors import UsageError
from audiobook.model.script import Gender


class CastAction(StrEnum):
    """What to do with the cast."""

    SHOW = "show"
    SET = "set"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"


_NAMES_WANTED = {
    CastAction.SET: (1, "audiobook cast SOURCE set NAME --voice VOICE"),
    CastAction.MERGE: (2, "audiobook cast SOURCE merge NAME SAME_PERSON"),
    CastAction.SPLIT: (2, "audiobook cast SOURCE split NAME ALIAS"),
    CastAction.RENAME: (2, "audiobook cast SOURCE rename NAME NEW_NAME"),
}
_HOW = "How the character sounds (with set)"


@command
def cast(
    source: Source,
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION",
            help="show: list the cast, or those you name. set NAME: change how one sounds. merge A B: they are one "
            "person, called A. split A B: B is somebody else. rename A B: call A B.",
        ),
    ] = CastAction.SHOW.value,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Characters, or narrator.", show_default=False)
    ] = None,
    voice: Annotated[
        str | None,
        typer.Option(metavar="VOICE", help="A voice from `audiobook voices`.", rich_help_panel=_HOW),
    ] = None,
    pitch: Annotated[
        float | None,
        typer.Option(metavar="PERCENT", help="-10: a tenth lower. 10: a tenth higher.", rich_help_panel=_HOW),
    ] = None,
    rate: Annotated[
        float | None,
        typer.Option(metavar="PERCENT", help="-10: a tenth slower. 10: a tenth faster.", rich_help_panel=_HOW),
    ] = None,
    volume: Annotated[
        float | None,
        typer.Option(metavar="DB", help="-3: clearly quieter. 3: clearly louder.", rich_help_panel=_HOW),
    ] = None,
    gender: Annotated[
        Gender | None, typer.Option(help="Used when a voice is chosen for them.", rich_help_panel=_HOW)
    ] = None,
    cast_from: CastFrom = None,
    why: Annotated[bool, typer.Option("--why", help="Say where names, genders and voices come from.")] = False,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """List the characters and their voices, or change them.

    Changes go into the book's file in voices/, which you can also edit by hand.
    """
    from audiobook.casting.cast_file import RoleChange
    from audiobook.cli.cast_table import as_json_text, as_table
    from audiobook.production.cast.changing import change_cast, open_cast
    from audiobook.production.cast.reasons import explain_roles
    from audiobook.production.cast.series import carry_on

    wanted, given = _read_action(source, action), names or []
    _require_range(pitch=pitch, rate=rate, volume=volume)
    change = RoleChange(profile=voice, pitch_percent=pitch, rate_percent=rate, volume_db=volume, gender=gender)
    _require_names(wanted, given)
    _require_change(wanted, is_changed=change != RoleChange())
    progress, folders = make_progress(quiet=quiet), workspace(build_dir, voices_dir)
    opened = open_cast(source, folders, name=book, progress=progress)
    if cast_from is not None:
        carried = carry_on(opened.book, opened.script, opened.written, cast_from)
        for sentence in (*carried.taken, *carried.kept):
            show(sentence)
        opened = open_cast(source, folders, name=book, progress=progress)
    if wanted is CastAction.SHOW:
        reasons = explain_roles(opened, progress=progress) if why else None
        tell(as_json_text(opened, reasons, given) if as_json else as_table(opened, reasons, given))
        return
    done = change_cast(opened, wanted.value, tuple(given), change)
    if not quiet:
        show(done)


def _read_action(source: Path, action: str) -> CastAction:
    """Find what is to be done; the book may have been named in the wrong place."""
    actions = tuple(CastAction)
    if source.name in actions and source.name == str(source) and not source.exists():
        name = "" if source.name == CastAction.SHOW else " NAME"
        raise UsageError(
            f'there is no manuscript called "{source}"',
            hint=f"the source comes first: audiobook cast SOURCE {source.name}{name}",
        )
    if action not in actions:
        raise UsageError(
            f'"{action}" is nothing that can be done with a cast',
            hint=f"choose one of: {', '.join(actions)}; to see somebody: audiobook cast SOURCE show NAME",
        )
    return CastAction(action)


def _require_range(*, pitch: float | None, rate: float | None, volume: float | None) -> None:
    checks = (
        ("--pitch", pitch, LEAST_PERCENT, GREATEST_PERCENT),
        ("--rate", rate, LEAST_PERCENT, GREATEST_PERCENT),
        ("--volume", volume, LEAST_DB, GREATEST_DB),
    )
    for option, value, least, greatest in checks:
        if value is not None and not least <= value <= greatest:
            message = f"{option} {value:g} is outside {least:g} to {greatest:g}"
            raise UsageError(message, hint=f"choose a number from {least:g} to {greatest:g}")


def _require_names(action: CastAction, names: list[str]) -> None:
    if action is CastAction.SHOW:
        return
    count, example = _NAMES_WANTED[action]
    if len(names) != count:
        raise UsageError(
            f"{action} wants {count} name{'s' * (count != 1)}, not {len(names)}: {' '.join(names) or '-'}",
            hint=f'like this: {example} (a name of several words wants quotes: "Lex Luthor")',
        )


def _require_change(action: CastAction, *, is_changed: bool) -> None:
    if action is CastAction.SET and not is_changed:
        raise UsageError("set changes nothing", hint="add --voice, --pitch, --rate, --volume or --gender")
    if action is not CastAction.SET and is_changed:
        raise UsageError(
            f"--voice, --pitch, --rate, --volume and --gender belong to set, not to {action}",
            hint="like this: audiobook cast SOURCE set NAME --voice VOICE",
        )
