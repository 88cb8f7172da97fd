"""`audiobook serve`: the finished books, for the browser and for podcast apps."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import BUILD_DIR, VOICES_DIR, AsJson, BuildDir, Quiet, VoicesDir, workspace
from audiobook.cli.terminal import draw, flush_results, show, tell
from audiobook.errors import InterruptedByUserError

if TYPE_CHECKING:
    from audiobook.production.release.serving import ServedSite


@command
def serve(
    releases: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RELEASE",
            help="Finished books: their folders, or their names in build/. Without any, all of them.",
            show_default=False,
        ),
    ] = None,
    lan: Annotated[
        bool,
        typer.Option(
            "--lan", help="Let phones and other devices of your network listen, if they know the secret address."
        ),
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            help="Listen on this port, and keep it for the next time; 0 takes any, this time only.",
            show_default="the one used before",
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="What all links begin with, if a server of yours stands before this one.",
            show_default="the address that a client uses",
        ),
    ] = None,
    new_token: Annotated[
        bool, typer.Option("--new-token", help="Make the old secret address invalid; apps must subscribe again.")
    ] = False,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> int:
    """Listen to your books in the browser and in podcast apps: a page and a feed for each, until you press Ctrl-C."""
    from audiobook.production.release.serving import ServeOptions, serve_books

    options = ServeOptions(
        releases=tuple(releases or ()), is_lan=lan, port=port, base_url=base_url, new_token=new_token
    )

    def on_start(site: "ServedSite") -> None:
        _tell_as_json(site) if as_json else _tell(site, quiet=quiet)
        flush_results()

    try:
        serve_books(
            workspace(build_dir, voices_dir), options, on_start=on_start, report=lambda told: show(f"note: {told}")
        )
    except KeyboardInterrupt:
        if not quiet:
            show("\nStopped. The addresses stay the same: apps find the books again when you start it the next time.")
    return InterruptedByUserError.exit_code


def _tell(site: "ServedSite", *, quiet: bool) -> None:
    first = site.addresses[0]
    for address in site.addresses:
        tell(address)
    if site.name_address:
        tell(f"{site.name_address}  (the same when this computer gets another address)")
    for book in site.books:
        tell(f"  {book.release.tags.title}: {first}{book.feed_path}")
    if quiet:
        return
    if site.is_lan and sys.stdout.isatty():
        from audiobook.publishing.pages.qr_codes import qr_for_terminal

        draw(qr_for_terminal(first))
    for line in _who_can_listen(site):
        show(line)
    show("Ctrl-C stops it.")


def _who_can_listen(site: "ServedSite") -> tuple[str, ...]:
    if not site.is_lan:
        return ("Only this computer can listen. For your phone: audiobook serve --lan",)
    reach = (
        "Careful: this computer can be reached from the whole internet. Everybody who has this address can listen."
        if site.is_public
        else "Everybody in your network who has this address can listen; nobody can guess it."
    )
    return (
        reach,
        "Nothing is encrypted: in a network of strangers, such as a cafe's, they can see the address and listen too.",
        "Keep it to yourself; audiobook serve --lan --new-token makes it invalid.",
    )


def _tell_as_json(site: "ServedSite") -> None:
    first = site.addresses[0]
    books = [
        {"title": book.release.tags.title, "page": first + book.page_path, "feed": first + book.feed_path}
        for book in site.books
    ]
    tell(json.dumps({"addresses": [*site.addresses, *filter(None, [site.name_address])], "books": books}))
