"""Addresses as pictures that a phone's camera reads."""

import io
from typing import Any

_WHITE_ON_BLACK, _PLAIN = "\x1b[97;40m", "\x1b[0m"  # ECMA-48, 8.3.117


def qr_as_svg(address: str) -> str:
    """Draw an address as an SVG element, black on nothing: put it on white, with a margin of four modules inside."""
    drawn: str = _make(address).svg_inline(omitsize=True, border=4, svgclass=None, lineclass=None)
    return drawn


def qr_for_terminal(address: str) -> str:
    """Draw an address in half blocks, white on black whatever the terminal's own colours are.

    A terminal with dark letters on white would show it inverted, which not every phone reads.
    """
    drawn = io.StringIO()
    _make(address).terminal(out=drawn, compact=True, border=2)
    return "\n".join(f"{_WHITE_ON_BLACK}{line}{_PLAIN}" for line in drawn.getvalue().splitlines())


def _make(address: str) -> Any:
    import segno

    return segno.make(address, error="m", micro=False, boost_error=False)
