"""Where time goes, as a tree of calls drawn with bars.

Knows stacks and seconds; refuses to know how they were sampled.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

_BAR = 48
_MOST = 0.97
"""A call that does no more than hand on to another is not shown."""


@dataclass(slots=True)
class Call:
    """A function under the one that called it; `seconds` are its own and those of all it called."""

    name: str
    seconds: float = 0.0
    calls: dict[str, "Call"] = field(default_factory=dict)

    def add(self, stack: Sequence[str], seconds: float) -> None:
        """Count a sample whose outermost function is this one's callee."""
        self.seconds += seconds
        if stack:
            self.calls.setdefault(stack[0], Call(stack[0])).add(stack[1:], seconds)


def build_tree(name: str, samples: Iterable[tuple[Sequence[str], float]]) -> Call:
    """Gather stacks, outermost function first, and the seconds each stands for."""
    root = Call(name)
    for stack, seconds in samples:
        root.add(_without_repeats(stack), seconds)
    return root


def draw_tree(root: Call, *, least: float) -> str:
    """Draw all calls that took at least this share of the whole, the costliest first."""
    rows = [(call.seconds / root.seconds, depth, call.name) for call, depth in _walk(root, 0, least * root.seconds)]
    width = max(2 * depth + len(name) for _, depth, name in rows)
    return "\n".join(
        f"{share:5.0%}  {'  ' * depth + name:{width}}  {'#' * round(_BAR * share)}".rstrip()
        for share, depth, name in rows
    )


def _walk(call: Call, depth: int, least_s: float) -> Iterator[tuple[Call, int]]:
    yield call, depth
    for callee in sorted(call.calls.values(), key=lambda one: -one.seconds):
        if callee.seconds >= least_s:
            yield from _walk(_past_handing_on(callee), depth + 1, least_s)


def _past_handing_on(call: Call) -> Call:
    most = max(call.calls.values(), key=lambda one: one.seconds, default=None)
    return call if most is None or most.seconds < _MOST * call.seconds else _past_handing_on(most)


def _without_repeats(stack: Sequence[str]) -> list[str]:
    """A function that calls itself counts once."""
    return [name for index, name in enumerate(stack) if index == 0 or name != stack[index - 1]]
