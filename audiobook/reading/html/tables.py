"""Which rows of tables are read as rows: those whose cells hold words, and not whole parts of a page.

Pages are laid out by tables too, and a letter or a picture with its caption may stand in one; their cells are blocks.
"""

from itertools import islice

from audiobook.reading.documents.parsing import Element, text_of
from audiobook.reading.html.elements import BLOCKS

_CELLS = frozenset({"td", "th"})
_LINES_IN_CELLS = frozenset({"p", "div"})
_MOST_ELEMENTS = 400
_LONGEST_CELL_CHARS = 200


def is_row(element: Element) -> bool:
    """Say whether an element is a row of two cells or more that each hold a line at most."""
    if element.tag != "tr":
        return False
    within = list(islice(element.iter(), _MOST_ELEMENTS + 1))
    cells = [child for child in element if child.tag in _CELLS]
    if len(within) > _MOST_ELEMENTS or sum(1 for cell in cells if text_of(cell)) < 2:
        return False
    return all(map(_is_line, cells))


def _is_line(cell: Element) -> bool:
    """Say whether a cell's words are no more than one block within it, or in none."""
    blocks = [each for each in cell.iter(*BLOCKS) if each is not cell]
    words = text_of(cell)
    is_block = not blocks or (len(blocks) == 1 and blocks[0].tag in _LINES_IN_CELLS and text_of(blocks[0]) == words)
    return is_block and len(words) <= _LONGEST_CELL_CHARS


def is_cell(element: Element) -> bool:
    """Say whether an element is a cell."""
    return element.tag in _CELLS
