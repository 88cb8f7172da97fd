"""Makes the pages: HTML from templates, and the style sheet and scripts they need.

Every text is escaped by the template engine; the one exception is the QR code, which we draw ourselves. The scripts
find what they need in attributes of the page, so that no page has a script inside and a strict policy can forbid them.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.page_policy import PAGE_POLICY
from audiobook.publishing.pages.page_values import view_book
from audiobook.publishing.pages.qr_codes import qr_as_svg
from audiobook.publishing.resource import Resource, resource_of_bytes

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_ASSETS_SINCE = datetime(2026, 1, 1, tzinfo=UTC)  # they change with their path only


def make_pages(books: Sequence[PublishedBook], base_url: str) -> tuple[Resource, ...]:
    """Make the page of all books, one for each book, and what they need.

    Args:
        books: in the order in which they are shown.
        base_url: absolute address of the site's root, ending in "/".
    """
    assets = _assets()
    folder = assets[0].path.partition("/")[0]
    views = [view_book(book, base_url=base_url) for book in books]
    newest = max((book.modified for book in books), default=_ASSETS_SINCE)
    pages = [_page("index.html", _render("index.html.j2", root="", assets=folder, books=views), newest)]
    pages += [
        _page(f"{book.folder}/index.html", _render("book.html.j2", root="../", assets=folder, book=view), book.modified)
        for book, view in zip(books, views, strict=True)
    ]
    return (*pages, *assets)


def _page(path: str, html: str, modified: datetime) -> Resource:
    data = html.encode("utf-8", "replace")
    return resource_of_bytes(path, data, media_type="text/html; charset=utf-8", modified=modified)


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(policy=PAGE_POLICY, qr=qr_as_svg, **values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _assets() -> tuple[Resource, ...]:
    """Style sheet and scripts, in a folder whose name changes with any of them."""
    files = sorted(path for path in (_HERE / "assets").iterdir() if path.suffix in _MEDIA_TYPES)
    contents = {path.name: path.read_bytes() for path in files}
    digest = hashlib.sha256(b"".join(name.encode() + data for name, data in contents.items())).hexdigest()[:12]
    return tuple(
        replace(
            resource_of_bytes(
                f"web.{digest}/{name}", data, media_type=_MEDIA_TYPES[Path(name).suffix], modified=_ASSETS_SINCE
            ),
            is_versioned=True,
        )
        for name, data in contents.items()
    )
