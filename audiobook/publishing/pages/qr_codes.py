"""Addresses as pictures that a phone's camera reads."""

import io
from typing import Any


def qr_as_svg(address: str) -> str:
    """Draw an address as an SVG element, black on nothing: put it on white, with a margin of four modules inside."""
    drawn: str = _make(address).svg_inline(omitsize=True, border=4, svgclass=None, lineclass=None)
    return drawn


def qr_for_terminal(address: str) -> str:
    """Draw an address in half blocks, for a terminal of any colours."""
    drawn = io.StringIO()
    _make(address).terminal(out=drawn, compact=True, border=2)
    return drawn.getvalue()


def _make(address: str) -> Any:
    import segno

    return segno.make(address, error="m", micro=False, boost_error=False)
