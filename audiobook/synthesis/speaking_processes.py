"""In how many processes a book's engines may speak: as many as there are, and as their models have memory for.

Decides before any model is loaded; refuses to know what is said, and how memory is measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.errors import EngineError

_LEFT_FREE_MIB = 200
"""For this process, and so that the system does not come to a halt."""

_LIGHT_PROCESS_MIB = 150
"""What a process takes that holds no model: sound that is mixed and encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingProcesses:
    """Who may load the models.

    Attributes:
        count: as many processes speak with engines that load models; all others speak and encode.
        engines: those that load models.
        note: why not every process may, for a person; empty if every one may.
    """

    count: int
    engines: frozenset[str] = frozenset()
    note: str = ""

    def most_for(self, engine: str) -> int | None:
        """In how many processes an engine may speak; None for all."""
        return self.count if engine in self.engines else None


def share_memory(process_count: int, memory_mib: Mapping[str, int], *, free_mib: int | None) -> SpeakingProcesses:
    """Decide how many processes may load the models of a book.

    Each of them may come to hold all of these models, for whoever is free takes the next lines.

    Args:
        process_count: at least 1.
        memory_mib: by engine, of one process that speaks with it in all the voices it is to speak in.
        free_mib: None where the system does not tell; then all may.

    Raises:
        EngineError: there is not enough memory for one.
    """
    needed = {name: mib for name, mib in sorted(memory_mib.items()) if mib}
    engines = frozenset(needed)
    total_mib = sum(needed.values())
    if not needed or free_mib is None:
        return SpeakingProcesses(count=process_count, engines=engines)
    usable_mib = free_mib - _LEFT_FREE_MIB
    models = " and ".join(f"{name} ({mib} MiB)" for name, mib in needed.items())
    if usable_mib < total_mib:
        raise EngineError(
            f"one process that speaks with {models} needs {total_mib + _LEFT_FREE_MIB} MiB of free memory with all"
            f" else, and {free_mib} MiB are free",
            hint="close other programs, or give fewer characters voices of these engines",
        )
    count = _most_that_fit(process_count, total_mib, usable_mib)
    if count == process_count:
        return SpeakingProcesses(count=count, engines=engines)
    note = f"{count} of {process_count} processes speak with {models} each: {free_mib} MiB of memory are free"
    return SpeakingProcesses(count=count, engines=engines, note=note)


def _most_that_fit(process_count: int, each_mib: int, usable_mib: int) -> int:
    """The rest of the processes need memory too, but never so much that nobody may speak."""
    fitting = (
        count
        for count in range(process_count, 0, -1)
        if count * each_mib + (process_count - count) * _LIGHT_PROCESS_MIB <= usable_mib
    )
    return next(fitting, 1)
