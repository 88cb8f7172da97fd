"""`serve`: the finished books, on a port of this computer, until Ctrl-C."""

import socket
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiobook.production.release.shelf import Shelf
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.server.hosts import Hosts
from audiobook.publishing.server.network import announced_name, is_public, lan_addresses
from audiobook.publishing.server.private_settings import (
    FIRST_PORT,
    PrivateSettings,
    keep_private_settings,
    make_token,
    read_private_settings,
)
from audiobook.publishing.site_address import read_site_address
from audiobook.workspace.paths import Workspace

if TYPE_CHECKING:
    from audiobook.publishing.server.app import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """How the books are served.

    Attributes:
        releases: folders or names of books; empty for all.
        is_lan: other devices of the network may listen too, if they know the token.
        port: None for the one that was used before; 0 for any, this time only.
        base_url: what all links begin with; None lets them follow the address that a client uses.
        new_token: the old one counts no more.
    """

    releases: Sequence[str] = ()
    is_lan: bool = False
    port: int | None = None
    base_url: str | None = None
    new_token: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedSite:
    """Where the books can be heard now.

    Attributes:
        addresses: of the page of all books, the one to use first.
        name_address: the same under a name that stays when this computer's address changes; None if there is none.
        is_public: the whole internet may reach it.
    """

    books: tuple[PublishedBook, ...]
    addresses: tuple[str, ...]
    name_address: str | None
    is_lan: bool
    is_public: bool


def serve_books(
    workspace: Workspace,
    options: ServeOptions,
    *,
    on_start: Callable[[ServedSite], None],
    report: Callable[[str], None],
) -> None:
    """Serve until Ctrl-C.

    Args:
        on_start: called once, when the port is open.
        report: tells the person something in a sentence, at any time and from any thread.

    Raises:
        KeyboardInterrupt: that is how it ends.
        UsageError: there is nothing to serve, two books are the same to apps, or the port is taken.
        OutputError: no book can be served, or token and port cannot be written down.
    """
    from audiobook.publishing.server.running import run_until_stopped

    base_url = read_site_address(options.base_url).removesuffix("/") if options.base_url else None
    shelf = Shelf(workspace, options.releases, report)
    shelf.require_books()
    kept = read_private_settings(workspace.serve_file)
    with _listen(kept, options) as listening:
        port = int(listening.getsockname()[1])
        settings = _settle(kept, options, port)
        keep_private_settings(workspace.serve_file, settings)
        with announced_name(port) if options.is_lan else nullcontext() as name:
            reach = _Reach(
                port=port,
                token=settings.token if options.is_lan else None,
                own=lan_addresses() if options.is_lan else (),
                name=name,
                base_url=base_url,
            )
            app = _make_app(shelf, reach)
            on_start(reach.served(shelf.load()))
            run_until_stopped(app, listening)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reach:
    """Who can reach the server, and how.

    Attributes:
        token: None exactly if only this computer can.
        own: this computer's addresses in its network.
        name: announced there; None if it could not be.
        base_url: what all links begin with, without a slash at the end; None lets them follow the client.
    """

    port: int
    token: str | None
    own: tuple[str, ...]
    name: str | None
    base_url: str | None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of the page of all books, the one to use first."""
        origins = [self.base_url] if self.base_url else []
        origins += [f"http://{address}:{self.port}" for address in self.own or ("127.0.0.1",)]
        return tuple(map(self._page, origins))

    def hosts(self) -> Hosts:
        """The names under which the server may be spoken to."""
        names = frozenset([self.name] if self.name else [])
        return Hosts(is_lan=self.token is not None, names=names, base_url=self.base_url)

    def served(self, books: tuple[PublishedBook, ...]) -> ServedSite:
        """What a person is told."""
        return ServedSite(
            books=books,
            addresses=self.addresses,
            name_address=self._page(f"http://{self.name}:{self.port}") if self.name else None,
            is_lan=self.token is not None,
            is_public=any(map(is_public, self.own)),
        )

    def _page(self, origin: str) -> str:
        return f"{origin}/{self.token}/" if self.token else f"{origin}/"


def _make_app(shelf: Shelf, reach: _Reach) -> "Application":
    """Make what answers.

    Raises:
        UsageError: two books do not go together; that is an error now, not for each client later.
    """
    from audiobook.publishing.pages.rendering import make_pages
    from audiobook.publishing.server.app import SiteServer, make_app
    from audiobook.publishing.server.live_site import LiveSite, Source
    from audiobook.publishing.site import list_resources

    site = LiveSite(
        Source(
            fingerprint=shelf.fingerprint,
            load=shelf.load,
            list_resources=lambda books, root: list_resources(books, base_url=root, pages=make_pages),
            report=shelf.report,
        )
    )
    site.resources(reach.addresses[0])
    return make_app(SiteServer(site=site, hosts=reach.hosts(), token=reach.token, report=shelf.report))


def _listen(kept: PrivateSettings, options: ServeOptions) -> socket.socket:
    from audiobook.publishing.server.running import EVERYWHERE, LOOPBACK, listen, listen_from

    where = EVERYWHERE if options.is_lan else LOOPBACK
    wanted = options.port if options.port is not None else kept.port
    return listen_from(where, FIRST_PORT) if wanted is None else listen(where, wanted)


def _settle(kept: PrivateSettings, options: ServeOptions, port: int) -> PrivateSettings:
    """Decide what is kept for the next time; a port that was taken by chance is not, if one was asked for like that."""
    settings = kept if options.port == 0 else replace(kept, port=port)
    if options.new_token or (options.is_lan and kept.token is None):
        return replace(settings, token=make_token())
    return settings
