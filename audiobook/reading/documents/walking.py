"""Walks over a tree of elements without recursion: a hostile file may nest deeper than Python's stack."""

from collections.abc import Iterator
from typing import Protocol

from audiobook.reading.documents.parsing import Element


class Visitor(Protocol):
    """What is told about a tree, in the order of the file."""

    def enter(self, element: Element) -> bool:
        """Begin an element; False leaves out everything in it, and `leave` is not called for it."""
        ...

    def text(self, words: str) -> None:
        """Take characters between two tags."""
        ...

    def leave(self, element: Element) -> None:
        """End an element."""
        ...


def walk(root: Element, visitor: Visitor) -> None:
    """Tell a visitor about an element and all below it."""
    stack: list[tuple[Element, Iterator[Element]]] = []
    if _enter(root, visitor):
        stack.append((root, iter(root)))
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            visitor.leave(element)
            if stack and element.tail:
                visitor.text(element.tail)
        elif _enter(child, visitor):
            stack.append((child, iter(child)))
        elif child.tail:
            visitor.text(child.tail)


def _enter(element: Element, visitor: Visitor) -> bool:
    entered = visitor.enter(element)
    if entered and element.text:
        visitor.text(element.text)
    return entered
