"""`audiobook engines`: the speech engines there are, and the files of those that need some."""

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import AsJson, Quiet
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell
from audiobook.errors import UsageError

if TYPE_CHECKING:
    from audiobook.production.engine_setup import EngineState, Installed


class EnginesAction(StrEnum):
    """What to do with engines."""

    LIST = "list"
    INSTALL = "install"


@command
def engines(
    action: Annotated[
        str,
        typer.Argument(metavar="ACTION", help="list: show all. install ENGINE: bring the files that it needs."),
    ] = EnginesAction.LIST.value,
    name: Annotated[str | None, typer.Argument(metavar="ENGINE", help="With install.", show_default=False)] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="PLACE",
            help="Take the files from here instead of their home: a folder, a zip or tar archive, or an address.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """List the speech engines and what each needs, or install the files of one."""
    from audiobook.production.engine_setup import install_engine, list_engines

    _require_sense(action, name, source)
    if name is None:
        found = list_engines()
        tell(json.dumps([asdict(state) for state in found], indent=1) if as_json else _as_table(found))
        return
    done = install_engine(name, source=source, progress=make_progress(quiet=quiet))
    if as_json:
        tell(json.dumps({**asdict(done), "folder": str(done.folder)}, indent=1))
    elif not quiet:
        _show_installed(done)


def _require_sense(action: str, name: str | None, source: str | None) -> None:
    if action not in tuple(EnginesAction):
        raise UsageError(
            f'"{action}" is nothing that can be done with engines', hint="choose one of: list, install ENGINE"
        )
    if action == EnginesAction.INSTALL and name is None:
        raise UsageError("install wants the name of an engine", hint="audiobook engines lists them")
    if action == EnginesAction.LIST and (name is not None or source is not None):
        raise UsageError("list wants nothing more", hint="did you mean: audiobook engines install kokoro?")


def _as_table(found: "tuple[EngineState, ...]") -> str:
    width = max(len(state.name) for state in found)
    lines = []
    for state in found:
        mark = "ok " if state.is_ready else "BAD" if state.is_broken else "-- "
        lines.append(f"{mark}  {state.name:<{width}}  {state.what}")
        lines.append(f"{'':<{width + 7}}{state.state}")
        if state.needs:
            lines.append(f"{'':<{width + 7}}needs: {state.needs}")
    return "\n".join(lines)


def _show_installed(done: "Installed") -> None:
    brought = f"{done.new_files} files are new" if done.new_files else "everything was there already"
    show(f"{done.engine.name}: {brought}, in {done.folder}")
    show(f"{done.engine.name}: {done.engine.state}")
    if done.engine.next_step:
        show(f"next: {done.engine.next_step}")
    elif done.engine.is_ready:
        show(f"next: audiobook voices --engine {done.engine.name}")
