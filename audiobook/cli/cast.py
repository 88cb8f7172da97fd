"""`audiobook cast`: who is in the book and how each of them sounds."""

from enum import StrEnum
from typing import Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
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
    CastAction.SHOW: (0, "audiobook cast SOURCE show"),
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
        CastAction,
        typer.Argument(
            help="show: list the cast. set NAME: change how one sounds. merge A B: they are one person, called A. "
            "split A B: B is somebody else. rename A B: call A B."
        ),
    ] = CastAction.SHOW,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Characters, or narrator.", show_default=False)
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
    from audiobook.production.casts import change_cast, open_cast

    given = names or []
    change = RoleChange(profile=voice, pitch_percent=pitch, rate_percent=rate, volume_db=volume, gender=gender)
    _require_names(action, given)
    _require_change(action, is_changed=change != RoleChange())
    opened = open_cast(source, workspace(build_dir, voices_dir), name=book, progress=make_progress(quiet=quiet))
    if action is CastAction.SHOW:
        tell(as_json_text(opened) if as_json else as_table(opened, why=why))
        return
    done = change_cast(opened, action.value, tuple(given), change)
    if not quiet:
        show(done)


def _require_names(action: CastAction, names: list[str]) -> None:
    count, example = _NAMES_WANTED[action]
    if len(names) != count:
        raise UsageError(
            f"{action} wants {count or 'no'} name{'s' * (count != 1)}, not {len(names)}: {' '.join(names) or '-'}",
            hint=f'like this: {example} (a name of several words wants quotes: "Lex Luthor")',
        )


def _require_change(action: CastAction, *, is_changed: bool) -> None:
    if action is CastAction.SET and not is_changed:
        raise UsageError("set changes nothing", hint="add --voice, --pitch, --rate, --volume or --gender")
    if action is not CastAction.SET and is_changed:
        raise UsageError(f"--voice, --pitch, --rate, --volume and --gender belong to set, not to {action}")
