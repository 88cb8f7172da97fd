"""Which sources of second opinions there are, and how one is opened by its name.

Knows names and where their adapters live; refuses to know what they ask. Other packages add sources through the
entry-point group `audiobook.opinions`: the name is the source's, the value points to something that, called without
arguments, gives an `OpinionSource`.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from audiobook.errors import EngineError
from audiobook.opinions.protocol import OpinionSource

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINT_GROUP = "audiobook.opinions"

BUILT_IN_SOURCES: Mapping[str, str] = {"chat": "audiobook.opinions.chat_endpoint:open_chat_endpoint"}


def opinion_source_names() -> tuple[str, ...]:
    """List every source that can be asked for, in alphabetical order; its settings may still be missing."""
    from importlib.metadata import entry_points

    return tuple(sorted({*BUILT_IN_SOURCES, *entry_points(group=ENTRY_POINT_GROUP).names}))


def open_opinion_source(name: str) -> OpinionSource:
    """Open a source of second opinions by its name.

    Raises:
        EngineError: no source has that name, what it needs is not installed, or its settings are wrong.
    """
    make = _import_adapter(BUILT_IN_SOURCES[name]) if name in BUILT_IN_SOURCES else _load_entry_point(name)
    return make()


def _import_adapter(address: str) -> Callable[[], OpinionSource]:
    module_name, attribute = address.split(":")
    adapter: Callable[[], OpinionSource] = getattr(import_module(module_name), attribute)
    return adapter


def _load_entry_point(name: str) -> Callable[[], OpinionSource]:
    entry_point = _find_entry_point(name)
    try:
        adapter: Callable[[], OpinionSource] = entry_point.load()
    except (ImportError, AttributeError) as error:
        package = entry_point.dist.name if entry_point.dist else entry_point.value
        raise EngineError(
            f'the source of second opinions "{name}" of {package} cannot be loaded: {error}',
            hint=f"install {package} again",
        ) from error
    return adapter


def _find_entry_point(name: str) -> "EntryPoint":
    from importlib.metadata import entry_points

    for entry_point in entry_points(group=ENTRY_POINT_GROUP, name=name):
        return entry_point
    raise EngineError(
        f'there is no source of second opinions "{name}"', hint=f"there are: {', '.join(opinion_source_names())}"
    )
