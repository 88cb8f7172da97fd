"""Makes the page: one HTML file with its style and pictures inside, which loads nothing and runs nothing."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.language.clock import moment_on_clock
from audiobook.model.release_check import ReleaseCheck
from audiobook.publishing.check_page import picture
from audiobook.publishing.check_page.page_values import view_check

if TYPE_CHECKING:
    from jinja2 import Environment

GENERATOR = "audiobook check"

_MARK_WITHIN_BYTES = 1000
_TEMPLATES = Path(__file__).parent / "templates"


def render_check_page(check: ReleaseCheck) -> bytes:
    """Make the page of a check, in UTF-8."""
    page = _environment().get_template("check.html.j2").render(page=view_check(check), generator=GENERATOR)
    return page.encode("utf-8", errors="replace")  # a manuscript may hold half of a surrogate pair


def is_check_page(path: Path) -> bool:
    """Say whether a file is such a page, so that a new one may take its place."""
    try:
        with path.open("rb") as file:
            return f'content="{GENERATOR}"'.encode() in file.read(_MARK_WITHIN_BYTES)
    except OSError:
        return False


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["picture"] = picture
    environment.filters["clock"] = moment_on_clock
    environment.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return environment
